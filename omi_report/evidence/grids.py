"""A file that somebody exported → its sheets as texts, before anything is known of rows and columns.

A workbook (Excel, OpenDocument) is told from a text by its first bytes, not by its name. Each sheet is a `SheetGrid`:
the rows as a spreadsheet counts them, the cells as their readers see them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from omi_report.evidence.sheet import NotATableError
from omi_report.problems import Location

_PACKED, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


class MergedCells(NamedTuple):
    """Cells that a sheet shows as one: rows from 1, columns from 0, both ends included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(frozen=True)
class SheetGrid:
    """A sheet: ``rows`` are those that hold anything, each with its number and its cells. A text has no ``title``."""

    file: str
    title: str
    rows: tuple[tuple[int, list[str]], ...]
    merged: tuple[MergedCells, ...] = field(default=())

    @property
    def shown(self) -> str:
        """The sheet as a message names it."""
        return f"{self.file} [{self.title}]" if self.title else self.file

    @cached_property
    def width(self) -> int:
        """How many columns there are."""
        return max((len(cells) for _line, cells in self.rows), default=0)

    @cached_property
    def by_line(self) -> dict[int, list[str]]:
        """The cells of each row by its number."""
        return dict(self.rows)

    def at(self, line: int, column: int) -> str:
        """Return the text of a cell."""
        cells = self.by_line.get(line, ())
        return cells[column] if column < len(cells) else ""


def read_grids(data: bytes, shown: str) -> list[SheetGrid]:
    """Return the sheets of a file that hold anything.

    Raises NotATableError where it is neither a workbook nor a text of rows, or holds too much.
    """
    if data.startswith(_OLE):
        hint = "open it in Excel and save it as «Excel Workbook (.xlsx)», without a password"
        raise NotATableError(Location(shown), "it is a workbook of the old form (.xls), or has a password", hint)
    if data.startswith(_PACKED):
        return [grid for grid in _of_workbook(data, shown) if grid.rows]
    from omi_report.evidence.delimited import all_records

    rows = tuple((line, cells) for line, cells in all_records(data, shown) if any(map(str.strip, cells)))
    if not rows:
        raise NotATableError(Location(shown, 1, 1), "the file is empty", "export it again")
    return [SheetGrid(shown, "", rows)]


def _of_workbook(data: bytes, shown: str) -> Iterator[SheetGrid]:
    from omi_report.evidence.workbook import is_open_document, open_sheets

    if is_open_document(data):
        from omi_report.evidence.open_document import open_tables as opened
    else:
        opened = open_sheets
    for title, rows, merged in opened(data, shown):
        held = tuple((line, cells) for line, cells in rows if any(map(str.strip, cells)))
        yield SheetGrid(shown, title, held, tuple(merged))


def letters_of_column(index: int) -> str:
    """Return the letters of a column, as a spreadsheet names it: ``AF`` of 31."""
    letters, left = "", index + 1
    while left:
        left, letter = divmod(left - 1, 26)
        letters = chr(65 + letter) + letters
    return letters


def column_of_letters(letters: str) -> int | None:
    """Return the index of a column from its letters; None for what names none: more than three, or other signs."""
    if not 1 <= len(letters) <= 3 or not letters.isascii() or not letters.isalpha() or not letters.isupper():
        return None
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - 64
    return index - 1
