"""How far the actions of a plan have come by a day, and which of them are late."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from omi_report.model.base import ReportDate
from omi_report.model.facts import Recommended
from omi_report.model.plan import Action, ProgressEntry
from omi_report.plan.planned import Planned
from omi_report.plan.timing import days_over, has_come

State: TypeAlias = Literal["not-begun", "under-way", "finished", "dropped"]


@dataclass(frozen=True, slots=True)
class Standing:
    """An action by a day: what was last said of it, how far it has come, and for how many days it has been late.

    What was said later than the day is not known yet. ``name`` is what the plan calls the recommendation, which is None
    where the report has none of that name.
    """

    name: str
    asked: Recommended | None
    action: Action
    state: State
    last: ProgressEntry | None
    days_late: int

    @property
    def since(self) -> ReportDate | None:
        """When it was last told of."""
        return self.last.date if self.last else None

    @property
    def is_open(self) -> bool:
        """Whether anything is still to be done."""
        return self.state in ("not-begun", "under-way")


def standings(plan: Planned, today: datetime.date) -> tuple[Standing, ...]:
    """Return how far each action has come, in the order of the recommendations in the report.

    Actions about recommendations that the report does not have come last.
    """
    return tuple(
        sorted(_standings(plan, today), key=lambda each: each.asked.number if each.asked else len(plan.asked) + 1)
    )


def _standings(plan: Planned, today: datetime.date) -> Iterator[Standing]:
    for answered in plan.plan.recommendations if plan.plan else ():
        asked = plan.meant(answered.recommendation)
        for action in answered.actions:
            yield standing(answered.recommendation, asked, action, today)


def standing(name: str, asked: Recommended | None, action: Action, today: datetime.date) -> Standing:
    """Return how far an action has come by a day."""
    last = next((each for each in reversed(action.progress) if has_come(each.date, today)), None)
    state: State = last.state if last else "not-begun"
    is_open = state in ("not-begun", "under-way")
    return Standing(name, asked, action, state, last, days_over(action.due, today) if is_open and action.due else 0)
