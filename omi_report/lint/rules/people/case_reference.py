"""OMI618: a case reference number of the probation service is published."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.rules.people.published import found_of
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI618",
    "case-reference",
    Severity.ERROR,
    "A value that will be published holds what looks like a case reference number (CRN): X123456, or any such number "
    "after «CRN» or «case reference», in any case and spacing.",
    "It names one person to everybody who can look it up.",
    bad="The plan of X123456 was not reviewed.",
    good="The plan of one offender was not reviewed.",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Find case reference numbers in every published value."""
    for each in found_of(inspection, "crn"):
        message = f"{each.text} looks like a case reference number (CRN)"
        yield RULE.at(each.place, message, "leave it out: a report names no case", length=each.length)
