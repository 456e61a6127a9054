"""OMI404: all figures of a strength are of work that was mostly not done well."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.rules.judgement.findings import on_one_side, turn_round, with_article
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI404",
    "weak-strength",
    Severity.WARNING,
    "A finding is counted as a strength, and each of its figures says that under half of the work was done well.",
    "It stands in the wrong list, or its entry of percentages holds the share below the line.",
    bad="percentages: {plan-full: {percent: 21, question: 1.2.18}}\n"
    "strengths:\n  - In {{ plan-full }} of cases the plan was comprehensive.",
    good="percentages: {plan-full: {percent: 21, question: 1.2.18}}\n"
    "improvements:\n  - In {{ plan-full | rest }} of cases the plan was not comprehensive.",
)

HALF = 50


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Look at the findings on the good side all of whose figures are under half."""
    framework = inspection.area.framework
    hint = turn_round(framework.kinds_on("poor"))
    for found in on_one_side(inspection, framework.kinds_on("good"), lambda share: share < HALF):
        message = f"this is counted as {with_article(found.kind.singular)}, and {found.said}"
        yield RULE.at(found.place, message, hint, length=found.length)
