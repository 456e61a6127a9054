"""OMI805: an action is finished, and nothing shows it."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.lint.declaration import of_plan
from omi_report.plan.planned import Planned
from omi_report.problems import Problem, Rule, Severity
from omi_report.source.places import PLAN_FILE

RULE = Rule(
    "OMI805",
    "unshown",
    Severity.WARNING,
    "An action is finished, and none of its entries names evidence.",
    "Whoever looks at the plan asks how the area knows.",
    bad="progress:\n  - {date: 2008-05-14, state: finished, says: All teams were trained.}",
    good="progress:\n  - date: 2008-05-14\n    state: finished\n    says: All teams were trained.\n    "
    "evidence: [Attendance lists of March to May 2008]",
)


@of_plan
def check(plan: Planned) -> Iterator[Problem]:
    """Look at what is told last of each action."""
    for path, action in plan.plan.actions() if plan.plan else ():
        if action.progress and action.progress[-1].state == "finished" and not action.evidence:
            place = plan.area.at(PLAN_FILE, (*path, "progress", len(action.progress) - 1, "state"))
            hint = "name what shows it (evidence: [Minutes of the board of 12 May 2008])"
            yield RULE.at(
                place, f"the action «{action.id}» is finished, and nothing shows it", hint, length=len("finished")
            )
