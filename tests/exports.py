"""Exports of judged cases and of surveys, as programs write them; all of them are made here, and tell of nobody."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Mapping, Sequence
from html import escape

from openpyxl import Workbook

Rows = Sequence[Sequence[object]]

_SPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
}


def csv_of(rows: Rows, delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    """Return rows as a text, with the delimiter and the encoding of a country."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue().encode(encoding)


def xlsx_of(sheets: Mapping[str, Rows], merged: Sequence[str] = ()) -> bytes:
    """Return a workbook of Excel; ``merged`` are ranges of its first sheet."""
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    for each in merged:
        book.worksheets[0].merge_cells(each)
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def ods_of(sheets: Mapping[str, Rows], more: str = "") -> bytes:
    """Return a spreadsheet of OpenDocument, as LibreOffice packs it; ``more`` is XML behind the rows of each table."""
    tables = "".join(
        f'<table:table table:name="{escape(title)}">{"".join(map(_ods_row, rows))}{more}</table:table>'
        for title, rows in sheets.items()
    )
    spaces = " ".join(f'xmlns:{name}="{address}"' for name, address in _SPACES.items())
    content = (
        f"<office:document-content {spaces}><office:body><office:spreadsheet>{tables}"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        kind = zipfile.ZipInfo("mimetype")
        archive.writestr(kind, "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
    return packed.getvalue()


def _ods_row(row: Sequence[object]) -> str:
    """A row of a table: empty cells that follow each other are written once, with their number."""
    cells: list[str] = []
    empty = 0
    for value in (*row, None):
        if value in (None, ""):
            empty += 1
            continue
        if empty:
            cells.append(f'<table:table-cell table:number-columns-repeated="{empty}"/>')
        cells.append(f"<table:table-cell><text:p>{escape(str(value))}</text:p></table:table-cell>")
        empty = 0
    return f"<table:table-row>{''.join(cells)}</table:table-row>"
