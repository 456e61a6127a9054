"""The map of an area, by which exports and the caseload are read: reading it with them, proposing it, writing it."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
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
from omi_report.files import read_regular
from omi_report.importing.sheets.imported import caseload_sources_of, sources_of
from omi_report.inspection import Inspection, inspect, shown_texts
from omi_report.model.content import faults_of_file
from omi_report.model.evidence_map import CASELOAD, EVIDENCE_MAP, EvidenceMap
from omi_report.model.schema import area_schemas
from omi_report.problems import Problem
from omi_report.scaffold.area import SCHEMA_FOLDER
from omi_report.source.places import MAP_FILE, SAMPLE_FILE, is_evidence
from omi_report.source.snapshot import Snapshot
from omi_report.together import write_together
from omi_report.workspace.area import open_area

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


def import_area_of(path: Path, map_file: Path | None = None) -> ImportArea:
    """Read an area and its map; ``map_file`` is another one, outside of the area.

    Raises NotAnAreaError, SettingsError, and SystemRefusalError where the map cannot be read.
    """
    whole, policy = open_area(path)
    inspection = inspect(
        whole.without(*(name for name in whole.present if is_evidence(name) or name.startswith(_CRITERIA))), policy
    )
    if not isinstance(inspection, Inspection):
        texts = shown_texts(inspection, inspection.problems)
        return ImportArea(path, whole, problems=tuple(inspection.problems), texts=texts)
    return area_with_map(inspection, ImportArea(path, whole), map_file)


def area_with_map(inspection: Inspection, area: ImportArea, map_file: Path | None = None) -> ImportArea:
    """Return an area that was inspected with its map, or with another one. Raises as `import_area_of`."""
    if map_file is None:
        return _with_map_read(area, inspection)
    snapshot = inspection.snapshot.with_text(MAP_FILE, text_of_file(map_file))
    read = _with_map_read(area, replace(inspection, snapshot=snapshot))
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


def grid_in(snapshot: Snapshot, name: str) -> SheetGrid | None:
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
    one, with what the map says of the caseload. Nothing is written. Raises EvidenceImportError where a map can have
    nothing added: it is wrong, it knows all these sheets, or it is written in a way that nothing can be added to; and
    where nothing is known in these sheets.
    """
    from omi_report.importing.sheets.guess.guesses import guess_sheets

    assert area.inspection is not None
    held = _map_to_add_to(area, anew=anew)
    new = grids if held is None else [grid for grid in grids if not sources_of(grid, held)]
    found = guess_sheets(new, area.inspection.framework, _known_ids(area.snapshot))
    if held is not None and not found.sheets:
        raise EvidenceImportError(
            f"{area.path / MAP_FILE} has an entry for each of these sheets that holds evidence: --again guesses anew"
        )
    if not found.sheets:
        names = ", ".join(found.others) or "these files"
        raise EvidenceImportError(
            f"nothing in {names} is called as a question or an attribute of the framework is. Where an export has "
            "numbers of its own, name a list of its questions among the files, with the columns «variable» and «text»; "
            f"or write {area.path / MAP_FILE} by hand (docs/reference/format.md)"
        )
    return _with_guesses(area, found, held, anew=anew, stays=lambda of: of == CASELOAD)


def guess_caseload_map(
    area: ImportArea, grids: Sequence[SheetGrid], ids: str = "", *, anew: bool = False
) -> tuple[GuessedSheets, ImportArea, str]:
    """Guess how a caseload is read, whose ids stand under ``ids`` if that is said; as `guess_map` in all else.

    With ``anew`` what the map says of exports stays.
    """
    from omi_report.importing.sheets.guess.guesses import guess_caseload

    assert area.inspection is not None
    held = _map_to_add_to(area, anew=anew)
    if held is not None and any(caseload_sources_of(grid, held) for grid in grids):
        raise EvidenceImportError(f"{area.path / MAP_FILE} has an entry for this caseload: --again guesses anew")
    found = guess_caseload(grids, area.inspection.framework, ids)
    if not found.sheets:
        raise EvidenceImportError("nothing in the caseload is called as an attribute of the framework is")
    return _with_guesses(area, found, held, anew=anew, stays=lambda of: of != CASELOAD)


def _map_to_add_to(area: ImportArea, *, anew: bool) -> EvidenceMap | None:
    """The map that entries are added to; none where the area has none, or is to have another."""
    there = MAP_FILE in area.snapshot.present and not anew
    if there and area.held is None:
        raise EvidenceImportError(
            f"{area.path / MAP_FILE} is there, and has errors: correct them (omi validate), or --again"
        )
    return area.held if there else None


def _with_guesses(
    area: ImportArea, found: GuessedSheets, held: EvidenceMap | None, *, anew: bool, stays: Callable[[str], bool]
) -> tuple[GuessedSheets, ImportArea, str]:
    """The map with entries at its end; one that is begun anew keeps the entries about what ``stays``."""
    from omi_report.importing.sheets.guess.map_text import map_text, text_with

    assert area.inspection is not None
    before = area.texts.get(area.inspection.snapshot.shown_path(MAP_FILE), "")
    kept = area.held.sources if held is not None and area.held else ()
    if held is not None:
        text = text_with(before, found.sheets)
    else:
        text = map_text(found.sheets, f"../{SCHEMA_FOLDER}/{EVIDENCE_MAP.id}.json")
        if anew and area.held is not None:
            kept = tuple(source for source in area.held.sources if stays(source.of))
            text = _with_entries(text, before, [stays(source.of) for source in area.held.sources])
    added = _with_map(area, text)
    if added.held is None or added.held.sources[: len(kept)] != kept:
        raise EvidenceImportError(
            f"{area.path / MAP_FILE} is written in a way that nothing can be added to: put it somewhere else first"
        )
    return found, added, text


def _with_entries(text: str, before: str, kept: Sequence[bool]) -> str:
    """A map that begins with some of the entries of another, in whose text each begins with «- » under «sources:»."""
    head, sources, entries = text.partition("sources:\n")
    several = re.split(r"(?m)^(?=  - )", before.replace("\r\n", "\n"))[1:]
    if len(several) != len(kept):
        return text
    return "".join((head, sources, *(each for each, stays in zip(several, kept, strict=True) if stays), entries))


def _with_map(area: ImportArea, text: str) -> ImportArea:
    """The area as it would be with another map."""
    assert area.inspection is not None
    snapshot = area.inspection.snapshot.with_text(MAP_FILE, text)
    return _with_map_read(area, replace(area.inspection, snapshot=snapshot))


def _known_ids(snapshot: Snapshot) -> list[str]:
    """The ids of cases in the sheets that an area has: those of its sample, or of its cases."""
    grids = (grid_in(snapshot, name) for name in (SAMPLE_FILE, f"{CASES}.csv"))
    return [grid.at(line, 0) for grid in grids if grid is not None for line, _cells in grid.rows[1:]]


def expect_looked_at(area: ImportArea, grids: Sequence[SheetGrid]) -> None:
    """Raise EvidenceImportError where the map has guesses about some sheets that nobody has looked at."""
    unsure = unsure_guesses(area, grids)
    if unsure:
        first = "".join(f"\n  {each}" for each in unsure[:5])
        more = f"\n  and {len(unsure) - 5:,} more" if len(unsure) > 5 else ""
        raise EvidenceImportError(
            f"{area.path / MAP_FILE} has {len(unsure):,} guess{'es' * (len(unsure) != 1)} under «unsure» that nobody "
            f"has looked at: correct what is wrong, and take out what is right, or say --accept{first}{more}"
        )


def unsure_guesses(area: ImportArea, grids: Sequence[SheetGrid]) -> list[str]:
    """Return what the map guesses about some sheets and nobody has looked at."""
    asked = [source for grid in grids for source in (sources_of(grid, area.held) if area.held else ())]
    return list(dict.fromkeys(each for source in asked for each in source.unsure))


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


def text_of_file(path: Path) -> str:
    """Return a text that stands beside an area. Raises EvidenceImportError and SystemRefusalError."""
    try:
        return _bytes_of(path, limits.TEXT_BYTES).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise EvidenceImportError(f"{path} is no text in UTF-8: save it as such") from error


def _bytes_of(path: Path, most: int = limits.EVIDENCE_BYTES) -> bytes:
    try:
        return read_regular(path.resolve(), most)
    except OSError as error:
        raise SystemRefusalError(f"{path} cannot be read: {error.strerror or error}") from error
