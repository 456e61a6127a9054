"""What is printed of answers → sums that other answers would have to agree with.

Which rows a question was asked of, and the attributes of each row, are taken as known to everybody.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate

from omi_report.disclosure.score_lines import ScoreLine
from omi_report.disclosure.units import CASES, Family, FamilyKey, PrintedNumber, Unit
from omi_report.disclosure.worlds import Sum, System
from omi_report.evidence.counts import Tally


@dataclass(frozen=True, slots=True)
class AnswerSystem:
    """A system of sums, the families whose numbers are in it, and where the numbers of each begin."""

    system: System
    families: Mapping[FamilyKey, Family]
    starts: Mapping[FamilyKey, int]

    def wanted(self, key: FamilyKey, part: PrintedNumber, size: int) -> Sum:
        """Return the sum that is asked for: a printed number of another size."""
        return Sum(_terms(self.families[key], part, self.starts[key]), size, size)

    def tallies(self, numbers: tuple[int, ...]) -> dict[str, Tally]:
        """Return the count and base of the questions about cases that other numbers give."""
        return {
            key.question: _tally(family, numbers[self.starts[key] :])
            for key, family in self.families.items()
            if key.source == CASES
        }


def answer_system(
    families: Mapping[FamilyKey, Family],
    shown: Iterable[Unit],
    lines: Collection[ScoreLine],
    scored: Collection[str],
    bases: Mapping[str, int],
) -> AnswerSystem:
    """Return the sums of some families.

    ``lines`` are what scores say, ``scored`` the questions among the families that have a part in them, and ``bases``
    the base of each question about cases.
    """
    ends = list(accumulate(len(family.truth) for family in families.values()))
    starts = dict(zip(families, [0, *ends], strict=False))
    sums = [each for key, family in families.items() for each in _of_rows(family, starts[key])]
    for unit in shown:
        family = families[unit.family]
        sums += [_exactly(family, part, starts[unit.family], family.size(part)) for part in unit.printed]
    for key, family in families.items():
        if key.source == CASES and key.question in scored:
            whole = PrintedNumber(family.relevant, family.everybody)
            sums.append(_exactly(family, whole, starts[key], bases[key.question]))
    named = {key.question: key for key in families if key.source == CASES}
    sums += [found for line in lines if (found := _of_scores(line, named, families, starts, bases))]
    truth = tuple(number for family in families.values() for number in family.truth)
    most = tuple(number for family in families.values() for number in family.most)
    return AnswerSystem(System(truth, most, tuple(sums)), families, starts)


def _of_rows(family: Family, start: int) -> Iterable[Sum]:
    """As many answers in each part as there are rows, or fewer where rows may be blank."""
    width = len(family.answers)
    for index, rows in enumerate(family.parts):
        terms = tuple((start + index * width + at, 1) for at in range(width))
        size = rows.bit_count()
        yield Sum(terms, 0 if family.may_be_blank else size, size)


def _terms(family: Family, part: PrintedNumber, start: int) -> tuple[tuple[int, int], ...]:
    return tuple((start + place, 1) for place in family.places(part))


def _exactly(family: Family, part: PrintedNumber, start: int, size: int) -> Sum:
    return Sum(_terms(family, part, start), size, size)


def _of_scores(
    line: ScoreLine,
    named: Mapping[str, FamilyKey],
    families: Mapping[FamilyKey, Family],
    starts: Mapping[FamilyKey, int],
    bases: Mapping[str, int],
) -> Sum | None:
    """What a score says of the questions that are in the system; of the others the counts are as in truth."""
    inside = {name: part / bases[name] for name, part in line.parts.items() if name in named and bases.get(name)}
    if not inside:
        return None
    known = sum((part * line.shares[name] for name, part in line.parts.items() if name not in inside), Fraction())
    low, high = line.low - known, line.high - known
    scale = math.lcm(low.denominator, high.denominator, *(weight.denominator for weight in inside.values()))
    terms = []
    for name, weight in inside.items():
        family, start = families[named[name]], starts[named[name]]
        factor = int(weight * scale)
        whole = PrintedNumber(family.above, family.everybody)
        terms += [(place, factor) for place, _one in _terms(family, whole, start)]
    return Sum(tuple(terms), int(low * scale), int(high * scale) - 1)


def _tally(family: Family, numbers: tuple[int, ...]) -> Tally:
    everybody = family.everybody
    count = sum(numbers[place] for place in family.places(PrintedNumber(family.above, everybody)))
    return Tally(count, sum(numbers[place] for place in family.places(PrintedNumber(family.relevant, everybody))))
