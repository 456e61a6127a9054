"""OMI803: the dates of a plan are not in order."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import pairwise

from omi_report.lint.declaration import of_plan
from omi_report.model.base import ReportDate
from omi_report.model.plan import Action
from omi_report.plan.planned import Planned
from omi_report.plan.timing import first_day, has_come, last_day
from omi_report.problems import Problem, Rule, Severity
from omi_report.source.places import PLAN_FILE
from omi_report.source.tree import Path

RULE = Rule(
    "OMI803",
    "plan-dates",
    Severity.ERROR,
    "The plan is submitted, an action is due or something is told of it before the inspection. Or the plan is "
    "submitted, or something is told of an action, on a day to come. Or what is told of an action is not in the order "
    "of its days, or goes on after it was finished or dropped.",
    "One of the two dates is a slip, most often in the year, and what is late is told by them.",
    bad="due: 2007-06   # of an inspection in November 2007",
    good="due: 2008-06",
)

_HINT = "which of the two is wrong?"


@of_plan
def check(plan: Planned) -> Iterator[Problem]:
    """Hold the dates of the plan against that of the inspection, and those of an action against each other."""
    if plan.plan is None:
        return
    submitted = plan.plan.submitted
    if submitted and _is_before(submitted, inspected := plan.area.identity.inspected):
        yield _problem(
            plan, ("submitted",), submitted, f"the plan is submitted ({submitted}) before the inspection ({inspected})"
        )
    today = datetime.datetime.now().astimezone().date()
    if submitted and not has_come(submitted, today):
        message = f"{submitted} is still to come: the plan is not submitted yet"
        yield _problem(plan, ("submitted",), submitted, message, "write it when the plan was sent, or mend the date")
    for path, action in plan.plan.actions():
        yield from _of_action(plan, path, action, today)


def _of_action(plan: Planned, path: Path, action: Action, today: datetime.date) -> Iterator[Problem]:
    inspected = plan.area.identity.inspected
    if action.due and _is_before(action.due, inspected):
        message = f"the action is due ({action.due}) before the inspection ({inspected})"
        yield _problem(plan, (*path, "due"), action.due, message)
    for at, entry in enumerate(action.progress):
        place = (*path, "progress", at, "date")
        if _is_before(entry.date, inspected):
            yield _problem(plan, place, entry.date, f"this is of {entry.date}, and the inspection of {inspected}")
        if not has_come(entry.date, today):
            yield _problem(plan, place, entry.date, f"{entry.date} is still to come", "write what is known by today")
    for at, (before, entry) in enumerate(pairwise(action.progress), start=1):
        place = (*path, "progress", at, "date")
        if _is_before(entry.date, before.date):
            message = f"{entry.date} stands behind {before.date}: the oldest entry comes first"
            yield _problem(plan, place, entry.date, message, "put them in order, or mend the date")
        elif before.state != "under-way":
            message = f"the action was {before.state} by {before.date}, and goes on"
            yield _problem(
                plan, place, entry.date, message, "give what is done now an action of its own, or mend the state"
            )


def _is_before(first: ReportDate, second: ReportDate) -> bool:
    """Compare two dates; within a month that is all that is known of one of them, none is before the other."""
    return last_day(first) < first_day(second)


def _problem(plan: Planned, path: Path, date: ReportDate, message: str, hint: str = _HINT) -> Problem:
    return RULE.at(plan.area.at(PLAN_FILE, path), message, hint, length=len(str(date)))
