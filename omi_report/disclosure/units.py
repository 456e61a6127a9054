"""What a report prints of its evidence: numbers that are shown or left out together.

Every number is a sum over the rows of a source: the rows of a part of the sample that have one of some answers. A
figure is such a sum with its base, the row of a chart one for each answer.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

CASES = ""
"""The source of what is counted of cases; that of the others is a survey's id."""

Owner: TypeAlias = tuple[str, ...]
"""What prints a unit: ``("figure", full name)``, ``("question", id)``, ``("chart", name, its row, its series)``."""


class FamilyKey(NamedTuple):
    """A question of a source."""

    source: str
    question: str


class PrintedNumber(NamedTuple):
    """A number that is printed: the rows of a set that have one of some answers."""

    answers: frozenset[str]
    rows: int


@dataclass(frozen=True, slots=True)
class Family:
    """The answers to a question of a source, by the smallest parts of the sample that its units tell apart.

    ``parts`` are sets of rows, ``given`` how many in each gave each of the ``answers``. Where it
    ``may_be_blank``, a row may have no answer.
    """

    key: FamilyKey
    answers: tuple[str, ...]
    above: frozenset[str]
    relevant: frozenset[str]
    parts: tuple[int, ...]
    given: tuple[tuple[int, ...], ...]
    may_be_blank: bool = False

    @property
    def truth(self) -> tuple[int, ...]:
        """All numbers, part by part."""
        return tuple(number for given in self.given for number in given)

    @property
    def most(self) -> tuple[int, ...]:
        """How large each number could be."""
        return tuple(part.bit_count() for part in self.parts for _ in self.answers)

    @property
    def everybody(self) -> int:
        """All rows that were asked."""
        found = 0
        for part in self.parts:
            found |= part
        return found

    def places(self, part: PrintedNumber) -> tuple[int, ...]:
        """Return the places of the numbers that a printed number is the sum of."""
        width = len(self.answers)
        wanted = [at for at, answer in enumerate(self.answers) if answer in part.answers]
        return tuple(index * width + at for index, rows in enumerate(self.parts) if rows & part.rows for at in wanted)

    def size(self, part: PrintedNumber) -> int:
        """Return what a printed number is in truth."""
        truth = self.truth
        return sum(truth[place] for place in self.places(part))


@dataclass(frozen=True, slots=True)
class Unit:
    """Numbers that are shown or left out together, and those that follow from them at once, such as what is left.

    ``looked_at`` are all that may be small, ``small`` those that are under the minimum, and ``size`` is the smallest.
    """

    family: FamilyKey
    printed: frozenset[PrintedNumber]
    looked_at: tuple[PrintedNumber, ...]
    small: tuple[PrintedNumber, ...]
    size: int
    owners: frozenset[Owner]

    @property
    def order(self) -> tuple[int, list[Owner]]:
        """The order in which units are left out: the smallest first."""
        return self.size, sorted(self.owners)


@dataclass(frozen=True, slots=True)
class GroupSize:
    """The size of a group that a chart prints: those of a source whose attributes all have one of some values."""

    source: str
    where: tuple[tuple[str, frozenset[str]], ...]
    size: int
    owner: Owner


def parts_of(everybody: int, told_apart: Iterable[int]) -> tuple[int, ...]:
    """Return the smallest sets of rows that some sets of rows tell apart."""
    parts = [everybody] if everybody else []
    for rows in dict.fromkeys(told_apart):
        parts = [piece for part in parts for piece in (part & rows, part & ~rows) if piece]
    return tuple(parts)


def merged(units: Iterable[Unit]) -> list[Unit]:
    """Return units, those that print the same numbers as one."""
    found: dict[tuple[FamilyKey, frozenset[PrintedNumber]], Unit] = {}
    for unit in units:
        key = unit.family, unit.printed
        same = found.get(key)
        found[key] = (
            unit if same is None else Unit(*key, same.looked_at, same.small, same.size, same.owners | unit.owners)
        )
    return sorted(found.values(), key=lambda unit: unit.order)
