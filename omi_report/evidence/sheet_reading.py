"""The bytes of a sheet → what a reader makes of it, and its problems; where much is wrong, the causes alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from omi_report.evidence import evidence_rules as rules
from omi_report.problems import Problem

if TYPE_CHECKING:
    from omi_report.evidence.sheet import Sheet, SheetProblems
    from omi_report.evidence.table import Known

Made = TypeVar("Made")


def read_sheet(
    data: bytes,
    name: str,
    shown: str,
    reader: Callable[[Sheet, SheetProblems], Made],
    known: Callable[[], Known],
    *,
    columns: Callable[[Sheet], Sheet] = lambda sheet: sheet,
) -> tuple[Made | None, list[Problem]]:
    """Read a sheet with a reader. Returns what it makes, None where the file is no table at all, and what is wrong.

    ``name`` says by its ending what the file is, and ``shown`` is its path for messages. ``known`` is what is known of
    the sheet beforehand, and ``columns`` gives the columns of it that are looked at.
    """
    from omi_report.evidence.sheet import NotATableError, SheetProblems

    if name.endswith(".xlsx"):
        from omi_report.evidence.workbook import open_workbook as opened
    else:
        from omi_report.evidence.delimited import open_delimited as opened

    found: SheetProblems | None = None
    problems: list[Problem] = []
    try:
        sheet = columns(opened(data, name, shown))
        found = SheetProblems(sheet)
        made = reader(sheet, found)
        if found.problems:
            from omi_report.evidence.sheet_causes import causes_in

            causes, mended = causes_in(columns(opened(data, name, shown)), known())
            problems += causes
            if causes:
                found = SheetProblems(mended or sheet)
            if causes and mended:
                made = reader(mended, found)
    except NotATableError as error:
        problems += found.all() if found else []
        problems.append(rules.NOT_A_TABLE.at(error.location, error.message, error.hint))
        return None, problems
    return made, [*problems, *found.all()]
