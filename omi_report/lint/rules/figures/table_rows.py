"""The tables of an area as its files have them, so that what stands elsewhere can be held against their rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from omi_report.inspection import Inspection, remembered
from omi_report.source.tree import Scalar, walk


class WrittenColumn(NamedTuple):
    """A column but the first: its heading, and the unit of its values."""

    heading: str
    unit: str


class WrittenRow(NamedTuple):
    """A row, a group with a rating of its own, or the total: its name, and its values by the ids of their columns."""

    name: str
    values: Mapping[str, Scalar]


class WrittenTable(NamedTuple):
    """A table: what it is called, the day that it is of, the heading of its names, its columns by id, and its rows."""

    file: str
    caption: str
    day: str
    source: str
    label: str
    columns: Mapping[str, WrittenColumn]
    rows: tuple[WrittenRow, ...]
    total: WrittenRow | None

    @property
    def all_rows(self) -> tuple[WrittenRow, ...]:
        """The rows, and the total where there is one."""
        return (*self.rows, *((self.total,) if self.total else ()))

    def cells(self, row: WrittenRow) -> Iterator[tuple[WrittenColumn, Scalar]]:
        """Yield the values of a row, each with its column."""
        for key, column in self.columns.items():
            value = row.values.get(key)
            if value is not None:
                yield column, value

    def numbers(self, row: WrittenRow, unit: str) -> Iterator[tuple[WrittenColumn, Scalar]]:
        """Yield the whole numbers of a row in columns of a unit, each with its column."""
        return ((column, value) for column, value in self.cells(row) if column.unit == unit and value.isdecimal())


@remembered
def tables_of(inspection: Inspection) -> tuple[WrittenTable, ...]:
    """Return the tables of all files of an area."""
    return tuple(
        table
        for file, source in inspection.area.files.items()
        if source.root is not None and "columns:" in source.text
        for node in walk(source.root)
        if (table := _table(file, node))
    )


def _table(file: str, node: object) -> WrittenTable | None:
    listed = node.get("columns") if isinstance(node, dict) else None
    if not isinstance(node, dict) or not isinstance(listed, list):
        return None
    groups, columns = node.get("groups"), [each for each in listed if isinstance(each, dict)]
    names = _text(columns[0].get("id")) if columns else ""
    sets = [node, *(each for each in (groups if isinstance(groups, list) else []) if isinstance(each, dict))]
    rows = [row for each in sets for row in _rows(each, names)]
    ratings = [_text(each.get("id")) for each in columns if each.get("unit") == "rating"]
    rows += [
        WrittenRow(_text(each.get("name")), {ratings[0]: each["rating"]})
        for each in sets[1:]
        if ratings and isinstance(each.get("rating"), Scalar)
    ]
    total = node.get("total")
    return WrittenTable(
        file,
        _text(node.get("caption")),
        _text(node.get("day")),
        _text(node.get("source")),
        _text(columns[0].get("heading")) if columns else "",
        {
            _text(each.get("id")): WrittenColumn(_text(each.get("heading")), _text(each.get("unit")))
            for each in columns[1:]
        },
        tuple(rows),
        _row(total, names) if isinstance(total, dict) else None,
    )


def _rows(of: dict[object, object], names: str) -> Iterator[WrittenRow]:
    rows = of.get("rows")
    for row in rows if isinstance(rows, list) else ():
        if isinstance(row, dict):
            yield _row(row, names)


def _row(row: dict[object, object], names: str) -> WrittenRow:
    values = {str(key): value for key, value in row.items() if isinstance(value, Scalar)}
    return WrittenRow(_text(values.get(names)), values)


def _text(value: object) -> str:
    return str(value) if isinstance(value, Scalar) else ""
