"""OMI619: a unique reference number is published."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.rules.people.published import found_of
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI619",
    "unique-reference",
    Severity.ERROR,
    "A value that will be published holds what looks like the unique reference number (URN) of a case of the police or "
    "of youth justice: 01AB1234567, or what stands after «URN».",
    "It leads to one case, and so to one person.",
    bad="The file 01AB1234567 had no review.",
    good="One file had no review.",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Find unique reference numbers in every published value."""
    for each in found_of(inspection, "urn"):
        message = f"{each.text} looks like a unique reference number (URN)"
        yield RULE.at(each.place, message, "leave it out: a report names no case", length=each.length)
