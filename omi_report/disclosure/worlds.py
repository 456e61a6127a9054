"""Other answers that would print the same report: whether a number could be another one for all that is published.

A count that is left out is safe where a second set of answers agrees with everything that is published and has another
number there. No reader can then tell which of the two is so, whatever arithmetic he uses. Such a set is looked for by
repair: one number is changed, which puts sums out that are published, so others are changed, until all agree again.
Where that leads to nothing, each number is settled in turn. The search is counted in steps. What is not found in so
many counts as not there, so that more is left out, never less.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from omi_report.disclosure.bounds import Sum, Work, narrowed
from omi_report.disclosure.number_search import NumberSearch

SEARCH_STEPS = 300
"""How many numbers one search may change."""

DEEPEST = 40
"""How many numbers another set of answers may have changed at once."""

HARD_WORK = 4_000
"""How many numbers of sums may be looked at, roughly, to settle each number in turn where no repair was found."""

CHOICES = 8
"""Of how many numbers the best are tried to put one sum right."""


@dataclass(frozen=True)
class System:
    """Whole numbers from 0 to their ``most``, as they are in truth, and the sums of them that are known."""

    truth: tuple[int, ...]
    most: tuple[int, ...]
    sums: tuple[Sum, ...]

    @cached_property
    def totals(self) -> tuple[int, ...]:
        """What each sum comes to in truth."""
        return tuple(sum(weight * self.truth[place] for place, weight in each.terms) for each in self.sums)

    @cached_property
    def sums_of(self) -> tuple[tuple[tuple[int, int], ...], ...]:
        """The sums that each number is in, with its weight there."""
        found: list[list[tuple[int, int]]] = [[] for _ in self.truth]
        for at, each in enumerate(self.sums):
            for place, weight in each.terms:
                found[place].append((at, weight))
        return tuple(map(tuple, found))

    @cached_property
    def size(self) -> int:
        """How many numbers stand in its sums: the work that it takes to make it."""
        return sum(len(each.terms) for each in self.sums)

    def other(self, wanted: Sequence[Sum], work: Work) -> tuple[int, ...] | None:
        """Return numbers that agree with all sums and with those ``wanted``; None where none are found."""
        ends = self.between(wanted, work)
        if ends is None:
            return None
        search = _Search(self, wanted, work)
        if search.repair():
            return tuple(search.values)
        return NumberSearch((*wanted, *self.sums), self.truth, work, HARD_WORK // max(1, self.size)).found(*ends)

    def between(self, wanted: Sequence[Sum], work: Work) -> tuple[list[int], list[int]] | None:
        """Return the least and the most that each number can be at all; None where nothing agrees with all sums."""
        least, most = [0] * len(self.truth), list(self.most)
        work.spend(self.size)
        return (least, most) if narrowed(least, most, (*wanted, *self.sums)) else None


class _Search:
    """Changes numbers until all sums are right. The last sums are those that are wanted."""

    def __init__(self, system: System, wanted: Sequence[Sum], work: Work) -> None:
        self.values = list(system.truth)
        self.most, self.sums_of = system.most, system.sums_of
        self.sums: Sequence[Sum] = (*system.sums, *wanted)
        self.wanted = [(len(system.sums) + at, dict(each.terms)) for at, each in enumerate(wanted)]
        own = (sum(weight * self.values[place] for place, weight in each.terms) for each in wanted)
        self.totals = [*system.totals, *own]
        self.wrong = {at for at in range(len(self.sums)) if self._off(at, 0)}
        self.changed: set[int] = set()
        self.steps, self.work = 0, work
        work.spend(len(self.sums))

    def repair(self) -> bool:
        if not self.wrong:
            return True
        if len(self.changed) >= DEEPEST or self.work.is_over:
            return False
        at = min(self.wrong, key=lambda each: (len(self.sums[each].terms), each))
        for place, by in self._choices(at):
            if self.steps >= SEARCH_STEPS:
                return False
            self.steps += 1
            self._change(place, by)
            self.changed.add(place)
            if self.repair():
                return True
            self.changed.discard(place)
            self._change(place, -by)
        return False

    def _choices(self, at: int) -> list[tuple[int, int]]:
        """The changes of one number that bring a sum nearer, those first that put fewest other sums out."""
        off = self._off(at, 0)
        found = []
        self.work.spend(len(self.sums[at].terms))
        for place, weight in self.sums[at].terms:
            if place in self.changed:
                continue
            by = self._needed(off, weight, place)
            left = abs(self._off(at, weight * by))
            if by and left < abs(off):
                beside = self._in_sums(place)
                worse = sum(other != at and self._worsens(other, factor * by) for other, factor in beside)
                self.work.spend(len(beside))
                found.append((worse, left, place, by))
        found.sort()
        return [(place, by) for _worse, _left, place, by in found[:CHOICES]]

    def _in_sums(self, place: int) -> tuple[tuple[int, int], ...]:
        return (*self.sums_of[place], *((at, terms[place]) for at, terms in self.wanted if place in terms))

    def _off(self, at: int, change: int) -> int:
        """How far a sum would be from where it must lie: under 0 where it is too low."""
        total, (_terms, low, high) = self.totals[at] + change, self.sums[at]
        return total - low if total < low else max(0, total - high)

    def _worsens(self, at: int, change: int) -> bool:
        return abs(self._off(at, change)) > abs(self._off(at, 0))

    def _needed(self, off: int, weight: int, place: int) -> int:
        """By how much a number is to change for its sum to be right, as far as it can."""
        whole = -(-abs(off) // abs(weight))
        by = whole if (off < 0) == (weight > 0) else -whole
        return min(by, self.most[place] - self.values[place]) if by > 0 else max(by, -self.values[place])

    def _change(self, place: int, by: int) -> None:
        self.values[place] += by
        for at, weight in self._in_sums(place):
            self.totals[at] += weight * by
            if self._off(at, 0):
                self.wrong.add(at)
            else:
                self.wrong.discard(at)
