"""A workbook that somebody may have filled in → what stands in its cells, to see that nothing of it is lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from omi_report.evidence.sheet import NotATableError
from omi_report.evidence.sheet_titles import LISTS_SHEET, MARK_SHEET, OWN_SHEETS
from omi_report.evidence.workbook import all_rows
from omi_report.judging.form import FormBook
from omi_report.model.evidence import CASE_COLUMN


class FilledCell(NamedTuple):
    """A cell by the title of its sheet, the id of its row (its number where rows have no ids), and its heading."""

    sheet: str
    row: str
    column: str


@dataclass(frozen=True, slots=True)
class FilledBook:
    """What stands in a workbook below its headings."""

    cells: Mapping[FilledCell, str] = field(default_factory=dict)


def read_filled(data: bytes, shown: str) -> FilledBook | None:
    """Read a workbook that omi made to be filled in; None where it is no such workbook."""
    try:
        sheets = all_rows(data, shown)
    except NotATableError:
        return None
    if not {MARK_SHEET, LISTS_SHEET} <= sheets.keys():
        return None
    found: dict[FilledCell, str] = {}
    for title, rows in sheets.items():
        if title in OWN_SHEETS or not rows:
            continue
        header = [each.strip() for each in rows[0][1]]
        for line, cells in rows[1:]:
            has_id = bool(header) and header[0] == CASE_COLUMN
            row = cells[0].strip() if has_id and cells else str(line)
            for heading, text in zip(header[has_id:], cells[has_id:], strict=False):
                if text.strip():
                    found[FilledCell(title, row, heading)] = text.strip()
    return FilledBook(found)


def would_be_lost(filled: FilledBook, form: FormBook) -> int:
    """Count the answers in a workbook that would be gone if a form were written over it.

    What omi puts into a form beforehand is no answer: an attribute counts where the form has the case, and nothing
    for it.
    """
    rows = {sheet.title: {row.id: row.values for row in sheet.rows} for sheet in form.sheets}
    surveys = {sheet.title for sheet in form.sheets if not sheet.ids}
    attributes = {
        column.name for sheet in form.sheets if sheet.ids for column in sheet.columns if not column.is_question
    }
    lost = 0
    for (title, row, column), text in filled.cells.items():
        there = rows.get(title, {}).get(row)
        if column in attributes and title not in surveys:
            lost += there is not None and column not in there
        else:
            lost += there is None or there.get(column) != text
    return lost
