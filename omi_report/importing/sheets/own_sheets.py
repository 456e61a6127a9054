"""The workbooks of `omi evidence sheet` among exports: nobody needs to say how they are read."""

from __future__ import annotations

import glob
from collections.abc import Collection, Sequence
from pathlib import PurePath

from omi_report.evidence.grids import SheetGrid
from omi_report.evidence.sheet_titles import JUDGE_KEY, MARK_SHEET, OWN_SHEETS, SECOND_SHEET, survey_titles
from omi_report.importing.sheets.sheet_kinds import SECOND_JUDGEMENTS
from omi_report.model.evidence import CASE_COLUMN, CASES_SHEET
from omi_report.model.evidence_map import IGNORED, EvidenceMap, MapSource, columns_of
from omi_report.model.framework import Framework


def with_own_sheets(
    grids: Sequence[SheetGrid], held: EvidenceMap | None, framework: Framework
) -> tuple[list[SheetGrid], EvidenceMap | None]:
    """Return the sheets that are to be read, and a map that knows omi's own ones before it says what the area's does.

    Of a workbook of omi's own, the sheets with answers are read alone, and those of surveys and of second judgements
    where any stands in them. A sheet that has another name by now is read as that of any other export.
    """
    own = {grid.file for grid in grids if grid.title == MARK_SHEET}
    if not own:
        return list(grids), held
    holds = {CASES_SHEET: CASES_SHEET, **{title: survey for survey, title in survey_titles(framework).items()}}
    second = {grid.file for grid in grids if _is_second(grid, own, framework)} & said_by_own(grids, JUDGE_KEY).keys()
    kept: list[SheetGrid] = []
    sources: list[MapSource] = []
    for grid in grids:
        if grid.file not in own:
            kept.append(grid)
        elif grid.title == SECOND_SHEET and grid.file in second:
            kept.append(grid)
            sources.append(_source(grid, SECOND_JUDGEMENTS, framework))
        elif grid.title == CASES_SHEET and grid.file in second and not _is_answered(grid, framework):
            continue  # so far they have judged as the second alone
        elif grid.title in holds and len(grid.rows) > 1:
            kept.append(grid)
            sources.append(_source(grid, holds[grid.title], framework))
        elif grid.title not in (*holds, SECOND_SHEET, *OWN_SHEETS):
            kept.append(grid)
    return kept, EvidenceMap(sources=(*sources, *(held.sources if held else ())))


def said_by_own(grids: Sequence[SheetGrid], key: str) -> dict[str, str]:
    """Return what each workbook of omi's own says of itself under a key, by its file."""
    said = ((grid.file, cells) for grid in grids if grid.title == MARK_SHEET for _line, cells in grid.rows)
    return {file: cells[1].strip() for file, cells in said if len(cells) > 1 and cells[0].strip() == key}


def _is_second(grid: SheetGrid, own: Collection[str], framework: Framework) -> bool:
    return grid.file in own and grid.title == SECOND_SHEET and _is_answered(grid, framework)


def _is_answered(grid: SheetGrid, framework: Framework) -> bool:
    """Whether any question of a sheet of cases is answered."""
    _line, head = grid.rows[0] if grid.rows else (0, [])
    asked = [at for at, heading in enumerate(head) if heading.strip() in framework.questions]
    return any(grid.at(line, at).strip() for line, _cells in grid.rows[1:] for at in asked)


def _columns(framework: Framework, of: str) -> dict[str, str]:
    """What each column is taken for: of second judgements the questions alone."""
    if of == SECOND_JUDGEMENTS:
        return {**dict.fromkeys(framework.attributes, IGNORED), **{name: name for name in framework.questions}}
    return {name: name for name in columns_of(framework, of) or {}}


def _source(grid: SheetGrid, of: str, framework: Framework) -> MapSource:
    return MapSource(
        of=of,
        file=glob.escape(PurePath(grid.file).name),
        sheet=glob.escape(grid.title),
        heading_row=1,
        case=CASE_COLUMN if of in (CASES_SHEET, SECOND_JUDGEMENTS) else None,
        columns=_columns(framework, of),
    )
