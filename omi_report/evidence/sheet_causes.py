"""Why a sheet of evidence has so much wrong with it: the cause in one message, in the place of what follows from it.

Each cause that is found is mended in a copy of the sheet, and the next one is looked for in the copy. What is still
wrong in the end is told cell by cell.
"""

from __future__ import annotations

from omi_report.evidence.attribute_causes import wrong_attribute
from omi_report.evidence.cell_causes import (
    emptied,
    merged,
    one_word_in_many_cells,
    remarks,
    shifted,
    swapped,
    torn_apart,
)
from omi_report.evidence.head_causes import (
    heading_lost,
    heading_twice,
    headings_as_dates,
    headings_elsewhere,
    headings_missing,
    headings_of_another_sheet,
)
from omi_report.evidence.id_causes import id_twice, same_id
from omi_report.evidence.row_causes import (
    bare_rows,
    cell_missing,
    headings_again,
    other_delimiter,
    rows_too_long_or_short,
    second_headings,
    total_row,
)
from omi_report.evidence.sheet import Sheet
from omi_report.evidence.table import Cause, Known, Table
from omi_report.problems import Problem

_CAUSES: tuple[Cause, ...] = (
    headings_elsewhere,
    headings_missing,
    headings_of_another_sheet,
    headings_as_dates,
    heading_twice,
    heading_lost,
    headings_again,
    second_headings,
    total_row,
    bare_rows,
    other_delimiter,
    remarks,
    rows_too_long_or_short,
    cell_missing,
    shifted,
    emptied,
    swapped,
    same_id,
    id_twice,
    one_word_in_many_cells,
    merged,
    torn_apart,
    wrong_attribute,
)


def causes_in(sheet: Sheet, known: Known) -> tuple[list[Problem], Sheet | None]:
    """Look for the causes of what is wrong in a sheet.

    Returns their problems, and the sheet as if they were mended; None for it where nothing more can be said. Raises
    NotATableError where the sheet cannot be read to its end.
    """
    table = Table.of(sheet, known)
    problems: list[Problem] = []
    for look in _CAUSES:
        explained = look(table)
        if explained is None:
            continue
        problems += explained.problems
        if explained.table is None:
            return problems, None
        table = explained.table
    return problems, table.sheet(sheet)
