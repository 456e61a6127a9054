"""Counts outcomes: shares with their 95 per cent intervals, by operator, by family and in all."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tests.faults.catalogue import FAMILIES
from tests.faults.measure import Outcome

_Z = 1.959964
"""Between minus this and this lie 95 per cent of a normal distribution."""


@dataclass(frozen=True)
class Share:
    """So many of so many."""

    count: int
    base: int

    @property
    def per_cent(self) -> float:
        """The share in per cent, 0 of none."""
        return 100 * self.count / self.base if self.base else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's interval in per cent: where the share of all such edits lies, with a confidence of 95 per cent."""
        if not self.base:
            return 0.0, 100.0
        share, n = self.count / self.base, self.base
        middle = share + _Z**2 / (2 * n)
        half = _Z * math.sqrt(share * (1 - share) / n + _Z**2 / (4 * n**2))
        below = 1 + _Z**2 / n
        return max(0.0, 100 * (middle - half) / below), min(100.0, 100 * (middle + half) / below)


@dataclass(frozen=True)
class Line:
    """A line of the result: what it is of, how many edits count, and how many of them were which."""

    name: str
    made: int
    found: Share
    seen: Share
    anywhere: Share
    errors: Share


@dataclass(frozen=True)
class Tally:
    """The results of one sort of edit: of each operator under its family, of each family and of all.

    ``unwitnessed`` is the share of faults that nothing proves wrong; for ``homeless`` edits no area had a place.
    """

    families: tuple[tuple[Line, tuple[Line, ...]], ...]
    whole: Line
    unwitnessed: Share
    homeless: int


def tally(outcomes: Sequence[Outcome]) -> Tally:
    """Count outcomes of one sort."""
    counting = [each for each in outcomes if each.counts]
    made = [each for each in outcomes if each.area]
    return Tally(
        tuple(
            (line(family, of_family), _by_operator(of_family))
            for family in FAMILIES
            if (of_family := [each for each in counting if each.family == family])
        ),
        line("all", counting),
        Share(len(made) - len(counting), len(made)),
        len(outcomes) - len(made),
    )


def line(name: str, outcomes: Sequence[Outcome]) -> Line:
    """Count outcomes that belong together."""

    def share(has: Callable[[Outcome], bool]) -> Share:
        return Share(sum(map(has, outcomes)), len(outcomes))

    return Line(
        name,
        len(outcomes),
        share(lambda each: each.found),
        share(lambda each: each.seen),
        share(lambda each: each.anywhere),
        share(lambda each: each.error),
    )


def _by_operator(outcomes: Iterable[Outcome]) -> tuple[Line, ...]:
    by_name: dict[str, list[Outcome]] = {}
    for each in outcomes:
        by_name.setdefault(each.operator, []).append(each)
    return tuple(line(name, by_name[name]) for name in sorted(by_name))
