"""Records → CSV and JSON, as texts."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from omi_report.visible import begins_formula


def as_json(data: object) -> str:
    """Return data as JSON that people can read, with a line end."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def as_csv(records: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> str:
    """Return records as CSV with a row of headings; a value that is not there is an empty cell."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")  # RFC 4180
    writer.writerow(columns)
    for record in records:
        writer.writerow([cell(record.get(column)) for column in columns])
    return text.getvalue()


def flat(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return a record without mappings, as a table can hold it: ``case_type=licence; roh=high|very-high``."""
    where = record.get("where")
    if where is None:
        return dict(record)
    return {**record, "where": "; ".join(f"{name}={'|'.join(values)}" for name, values in where.items())}


def cell(value: object) -> object:
    """Return a value as a spreadsheet may be given it: never as a formula."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case list() | tuple():
            return ", ".join(str(each) for each in value)
        case str() if value[:1] in ("\t", "\r", "\n") or begins_formula(value):
            return f"'{value}"
        case _:
            return value
