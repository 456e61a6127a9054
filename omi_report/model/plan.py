"""``plan.yaml``: what the inspected area does about each recommendation, by whom and by when, and how far it has come.

The area keeps the file, also after publication: no report holds anything of it.

Annotations are not put off (``from __future__``): a record reads them when its class is made.
"""

from collections.abc import Iterator
from typing import Literal

from omi_report.model import facts
from omi_report.model.base import Key, ReportDate, Text, Words
from omi_report.model.kinds import FileKind
from omi_report.model.record import Record, field
from omi_report.source.places import PLAN_FILE
from omi_report.source.tree import Path

Progress = Literal["under-way", "finished", "dropped"]
"""How far an action has come. One of which nothing is said has not begun."""


class ProgressEntry(Record):
    """What was known of an action on a day."""

    date: ReportDate = field(about="the month or the day of which it tells: 2008-05-14")
    state: Progress = field(default="under-way", about="under-way, finished, or dropped for a reason that says tells")
    says: Text = field(about="how far the action has come, in a sentence or two")
    evidence: tuple[Words, ...] = field(default=(), about="what shows it: [Minutes of the board of 12 May 2008]")


class Action(Record):
    """One thing that is done about a recommendation."""

    id: Key = field(about="a name that stays, by which minutes and letters can call the action")
    what: Text = field(about="what is done, so that everybody can tell when it is finished")
    owner: Words | None = field(
        default=None, about="the role that sees to it, and no name: Head of Offender Management"
    )
    due: ReportDate | None = field(default=None, about="by when it is to be finished: 2008-06")
    progress: tuple[ProgressEntry, ...] = field(default=(), about="how far it has come, the oldest entry first")

    @property
    def evidence(self) -> tuple[str, ...]:
        """What shows how far it has come, from all its entries."""
        return tuple(each for entry in self.progress for each in entry.evidence)


class Answered(Record):
    """A recommendation of the report, and what is done about it."""

    recommendation: Words = field(about="its id, or its number in the report")
    actions: tuple[Action, ...] = ()


class Plan(Record):
    """``plan.yaml``: what is done about the recommendations of the report, by whom and by when."""

    submitted: ReportDate | None = field(default=None, about="when the area sent the plan: 2008-03-14")
    recommendations: tuple[Answered, ...]

    def actions(self) -> Iterator[tuple[Path, Action]]:
        """Yield every action with its path, in the order of the file."""
        for at, answered in enumerate(self.recommendations):
            for inner, action in enumerate(answered.actions):
                yield ("recommendations", at, "actions", inner), action


def _texts(plan: Plan) -> Iterator[facts.WrittenText]:
    for path, action in plan.actions():
        label = f"action {action.id}"
        yield facts.WrittenText((*path, "what"), action.what, label)
        for at, entry in enumerate(action.progress):
            yield facts.WrittenText((*path, "progress", at, "says"), entry.says, f"{label}, progress")


def _ids(plan: Plan) -> Iterator[facts.UniqueName]:
    for path, action in plan.actions():
        yield facts.UniqueName("id", "", (*path, "id"), action.id)


PLAN = FileKind(id="plan", file=PLAN_FILE, model=Plan, texts=_texts, unique_names=_ids, is_beside=True)
"""The kind of the file. It is the kind of no part, so that nothing of a report comes from it."""
