"""The cases that are to be judged, where somebody gives their ids."""

from __future__ import annotations

from omi_report.errors import NoEvidenceError
from omi_report.evidence.grids import SheetGrid
from omi_report.evidence.tabulate import form_of_id
from omi_report.evidence.unfinished import ExpectedCase
from omi_report.model.evidence import CASE_COLUMN
from omi_report.problems import excerpt
from omi_report.visible import begins_formula


def numbered_cases(count: int, prefix: str) -> tuple[ExpectedCase, ...]:
    """Return so many cases, numbered behind a prefix: WX-001, WX-002."""
    width = max(3, len(str(count)))
    return tuple(ExpectedCase(f"{prefix}-{number:0{width}}") for number in range(1, count + 1))


class CaseListError(NoEvidenceError):
    """A list of cases cannot be used; the message says why."""


def listed_cases(grid: SheetGrid) -> tuple[ExpectedCase, ...]:
    """Return the cases of a list: those of the column «case», or of the first column where none is called so.

    Raises CaseListError where an id is there twice, or begins as a formula does.
    """
    heads = [cell.strip().casefold() for cell in grid.rows[0][1]] if grid.rows else []
    at = heads.index(CASE_COLUMN) if CASE_COLUMN in heads else 0
    rows = grid.rows[1:] if CASE_COLUMN in heads else grid.rows
    lines: dict[str, int] = {}
    found: list[ExpectedCase] = []
    for line, cells in rows:
        case = cells[at].strip() if at < len(cells) else ""
        if not case:
            continue
        form = form_of_id(case)
        if form in lines:
            raise CaseListError(f"{grid.shown}:{line}: «{excerpt(case)}» stands in row {lines[form]} already")
        if begins_formula(case):
            raise CaseListError(f"{grid.shown}:{line}: «{excerpt(case)}» begins as a formula does: call it otherwise")
        lines[form] = line
        found.append(ExpectedCase(case))
    if not found:
        raise CaseListError(f"{grid.shown}: there is no case in it")
    return tuple(found)
