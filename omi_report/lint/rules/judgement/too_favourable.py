"""OMI406: a criterion is judged better than all that is said under it."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.rules.judgement.findings import SIDES, standing_under, stands_under
from omi_report.lint.rules.judgement.results import concluded
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI406",
    "better-than-findings",
    Severity.WARNING,
    "A criterion has the best rating, or a judgement of the upper half of its scale, and findings or boxes of what was "
    "not done well, but none of what was.",
    "A reader finds nothing on which the judgement could rest.",
    bad="rating: well-met\nimprovements:\n  - No plan for the coming year had been written.",
    good="rating: partly-met\nimprovements:\n  - No plan for the coming year had been written.",
    since="draft",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Find the favourable judgements without a finding or a box on the good side."""
    for found in concluded(inspection):
        good, poor = (stands_under(inspection, found.criterion, side) for side in SIDES)
        if found.favourable and not found.unexplained and poor and not good:
            shown = standing_under(inspection, found.criterion)
            message = f"the judgement is {found.said}, and nothing but {shown} stands under it"
            hint = "say what was done well, or look at the judgement again"
            yield RULE.at(found.place(inspection), message, hint, length=len(found.written))
