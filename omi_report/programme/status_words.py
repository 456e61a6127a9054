"""Where inspections stand, in words. They are for those who inspect, and so are in English."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from omi_report.language.known import ENGLISH
from omi_report.model.calendar import Step
from omi_report.plan.timetable import DatedStep
from omi_report.plan.wording import date_words, late_words
from omi_report.programme.area_status import AreaStatus, PlanCounts

NAMES: dict[Step, str] = {
    "feedback": "Feedback",
    "draft": "Draft",
    "comments": "Comments",
    "publication": "Publication",
    "plan": "Plan",
}
"""What each step is called."""

NOTHING = "–"


def names(statuses: Sequence[AreaStatus]) -> list[str]:
    """Return what each area is called: its name, with its folder where that is unknown or another area has it too."""
    counted = Counter(each.area for each in statuses)
    return [
        each.path if not each.area else each.area if counted[each.area] == 1 else f"{each.area} ({each.path})"
        for each in statuses
    ]


def stage_words(status: AreaStatus) -> str:
    """Return the stage of a report, with the number of a draft."""
    if status.stage == "draft":
        return f"Draft {status.draft}" if status.draft else "Draft"
    return status.stage.capitalize() or NOTHING


def step_words(step: DatedStep) -> str:
    """Say when a step was done or is due, and how late; what is late comes first."""
    late = late_words(step.days_late, ENGLISH) if step.days_late else ""
    if step.passed:
        return "Done, on a day that is not recorded"
    if step.done:
        done = f"Done, {date_words(step.done, ENGLISH)}"
        return f"{done}, {late}" if late else done
    assert step.due is not None, "a step that is not done is due"
    due = f"due {date_words(step.due, ENGLISH)}"
    return ENGLISH.capital(f"{late}: {due}" if late else due)


def next_words(status: AreaStatus) -> str:
    """Say which step is next, and when; which actions of the plan are late; or else how many of these are open."""
    step, plan = status.next, status.plan
    said = []
    if step:
        words = step_words(step)
        said.append(f"{NAMES[step.step]}: {words[:1].lower()}{words[1:]}")
    if plan and plan.open and (plan.late or not step):
        said.append(f"Actions: {plan_words(plan)}")
    return ". ".join(said) or NOTHING


def lack_words(status: AreaStatus) -> str:
    """Say before the list of what an inspection lacks what it lacks it for: a draft is to be final."""
    return {"feedback": "lacks to be a draft", "draft": "lacks to be final"}.get(status.stage, "lacks")


def plan_words(plan: PlanCounts) -> str:
    """Say how much of a plan is still open, and how much is late."""
    words = f"{plan.open} of {plan.actions} action{'s' * (plan.actions != 1)} open"
    return f"{words}, {plan.late} late" if plan.late else words
