"""All sheets of all exports → the sheets of evidence of an area, with a report of how they came about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import PurePath

from omi_report.evidence.grids import SheetGrid
from omi_report.importing.sheets.agreed import as_agreed
from omi_report.importing.sheets.causes import Cause
from omi_report.importing.sheets.code_book import is_code_book
from omi_report.importing.sheets.kept import with_rest
from omi_report.importing.sheets.keyed import in_ids_of_inspection
from omi_report.importing.sheets.long_rows import take_long
from omi_report.importing.sheets.merging import Joined, joined
from omi_report.importing.sheets.sampled import with_sample
from omi_report.importing.sheets.second import given_by, with_first
from omi_report.importing.sheets.sheet_kinds import SECOND_JUDGEMENTS, SheetKind, kinds_of_import
from omi_report.importing.sheets.taken import TakenSheet, take
from omi_report.importing.sheets.written import written
from omi_report.model.evidence import CASES_SHEET
from omi_report.model.evidence_map import CASELOAD, EvidenceMap, MapSource
from omi_report.model.framework import Framework
from omi_report.model.moderated import AgreedAnswer

_FEWEST_ROWS = 3
"""Fewer rows may well be the same by chance."""


@dataclass(frozen=True)
class ImportedSheets:
    """What exports come to: the text of each sheet of evidence by its path in the area, and how it came about.

    ``unread`` are sheets that the map says nothing of. Where there are ``causes``, nothing is to be written.
    """

    files: Mapping[str, str] = field(default_factory=dict)
    sheets: tuple[TakenSheet, ...] = ()
    rows: tuple[Joined, ...] = ()
    unread: tuple[str, ...] = ()
    causes: tuple[Cause, ...] = ()
    notes: tuple[Cause, ...] = ()

    @property
    def values(self) -> Counter[tuple[str, str]]:
        """How often each written value was taken for each answer to a question, in all sheets."""
        found: Counter[tuple[str, str]] = Counter()
        for sheet in self.sheets:
            found.update(sheet.values)
        return found


@dataclass(frozen=True)
class ImportBeside:
    """What an import goes by beside the exports and the map.

    ``sample`` is the area's own list of its cases: attributes that no export has are taken from it. ``key`` has the ids
    of the inspection by those of the caseload, as `form_of_id` gives them. ``there`` are the sheets of evidence that
    the area has, by their stems: what the exports do not have stays as it is there. ``judges`` are those who filled in
    omi's own workbooks, by the files. ``agreed`` are the answers that judges have agreed on.
    """

    sample: SheetGrid | None = None
    key: Mapping[str, str] = field(default_factory=dict)
    there: Mapping[str, SheetGrid] = field(default_factory=dict)
    judges: Mapping[str, str] = field(default_factory=dict)
    agreed: tuple[AgreedAnswer, ...] = ()


def imported_sheets(
    grids: Iterable[SheetGrid], held: EvidenceMap, framework: Framework, more: ImportBeside = ImportBeside()
) -> ImportedSheets:
    """Read the sheets of exports by the map of an area."""
    kinds = kinds_of_import(framework)
    taken: list[TakenSheet] = []
    unread: list[str] = []
    causes: list[Cause] = []
    grids = tuple(grids)
    for grid in grids:
        sources = sources_of(grid, held)
        if not sources:
            unread.append(grid.shown)
        taken += [
            in_ids_of_inspection((take_long if source.long else take)(grid, source, kinds[source.of]), more.key)
            for source in sources
            if source.of in kinds
        ]
    if not taken:
        hint = "look at «file» and «sheet» in the map, or let --guess --again make it anew"
        causes.append(Cause("", "the map says nothing of any of these sheets", hint))
    by_file = {grid.shown: grid.file for grid in grids}
    taken = [
        given_by(sheet, more.judges[by_file[sheet.shown]]) if sheet.of == SECOND_JUDGEMENTS else sheet
        for sheet in taken
    ]
    causes += _files_not_read(grids, taken)
    causes += _twice(taken, kinds)
    rows = [joined(kind, found) for kind in kinds.values() if (found := _of(taken, kind))]
    rows = [with_first(each, more.sample) if each.kind.of == SECOND_JUDGEMENTS else each for each in rows]
    if more.sample is not None:
        rows = [with_sample(each, more.sample) if each.kind.is_cases else each for each in rows]
    rows = [with_rest(each, more.there[each.kind.stem]) if each.kind.stem in more.there else each for each in rows]
    rows = [as_agreed(each, more.agreed) if each.kind.of == CASES_SHEET else each for each in rows]
    causes += [cause for sheet in taken for cause in sheet.causes]
    causes += [cause for each in rows for cause in each.causes]
    if not causes:
        causes += [
            Cause(
                "",
                f"the exports have no {each.kind.ids} for {each.kind.stem}.csv",
                "look at the rows that were left out",
            )
            for each in rows
            if not each.cases
        ]
    notes = [note for sheet in taken for note in sheet.notes] + [note for each in rows for note in each.notes]
    files = {} if causes else {f"{each.kind.stem}.csv": written(each) for each in rows}
    return ImportedSheets(files, tuple(taken), tuple(rows), tuple(unread), tuple(causes), tuple(notes))


def _files_not_read(grids: Sequence[SheetGrid], taken: Sequence[TakenSheet]) -> Iterator[Cause]:
    """Tell of files of which nothing is read: somebody has named them, and means their answers to come in."""
    read = {sheet.shown for sheet in taken}
    by_file: dict[str, list[SheetGrid]] = {}
    for grid in grids:
        by_file.setdefault(grid.file, []).append(grid)
    for file, sheets in by_file.items():
        if taken and not any(each.shown in read for each in sheets) and not any(map(is_code_book, sheets)):
            hint = "look at «file» and «sheet» in the map and at the names in the file, or leave the file out"
            yield Cause("", f"nothing of {file} is read: the map says nothing of its sheets", hint)


def _twice(taken: Sequence[TakenSheet], kinds: Mapping[str, SheetKind]) -> Iterator[Cause]:
    """Tell of sheets without ids that hold the same rows: somebody has named an export twice, or a copy of it."""
    seen: dict[object, str] = {}
    for sheet in taken:
        if any(row.id for row in sheet.rows) or len(sheet.rows) < _FEWEST_ROWS:
            continue
        rows = (sheet.of, tuple(tuple(sorted(row.answers.items())) for row in sheet.rows))
        if rows in seen:
            hint = f"leave one of the two out; if each is right, give their rows ids under «{kinds[sheet.of].ids}»"
            yield Cause("", f"{seen[rows]} and {sheet.shown} hold the same rows", hint)
        seen.setdefault(rows, sheet.shown)


def sources_of(grid: SheetGrid, held: EvidenceMap) -> Sequence[MapSource]:
    """Return what a map says of a sheet of evidence: the entries whose patterns its file and its title have.

    Where several entries are about one sheet of evidence, the first counts.
    """
    return tuple(source for source in _sources(grid, held) if source.of != CASELOAD)


def caseload_sources_of(grid: SheetGrid, held: EvidenceMap) -> Sequence[MapSource]:
    """Return what a map says of a sheet as a caseload, likewise."""
    return tuple(source for source in _sources(grid, held) if source.of == CASELOAD)


def _sources(grid: SheetGrid, held: EvidenceMap) -> Iterable[MapSource]:
    found: dict[str, MapSource] = {}
    name = PurePath(grid.file).name.casefold()
    for source in held.sources:
        if fnmatchcase(name, source.file.casefold()) and fnmatchcase(grid.title.casefold(), source.sheet.casefold()):
            found.setdefault(source.of, source)
    return found.values()


def _of(taken: Iterable[TakenSheet], kind: SheetKind) -> list[TakenSheet]:
    return [sheet for sheet in taken if sheet.of == kind.of]
