"""OMI404: all figures of a strength are of work that was mostly not done well."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from omi_report.inspection import Inspection
from omi_report.language.english import a
from omi_report.lint.declaration import whole
from omi_report.lint.rules.judgement.findings import on_one_side, turn_round
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI404",
    "weak-strength",
    Severity.WARNING,
    "A finding is counted as a strength, and each of its figures says that under half of the work was done well, or "
    "half where others say less.",
    "It stands in the wrong list, or its entry of percentages holds the share below the line.",
    bad="percentages: {plan-full: {percent: 21, question: 1.2.18}}\n"
    "strengths:\n  - In {{ plan-full }} of cases the plan was comprehensive.",
    good="percentages: {plan-full: {percent: 21, question: 1.2.18}}\n"
    "improvements:\n  - In {{ plan-full | rest }} of cases the plan was not comprehensive.",
)

_HALF = 50


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Look at the findings on the good side all of whose figures are under half."""
    framework = inspection.area.framework
    hint = turn_round(framework.kinds_on("poor"))
    for found in on_one_side(inspection, framework.kinds_on("good"), _is_low):
        message = f"this is counted as {a(found.kind.singular)}, and {found.said}"
        yield RULE.at(found.place, message, hint, length=found.length)


def _is_low(shares: tuple[Fraction, ...]) -> bool:
    """Say whether no share is more than half, and one is less."""
    return max(shares) <= _HALF and min(shares) < _HALF
