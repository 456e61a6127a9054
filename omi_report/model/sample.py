"""The sample of an area as it was drawn: its cases, and how they came to be in it.

A row stands for somebody's case. No report, data, manifest or cache holds one, and what is printed of a sample holds
counts alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from omi_report.model.sample_record import DrawnSample, Judge, SamplePlace
from omi_report.model.sampling import Which


@dataclass(frozen=True, slots=True)
class SampleCase:
    """A case of the sample or its reserve. ``order`` counts the cases of its stratum in the order of the draw.

    ``judge`` and ``second`` are the ids of those who judge it, empty where nobody does. ``reason`` says why a case was
    withdrawn.
    """

    case: str
    place: SamplePlace
    order: int
    values: Mapping[str, str]
    team: str = ""
    judge: str = ""
    second: str = ""
    reason: str = ""

    def is_of(self, which: Which) -> bool:
        """Say whether the case is one of a kind."""
        return is_of(self.values, which)

    def is_own_of(self, judge: Judge) -> bool:
        """Say whether the case is one of the team that a judge works in, in capitals or not."""
        return bool(self.team) and _as_compared(self.team) == _as_compared(judge.team or "")


@dataclass(frozen=True, slots=True)
class Sample:
    """The cases of a sample in the order of their file, how they were drawn, and those who judge them."""

    cases: tuple[SampleCase, ...]
    drawn: DrawnSample
    judges: tuple[Judge, ...] = ()

    @property
    def inspected(self) -> tuple[SampleCase, ...]:
        """The cases that are inspected: neither in reserve nor withdrawn."""
        return self.at("sample")

    def at(self, place: SamplePlace) -> tuple[SampleCase, ...]:
        """Return the cases that stand in a place."""
        return tuple(each for each in self.cases if each.place == place)

    @property
    def judges_of_no_team(self) -> tuple[Judge, ...]:
        """Those who judge and work in a team that no case has, where cases have teams: it may be spelt otherwise."""
        teams = {_as_compared(each.team) for each in self.cases if each.team}
        return tuple(each for each in self.judges if teams and each.team and _as_compared(each.team) not in teams)


def _as_compared(team: str) -> str:
    return " ".join(team.casefold().split())


def is_of(values: Mapping[str, str], which: Which) -> bool:
    """Say whether a case with these attributes is one of a kind."""
    return all(values.get(attribute) in wanted for attribute, wanted in which.items())
