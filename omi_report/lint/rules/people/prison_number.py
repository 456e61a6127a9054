"""OMI601: a prison number is published."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.rules.people.published import found_of
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI601",
    "prison-number",
    Severity.ERROR,
    "A value that will be published holds what looks like a prison number: A1234BC, or any number after «prison "
    "number», «prisoner no.», «NOMIS» and the like, in any case and spacing.",
    "It names one person, for life, to everybody who can look it up.",
    bad="The sentence plan of A1234BC was not reviewed.",
    good="The sentence plan of one prisoner was not reviewed.",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Find prison numbers in every published value."""
    for each in found_of(inspection, "prison"):
        message = f"{each.text} looks like a prison number"
        yield RULE.at(each.place, message, "leave it out: a report names no case", length=each.length)
