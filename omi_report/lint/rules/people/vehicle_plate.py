"""OMI620: the plate of somebody's vehicle is published."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.rules.people.published import found_of
from omi_report.lint.rules.references.abbreviations import abbreviations_of
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI620",
    "vehicle-plate",
    Severity.WARNING,
    "A value of the area that will be published holds what looks like the registration plate of a vehicle: AB12 CDE, "
    "A123 BCD.",
    "A plate leads to the keeper of the vehicle.",
    bad="He drove a van, AB12 CDE, without a licence.",
    good="He drove a van without a licence.",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Find plates in every published value of the area's own; an abbreviation after a class or a road is none."""
    abbreviations = abbreviations_of(inspection)
    for each in found_of(inspection, "plate", standard=False):
        if abbreviations.explains(each.text[-3:]):
            continue
        message = f"{each.text} looks like the registration plate of a vehicle"
        yield RULE.at(each.place, message, "leave it out", length=each.length)
