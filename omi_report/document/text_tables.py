"""A table in a text → its block of the report.

It has no number and no caption: the words before it say what it shows.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from omi_report.document.inlines import Inlines
from omi_report.document.printed import line
from omi_report.document.table_looks import table_role
from omi_report.document.tree import RowGroup, TableBlock, TableCell, TableColumn, TableRow
from omi_report.prose.nodes import Inline as Written, TextCell, TextTable

NOTHING = "–"
"""Stands in a cell that the writer left empty, so that nobody takes it for forgotten."""

ROLE = "in-text"
"""The role of a table that stands in a text."""


def table_block(table: TextTable, inlines: Callable[[tuple[Written, ...]], Inlines]) -> TableBlock:
    """Return the block of a table. ``inlines`` puts figures and references into what a cell says.

    Each row is named by its first cell. A column stands at the right that the writer puts there, or that holds figures
    and is put nowhere.
    """
    heads = [inlines(cell.children) for cell in table.heads]
    rows = [[_said(cell, inlines) for cell in row] for row in table.rows]
    figures = [_is_of_figures(side, [row[at] for row in rows]) for at, side in enumerate(table.sides)]
    columns = tuple(_column(head, figures=each) for head, each in zip(heads, figures, strict=True))
    group = RowGroup(tuple(TableRow(first, tuple(map(TableCell, others))) for first, *others in rows))
    return TableBlock(columns, (group,), role=f"{ROLE} {table_role(columns)}")


def _said(cell: TextCell, inlines: Callable[[tuple[Written, ...]], Inlines]) -> Inlines:
    return inlines(cell.children) or (NOTHING,)


def _column(head: Inlines, *, figures: bool) -> TableColumn:
    words = line(head)
    return TableColumn(words, figures, () if head == (words,) else head)


def _is_of_figures(side: str, cells: list[Inlines]) -> bool:
    if side:
        return side == "right"
    said = [line(cell) for cell in cells]
    return any(words != NOTHING for words in said) and all(_figure().fullmatch(words) for words in said)


@cache
def _figure() -> re.Pattern[str]:
    return re.compile(r"–|[+−–-]?[£€$]?\d[\d,. ]{0,20}(?:%|\bper cent)?")
