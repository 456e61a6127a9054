"""Answers in columns → counts and bases, of the whole sample or of some of its cases.

A set of rows is a whole number, one bit for each row: subsets are intersections and sizes are
counts of bits, which is exact and quick for any sample.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from omi_report.model.evidence import Answers
from omi_report.model.framework import Framework
from omi_report.model.questions import Answer, Question

ZERO, ONE = ord("0"), ord("1")


@dataclass(frozen=True, slots=True)
class Tally:
    """How many answers were above the line (``count``), and how many were relevant (``base``)."""

    count: int
    base: int

    @property
    def proportion(self) -> Fraction | None:
        """The part above the line, from 0 to 1; None where no answer is relevant."""
        return Fraction(self.count, self.base) if self.base else None


def tally(answers: Answers, column: str, scale: Iterable[Answer], rows: int | None = None) -> Tally:
    """Count a column's answers by the line of its scale; ``rows`` is a set of rows, None for all."""
    above = [answer.id for answer in scale if answer.line == "above"]
    below = [answer.id for answer in scale if answer.line == "below"]
    count = size_of(answers, column, above, rows)
    return Tally(count, count + size_of(answers, column, below, rows))


def size_of(answers: Answers, column: str, values: Iterable[str], rows: int | None = None) -> int:
    """Return how many rows have one of the values in a column."""
    if rows is None:
        cells = answers.columns[column]
        return sum(cells.count(code) for code in _codes(answers, column, values))
    return (rows_with(answers, column, values) & rows).bit_count()


def rows_with(answers: Answers, column: str, values: Iterable[str]) -> int:
    """Return the set of rows that have one of the values in a column."""
    return bits(answers.columns[column], _codes(answers, column, values))


def rows_where(answers: Answers, where: Mapping[str, Iterable[str]]) -> int:
    """Return the set of rows whose attributes all have one of the values given for them."""
    rows = all_rows(answers)
    for attribute, values in where.items():
        rows &= rows_with(answers, attribute, values)
    return rows


def all_rows(answers: Answers) -> int:
    """Return the set of all rows."""
    return (1 << answers.size) - 1


def distribution(answers: Answers, column: str, rows: int | None = None) -> dict[str, int]:
    """Return how many rows have each of a column's answers."""
    return {value: size_of(answers, column, (value,), rows) for value in answers.values[column]}


@lru_cache(maxsize=2048)
def bits(cells: bytes, codes: bytes) -> int:
    """Return the set of rows whose cell has one of the codes; the first row is the highest bit."""
    digits = cells.translate(bytes(ONE if code in codes else ZERO for code in range(256)))
    return int(digits, 2) if digits else 0


def row_numbers(rows: int, size: int) -> list[int]:
    """Return the rows of a set, from 0, in order."""
    found = []
    while rows:
        highest = rows.bit_length() - 1
        found.append(size - 1 - highest)
        rows ^= 1 << highest
    return found


def question_tally(framework: Framework, cases: Answers, question: Question, rows: int | None = None) -> Tally:
    """Count the cases above the line in a question about cases."""
    return tally(cases, question.id, framework.answers_to(question), rows)


def _codes(answers: Answers, column: str, values: Iterable[str]) -> bytes:
    known = answers.values[column]
    return bytes(known.index(value) + 1 for value in values if value in known)
