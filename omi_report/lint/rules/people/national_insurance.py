"""OMI605: a National Insurance number is published."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.rules.people.published import found_of
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI605",
    "national-insurance-number",
    Severity.ERROR,
    "A value that will be published holds what looks like a National Insurance number: AB 12 34 56 C. After «National "
    "Insurance number» it may stand in small letters.",
    "It names one person, and it is all that some frauds need.",
    bad="Benefit had been claimed under AB 12 34 56 C.",
    good="Benefit had been claimed under another name.",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Find National Insurance numbers in every published value."""
    for each in found_of(inspection, "insurance"):
        message = f"{each.text} looks like a National Insurance number"
        yield RULE.at(each.place, message, "leave it out", length=each.length)
