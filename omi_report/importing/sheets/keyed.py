"""Ids of a caseload in exports → those that the inspection has for the cases, by the key that `omi sample` wrote."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import replace

from omi_report.evidence.tabulate import form_of_id
from omi_report.importing.sheets.taken import TakenRow, TakenSheet


def ids_by_key(text: str) -> dict[str, str]:
    """Return the ids of the inspection by those of the caseload, as `form_of_id` gives them; none of no key."""
    rows = [row for row in csv.reader(io.StringIO(text)) if len(row) > 1]
    if not rows or [each.strip() for each in rows[0][:2]] != ["caseload", "case"]:
        return {}
    return {form_of_id(theirs): ours.strip() for theirs, ours, *_more in rows[1:]}


def in_ids_of_inspection(sheet: TakenSheet, key: Mapping[str, str]) -> TakenSheet:
    """Return a sheet whose rows have the ids of the inspection; an id that the key does not have stays as it is."""
    return replace(sheet, rows=tuple(_renamed(row, key) for row in sheet.rows)) if key else sheet


def _renamed(row: TakenRow, key: Mapping[str, str]) -> TakenRow:
    found = key.get(form_of_id(row.id)) if row.id else None
    return replace(row, id=found, place=row.place._replace(case=found)) if found else row
