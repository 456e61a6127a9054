"""The caseload of an area: read by what the area's map says of it, or by its own headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from omi_report.errors import OutputError
from omi_report.evidence.grids import SheetGrid
from omi_report.importing.caseload import (
    ReadCaseload,
    by_its_headings,
    caseload_kind,
    read_caseload,
    sheet_of_caseload,
)
from omi_report.importing.sheets.causes import Cause
from omi_report.importing.sheets.imported import caseload_sources_of
from omi_report.importing.sheets.spellings import words_of
from omi_report.inspection import Inspection
from omi_report.model.evidence import CASE_COLUMN
from omi_report.problems import Problem, excerpt
from omi_report.source.places import MAP_FILE
from omi_report.workspace.evidence_maps import ImportArea, area_with_map


@dataclass(frozen=True, slots=True)
class CaseloadOptions:
    """How a caseload is read: by which heading of ids, sheet and map, and whether guesses are taken as right."""

    ids: str = ""
    sheet: str = ""
    map_file: Path | None = None
    accept: bool = False


class MapProblemsError(OutputError):
    """The map has errors; ``problems`` with their ``texts`` say which."""

    def __init__(self, area: ImportArea) -> None:
        super().__init__(f"{area.path / MAP_FILE} has errors, and the caseload cannot be read by it")
        self.problems: tuple[Problem, ...] = area.problems
        self.texts = dict(area.texts)


def with_map(inspection: Inspection, map_file: Path | None) -> ImportArea:
    """Return an area that was loaded with its map. Raises MapProblemsError where that has errors."""
    snapshot = inspection.snapshot
    area = area_with_map(inspection, ImportArea(snapshot.folder, snapshot), map_file)
    if area.problems:
        raise MapProblemsError(area)
    return area


def caseload_by_map(area: ImportArea, grids: Sequence[SheetGrid], options: CaseloadOptions) -> ReadCaseload:
    """Read a caseload. Raises OutputError where the map has guesses about it that nobody has looked at."""
    assert area.inspection is not None
    kind = caseload_kind(area.inspection.framework)
    titled = [each for each in grids if not options.sheet or each.title.casefold() == options.sheet.casefold()]
    told = [(grid, source) for grid in titled if area.held for source in caseload_sources_of(grid, area.held)]
    if told:
        grid, source = told[0]
        if source.unsure and not options.accept:
            shown = "".join(f"\n  {each}" for each in source.unsure[:5])
            raise OutputError(
                f"{area.path / MAP_FILE} has guesses about the caseload under «unsure» that nobody has looked at: "
                f"correct what is wrong, and take out what is right, or say --accept{shown}"
            )
        source = source.replaced(case=options.ids) if options.ids else source
        return read_caseload(grid, source, kind, mapped=True)
    source = by_its_headings(kind, options.ids or CASE_COLUMN)
    chosen = sheet_of_caseload(grids, source, options.sheet)
    if isinstance(chosen, Cause):
        return ReadCaseload(causes=(chosen,))
    found = read_caseload(chosen, source, kind, mapped=False)
    return _with_headings_meant(found, chosen, area.inspection, options) if found.other_headings else found


def _with_headings_meant(
    found: ReadCaseload, grid: SheetGrid, inspection: Inspection, options: CaseloadOptions
) -> ReadCaseload:
    """The caseload whose headings are others, with what these are most likely."""
    from omi_report.importing.sheets.guess.guesses import guess_caseload

    guessed = guess_caseload([grid], inspection.framework, options.ids).sheets
    pairs = [
        f"«{excerpt(each.key, 40)}» for {each.guess.meant}"
        for sheet in guessed
        for each in (*sheet.columns, *filter(None, (sheet.id,)))
        if words_of(each.key) != words_of(each.guess.meant) and each.key != options.ids
    ]
    if not pairs:
        return found
    (cause,) = found.causes
    return replace(found, causes=(replace(cause, hint=f"did you mean {', '.join(pairs[:6])}? {cause.hint}"),))
