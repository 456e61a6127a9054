"""Importing the evidence of an area: exports are read, the map is asked, and the sheets of evidence are written."""

from __future__ import annotations

import codecs
import csv
import io
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from omi_report import limits
from omi_report.beside import beside
from omi_report.build import expect_unchanged
from omi_report.errors import OmiError, SystemRefusalError
from omi_report.evidence.grids import SheetGrid, read_grids
from omi_report.evidence.read import CASES
from omi_report.evidence.sheet import NotATableError
from omi_report.evidence.tabulate import form_of_id
from omi_report.files import read_regular
from omi_report.importing.sheets.imported import ImportBeside, ImportedSheets, imported_sheets, sources_of
from omi_report.importing.sheets.keyed import ids_by_key
from omi_report.importing.sheets.own_sheets import with_own_sheets
from omi_report.importing.sheets.sheet_kinds import kinds_of_sheet
from omi_report.inspection import Inspection, inspect, shown_texts
from omi_report.model.content import faults_of_file
from omi_report.model.evidence import CASE_COLUMN, RESPONDENT_COLUMN
from omi_report.model.evidence_map import EVIDENCE_MAP, EvidenceMap
from omi_report.model.framework import Framework
from omi_report.model.schema import area_schemas
from omi_report.problems import Problem
from omi_report.scaffold.area import SCHEMA_FOLDER
from omi_report.source.places import MAP_FILE, SAMPLE_FILE, is_evidence
from omi_report.source.snapshot import Snapshot
from omi_report.together import write_together
from omi_report.workspace.area import open_area
from omi_report.workspace.own_workbooks import expect_made_for

if TYPE_CHECKING:
    from omi_report.importing.sheets.guess.guesses import GuessedSheets


_CRITERIA = "criteria/"
"""The texts of an area, which tell nothing of how an export is read."""


class EvidenceImportError(OmiError):
    """Evidence cannot be imported; the message says why, and what to do."""


@dataclass(frozen=True)
class ImportArea:
    """An area that evidence is imported into, but for the evidence that it has: that is only compared.

    ``problems`` with their ``texts`` are why nothing can be imported; then there is no ``inspection``, or no ``held``.
    """

    path: Path
    snapshot: Snapshot
    inspection: Inspection | None = None
    held: EvidenceMap | None = None
    problems: tuple[Problem, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class EvidenceChange:
    """What an import would change in a sheet of evidence: how many rows are there and come, and what would be lost.

    ``changed`` are the answers that are there and would be gone or others: their row, heading, and both answers.
    """

    name: str
    rows: int
    before: int | None
    lost_rows: tuple[str, ...] = ()
    changed: tuple[tuple[str, str, str, str], ...] = ()

    @property
    def loses(self) -> bool:
        """Whether rows or answers that are there would be gone."""
        return bool(self.lost_rows or self.changed)


def import_area_of(path: Path, map_file: Path | None = None) -> ImportArea:
    """Read an area and its map; ``map_file`` is another one, outside of the area.

    Raises NotAnAreaError, SettingsError, and SystemRefusalError where the map cannot be read.
    """
    whole, policy = open_area(path)
    snapshot = whole.without(*(name for name in whole.present if is_evidence(name) or name.startswith(_CRITERIA)))
    if map_file is not None:
        snapshot = snapshot.with_text(MAP_FILE, _text_of(map_file))
    inspection = inspect(snapshot, policy)
    if not isinstance(inspection, Inspection):
        texts = shown_texts(inspection, inspection.problems)
        return ImportArea(path, whole, problems=tuple(inspection.problems), texts=texts)
    read = _with_map_read(ImportArea(path, whole), inspection)
    if map_file is None:
        return read
    problems = [replace(each, location=replace(each.location, file=str(map_file))) for each in read.problems]
    return replace(read, problems=tuple(problems), texts={str(map_file): text for text in read.texts.values()})


def _with_map_read(area: ImportArea, inspection: Inspection) -> ImportArea:
    """The area with the map that an inspection of it has."""
    read = beside(inspection, EVIDENCE_MAP)
    if read is None:
        return replace(area, inspection=inspection, held=None)
    problems = list(read.problems)
    if read.held is not None:
        problems += faults_of_file(read.area, EVIDENCE_MAP, read.held)
    shown = inspection.snapshot.shown_path(MAP_FILE)
    texts = {shown: read.area.files[MAP_FILE].text} if MAP_FILE in read.area.files else {}
    held = None if problems else read.held
    return replace(area, inspection=inspection, held=held, problems=tuple(problems), texts=texts)


def grids_of(files: Iterable[Path]) -> list[SheetGrid]:
    """Read the sheets of exports. Raises SystemRefusalError and EvidenceImportError where one cannot be read."""
    found: list[SheetGrid] = []
    for path in files:
        try:
            found += read_grids(_bytes_of(path), str(path))
        except NotATableError as error:
            place = f":{error.location.line}" if error.location.line > 1 else ""
            hint = f": {error.hint}" if error.hint else ""
            raise EvidenceImportError(f"{path}{place}: {error.message}{hint}") from error
    return found


def import_evidence(
    area: ImportArea, grids: Sequence[SheetGrid], *, key: Path | None = None, keep: bool = False
) -> ImportedSheets:
    """Read exports by the map of an area, and workbooks of omi's own without one; nothing is written.

    ``key`` is the file by which ids of the caseload become those of the inspection. To ``keep`` is to leave what the
    area has and the exports do not. Raises EvidenceImportError where the area has no map, and needs one, or where the
    key is none, MadeForAnotherError for a workbook of another area, and SystemRefusalError for a key that cannot be
    read.
    """
    assert area.inspection is not None
    expect_made_for(area.inspection, area.snapshot, grids)
    framework = area.inspection.framework
    read, held = with_own_sheets(grids, area.held, framework)
    if held is None:
        raise EvidenceImportError(
            f"{area.path} has no evidence/map.yaml, which says what the columns of exports are: --guess proposes one"
        )
    names = _key_of(key) if key else {}
    there = _there(area.snapshot, framework) if keep else {}
    return imported_sheets(read, held, framework, ImportBeside(_grid_of(area.snapshot, SAMPLE_FILE), names, there))


def _key_of(path: Path) -> dict[str, str]:
    found = ids_by_key(_text_of(path))
    if not found:
        raise EvidenceImportError(f"{path} is no key: omi sample writes one, with the columns «caseload» and «case»")
    return found


def _there(snapshot: Snapshot, framework: Framework) -> dict[str, SheetGrid]:
    """The sheets of evidence that an area has, by their stems; one that cannot be read is left out."""
    stems = (kind.stem for kind in kinds_of_sheet(framework).values())
    found = {stem: _grid_of(snapshot, f"{stem}.csv") for stem in stems}
    return {stem: grid for stem, grid in found.items() if grid is not None}


def _grid_of(snapshot: Snapshot, name: str) -> SheetGrid | None:
    """A sheet of an area; None where there is none, or none that can be read."""
    content = snapshot.files.get(name)
    try:
        return read_grids(content.data, snapshot.shown_path(name))[0] if content is not None else None
    except NotATableError:
        return None


def guess_map(
    area: ImportArea, grids: Sequence[SheetGrid], *, anew: bool = False
) -> tuple[GuessedSheets, ImportArea, str]:
    """Guess how exports are read; returns what is guessed, the area with the map, and the map's text.

    Where the area has a map, entries for the sheets that it says nothing of are put at its end; ``anew`` begins another
    one. Nothing is written. Raises EvidenceImportError where a map can have nothing added: it is wrong, it knows all
    these sheets, or it is written in a way that nothing can be added to.
    """
    from omi_report.importing.sheets.guess.guesses import guess_sheets
    from omi_report.importing.sheets.guess.map_text import map_text, text_with

    assert area.inspection is not None
    shown = area.path / MAP_FILE
    there = MAP_FILE in area.snapshot.present and not anew
    held = area.held if there else None
    if there and held is None:
        raise EvidenceImportError(f"{shown} is there, and has errors: correct them (omi validate), or --again")
    new = grids if held is None else [grid for grid in grids if not sources_of(grid, held)]
    found = guess_sheets(new, area.inspection.framework, _known_ids(area.snapshot))
    if held is None:
        text = map_text(found.sheets, f"../{SCHEMA_FOLDER}/{EVIDENCE_MAP.id}.json")
        return found, _with_map(area, text), text
    if not found.sheets:
        raise EvidenceImportError(
            f"{shown} has an entry for each of these sheets that holds evidence: --again guesses anew"
        )
    text = text_with(area.texts[area.inspection.snapshot.shown_path(MAP_FILE)], found.sheets)
    added = _with_map(area, text)
    if added.held is None or added.held.sources[: len(held.sources)] != held.sources:
        raise EvidenceImportError(f"{shown} is written in a way that nothing can be added to: --again writes it anew")
    return found, added, text


def _with_map(area: ImportArea, text: str) -> ImportArea:
    """The area as it would be with another map."""
    assert area.inspection is not None
    snapshot = area.inspection.snapshot.with_text(MAP_FILE, text)
    return _with_map_read(area, replace(area.inspection, snapshot=snapshot))


def _known_ids(snapshot: Snapshot) -> list[str]:
    """The ids of cases in the sheets that an area has: those of its sample, or of its cases."""
    grids = (_grid_of(snapshot, name) for name in (SAMPLE_FILE, f"{CASES}.csv"))
    return [grid.at(line, 0) for grid in grids if grid is not None for line, _cells in grid.rows[1:]]


def unsure_guesses(area: ImportArea, grids: Sequence[SheetGrid]) -> list[str]:
    """Return what the map guesses about some sheets and nobody has looked at."""
    asked = [source for grid in grids for source in (sources_of(grid, area.held) if area.held else ())]
    return list(dict.fromkeys(each for source in asked for each in source.unsure))


def changes_of(area: ImportArea, found: ImportedSheets) -> list[EvidenceChange]:
    """Say of each sheet what an import would change. Raises EvidenceImportError where it is kept as a workbook."""
    return [_change(area.snapshot, name, text) for name, text in found.files.items()]


def write_evidence(area: ImportArea, found: ImportedSheets) -> list[Path]:
    """Write the sheets that an import came to, all or none; what is there already is not written again.

    Raises OutputError where the area has changed meanwhile, or cannot be written.
    """
    expect_unchanged(area.snapshot)
    files: dict[str, bytes | None] = {
        name: text.encode()
        for name, text in found.files.items()
        if name not in area.snapshot.files or area.snapshot.files[name].data != text.encode()
    }
    if files:
        write_together(area.path, files)
    return [area.path / name for name in files]


def write_map(area: ImportArea, text: str) -> Path:
    """Write the map of an area, with its schema for editors."""
    assert area.inspection is not None
    expect_unchanged(area.snapshot)
    schema = area_schemas(area.inspection.framework, area.inspection.area.kinds)[EVIDENCE_MAP.id]
    schema_file = f"{SCHEMA_FOLDER}/{EVIDENCE_MAP.id}.json"
    before = area.snapshot.files.get(MAP_FILE)
    mark = codecs.BOM_UTF8 if before is not None and before.data.startswith(codecs.BOM_UTF8) else b""
    files = {
        MAP_FILE: mark + text.encode(),
        schema_file: f"{json.dumps(schema, indent=1, ensure_ascii=False)}\n".encode(),
    }
    write_together(area.path, files)
    return area.path / MAP_FILE


def _change(snapshot: Snapshot, name: str, text: str) -> EvidenceChange:
    workbook = f"{name.removesuffix('.csv')}.xlsx"
    if workbook in snapshot.present:
        message = f"{snapshot.shown_path(workbook)} is there, and nobody can say which of the two counts"
        raise EvidenceImportError(f"{message}: move it out of the area first")
    new = _cells(text)
    if name not in snapshot.present:
        return EvidenceChange(name, len(new), None)
    content = snapshot.files.get(name)
    if content is None:
        raise EvidenceImportError(f"{snapshot.shown_path(name)} cannot be read: move it out of the area first")
    try:
        before = _cells(content.data.decode("utf-8-sig"))
    except (UnicodeDecodeError, csv.Error):
        before = {"?": {"?": "?"}}  # a sheet of another kind: all of it would be lost
    lost = tuple(each for each in before if each not in new)
    return EvidenceChange(name, len(new), len(before), lost, tuple(_changed_cells(before, new)))


def _changed_cells(
    before: Mapping[str, Mapping[str, str]], new: Mapping[str, Mapping[str, str]]
) -> Iterator[tuple[str, str, str, str]]:
    for row, cells in before.items():
        for heading, cell in cells.items() if row in new else ():
            if cell and new[row].get(heading, "") != cell:
                yield row, heading, cell, new[row].get(heading, "")


def _cells(text: str) -> dict[str, dict[str, str]]:
    """The cells of a sheet by the id of their row and by their heading.

    A row without an id, as in many surveys, goes by all of its cells and by how many such rows stand before it.
    """
    rows = [row for row in csv.reader(io.StringIO(text)) if row]
    if rows and rows[0][0].strip() not in (CASE_COLUMN, RESPONDENT_COLUMN):
        seen: Counter[tuple[str, ...]] = Counter()
        found: dict[str, dict[str, str]] = {}
        for row in rows[1:]:
            seen[tuple(row)] += 1
            found[f"{row} {seen[tuple(row)]}"] = {}
        return found
    return {form_of_id(row[0]): dict(zip(rows[0][1:], row[1:], strict=False)) for row in rows[1:] if row}


def _text_of(path: Path) -> str:
    try:
        return _bytes_of(path, limits.TEXT_BYTES).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise EvidenceImportError(f"{path} is no text in UTF-8: save it as such") from error


def _bytes_of(path: Path, most: int = limits.EVIDENCE_BYTES) -> bytes:
    try:
        return read_regular(path.resolve(), most)
    except OSError as error:
        raise SystemRefusalError(f"{path} cannot be read: {error.strerror or error}") from error
