"""The tables of an area as operators see them: which of their values follow from others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.faults.known import loaded, value_at
from tests.faults.material import Material, Value, line_of
from tests.faults.operator_types import Place

_WHOLE = 2


@dataclass(frozen=True)
class Table:
    """A table: its values that make up a total, its shares that make up a whole, and its differences.

    ``named`` are counts with the heading of their row and of their column.
    """

    file: str
    path: tuple[str | int, ...]
    summed: tuple[Value, ...]
    shares: tuple[Value, ...]
    differences: tuple[Value, ...]
    named: tuple[tuple[str, str, Value], ...]

    def lines(self, material: Material) -> Iterator[Place]:
        """Yield the lines from the first value of the table to its last."""
        of_table = [
            each for each in material.values if each.file == self.file and each.path[: len(self.path)] == self.path
        ]
        text = material.text(self.file)
        first, last = line_of(text, of_table[0].start), line_of(text, of_table[-1].end)
        for line in range(max(1, first - 1), last + 1):
            yield Place(self.file, line)


def tables(material: Material) -> list[Table]:
    """Return all tables of an area."""
    return [table for file in material.yaml_files for table in _below(material, file, (), loaded(material, file))]


def _below(material: Material, file: str, path: tuple[str | int, ...], data: Any) -> Iterator[Table]:
    if isinstance(data, dict):
        if "columns" in data and ("rows" in data or "groups" in data) and isinstance(data["columns"][0], dict):
            yield _table(material, file, path, data)
        else:
            for key, inner in data.items():
                yield from _below(material, file, (*path, key), inner)
    elif isinstance(data, list):
        for at, inner in enumerate(data):
            yield from _below(material, file, (*path, at), inner)


def _table(material: Material, file: str, path: tuple[str | int, ...], data: dict[str, Any]) -> Table:
    columns = {each["id"]: each for each in data["columns"]}
    groups = [((*path, "rows"), data)] if "rows" in data else []
    if isinstance(data.get("groups"), list):
        groups += [((*path, "groups", at, "rows"), each) for at, each in enumerate(data["groups"])]
    summed, shares, differences, named = [], [], [], []
    for below, group in groups:
        rows = group.get("rows", [])
        for key, column in columns.items():
            cells = [value_at(material, file, *below, at, key) for at in range(len(rows))]
            whole = [each for each in cells if each is not None and each.value.isdigit()]
            unit = column.get("unit")
            total = value_at(material, file, *path, "total", key)
            if unit == "count" and group.get("parts") == "complete" and total and len(whole) == len(rows):
                summed += whole
            if unit == "per-cent" and group.get("parts") in ("complete", "separate") and len(whole) >= _WHOLE:
                shares += whole if sum(int(each.value) for each in whole) >= 97 else []
            if "difference" in column:
                differences += [each for each in cells if each is not None]
            if unit == "count":
                named += [
                    (row["name"], column["heading"], cell)
                    for row, cell in zip(rows, cells, strict=True)
                    if cell is not None and cell.value.isdigit() and "name" in row
                ]
    return Table(file, path, tuple(summed), tuple(shares), tuple(differences), tuple(named))
