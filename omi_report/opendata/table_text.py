"""Records → CSV and JSON, as texts."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

_FORMULA_BEGINS = frozenset("=+-@＝＋－＠")
"""With what a spreadsheet takes a cell for a formula; Excel in East Asia takes the wide ones too."""
_PASSED_OVER = frozenset("\t\r\n\v\f \xa0\u3000\u200b\ufeff")
"""What a spreadsheet may drop before it looks at the first sign."""


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


def cell(value: object) -> object:
    """Return a value as a spreadsheet may be given it: never as a formula."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case list() | tuple():
            return ", ".join(str(each) for each in value)
        case str() if value[:1] in ("\t", "\r", "\n") or _begins_formula(value):
            return f"'{value}"
        case _:
            return value


def _begins_formula(text: str) -> bool:
    """Whether the first sign of a text, behind what is passed over, is one of a formula's."""
    first = next((sign for sign in text if sign not in _PASSED_OVER), "")
    return first in _FORMULA_BEGINS
