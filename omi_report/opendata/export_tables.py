"""Open data as one CSV file, or as a workbook with a sheet for each table."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any, TypeAlias

from omi_report.opendata.table_text import as_csv, cell
from omi_report.workbooks import put_text, without_times

Tables: TypeAlias = Mapping[str, tuple[str, ...]]
"""The tables of the data and their columns, in order."""

_ABOUT = (
    "area",
    "framework",
    "inspectorate",
    "stage",
    "draft",
    "drafted",
    "inspected",
    "published",
    "isbn",
    "cases",
    "minimum",
)


def export_csv(data: dict[str, Any], tables: Tables) -> str:
    """Return open data as CSV: a record a line, the first column saying of which table it is.

    Those of a draft say so in each line, in a last column, which a final report does not have.
    """
    stage = _draft(data)
    columns = ["table", *dict.fromkeys(column for columns in tables.values() for column in columns), *stage]
    records = [{"table": table} | stage | _flat(record) for table in tables for record in data[table]]
    return as_csv(records, columns)


def _draft(data: dict[str, Any]) -> dict[str, str]:
    """What a draft says of itself in a line: ``draft 2, 2008-01-10``."""
    if data.get("stage", "final") == "final":
        return {}
    if data["stage"] != "draft":
        return {"stage": f"{data['stage']}, provisional"}
    number, drafted = data["draft"], data["drafted"]
    return {"stage": f"draft{'' if number is None else f' {number}'}{f', {drafted}' if drafted else ''}"}


def export_workbook(data: dict[str, Any], tables: Tables) -> bytes:
    """Return open data as an Excel workbook. It holds no time at which it was made: the same data, the same bytes."""
    from openpyxl import Workbook
    from openpyxl.styles import Font

    book: Any = Workbook()
    sheet = book.active
    sheet.title = "about"
    for row, name in enumerate(_ABOUT, start=1):
        _write(sheet, row, 1, name)
        _write(sheet, row, 2, data.get(name))
    for table, columns in tables.items():
        sheet = book.create_sheet(table)
        sheet.freeze_panes = "A2"
        for at, column in enumerate(columns, start=1):
            _write(sheet, 1, at, column)
            sheet.cell(1, at).font = Font(bold=True)
        for row, record in enumerate(map(_flat, data[table]), start=2):
            for at, column in enumerate(columns, start=1):
                _write(sheet, row, at, record.get(column))
    target = io.BytesIO()
    book.save(target)
    return without_times(target)


def _flat(record: dict[str, Any]) -> dict[str, Any]:
    """A record without lists and mappings: ``case_type=licence; roh=high|very-high``."""
    where = record.get("where")
    if where is None:
        return record
    return record | {"where": "; ".join(f"{name}={'|'.join(values)}" for name, values in where.items())}


def _write(sheet: Any, row: int, column: int, value: object) -> None:
    """Put a value into a cell; a text is a text, whatever it begins with."""
    if value is None:
        return
    target = sheet.cell(row, column)
    if isinstance(value, bool | int | float):
        target.value = cell(value)
        return
    put_text(target, str(value) if isinstance(value, str) else str(cell(value)))
