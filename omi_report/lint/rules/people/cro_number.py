"""OMI603: a CRO number is published."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.rules.people.check_letters import has_police_letter
from omi_report.lint.rules.people.published import Found, found_of
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI603",
    "cro-number",
    Severity.ERROR,
    "A value that will be published holds a number of the Criminal Records Office, with its right check letter: "
    "265416/21G or SF39/83408Q; after «CRO» any number of that look.",
    "It names one person to everybody who works with police records.",
    bad="The fingerprints under 265416/21G belonged to another offender.",
    good="The fingerprints on one file belonged to another offender.",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Find CRO numbers in every published value; without «CRO» one with another letter at the end is none."""
    for each in found_of(inspection, "cro"):
        if each.is_named:
            message = f"{each.text} is given as a CRO number"
        elif _has_its_letter(each):
            message = f"{each.text} is a CRO number: its check letter is right"
        else:
            continue
        yield RULE.at(each.place, message, "leave it out: a report names no case", length=each.length)


def _has_its_letter(each: Found) -> bool:
    parts = each.match
    if parts["serial"] is None:
        return has_police_letter(parts["file_year"], parts["file"], parts["letter"])
    return has_police_letter(parts["year"], parts["serial"].zfill(6), parts["letter"])
