"""Where one inspection stands, as plain data."""

from __future__ import annotations

from dataclasses import dataclass, field

from omi_report.errors import CLEAN
from omi_report.plan.timetable import DatedStep


@dataclass(frozen=True, slots=True)
class Counts:
    """How much is to be done in the files of an area: errors, warnings, and blanks that are left in it.

    ``comments`` are those on drafts of which nothing has been decided; None where the area has no file of comments.
    """

    errors: int = 0
    warnings: int = 0
    todos: int = 0
    comments: int | None = None


@dataclass(frozen=True, slots=True)
class PlanCounts:
    """How many actions a plan has, how many of them are still open, and how many of these are late."""

    actions: int
    open: int
    late: int


@dataclass(frozen=True, slots=True)
class AreaStatus:
    """Where one inspection stands. ``path`` is that of its folder as typed.

    ``missing`` is what it lacks to be final, or for its plan, in words. Where it cannot be read, ``refusal`` says why,
    with the exit ``status`` of that, and nothing else is known.
    """

    path: str
    area: str = ""
    programme: str = ""
    inspectorate: str = ""
    stage: str = ""
    draft: int | None = None
    steps: tuple[DatedStep, ...] = ()
    counts: Counts = field(default_factory=Counts)
    missing: tuple[str, ...] = ()
    plan: PlanCounts | None = None
    refusal: tuple[str, ...] = ()
    status: int = CLEAN

    @property
    def is_late(self) -> bool:
        """Whether the next step, or an action of the plan, is late."""
        return bool((self.next and self.next.days_late) or (self.plan and self.plan.late))

    @property
    def next(self) -> DatedStep | None:
        """The step that is to be done next; None where none is due."""
        return next((each for each in self.steps if each.is_open), None)
