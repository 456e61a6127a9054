"""The workbooks of `omi evidence sheet` among exports: nobody needs to say how they are read."""

from __future__ import annotations

import glob
from collections.abc import Sequence
from pathlib import PurePath

from omi_report.evidence.grids import SheetGrid
from omi_report.evidence.sheet_titles import MARK_SHEET, OWN_SHEETS, SECOND_SHEET, survey_titles
from omi_report.model.evidence import CASE_COLUMN, CASES_SHEET
from omi_report.model.evidence_map import EvidenceMap, MapSource, columns_of
from omi_report.model.framework import Framework


def with_own_sheets(
    grids: Sequence[SheetGrid], held: EvidenceMap | None, framework: Framework
) -> tuple[list[SheetGrid], EvidenceMap | None]:
    """Return the sheets that are to be read, and a map that knows omi's own ones before it says what the area's does.

    Of a workbook of omi's own, the sheets with answers are read alone, and those of surveys where any stands in them. A
    sheet that has another name by now is read as that of any other export.
    """
    own = {grid.file for grid in grids if grid.title == MARK_SHEET}
    if not own:
        return list(grids), held
    holds = {CASES_SHEET: CASES_SHEET, **{title: survey for survey, title in survey_titles(framework).items()}}
    kept: list[SheetGrid] = []
    sources: list[MapSource] = []
    for grid in grids:
        if grid.file not in own:
            kept.append(grid)
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


def _source(grid: SheetGrid, of: str, framework: Framework) -> MapSource:
    return MapSource(
        of=of,
        file=glob.escape(PurePath(grid.file).name),
        sheet=glob.escape(grid.title),
        heading_row=1,
        case=CASE_COLUMN if of == CASES_SHEET else None,
        columns={name: name for name in columns_of(framework, of) or {}},
    )
