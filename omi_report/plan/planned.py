"""The improvement plan of an area: its file, read by itself, and the recommendations that it answers.

No report holds anything of it. So it is no part of the inspection: it is read from the same snapshot, when somebody
asks for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from omi_report.beside import beside
from omi_report.inspection import Inspection, remembered
from omi_report.model.area import Area
from omi_report.model.facts import Recommended
from omi_report.model.plan import PLAN, Action, Plan
from omi_report.problems import Problem


@dataclass(frozen=True, slots=True)
class Planned:
    """The plan of an area. ``plan`` is None where its file cannot be read, for which ``problems`` say why.

    ``alone`` is an inspection under the same framework that holds the plan and nothing else of the area. ``asked`` are
    the recommendations of the report, in its order; they are ``known`` where the file that has them could be read.
    """

    inspection: Inspection
    alone: Inspection
    plan: Plan | None
    problems: tuple[Problem, ...]
    asked: tuple[Recommended, ...]
    known: bool

    @property
    def area(self) -> Area:
        """The plan by itself, as an area: it knows the places of its values."""
        return self.alone.area

    def meant(self, name: str) -> Recommended | None:
        """Return the recommendation that the plan calls by an id or a number; None where there is no such one."""
        return next((each for each in self.asked if name in (each.name, str(each.number))), None)

    def actions_of(self, asked: Recommended) -> Iterator[Action]:
        """Yield the actions about a recommendation, in the order of the plan."""
        for answered in self.plan.recommendations if self.plan else ():
            if self.meant(answered.recommendation) == asked:
                yield from answered.actions


def recommended(inspection: Inspection) -> tuple[Recommended, ...]:
    """Return the recommendations of a report, in its order."""
    return tuple(each for _file, each in inspection.area.ask(lambda kind: kind.recommended))


@remembered
def planned(inspection: Inspection) -> Planned | None:
    """Return the improvement plan of an area; None where it has none, or where its framework has a part of the name."""
    read = beside(inspection, PLAN)
    if read is None:
        return None
    area = inspection.area
    of_answers = {kind.file for kind in area.part_kinds if kind.answers_criteria}
    return Planned(
        inspection,
        read.alone,
        read.held,
        read.problems,
        recommended(inspection),
        known=area.unread.isdisjoint(of_answers),
    )
