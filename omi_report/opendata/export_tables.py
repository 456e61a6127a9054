"""Open data as one CSV file, its tables one below the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from omi_report.opendata.table_text import as_csv, flat

Tables: TypeAlias = Mapping[str, tuple[str, ...]]
"""The tables of the data and their columns, in order."""


def joined_csv(areas: Sequence[tuple[dict[str, Any], Tables]]) -> str:
    """Return the open data of several areas as one CSV, as `export_csv` does; the first column is the area."""
    tables: dict[str, tuple[str, ...]] = {}
    for _data, own in areas:
        for table, names in own.items():
            tables[table] = tuple(dict.fromkeys((*tables.get(table, ()), *names)))
    stages = [{"stage": said} if (said := stage_of(data)) else {} for data, _own in areas]
    columns = ["area", "table", *dict.fromkeys(name for names in tables.values() for name in names)]
    records = [
        {"area": data["area"], "table": table} | stage | flat(record)
        for table in tables
        for (data, _own), stage in zip(areas, stages, strict=True)
        for record in data.get(table, ())
    ]
    return as_csv(records, [*columns, *(["stage"] if any(stages) else [])])


def export_csv(data: dict[str, Any], tables: Tables) -> str:
    """Return open data as CSV: a record a line, the first column saying of which table it is.

    Those of a draft say so in each line, in a last column, which a final report does not have.
    """
    said = stage_of(data)
    stage = {"stage": said} if said else {}
    columns = ["table", *dict.fromkeys(column for columns in tables.values() for column in columns), *stage]
    records = [{"table": table} | stage | flat(record) for table in tables for record in data[table]]
    return as_csv(records, columns)


def stage_of(data: Mapping[str, Any]) -> str:
    """Return what a report that is not final says of that: ``draft 2, 2008-01-10``; empty for a final one."""
    if data.get("stage", "final") == "final":
        return ""
    if data["stage"] != "draft":
        return f"{data['stage']}, provisional"
    number, drafted = data["draft"], data["drafted"]
    return f"draft{'' if number is None else f' {number}'}{f', {drafted}' if drafted else ''}"
