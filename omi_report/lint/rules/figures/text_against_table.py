"""OMI246: a text gives another number for a row of a table than the table."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from omi_report.inspection import Inspection, remembered
from omi_report.lint.checked_text import CheckedText, by_itself
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.figures.reckoning import COUNT, WORD, house, read
from omi_report.lint.rules.figures.table_rows import tables_of
from omi_report.lint.rules.figures.table_sums import or_correct_the_table, table_is_wrong
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI246",
    "text-against-table",
    Severity.WARNING,
    "A sentence names the row of a table and a number of what a column of the table counts, and the table has another "
    "number there.",
    "The table is what readers look at; the sentence was not changed with it, or was written from an older one.",
    bad="Dickson House had 16 places.   # the table of approved premises has 18",
    good="Dickson House had 18 places.",
)

_SHORTEST = 5  # letters of a name, or of a heading, that is not found by chance


class _Cell(NamedTuple):
    """A number of a row under a heading; ``numbers`` are those of all tables that have both."""

    row: str
    heading: str
    number: int
    numbers: frozenset[int]
    file: str
    line: int


@remembered
def _cells(inspection: Inspection) -> tuple[_Cell, ...]:
    """The whole numbers of all tables whose rows and columns have names long enough to be known in a text."""
    found = [
        (row.name.lower(), column.heading.lower(), int(value), table.file, value.start.line)
        for table in tables_of(inspection)
        for row in table.rows
        for column, value in table.numbers(row, "count")
        if len(row.name) >= _SHORTEST <= len(column.heading) and column.heading.lower() != "number"
    ]
    numbers: dict[tuple[str, str], set[int]] = defaultdict(set)
    for name, heading, number, _, _ in found:
        numbers[name, heading].add(number)
    first: dict[tuple[str, str], _Cell] = {}
    for name, heading, number, file, line in found:
        first.setdefault((name, heading), _Cell(name, heading, number, frozenset(numbers[name, heading]), file, line))
    return tuple(first.values())


@each_text(language="en", standard=False, facts=(_cells,))
def check(text: CheckedText) -> Iterator[Problem]:
    """Look at each text in which the name of a row stands, for the numbers beside the heading of a column."""
    small = text.view.own_in_small
    for cell in text.fact(_cells):
        if cell.row not in small or cell.heading not in small:
            continue
        reckoning = read(text)
        for match in _stated(cell.heading).finditer(reckoning.words) if reckoning else ():
            number = reckoning.number(match, "a", "b") if reckoning else None
            sentence = text.view.sentence_at(match.start())
            if reckoning is None or number is None or sentence is None or number.base is not None:
                continue
            named = by_itself(cell.row).search(reckoning.words, sentence.start, sentence.end)
            if named and number.count not in cell.numbers and len(reckoning.among(sentence.start, sentence.end)) == 1:
                message = f"{cell.file}, line {cell.line}, has {cell.number:,} {cell.heading} of «{cell.row}»"
                wrong = table_is_wrong(text.inspection, cell.file, cell.heading, cell.number, number.count)
                hint = or_correct_the_table(house(cell.number), wrong, house(number.count))
                yield reckoning.problem(RULE, number, f"{message}, not {reckoning.written(number)}", hint)


@cache
def _stated(heading: str) -> re.Pattern[str]:
    what = re.escape(heading)
    return re.compile(
        rf"(?P<a>{COUNT})\s+(?:{WORD}\s+)?{what}(?![\w-])|number\s+of\s+{what}\s+(?:(?:was|is|of)\s+)?(?P<b>{COUNT})",
        re.IGNORECASE,
    )
