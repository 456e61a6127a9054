"""The tables that an area's own files hold, such as measures of performance → a record for each value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from omi_report.document.general.tables import (
    NOTE,
    ColumnDefinition,
    RowSet,
    RowValues,
    TableContent,
    numbers_of,
    values_of,
)
from omi_report.inspection import Inspection
from omi_report.model.facts import Display
from omi_report.scoring.results import Row

MEASURES: Final = "measures"
"""The name of the table."""

MEASURE_COLUMNS: Final = (
    "part",
    "display",
    "title",
    "group",
    "row",
    "column",
    "unit",
    "value",
    "text",
    "source",
    "day",
)


def measures_of(inspection: Inspection) -> Iterator[Row]:
    """Yield the values of the tables of an area in the order of its files, each with what the table says of it.

    The total of a table is a row, the rating of a group a column, and what stands beside a row or a group in words a
    note. Of a table that has the groups of another one only the total is its own.
    """
    for file, display in inspection.area.ask(lambda kind: kind.displays):
        table = display.content
        if isinstance(table, TableContent):
            head = _head(file, display, table)
            yield from (head | record for record in _records(table, inspection))


def _head(file: str, display: Display, table: TableContent) -> Row:
    return dict.fromkeys(MEASURE_COLUMNS) | {
        "part": file.removesuffix(".yaml"),
        "display": display.name,
        "title": table.caption,
        "source": table.source,
        "day": str(table.day) if table.day else None,
    }


def _records(table: TableContent, inspection: Inspection) -> Iterator[Row]:
    for _path, found in table.sets:
        yield from _group(table, found, inspection)
        for row in found.rows:
            yield from _row(table, row, found.name, inspection)
    if table.total is not None:
        yield from _row(table, table.total, None, inspection)


def _group(table: TableContent, found: RowSet, inspection: Inspection) -> Iterator[Row]:
    """What is said of a group itself."""
    if found.rating:
        text = _band(table.scale, found.rating, inspection)
        yield {"group": found.name, "column": "Rating", "unit": "rating", "text": text}
    if found.note:
        yield {"group": found.name, "column": "Note", "unit": "text", "text": found.note}


def _row(table: TableContent, row: RowValues, group: str | None, inspection: Inspection) -> Iterator[Row]:
    label, *others = table.columns
    head: Row = {"group": group, "row": row.values.get(label.id)}
    for column, text in values_of(row, tuple(others)):
        yield head | {"column": column.heading, "unit": column.unit, **_value(table, row, column, text, inspection)}
    if NOTE in row.values and NOTE not in (column.id for column in table.columns):
        yield head | {"column": "Note", "unit": "text", "text": row.values[NOTE]}


def _value(table: TableContent, row: RowValues, column: ColumnDefinition, text: str, inspection: Inspection) -> Row:
    """A value as a number, where it is one to compute with, and in words."""
    number = numbers_of(row, column)
    if column.unit == "rating":
        text = _band(table.scale_of(column), text, inspection)
    if number is None:
        return {"value": None, "text": text}
    return {"value": int(number) if number == int(number) else float(number), "text": text}


def _band(scale: str | None, band: str, inspection: Inspection) -> str:
    """What a rating is called on its scale; a rating that somebody else does not give is what it says."""
    return inspection.framework.band_names(scale or "").get(band, band)
