"""A spreadsheet of OpenDocument (LibreOffice) → the rows of its tables, as texts.

It is a packed folder as an Excel workbook is, and is read within the same limits: one part of it, once, as a stream. A
cell is the text that is shown in it. Cells and rows that stand there many times are written once with a number, which
is believed only as far as the limits go.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from omi_report import limits
from omi_report.evidence.grids import MergedCells
from omi_report.evidence.sheet import bounded
from omi_report.evidence.workbook import told_of
from omi_report.packed import PartReader, TooLargeError, expect_short_list, most_of_workbook
from omi_report.problems import Location

_CONTENT = "content.xml"
_CELLS = frozenset(("table-cell", "covered-table-cell"))
_ASIDE = frozenset(("annotation", "shapes", "tracked-changes", "frame", "custom-shape"))
"""What stands in a table or a cell and is not its text."""

Table = tuple[str, list[tuple[int, list[str]]], list[MergedCells]]


def open_tables(data: bytes, shown: str) -> list[Table]:
    """Return every table of a spreadsheet: its title, its rows with their numbers, and what is merged.

    Raises NotATableError where it cannot be read, or holds too much.
    """
    with told_of(Location(shown)):
        expect_short_list(data, limits.WORKBOOK_PARTS)
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            packed = archive.getinfo(_CONTENT)
            if packed.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise ValueError(f"{_CONTENT} is packed as no office program packs")
            tables = _Tables()
            reader = PartReader(limits.WORKBOOK_BYTES, most_of_workbook(), tables.opened, tables.closed, tables.words)
            with archive.open(packed) as part:
                reader.read(part)
        return [(title, list(bounded(iter(rows), shown)), merged) for title, rows, merged in tables.found]


class _Tables:
    """The tables of a spreadsheet, told of its elements one by one; ``found`` are those read so far."""

    def __init__(self) -> None:
        self.found: list[Table] = []
        self._line = self._repeats = 0
        self._cells: list[str] = []
        self._empty = self._held = 0
        self._times = self._down = self._across = 1
        self._text: list[str] = []
        self._length = self._aside = self._paragraphs = 0
        self._in_text = False

    def opened(self, element: str, attributes: Mapping[str, str]) -> None:
        """Take note of an element that begins."""
        if element in _ASIDE or self._aside:
            self._aside += element in _ASIDE
        elif element == "table":
            if len(self.found) >= limits.SHEETS:
                raise TooLargeError(f"it has more than {limits.SHEETS:,} sheets")
            self.found.append((attributes.get("name", ""), [], []))
            self._line = 0
        elif element == "table-row":
            self._repeats = _number(attributes.get("number-rows-repeated", "1"), limits.LAST_ROW)
            self._cells, self._empty = [], 0
        elif element in _CELLS:
            self._times = _number(attributes.get("number-columns-repeated", "1"), 16_384)
            self._across = _number(attributes.get("number-columns-spanned", "1"), 16_384)
            self._down = _number(attributes.get("number-rows-spanned", "1"), limits.LAST_ROW)
            self._text, self._length, self._paragraphs = [], 0, 0
        elif element == "p":
            self._in_text = True
            if self._paragraphs:
                self.words("\n")
            self._paragraphs += 1
        elif self._in_text and element in ("s", "tab", "line-break"):
            self.words(" " * _number(attributes.get("c", "1"), limits.CELL_CHARACTERS) if element == "s" else " ")

    def words(self, words: str) -> None:
        """Take the words of an element."""
        if self._in_text and not self._aside:
            self._length += len(words)
            if self._length > limits.CELL_CHARACTERS:
                raise TooLargeError(f"a cell has more than {limits.CELL_CHARACTERS:,} characters")
            self._text.append(words)

    def closed(self, element: str) -> None:
        """Take note of an element that ends."""
        if self._aside:
            self._aside -= element in _ASIDE
        elif element == "p":
            self._in_text = False
        elif element in _CELLS:
            self._end_cell(covered=element != "table-cell")
        elif element == "table-row":
            self._end_row()

    def _end_cell(self, *, covered: bool) -> None:
        text = "" if covered else "".join(self._text)
        if (self._across > 1 or self._down > 1) and not covered and self.found:
            if len(self.found[-1][2]) >= limits.MERGED_CELLS:
                raise TooLargeError(f"it has more than {limits.MERGED_CELLS:,} merged cells")
            line, column = self._line + 1, len(self._cells) + self._empty
            self.found[-1][2].append(MergedCells(line, column, line + self._down - 1, column + self._across - 1))
        if not text:
            self._empty += self._times
            return
        if len(self._cells) + self._empty + self._times > limits.SHEET_COLUMNS:
            raise TooLargeError(f"the sheet has more than {limits.SHEET_COLUMNS:,} columns")
        self._cells += [""] * self._empty + [text] * self._times
        self._empty = 0

    def _end_row(self) -> None:
        first = self._line + 1
        self._line += self._repeats
        if self._line > limits.LAST_ROW:
            raise TooLargeError(f"the sheet has more than {limits.LAST_ROW:,} rows")
        if not self._cells or not self.found:
            return
        self._held += len(self._cells) * self._repeats
        if self._held > limits.SHEET_CELLS or self._repeats > limits.SHEET_ROWS:
            raise TooLargeError(f"it has more than {limits.SHEET_CELLS:,} cells")
        self.found[-1][1].extend((line, list(self._cells)) for line in range(first, first + self._repeats))


def _number(written: str, most: int) -> int:
    """How often something stands there. Raises ValueError for what is no number, TooLargeError beyond a limit."""
    if len(written) > 9 or int(written) > most:
        raise TooLargeError(f"something in it stands there {written[:20]} times")
    return max(1, int(written))
