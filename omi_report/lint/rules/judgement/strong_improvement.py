"""OMI405: all figures of an area for improvement are of work that was nearly always done well."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.language.english import a
from omi_report.lint.declaration import whole
from omi_report.lint.rules.judgement.findings import on_one_side, turn_round
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI405",
    "strong-improvement",
    Severity.WARNING,
    "A finding is counted as an area for improvement, and each of its figures says that at least 85% of the work was "
    "done well.",
    "It stands in the wrong list, or its entry of percentages holds the share below the line.",
    bad="percentages: {screened: {percent: 97, question: 1.2.1}}\n"
    "improvements:\n  - A screening was on file in {{ screened }} of cases.",
    good="percentages: {screened: {percent: 97, question: 1.2.1}}\n"
    "strengths:\n  - A screening was on file in {{ screened }} of cases.",
)

NEARLY_ALL = 85


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Look at the findings on the poor side all of whose figures are of nearly all the work."""
    framework = inspection.area.framework
    hint = turn_round(framework.kinds_on("good"))
    for found in on_one_side(inspection, framework.kinds_on("poor"), lambda shares: min(shares) >= NEARLY_ALL):
        message = f"this is counted as {a(found.kind.singular)}, and {found.said}"
        yield RULE.at(found.place, message, hint, length=found.length)
