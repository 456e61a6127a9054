"""Sums of whole numbers → numbers that agree with all of them: each is settled in turn, and what follows from it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from omi_report.disclosure.bounds import Sum, Work, narrowed

REFUSED = 12
"""How many numbers that agree with all sums may be refused before the search is given up."""


def _always(*_numbers: object) -> bool:
    return True


@dataclass(slots=True)
class NumberSearch:
    """Looks for numbers that agree with all ``sums``, those first that are nearest to the ``truth``.

    No more than ``most_steps`` numbers are tried, nor more ``work`` done than may be. ``is_possible`` says whether a
    number, by its place, can have a value; ``is_wanted`` whether numbers that agree are what is looked for.
    """

    sums: Sequence[Sum]
    truth: Sequence[int]
    work: Work
    most_steps: int
    is_possible: Callable[[int, int], bool] = _always
    is_wanted: Callable[[tuple[int, ...]], bool] = _always
    size: int = field(init=False)
    steps: int = field(default=0, init=False)
    refused: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        self.size = sum(len(each.terms) for each in self.sums)

    def found(self, least: list[int], most: list[int]) -> tuple[int, ...] | None:
        """Return such numbers between some others; None where none are found in so many steps. Narrows both ends."""
        self.work.spend(self.size)
        if self.work.is_over or not narrowed(least, most, self.sums):
            return None
        open_to = [place for place in range(len(least)) if least[place] < most[place]]
        if not open_to:
            return self._as_wanted(tuple(least))
        at = min(open_to, key=lambda place: (most[place] - least[place], place))
        for number in sorted(range(least[at], most[at] + 1), key=lambda each: (abs(each - self.truth[at]), each)):
            self.steps += 1
            if self.steps > self.most_steps or self.refused > REFUSED or self.work.is_over:
                return None
            if self.is_possible(at, number):
                numbers = self.found(_with(least, at, number), _with(most, at, number))
                if numbers is not None:
                    return numbers
        return None

    def _as_wanted(self, numbers: tuple[int, ...]) -> tuple[int, ...] | None:
        if not all(self.is_possible(place, number) for place, number in enumerate(numbers)):
            return None
        if self.is_wanted(numbers):
            return numbers
        self.refused += 1
        return None


def _with(numbers: list[int], place: int, number: int) -> list[int]:
    return [*numbers[:place], number, *numbers[place + 1 :]]
