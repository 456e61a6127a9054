"""OMI804: nobody sees to an action, or nobody says by when it is to be finished."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.lint.declaration import of_plan
from omi_report.plan.planned import Planned
from omi_report.problems import Problem, Rule, Severity
from omi_report.source.places import PLAN_FILE

RULE = Rule(
    "OMI804",
    "unassigned-action",
    Severity.WARNING,
    "An action has no owner, or no date by which it is to be finished.",
    "What nobody has to do by any day is not done, and nothing can say that it is late.",
    bad="- id: victim-training\n  what: Train each team in what victims are told.",
    good="- id: victim-training\n  what: Train each team in what victims are told.\n  owner: Head of Training\n"
    "  due: 2008-06",
)


@of_plan
def check(plan: Planned) -> Iterator[Problem]:
    """Look at each action that is still to be finished or was; what was dropped needs neither."""
    for path, action in plan.plan.actions() if plan.plan else ():
        if action.progress and action.progress[-1].state == "dropped":
            continue
        lacking = [name for name, value in (("owner", action.owner), ("due", action.due)) if not value]
        if lacking:
            example = ", ".join({"owner": "owner: Head of Training", "due": "due: 2008-06"}[name] for name in lacking)
            message = f"the action «{action.id}» has no {' and no '.join(_WORDS[name] for name in lacking)}"
            yield RULE.at(plan.area.at(PLAN_FILE, (*path, "id")), message, f"add it ({example})", length=len(action.id))


_WORDS = {"owner": "owner", "due": "date by which it is due"}
