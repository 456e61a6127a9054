"""Numbers that agree with what is printed → others that do, found by wandering from one to the next.

Each step changes a number by 1, and then others until all sums are right again. It is taken back where that leads to
nothing. The steps are chosen by chance from a fixed seed, so that they are the same every time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from random import Random

from omi_report.disclosure.bounds import Sum, Work

MOST_CHANGES = 6
"""How many numbers one step changes at most."""


class Wandering:
    """Numbers on their way. ``values`` agree with all sums after each step."""

    def __init__(self, start: Sequence[int], most: Sequence[int], sums: Sequence[Sum], work: Work) -> None:
        self.values, self.most, self.sums, self.work = list(start), most, sums, work
        self.random = Random(len(sums))  # noqa: S311 - no secret, and the same every time
        self.totals = [sum(weight * start[place] for place, weight in each.terms) for each in sums]
        self.sums_of: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for at, each in enumerate(sums):
            for place, weight in each.terms:
                self.sums_of[place].append((at, weight))
        work.spend(sum(len(each.terms) for each in sums))

    def step(self, place: int, by: int) -> tuple[int, ...]:
        """Change a number by 1 or -1; return the places of all that have changed, none where it cannot be."""
        changed = [(place, by)]
        if not self._change(place, by):
            return ()
        while (at := self._wrong(changed)) is not None:
            back = self._repair(at, changed) if len(changed) < MOST_CHANGES else None
            if back is None:
                for other, own in reversed(changed):
                    self._change(other, -own)
                return ()
            changed.append(back)
        return tuple(other for other, _own in changed)

    def _change(self, place: int, by: int) -> bool:
        if not 0 <= self.values[place] + by <= self.most[place]:
            return False
        self.values[place] += by
        beside = self.sums_of[place]
        self.work.spend(len(beside))
        for at, weight in beside:
            self.totals[at] += weight * by
        return True

    def _wrong(self, changed: Sequence[tuple[int, int]]) -> int | None:
        """A sum that is not right: of those that were changed, the one of fewest numbers."""
        wrong = {at for place, _by in changed for at, _weight in self.sums_of[place] if self._off(at)}
        return min(wrong, key=lambda at: (len(self.sums[at].terms), at), default=None)

    def _off(self, at: int) -> int:
        """How a sum has to change."""
        _terms, low, high = self.sums[at]
        return 1 if self.totals[at] < low else -1 if self.totals[at] > high else 0

    def _repair(self, at: int, changed: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
        """Change another number of a sum towards what is right: of some, the one that puts fewest other sums out."""
        by, before = self._off(at), {place for place, _by in changed}
        choices = [
            place
            for place, _weight in self.sums[at].terms
            if place not in before and 0 <= self.values[place] + by <= self.most[place]
        ]
        if not choices:
            return None
        tried = self.random.sample(choices, min(len(choices), 4))
        best = min(tried, key=lambda place: self._put_out(place, by))
        self._change(best, by)
        return best, by

    def _put_out(self, place: int, by: int) -> int:
        """How many sums would not be right if a number changed."""
        beside = self.sums_of[place]
        self.work.spend(len(beside))
        return sum(
            not self.sums[at].low <= self.totals[at] + weight * by <= self.sums[at].high for at, weight in beside
        )
