"""Joined rows → the sheet of evidence as it is kept: ids, attributes and questions in the framework's order."""

from __future__ import annotations

import csv
import io

from omi_report.importing.sheets.merging import Joined
from omi_report.visible import begins_formula


def written(found: Joined) -> str:
    """Return the text of a sheet of evidence. The same rows are always the same text.

    An id that a spreadsheet would take for a formula has an apostrophe before it; every other cell is an answer's own
    id. Where no row has an id, there is no column of ids.
    """
    with_ids = found.kind.is_cases or any(case.id for case in found.cases)
    columns = found.columns
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([*([found.kind.ids] if with_ids else []), *columns])
    for case in found.cases:
        writer.writerow([*([guarded(case.id)] if with_ids else []), *(case.answers.get(name, "") for name in columns)])
    return text.getvalue()


def guarded(text: str) -> str:
    """Return a text so that a spreadsheet takes it for text, on one line."""
    plain = " ".join(text.split())
    return f"'{plain}" if begins_formula(plain) else plain
