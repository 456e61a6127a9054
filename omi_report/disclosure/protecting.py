"""Numbers that are not known, what is printed of them, and small ones among them → what of that is left out.

A small number is safe where other numbers would print the same, and it is far enough from what it is there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from omi_report.disclosure.bounds import Sum, Work
from omi_report.disclosure.wandering import Wandering
from omi_report.disclosure.worlds import System

TURNS = 4
"""How often all small numbers are tried, down and up in turn, before something is left out."""

STEPS = 12
"""How many steps are tried each time."""

_Key = TypeVar("_Key")


@dataclass(frozen=True, slots=True)
class SmallNumber:
    """A number that is the sum of those in some places, and over how many numbers it must be able to reach."""

    places: tuple[int, ...]
    needed: int


@dataclass(slots=True)
class Protector(Generic[_Key]):
    """Leaves out of what is ``printed``, in its order, as much as small numbers need.

    The numbers are as in ``truth`` and no more than their ``most``; the sums that are ``known`` are known whatever is
    left out. ``ends`` is between what each small number was found to lie.
    """

    truth: tuple[int, ...]
    most: tuple[int, ...]
    known: tuple[Sum, ...]
    printed: Mapping[_Key, tuple[Sum, ...]]
    work: Work
    hidden: set[_Key] = field(default_factory=set)
    ends: dict[SmallNumber, tuple[int, int]] = field(default_factory=dict)

    def protect(self, numbers: Iterable[SmallNumber]) -> None:
        """Make small numbers safe. What is near one that cannot be is left out.

        So is everything where the work is over.
        """
        for number in numbers:
            size = sum(self.truth[place] for place in number.places)
            self.ends[number] = size, size
        self._wander()
        for number in self.ends:
            if self._is_safe(number) or self._is_found(number):
                continue
            near = self._near(number)
            many = 1
            while near and not self._is_safe(number):
                self.hidden |= set(near if self.work.is_over else near[:many])
                if many >= len(near):
                    break
                many *= 2
                self._wander()

    def _is_safe(self, number: SmallNumber) -> bool:
        low, high = self.ends[number]
        return high - low >= number.needed

    def _near(self, number: SmallNumber) -> list[_Key]:
        """What is still printed: first what tells of a number itself, then all else."""
        inside = set(number.places)
        shown = [key for key in self.printed if key not in self.hidden]
        near = [key for key in shown if any(place in inside for each in self.printed[key] for place, _ in each.terms)]
        return [*near, *(key for key in shown if key not in near)]

    def _sums(self) -> tuple[Sum, ...]:
        """All that is known and printed."""
        shown = (each for key, sums in self.printed.items() if key not in self.hidden for each in sums)
        return (*self.known, *shown)

    def _wander(self) -> None:
        """Look for other numbers that print the same, until all small ones are safe or none comes nearer to it."""
        wanted = [number for number in self.ends if not self._is_safe(number)]
        if not wanted:
            return
        way = Wandering(self.truth, self.most, self._sums(), self.work)
        for turn in range(TURNS):
            for number in wanted:
                self._towards(number, 1 if turn % 2 else -1, way)
            wanted = [number for number in wanted if not self._is_safe(number)]
            if not wanted or self.work.is_over:
                return

    def _towards(self, number: SmallNumber, by: int, way: Wandering) -> None:
        """Change a small number in one direction as far as it is needed."""
        for _ in range(STEPS):
            if self._is_safe(number) or self.work.is_over:
                return
            if way.step(way.random.choice(number.places), by):
                size = sum(way.values[place] for place in number.places)
                low, high = self.ends[number]
                self.ends[number] = min(low, size), max(high, size)

    def _is_found(self, number: SmallNumber) -> bool:
        """Whether a search finds other numbers that print the same, and one of them is far enough."""
        size = sum(self.truth[place] for place in number.places)
        system, terms = System(self.truth, self.most, self._sums()), tuple((place, 1) for place in number.places)
        for other in (size + number.needed, size - number.needed):
            if other >= 0 and not self.work.is_over and system.other((Sum(terms, other, other),), self.work):
                self.ends[number] = min(size, other), max(size, other)
                return True
        return False
