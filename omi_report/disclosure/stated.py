"""Figures whose counts an area states, in place of evidence: which of them are left out.

There are no rows to compare, so it is looked for sums alone: a figure that is left out may be no sum or difference of
figures of the same question that are shown, as everybody can add and subtract.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

Where = tuple[tuple[str, tuple[str, ...]], ...]
"""A part of the sample: attributes, each with the values that it may have, in order."""

MOST_NUMBERS = 20_000
"""With more parts of a sample times figures than this nothing is solved, and the whole question is left out."""

Row = list[Fraction]


@dataclass(frozen=True, slots=True)
class StatedCount:
    """A figure by its full name: a count and its base, of a question of a source and a part of the sample.

    Without a ``base`` it is a count by itself, which has no rest. Without a ``question`` it stands alone.
    """

    name: str
    source: str
    question: str
    where: Where
    count: int
    base: int | None

    @property
    def size(self) -> int:
        """The smallest number that the figure gives away."""
        return self.count if self.base is None else min(self.count, self.base - self.count)


def hidden_stated(
    figures: Iterable[StatedCount],
    attributes: Mapping[str, Mapping[str, Sequence[str]]],
    applies_to: Mapping[str, Mapping[str, Sequence[str]]],
    minimum: int,
) -> dict[str, bool]:
    """Return the names of the figures that are left out, each with whether it is small itself.

    ``attributes`` are those of each source, ``applies_to`` the cases that each question applies to.
    """
    every = sorted(figures, key=lambda each: each.name)
    hidden = {each.name: True for each in every if each.size < minimum}
    families: dict[tuple[str, str], list[StatedCount]] = defaultdict(list)
    for each in every:
        if each.question:
            families[each.source, each.question].append(each)
    for (source, question), family in families.items():
        meant = applies_to.get(question, {}) if not source else {}
        _close(family, hidden, attributes.get(source, {}), meant)
    return hidden


def _close(
    family: list[StatedCount],
    hidden: dict[str, bool],
    attributes: Mapping[str, Sequence[str]],
    applies_to: Mapping[str, Sequence[str]],
) -> None:
    """Hide figures of one question until no hidden one is a sum or difference of shown ones."""
    if not any(each.name in hidden for each in family):
        return
    vectors = _vectors(family, attributes, applies_to)
    if vectors is None:
        for each in family:
            hidden.setdefault(each.name, False)
        return
    while True:
        shown = [each for each in family if each.name not in hidden]
        span = _Span(vectors[each.where] for each in shown)
        if not shown or not any(span.holds(vectors[each.where]) for each in family if each.name in hidden):
            return
        hidden[min(shown, key=lambda each: (each.size, each.name)).name] = False


def _vectors(
    family: list[StatedCount],
    attributes: Mapping[str, Sequence[str]],
    applies_to: Mapping[str, Sequence[str]],
) -> dict[Where, Row] | None:
    """Each part as a sum of the smallest parts that the family tells apart; None where there are too many.

    Parts to which the question does not apply are left out: everybody knows that they are empty.
    """
    used = sorted({name for each in family for name, _values in each.where} | set(applies_to))
    values = [attributes.get(name, ()) for name in used]
    if math.prod(map(len, values)) * len(family) > MOST_NUMBERS:
        return None
    parts = [dict(zip(used, each, strict=True)) for each in product(*values)]
    parts = [part for part in parts if all(part[name] in meant for name, meant in applies_to.items())]
    return {
        each.where: [Fraction(all(part[name] in meant for name, meant in each.where)) for part in parts]
        for each in family
    }


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
