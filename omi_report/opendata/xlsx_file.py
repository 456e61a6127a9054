"""A workbook of open data → an Excel workbook. It holds no time at which it was made: the same data, the same bytes."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any, Final

from omi_report.opendata.book import Book, BookSheet
from omi_report.opendata.looks import COVER_WIDTH, widths_of
from omi_report.workbooks import put_text, without_times

if TYPE_CHECKING:
    from openpyxl.styles import Alignment, Font

_FONT: Final = "Arial"
_SIZE: Final = 12
_LIKE_A_CELL: Final = re.compile(r"[A-Za-z]{1,3}[0-9]+|[RrCc]|[Rr][0-9]*[Cc][0-9]*")


def xlsx_of(book: Book) -> bytes:
    """Return a workbook as Excel and others open it: each table is marked and has the name of its sheet."""
    from openpyxl import Workbook

    made: Any = Workbook()
    made.properties.title, made.properties.subject = book.title, book.subject
    made.properties.creator, made.properties.language = book.publisher, book.language
    looks = _Looks()
    _put_cover(made.active, book, looks)
    for number, sheet in enumerate(book.sheets, start=1):
        _put_sheet(made.create_sheet(sheet.name), sheet, number, looks)
    target = io.BytesIO()
    made.save(target)
    return without_times(target)


class _Looks:
    """How cells look. Nothing is said by a look alone."""

    def __init__(self) -> None:
        from openpyxl.styles import Alignment, Font

        self.plain: Font = Font(name=_FONT, size=_SIZE)
        self.bold: Font = Font(name=_FONT, size=_SIZE, bold=True)
        self.title: Font = Font(name=_FONT, size=_SIZE + 4, bold=True)
        self.heading: Font = Font(name=_FONT, size=_SIZE + 2, bold=True)
        self.link: Font = Font(name=_FONT, size=_SIZE, color="0563C1", underline="single")
        self.wrapped: Alignment = Alignment(wrap_text=True, vertical="top")


def _put_cover(target: Any, book: Book, looks: _Looks) -> None:
    target.title = "Cover"
    target.column_dimensions["A"].width = COVER_WIDTH
    for row, (line, is_heading) in enumerate(((book.title, True), *book.cover), start=1):
        cell = target.cell(row, 1)
        put_text(cell, line)
        cell.alignment = looks.wrapped
        cell.font = looks.title if row == 1 else looks.heading if is_heading else looks.plain


def _put_sheet(target: Any, sheet: BookSheet, number: int, looks: _Looks) -> None:
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.hyperlink import Hyperlink

    for row, line in enumerate((sheet.title, *sheet.lines), start=1):
        put_text(target.cell(row, 1), line)
        target.cell(row, 1).font = looks.title if row == 1 else looks.plain
    for at, column in enumerate(sheet.columns, start=1):
        cell = target.cell(sheet.heading_row, at)
        put_text(cell, column.heading)
        cell.font, cell.alignment = looks.bold, looks.wrapped
    for row, values in enumerate(sheet.rows, start=sheet.heading_row + 1):
        for at, value in enumerate(values, start=1):
            cell = target.cell(row, at)
            if isinstance(value, str):
                put_text(cell, value)
            else:
                cell.value = value
            cell.font, cell.alignment = looks.plain, looks.wrapped
    for row, name in enumerate(sheet.links, start=sheet.heading_row + 1):
        cell = target.cell(row, 1)
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{name}'!A1", display=name)
        cell.font = looks.link
    for at, width in enumerate(widths_of(sheet), start=1):
        target.column_dimensions[get_column_letter(at)].width = width
    _mark(target, sheet, number)


def _mark(target: Any, sheet: BookSheet, number: int) -> None:
    """Mark the table of a sheet, without a filter: its buttons would hide the ends of the headings."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.table import Table, TableColumn

    last = f"{get_column_letter(len(sheet.columns))}{sheet.heading_row + len(sheet.rows)}"
    table: Any = Table(id=number, displayName=marked_name(sheet), ref=f"A{sheet.heading_row}:{last}")
    table.tableColumns = [TableColumn(id=at, name=each.heading) for at, each in enumerate(sheet.columns, start=1)]
    target.add_table(table)


def marked_name(sheet: BookSheet) -> str:
    """Return the name of the table of a sheet, as a formula can use it: ``scores``."""
    name = re.sub(r"\W", "_", sheet.name).lower()
    return f"_{name}" if _LIKE_A_CELL.fullmatch(name) or not re.match(r"[^\W\d]|_", name) else name
