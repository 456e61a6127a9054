"""The cases of a sample → those who judge them: by share and capacity, and nobody the cases of their own team.

Assessors of the area get their share first, and every pair of a case and an assessor that is allowed is looked at: if a
case can only go to an assessor who is full, their other cases go to somebody else, as far as that leads (augmenting
paths). So as many cases go to assessors as can. Inspectors may judge any case. All loads are as even as capacities let
them be, and the same sample and judges always give the same result.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from omi_report.model.sample import Sample, SampleCase
from omi_report.model.sample_record import Judge
from omi_report.model.sampling import Sampling


class Lacking(NamedTuple):
    """What could not be met when cases were given out: ``found`` is how many there are of those that were asked for.

    It is of ``judged`` cases, of the share of ``assessors``, of those judged ``twice``, and of these by one ``of each``
    role.
    """

    what: Literal["judged", "assessors", "twice", "of each"]
    asked: int
    found: int


@dataclass(frozen=True, slots=True)
class Allocated:
    """A sample whose cases were given out, and what could not be met."""

    sample: Sample
    lacking: tuple[Lacking, ...]


def allocated(sample: Sample, sampling: Sampling, *, anew: bool = False) -> Allocated:
    """Give the cases that are inspected to the judges of the sample.

    Cases that have a judge keep them, unless they are given out ``anew``, or may not be judged by them.
    """
    judges = {each.id: each for each in sample.judges}
    kept = tuple(
        replace(each, judge="", second="") if anew else _without_wrong(each, judges) for each in sample.inspected
    )
    desk = _Desk(kept, judges)
    assessors = (2 * len(kept) * sampling.assessors + 100) // 200
    twice = min(sampling.twice, len(kept))
    desk.give_to_assessors(assessors, twice)
    desk.give_to_inspectors(twice)
    given = {each.case: each for each in desk.cases()}
    lacking = tuple(
        each for each in _lacking(list(given.values()), desk.judges, assessors, twice) if each.found < each.asked
    )
    return Allocated(replace(sample, cases=tuple(given.get(each.case, each) for each in sample.cases)), lacking)


def _without_wrong(case: SampleCase, judges: dict[str, Judge]) -> SampleCase:
    """A case without those who may not judge it: who is no judge any more, or is an assessor of its team."""
    first, second = (
        given if (judge := judges.get(given)) and not (judge.is_assessor and case.is_own_of(judge)) else ""
        for given in (case.judge, case.second)
    )
    return replace(case, judge=first, second="" if second == first or not first else second)


def _lacking(cases: Sequence[SampleCase], judges: dict[str, Judge], assessors: int, twice: int) -> Iterable[Lacking]:
    yield Lacking("judged", len(cases), sum(bool(each.judge) for each in cases))
    yield Lacking("assessors", assessors, sum(bool(each.judge) and judges[each.judge].is_assessor for each in cases))
    both = [each for each in cases if each.second]
    yield Lacking("twice", twice, len(both))
    of_each = sum(judges[each.judge].is_assessor != judges[each.second].is_assessor for each in both)
    yield Lacking("of each", len(both), of_each)


@dataclass(slots=True)
class _Desk:
    """Cases while they are given out. ``first`` and ``second`` are the judges of cases, ``load`` how many each has."""

    given: Sequence[SampleCase]
    judges: dict[str, Judge]
    first: dict[str, str] = field(init=False)
    second: dict[str, str] = field(init=False)
    load: Counter[str] = field(init=False)

    def __post_init__(self) -> None:
        self.first = {each.case: each.judge for each in self.given if each.judge}
        self.second = {each.case: each.second for each in self.given if each.second}
        self.load = Counter([*self.first.values(), *self.second.values()])

    def cases(self) -> list[SampleCase]:
        """The cases with those who judge them."""
        return [
            replace(each, judge=self.first.get(each.case, ""), second=self.second.get(each.case, ""))
            for each in self.given
        ]

    def give_to_assessors(self, share: int, twice: int) -> None:
        """Give assessors their share of first judgements, and their part of the second ones."""
        assessors = [each for each in self.judges.values() if each.is_assessor]
        have = sum(self._is_by_assessor(each.case) for each in self.given)
        open_cases = [each for each in self.given if each.case not in self.first]
        matching = _Matching(assessors, self.load)
        firsts = matching.give(open_cases, max(0, share - have))
        # Of the cases that are judged twice the same share has an assessor first as of all cases.
        by_assessor_first = (2 * twice * share + len(self.given)) // (2 * max(1, len(self.given)))
        wanted = max(0, twice - by_assessor_first - sum(not self._is_by_assessor(each) for each in self.second))
        chosen = set(firsts)
        others = [
            each
            for each in self.given
            if each.case not in chosen and each.case not in self.second and not self._is_by_assessor(each.case)
        ]
        has_inspectors = any(not each.is_assessor for each in self.judges.values())
        seconds = matching.give(others, wanted if has_inspectors else 0)
        for case, judge in matching.found.items():
            (self.first if case in chosen else self.second)[case] = judge
            self.load[judge] += 1
        assert chosen.isdisjoint(seconds)

    def give_to_inspectors(self, twice: int) -> None:
        """Give inspectors all cases that have no first judge, and the second judgements that are left."""
        inspectors = [each for each in self.judges.values() if not each.is_assessor]
        for each in self.given:
            if each.case not in self.first:
                self._give(self.first, each.case, inspectors)
        for case in [case for case in self.second if case not in self.first]:  # nobody judges it first
            self.first[case] = self.second.pop(case)
        by_assessors = [each.case for each in self.given if self._is_by_assessor(each.case)]
        rest = [each.case for each in self.given if each.case not in by_assessors]
        for case in (*by_assessors, *rest):
            if len(self.second) < twice and case in self.first and case not in self.second:
                self._give(self.second, case, inspectors)

    def _give(self, to: dict[str, str], case: str, inspectors: Iterable[Judge]) -> None:
        """Give a case to the inspector who has fewest, if any has room."""
        free = [
            each
            for each in inspectors
            if (each.capacity is None or self.load[each.id] < each.capacity) and self.first.get(case) != each.id
        ]
        if free:
            judge = min(free, key=lambda each: self.load[each.id])
            to[case] = judge.id
            self.load[judge.id] += 1

    def _is_by_assessor(self, case: str) -> bool:
        judge = self.judges.get(self.first.get(case, ""))
        return judge is not None and judge.is_assessor


class _Matching:
    """Cases given to assessors, none to one of its own team. ``found`` is the assessor of each case."""

    def __init__(self, assessors: Sequence[Judge], load: Counter[str]) -> None:
        self.assessors, self.before = assessors, dict(load)
        self.found: dict[str, str] = {}
        self._cases: dict[str, SampleCase] = {}
        self._level = 0

    def give(self, cases: Sequence[SampleCase], wanted: int) -> list[str]:
        """Give so many of the cases out, or as many as can be; what was given out stays so, perhaps to another."""
        given: list[str] = []
        self._cases |= {each.case: each for each in cases}
        while len(given) < wanted:
            for each in cases:
                if len(given) < wanted and each.case not in self.found and self._augmented(each.case, set()):
                    given.append(each.case)
            if self._level >= len(self._cases) + max(self.before.values(), default=0):
                break  # nobody has room for more
            if len(given) < wanted:
                self._level += 1  # loads grow evenly
        return given

    def _room(self, judge: Judge) -> int:
        most = self._level if judge.capacity is None else min(self._level, judge.capacity)
        return most - self.before.get(judge.id, 0) - sum(each == judge.id for each in self.found.values())

    def _augmented(self, case: str, tried: set[str]) -> bool:
        """Give a case to an assessor, who may hand another one on to somebody else for it."""
        allowed = [each for each in self.assessors if each.id not in tried and not self._cases[case].is_own_of(each)]
        for judge in sorted(allowed, key=lambda each: -self._room(each)):
            if judge.id in tried:
                continue
            tried.add(judge.id)
            if self._room(judge) > 0:
                self.found[case] = judge.id
                return True
            for other in [each for each, whose in self.found.items() if whose == judge.id]:
                if self._augmented(other, tried):
                    self.found[case] = judge.id
                    return True
        return False
