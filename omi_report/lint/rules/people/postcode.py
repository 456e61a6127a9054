"""OMI607: a postcode is published."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.rules.people.published import found_of
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI607",
    "postcode",
    Severity.WARNING,
    "A value of the area that will be published holds a full postcode. The framework's standard wording, which gives "
    "the inspectorate's address, is passed over.",
    "About fifteen households share a postcode. An office's own may stand: say so in a comment.",
    bad="He had been moved to a flat in SO14 7LP.",
    good="He had been moved to a flat in Southampton.",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Find postcodes in every published value of the area's own."""
    for each in found_of(inspection, "postcode", standard=False):
        message = f"{each.text} is a postcode"
        hint = "name the town; the address of an office may stand: say so in a comment"
        yield RULE.at(each.place, message, hint, length=each.length)
