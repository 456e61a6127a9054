"""The cases that are to be judged, and by whom, as far as an area says."""

from __future__ import annotations

from collections.abc import Sequence

from omi_report.errors import PROBLEMS, NoEvidenceError, OmiError, UnknownNameError
from omi_report.evidence.grids import SheetGrid
from omi_report.evidence.tabulate import form_of_id
from omi_report.evidence.unfinished import ExpectedCase
from omi_report.inspection import Inspection
from omi_report.model.evidence import CASE_COLUMN
from omi_report.problems import excerpt, meant_or_all
from omi_report.source.places import SAMPLE_FILE
from omi_report.visible import begins_formula


class UnreadableSampleError(OmiError):
    """The sample of an area has errors, so that nobody can say which cases are to be judged."""

    status = PROBLEMS


def expected_cases(inspection: Inspection) -> tuple[ExpectedCase, ...]:
    """Return the cases of an area's sample that are inspected, with what the sample knows of them; none without one.

    Raises UnreadableSampleError where the sample has errors.
    """
    sample = inspection.area.evidence.sample
    if sample is None and SAMPLE_FILE in inspection.snapshot.present:
        shown = inspection.snapshot.shown_path(SAMPLE_FILE)
        raise UnreadableSampleError(f"{shown}: the sample has errors (omi validate shows them)")
    if sample is None:
        return ()
    return tuple(ExpectedCase(each.case, each.values, each.judge, each.second) for each in sample.inspected)


def judges_of(cases: Sequence[ExpectedCase]) -> tuple[str, ...]:
    """Return the ids of those who judge some cases, each once, in order."""
    return tuple(sorted({judge for case in cases for judge in (case.judge, case.second) if judge}))


def expect_judge(judge: str, cases: Sequence[ExpectedCase], shown: str) -> None:
    """Raise NoEvidenceError where an area's cases are given to nobody, and UnknownNameError where not to this judge."""
    judges = judges_of(cases)
    if not judges:
        raise NoEvidenceError(
            f"{shown} has no sample whose cases are given to judges: omi evidence allocate gives them to those of "
            "evidence/judges.yaml"
        )
    if judge and judge not in judges:
        raise UnknownNameError(f"no case is given to a judge «{excerpt(judge)}»: {meant_or_all(judge, judges)}")


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
