"""The steps of an inspection by a day: when each was done or is due, and how late it is."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace

from omi_report.inspection import Inspection
from omi_report.model.base import ReportDate
from omi_report.model.calendar import INSPECTION, STEPS, Step
from omi_report.model.identity import Identity
from omi_report.plan.planned import planned
from omi_report.plan.timing import days_over, first_day, has_come, weeks_after


@dataclass(frozen=True, slots=True)
class DatedStep:
    """A step. It was ``done`` on a day, or at some time before the next one if it is ``passed``; else it is still due.

    ``days_late`` says for how many days it has been late, or how many days late it was done.
    """

    step: Step
    due: ReportDate | None = None
    done: ReportDate | None = None
    passed: bool = False
    days_late: int = 0

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.done is None and not self.passed


def timetable(inspection: Inspection, today: datetime.date) -> tuple[DatedStep, ...]:
    """Return the steps of an inspection that were done or are due, in their order.

    By when they are due follows from the framework's calendar. A date to come that the area states for a step counts in
    place of that; but by a day on which it will send its plan it gives itself no more time. Where a step was done, the
    days of the next one are counted from there, and else from when it is due.
    """
    found = list(_steps(inspection, today))
    last = max((at for at, each in enumerate(found) if each.done), default=-1)
    if inspection.area.identity.stage == "final":  # whatever is recorded of the steps before
        last = max(last, STEPS.index("publication"))
    marked = [
        replace(each, passed=True, days_late=0) if at < last and not each.done else each
        for at, each in enumerate(found)
    ]
    return tuple(each for each in marked if each.due or each.done)


def _steps(inspection: Inspection, today: datetime.date) -> Iterator[DatedStep]:
    calendar, identity = inspection.framework.calendar, inspection.area.identity
    dates: dict[str, ReportDate] = {INSPECTION: identity.inspected}
    for step in STEPS:
        stated = _stated(step, inspection)
        done: ReportDate | None = None
        if stated and has_come(stated, today) and _is_done(step, identity):
            stated, done = None, stated
        elif step == "plan":
            stated = None
        rule = calendar.due(step)
        by_calendar = weeks_after(dates[rule.after], rule.weeks) if rule and rule.after in dates else None
        due = stated or _wanted(step, identity) or by_calendar
        if known := done or due:
            dates[step] = known
        late = days_over(due, first_day(done) if done else today) if due else 0
        yield DatedStep(step, due, done, days_late=late)


def _stated(step: Step, inspection: Inspection) -> ReportDate | None:
    """When the area says that a step was done, or is to be."""
    identity = inspection.area.identity
    match step:
        case "feedback":
            return identity.feedback
        case "draft":
            return identity.drafted
        case "comments":
            return identity.commented
        case "publication":
            return identity.published
        case "plan":
            plan = planned(inspection)
            return plan.plan.submitted if plan and plan.plan else None


def _is_done(step: Step, identity: Identity) -> bool:
    """Whether a step whose day has come was done: only a final report is published."""
    return step != "publication" or identity.stage == "final"


def _wanted(step: Step, identity: Identity) -> ReportDate | None:
    """By when the area is asked for its comments, where that is said."""
    return identity.draft.reply_by if step == "comments" else None
