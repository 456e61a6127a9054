"""A workbook of open data → CSV files, one for each table, with their metadata as CSV on the Web (W3C) has them."""

from __future__ import annotations

import csv
import io
import zipfile
from typing import Any, Final
from urllib.parse import quote

from omi_report.opendata.book import SHORTHAND, Book, BookSheet
from omi_report.opendata.columns import OpenColumn
from omi_report.opendata.table_text import as_json, cell

METADATA: Final = "csv-metadata.json"
"""The name under which programs look for the metadata of the CSV files of a folder."""


def csvw_of(book: Book) -> bytes:
    """Return an archive of the tables as CSV, each in a file of its own, with their metadata."""
    made = io.BytesIO()
    files = {METADATA: as_json(metadata_of(book))} | {_file(sheet): _as_csv(sheet) for sheet in book.data_sheets}
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in files.items():
            entry = zipfile.ZipInfo(name)  # of 1980, whatever the clock says
            entry.create_system, entry.external_attr = 3, 0o644 << 16  # on every system
            archive.writestr(entry, text.encode(), zipfile.ZIP_DEFLATED)
    return made.getvalue()


def metadata_of(book: Book) -> dict[str, Any]:
    """Return what the CSV files hold: the tables, and of each column its name, what it has, and its type."""
    licences = {each.licence_address or each.licence for each in book.publications} - {""}
    licence = licences.pop() if len(licences) == 1 else ""
    published = {each.issued for each in book.publications}
    found: dict[str, Any] = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": book.language}],
        "dc:title": book.title,
        "dc:subject": book.subject,
        "dc:publisher": book.publisher,
        "dc:language": book.language,
        "null": list(SHORTHAND),
    }
    if len(published) == 1 and (date := published.pop()):
        found["dc:issued"] = date
    if licence:
        found["dc:license"] = {"@id": licence} if licence.startswith("http") else licence
    if any(each.stage for each in book.publications):
        found["dc:description"] = "Provisional: these figures may still change."
    return found | {"tables": [_table(sheet) for sheet in book.data_sheets]}


def _table(sheet: BookSheet) -> dict[str, Any]:
    return {
        "url": quote(_file(sheet)),
        "dc:title": sheet.title,
        "tableSchema": {"columns": [_column(each) for each in sheet.columns]},
    }


def _column(column: OpenColumn) -> dict[str, Any]:
    return {
        "name": quote(column.name, safe=""),
        "titles": [column.name, column.heading],
        "dc:description": f"{column.about}.",
        "datatype": _datatype(column),
    }


def _datatype(column: OpenColumn) -> str | dict[str, str]:
    match column.type:
        case "boolean":
            return {"base": "boolean", "format": "yes|no"}
        case "date":
            return "string"  # a month alone is no date there
        case _:
            return column.type


def _file(sheet: BookSheet) -> str:
    return f"{sheet.name}.csv"


def _as_csv(sheet: BookSheet) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")  # RFC 4180
    writer.writerow(column.name for column in sheet.columns)
    writer.writerows([cell(value) for value in row] for row in sheet.rows)
    return text.getvalue()
