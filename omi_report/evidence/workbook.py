"""An Excel workbook → the rows of its one sheet, or of all, as texts.

A workbook is a packed folder of XML. Few of its parts are read, each once and as a stream: the list of the sheets, the
list of the parts, the formats, the shared texts and the sheets that are meant. Nothing is believed of what a part
says of its own size.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import NamedTuple

from omi_report import limits
from omi_report.evidence.grids import MergedCells
from omi_report.evidence.sheet import NotATableError, Sheet, bounded
from omi_report.evidence.workbook_cells import CellReader, SharedTexts, StyleReader
from omi_report.packed import Opened, PartReader, Said, TooLargeError, expect_short_list, most_of_workbook
from omi_report.problems import Location, excerpt

_WORKBOOK = "xl/workbook.xml"
_ANEW = "open it in Excel and save it anew as «Excel Workbook (.xlsx)», or as CSV"
_SMALLER = "keep the rows and columns of the sample alone, and save them as CSV"


def open_workbook(data: bytes, name: str, shown: str) -> Sheet:
    """Open a workbook. Raises NotATableError where it is none, has no sheet that is meant, or holds too much."""
    whole = Location(shown)
    with told_of(whole):
        book = _Book(data)
        sheet = _sheet_meant(book.sheets(), name, whole)
        rows = bounded(book.rows(sheet), shown)
    line, header = next(rows, (1, []))
    while header and not header[-1]:
        header.pop()
    if line > 1 or not header:
        raise NotATableError(whole, "the first row is empty", "the first row names the columns")
    return Sheet(name, header, line, rows, lambda row, cell: Location(shown, row, cell + 1), ragged=True)


def all_rows(data: bytes, shown: str) -> dict[str, list[tuple[int, list[str]]]]:
    """Return the rows of every sheet of a workbook by the sheet's title, each row with its number.

    A formula that has no value is the text that was written.

    Raises NotATableError where it is no workbook, holds programs (macros), or holds too much.
    """
    whole = Location(shown)
    with told_of(whole):
        book = _Book(data, formulas=True)
        if book.holds_programs:
            raise NotATableError(whole, "the workbook holds macros, and is not opened", _ANEW)
        sheets = book.sheets()
        if len(sheets) > limits.SHEETS:
            raise TooLargeError(f"it has more than {limits.SHEETS:,} sheets")
        return {sheet.title: list(bounded(book.rows(sheet), shown)) for sheet in sheets}


def open_sheets(data: bytes, shown: str) -> list[tuple[str, list[tuple[int, list[str]]], list[MergedCells]]]:
    """Return every sheet of a workbook that somebody exported: its title, its rows with their numbers, what is merged.

    Cells are as they are shown where that tells more than their value: numbers with their digits, days without a time.
    Raises NotATableError where it is no workbook, or holds too much.
    """
    whole = Location(shown)
    with told_of(whole):
        book = _Book(data, as_shown=True)
        sheets = book.sheets()
        if len(sheets) > limits.SHEETS:
            raise TooLargeError(f"it has more than {limits.SHEETS:,} sheets")
        return [(sheet.title, list(bounded(book.rows(sheet), shown)), list(book.merged)) for sheet in sheets]


def is_open_document(data: bytes) -> bool:
    """Say whether a packed file begins as a spreadsheet of OpenDocument (LibreOffice) does."""
    return b"application/vnd.oasis.opendocument.spreadsheet" in data[:200]


@contextmanager
def told_of(whole: Location) -> Iterator[None]:
    """Turn whatever goes wrong with a workbook into a NotATableError."""
    try:
        yield
    except NotATableError:
        raise
    except TooLargeError as error:
        raise NotATableError(whole, f"the workbook holds too much: {error}", _SMALLER) from None
    except Exception as error:  # a damaged archive fails in as many ways as it has bytes
        raise NotATableError(whole, f"the workbook cannot be read ({type(error).__name__})", _ANEW) from None


class _SheetName(NamedTuple):
    """A sheet of a workbook: its title, and the name of the part that holds it."""

    title: str
    part: str


def _sheet_meant(sheets: list[_SheetName], name: str, whole: Location) -> _SheetName:
    """The only sheet, or the one that is named after the file."""
    by_title = {sheet.title.casefold(): sheet for sheet in sheets}
    wanted = name.rsplit("/", 1)[-1].removesuffix(".xlsx")
    if len(sheets) == 1:
        return sheets[0]
    if wanted.casefold() in by_title:
        return by_title[wanted.casefold()]
    titles = ", ".join(excerpt(sheet.title) for sheet in sheets[:10]) or "none"
    more = f", and {len(sheets) - 10:,} more" if len(sheets) > 10 else ""
    raise NotATableError(
        whole,
        f"the workbook has several sheets ({titles}{more})" if sheets else "the workbook has no sheet",
        f"name the one that is meant «{wanted}», or remove the others",
    )


class _Book:
    """A workbook, whose parts are unpacked as they are asked for; ``room`` is how much more may be unpacked.

    ``merged`` are the merged cells of the sheet that was read last.
    """

    def __init__(self, data: bytes, *, formulas: bool = False, as_shown: bool = False) -> None:
        expect_short_list(data, limits.WORKBOOK_PARTS)
        self._formulas, self._as_shown = formulas, as_shown
        self.merged: list[MergedCells] = []
        self._archive = zipfile.ZipFile(io.BytesIO(data))
        self._room = limits.WORKBOOK_BYTES
        self._since_1904 = False
        self._shared = self._styles = ""
        self._said: tuple[list[str], StyleReader] | None = None

    @property
    def holds_programs(self) -> bool:
        """Whether a part of it is a program."""
        return any("vbaproject" in name.casefold() for name in self._archive.namelist())

    def sheets(self) -> list[_SheetName]:
        """The sheets in their order; charts that have a sheet of their own are none."""
        found: list[tuple[str, str]] = []

        def note(element: str, attributes: Mapping[str, str]) -> None:
            if element == "sheet":
                found.append((attributes.get("name", ""), attributes.get("id", "")))
            elif element == "workbookPr":
                self._since_1904 = attributes.get("date1904") in ("1", "true")

        self._read(_WORKBOOK, note)
        places = self._places()
        return [_SheetName(title, places[key]) for title, key in found if key in places]

    def rows(self, sheet: _SheetName) -> Iterator[tuple[int, list[str]]]:
        """The rows of a sheet that are written, each with its number."""
        texts, styles = self._shared_by_sheets()
        shown = styles.looks if self._as_shown else None
        cells = CellReader(texts, styles.dates, since_1904=self._since_1904, formulas=self._formulas, looks=shown)
        self._read(sheet.part, cells.opened, cells.closed, cells.words)
        self.merged = cells.merged
        return iter(cells.rows)

    def _shared_by_sheets(self) -> tuple[list[str], StyleReader]:
        """The texts that cells name by their numbers, and the styles of numbers, read once for all sheets."""
        if self._said is None:
            texts, styles = SharedTexts(), StyleReader()
            if self._shared:
                self._read(self._shared, texts.opened, texts.closed, texts.words)
            if self._styles:
                self._read(self._styles, styles.opened)
            self._said = texts.found, styles
        return self._said

    def _places(self) -> dict[str, str]:
        """The parts that are sheets by the ids that the workbook gives them. Two other parts are noted on the way."""
        found: dict[str, str] = {}

        def note(_element: str, attributes: Mapping[str, str]) -> None:
            kind = attributes.get("Type", "").rpartition("/")[2]
            part = posixpath.normpath(posixpath.join("/xl", attributes.get("Target", "")))[1:]
            if kind == "worksheet":
                found[attributes.get("Id", "")] = part
            elif kind == "sharedStrings":
                self._shared = part
            elif kind == "styles":
                self._styles = part

        self._read("xl/_rels/workbook.xml.rels", note)
        return found

    def _read(self, part: str, opened: Opened, closed: Said | None = None, words: Said | None = None) -> None:
        packed = self._archive.getinfo(part)
        if packed.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise ValueError(f"{part} is packed as Excel does not pack")  # others may ask for memory without bounds
        reader = PartReader(self._room, most_of_workbook(), opened, closed or _nothing, words or _nothing)
        with self._archive.open(packed) as file:
            reader.read(file)
        self._room = reader.room


def _nothing(_said: str) -> None:
    """Pass over what is said."""
