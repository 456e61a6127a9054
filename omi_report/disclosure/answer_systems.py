"""What is printed of the answers to one question → sums that other answers would have to agree with.

Which rows a question was asked of, and the attributes of each row, are taken as known to everybody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from omi_report.disclosure.bounds import Sum, Work
from omi_report.disclosure.units import Family, PrintedNumber, Unit
from omi_report.disclosure.worlds import System

Wanted = tuple[tuple[PrintedNumber, int], ...]
"""Printed numbers, each with the size that is asked for."""


@dataclass(frozen=True, slots=True)
class AnswerSystem:
    """The sums of one question, and which sizes of its numbers were asked for already."""

    family: Family
    system: System
    asked: dict[Wanted, bool] = field(default_factory=dict)

    @property
    def whole(self) -> PrintedNumber:
        """How many answers are above the line."""
        return PrintedNumber(self.family.above, self.family.everybody)

    def has(self, wanted: Wanted, work: Work) -> bool:
        """Say whether other answers print the same, and have so many there."""
        if wanted not in self.asked:
            found = self.system.other(self._sums(wanted), work) is not None
            if work.is_over:
                return found
            self.asked[wanted] = found
        return self.asked[wanted]

    def between(self, wanted: Wanted, work: Work) -> tuple[int, int] | None:
        """Between what the number of answers above the line lies; None where no answers agree."""
        found = self.system.between(self._sums(wanted), work)
        if found is None:
            return None
        places = self.family.places(self.whole)
        least, most = found
        return sum(least[place] for place in places), sum(most[place] for place in places)

    def _sums(self, wanted: Wanted) -> tuple[Sum, ...]:
        return tuple(_exactly(self.family, part, size) for part, size in wanted)


def answer_system(family: Family, shown: Iterable[Unit], base: int = 0) -> AnswerSystem:
    """Return the sums of one question, of which some units are shown.

    ``base`` is how many answers were relevant, where that is known from elsewhere; 0 where it is not.
    """
    sums = [*_of_rows(family)]
    for unit in shown:
        sums += [_exactly(family, part, family.size(part)) for part in unit.printed]
    if base:
        sums.append(_exactly(family, PrintedNumber(family.relevant, family.everybody), base))
    return AnswerSystem(family, System(family.truth, family.most, tuple(sums)))


def _of_rows(family: Family) -> Iterator[Sum]:
    """As many answers in each part as there are rows, or fewer where rows may be blank."""
    width = len(family.answers)
    for index, rows in enumerate(family.parts):
        terms = tuple((index * width + at, 1) for at in range(width))
        size = rows.bit_count()
        yield Sum(terms, 0 if family.may_be_blank else size, size)


def _exactly(family: Family, part: PrintedNumber, size: int) -> Sum:
    return Sum(tuple((place, 1) for place in family.places(part)), size, size)
