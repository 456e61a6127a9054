"""Which cells of an export are left out, so that no small count can be read or worked out.

A cell is a count of cases above the line with its base, for one question and one part of the
sample. Left out first are the cells in which the count, what is left of the base, or the base
itself is under the framework's minimum (primary suppression). Then as many more as are needed for
none of these to follow from what remains (secondary suppression): from the cells of other parts of
the sample by adding and subtracting, or from a score and the other questions that it is made of.

The method is that of linear cell suppression (Willenborg and de Waal, *Elements of Statistical
Disclosure Control*, 2001, chapter 9), with the attacker who can only add and subtract exactly.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import product

CASES = "cases"
"""The source of counts of cases; that of the others is a survey's id."""

Where = tuple[tuple[str, tuple[str, ...]], ...]
"""A part of the sample: attributes, each with the values that it may have, in order."""

MOST_PARTS = 4096
"""With more parts of a sample than this the equations are not solved, and the whole question is left out."""

Row = list[Fraction]


@dataclass(frozen=True, slots=True)
class Cell:
    """A count and its base, for a question of a source (the cases, or a survey) and a part of it.

    Without a ``base`` it is a count by itself, which has no rest.
    """

    source: str
    question: str
    where: Where
    count: int
    base: int | None

    @property
    def size(self) -> int:
        """The smallest number that the cell gives away."""
        return self.count if self.base is None else min(self.count, self.base - self.count)


@dataclass(frozen=True, slots=True)
class Total:
    """A published score of the whole sample, and how much each question gives of it, by the question's id."""

    name: str
    parts: Mapping[str, Fraction]


@dataclass(frozen=True, slots=True)
class Sample:
    """What everybody knows of a sample: the attributes of each source, and the cases that each question applies to."""

    attributes: Mapping[str, Mapping[str, Sequence[str]]]
    applies_to: Mapping[str, Mapping[str, Sequence[str]]]


@dataclass(slots=True)
class Suppression:
    """The cells and the names of the totals to leave out."""

    cells: set[Cell]
    totals: set[str] = field(default_factory=set)


def suppress(cells: Iterable[Cell], totals: Iterable[Total], sample: Sample, minimum: int) -> Suppression:
    """Return what to leave out of an export, so that nobody can read or work out a cell under the minimum."""
    every = sorted(set(cells), key=lambda cell: (cell.source, cell.question, cell.where, cell.count, cell.base or 0))
    hidden = Suppression({cell for cell in every if cell.size < minimum})
    families: dict[tuple[str, str], list[Cell]] = defaultdict(list)
    for cell in every:
        families[cell.source, cell.question].append(cell)
    all_totals = list(totals)
    # Hiding a cell for the sake of a score may open one in its family, and the other way round.
    before = -1
    while len(hidden.cells) != before:
        before = len(hidden.cells)
        for family in families.values():
            _close_family(family, hidden.cells, sample)
        _close_totals(every, all_totals, hidden)
    return hidden


def _close_family(family: list[Cell], hidden: set[Cell], sample: Sample) -> None:
    """Hide cells of one question until no hidden one is a sum or difference of shown ones."""
    if hidden.isdisjoint(family):
        return
    vectors = _vectors(family, sample)
    if vectors is None:
        hidden.update(family)
        return
    while True:
        shown = [cell for cell in family if cell not in hidden]
        span = _Span(vectors[cell] for cell in shown)
        if not shown or not any(span.holds(vectors[cell]) for cell in family if cell in hidden):
            return
        hidden.add(min(shown, key=lambda cell: (cell.size, cell.where)))


def _vectors(family: list[Cell], sample: Sample) -> dict[Cell, Row] | None:
    """Each cell as a sum of the smallest parts of the sample that its family tells apart.

    Parts to which the question does not apply are left out: everybody knows that they are empty.
    None where there are too many parts.
    """
    applies_to = sample.applies_to.get(family[0].question, {}) if family[0].source == CASES else {}
    used = sorted({name for cell in family for name, _values in cell.where} | set(applies_to))
    values = [sample.attributes.get(family[0].source, {}).get(name, ()) for name in used]
    if math.prod(map(len, values)) > MOST_PARTS:
        return None
    parts = [dict(zip(used, each, strict=True)) for each in product(*values)]
    parts = [part for part in parts if all(part[name] in meant for name, meant in applies_to.items())]
    return {
        cell: [Fraction(all(part[name] in meant for name, meant in cell.where)) for part in parts] for cell in family
    }


def _close_totals(cells: list[Cell], totals: list[Total], hidden: Suppression) -> None:
    """Hide cells of whole questions until no hidden one follows from scores and the shown ones.

    Where a score has no other question left to hide, the score itself is left out.
    """
    whole = {cell.question: cell for cell in cells if cell.source == CASES and not cell.where}
    while True:
        unknown = sorted(name for name, cell in whole.items() if cell in hidden.cells)
        known = [total for total in totals if total.name not in hidden.totals]
        # A score less its shown questions is a sum of the hidden ones, with weights that are known.
        span = _Span([total.parts.get(name, Fraction()) for name in unknown] for total in known)
        opened = next((name for name in unknown if span.holds([Fraction(name == each) for each in unknown])), None)
        if opened is None:
            return
        around = [total for total in known if opened in total.parts]
        beside = {name for total in around for name in total.parts if name in whole}
        shown = [whole[name] for name in beside if whole[name] not in hidden.cells]
        if shown:
            hidden.cells.add(min(shown, key=lambda cell: (cell.size, cell.question)))
        else:
            hidden.totals |= {total.name for total in around} or {total.name for total in known}


class _Span:
    """The sums and differences, with any weights, of some rows: kept in echelon form."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._rows: dict[int, Row] = {}
        for row in rows:
            rest = self._reduced(row)
            lead = next((index for index, value in enumerate(rest) if value), None)
            if lead is not None:
                self._rows[lead] = [value / rest[lead] for value in rest]

    def holds(self, row: Row) -> bool:
        """Say whether a row is such a sum."""
        return not any(self._reduced(row))

    def _reduced(self, row: Row) -> Row:
        rest = list(row)
        for lead in sorted(self._rows):
            factor = rest[lead]
            if factor:
                rest = [value - factor * known for value, known in zip(rest, self._rows[lead], strict=True)]
        return rest
