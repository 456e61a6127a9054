"""OMI407: a criterion is judged worse than all that is said under it."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.rules.judgement.findings import SIDES, standing_under, stands_under
from omi_report.lint.rules.judgement.results import concluded
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI407",
    "worse-than-findings",
    Severity.WARNING,
    "A criterion has the worst rating, and findings or boxes of what was done well, but none of what was not.",
    "The area is told that it failed, and a reader cannot see in what.",
    bad="rating: not-met\nstrengths:\n  - There was a plan for the year.",
    good="rating: not-met\nstrengths:\n  - There was a plan for the year.\n"
    "improvements:\n  - None of its steps had been taken.",
    since="draft",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Find the worst judgements without a finding or a box on the poor side."""
    for found in concluded(inspection):
        good, poor = (stands_under(inspection, found.criterion, side) for side in SIDES)
        if found.worst and not found.best and not found.unexplained and good and not poor:
            shown = standing_under(inspection, found.criterion)
            message = f"the judgement is {found.said}, and nothing but {shown} stands under it"
            hint = "say what has to improve, or look at the judgement again"
            yield RULE.at(found.place(inspection), message, hint, length=len(found.written))
