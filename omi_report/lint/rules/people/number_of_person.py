"""OMI623: another number of a person is published."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.rules.people.published import found_of
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI623",
    "number-of-a-person",
    Severity.WARNING,
    "A value of the area that will be published holds the number of a passport, a licence, a crime, a patient, a file "
    "or the like, after the words for it.",
    "Whoever has the register finds the person.",
    bad="A copy of passport 123456789 was on file.",
    good="A copy of the passport was on file.",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Find such numbers in every published value of the area's own."""
    for each in found_of(inspection, "other", standard=False):
        what = " ".join(each.match["what"].split())
        message = f"{each.text} is a number that identifies somebody: it stands after «{what}»"
        yield RULE.at(each.place, message, "leave it out: a report names no case", length=each.length)
