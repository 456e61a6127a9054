"""OMI246: a text gives another number for a row of a table than the table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from omi_report.inspection import Inspection, remembered
from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.figures.reckoning import COUNT, WORD, house, read
from omi_report.problems import Problem, Rule, Severity
from omi_report.source.tree import Scalar

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
    row: str
    heading: str
    number: int
    file: str
    line: int


@each_text(language="en", standard=False)
def check(text: CheckedText) -> Iterator[Problem]:
    """Look at each text in which the name of a row stands, for the numbers beside the heading of a column."""
    small = text.view.own_in_small
    for cell in _cells(text.inspection):
        if cell.row not in small or cell.heading not in small:
            continue
        reckoning = read(text)
        for match in _stated(cell.heading).finditer(reckoning.words) if reckoning else ():
            number = reckoning.number(match, "a" if match["a"] else "b") if reckoning else None
            sentence = text.view.sentence_at(match.start())
            if reckoning is None or number is None or sentence is None or number.base is not None:
                continue
            named = _name(cell.row).search(reckoning.words, sentence.start, sentence.end)
            if named and number.count != cell.number and len(reckoning.among(sentence.start, sentence.end)) == 1:
                message = f"{cell.file}, line {cell.line}, has {cell.number:,} {cell.heading} of «{cell.row}»"
                hint = f"write {house(cell.number)}, or correct the table"
                yield reckoning.problem(RULE, number, f"{message}, not {reckoning.written(number)}", hint)


@remembered
def _cells(inspection: Inspection) -> tuple[_Cell, ...]:
    """The whole numbers of all tables whose rows and columns have names long enough to be known in a text."""
    return tuple(
        cell
        for file, source in inspection.area.files.items()
        if source.root is not None and "columns:" in source.text
        for cell in _below(file, source.root)
    )


def _below(file: str, node: object) -> Iterator[_Cell]:
    if isinstance(node, list):
        for inner in node:
            yield from _below(file, inner)
    elif isinstance(node, dict):
        if isinstance(node.get("columns"), list):
            yield from _of_table(file, node)
        else:
            for inner in node.values():
                yield from _below(file, inner)


def _of_table(file: str, table: dict[object, object]) -> Iterator[_Cell]:
    columns, groups = table["columns"], table.get("groups")
    listed = [table, *(groups if isinstance(groups, list) else [])]
    headings = {
        column["id"]: str(column["heading"]).lower()
        for column in (columns if isinstance(columns, list) else [])
        if isinstance(column, dict) and column.get("unit") == "count" and "id" in column and "heading" in column
    }
    for group in listed:
        rows = group.get("rows") if isinstance(group, dict) else None
        for row in rows if isinstance(rows, list) else ():
            name = str(row.get("name", "")).lower() if isinstance(row, dict) else ""
            for key, heading in headings.items():
                value = row.get(key) if len(name) >= _SHORTEST <= len(heading) else None
                if isinstance(value, Scalar) and str(value).isdecimal() and heading != "number":
                    yield _Cell(name, heading, int(value), file, value.start.line)


@cache
def _stated(heading: str) -> re.Pattern[str]:
    what = re.escape(heading)
    return re.compile(
        rf"(?P<a>{COUNT})\s+(?:{WORD}\s+)?{what}(?![\w-])|number\s+of\s+{what}\s+(?:(?:was|is|of)\s+)?(?P<b>{COUNT})",
        re.IGNORECASE,
    )


@cache
def _name(row: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(row)}(?![\w-])", re.IGNORECASE)
