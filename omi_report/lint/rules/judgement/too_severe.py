"""OMI407: a criterion is judged worse than all that is said under it."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.rules.judgement.results import concluded
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI407",
    "worse-than-findings",
    Severity.WARNING,
    "A criterion has the worst rating, and strengths but no area for improvement.",
    "The area is told that it failed, and a reader cannot see in what.",
    bad="rating: not-met\nstrengths:\n  - There was a plan for the year.",
    good="rating: not-met\nstrengths:\n  - There was a plan for the year.\n"
    "improvements:\n  - None of its steps had been taken.",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Find the worst judgements without a finding on the poor side."""
    shown = " and ".join(kind.plural for kind in inspection.framework.kinds_on("good"))
    for found in concluded(inspection):
        if found.worst and not found.best and found.criterion.on_side("good") and not found.criterion.on_side("poor"):
            message = f"the judgement is {found.said}, and nothing but {shown} stands under it"
            hint = "say what has to improve, or look at the judgement again"
            yield RULE.at(found.place(inspection), message, hint, length=len(found.written))
