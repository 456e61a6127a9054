"""Importing the evidence of an area: exports are read, the map is asked, and the sheets of evidence are written."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from omi_report.build import expect_unchanged
from omi_report.evidence.grids import SheetGrid
from omi_report.evidence.sheet_titles import JUDGE_KEY
from omi_report.evidence.tabulate import form_of_id
from omi_report.importing.sheets.imported import ImportBeside, ImportedSheets, imported_sheets
from omi_report.importing.sheets.keyed import ids_by_key
from omi_report.importing.sheets.own_sheets import said_by_own, with_own_sheets
from omi_report.importing.sheets.sheet_kinds import kinds_of_import
from omi_report.model.evidence import CASE_COLUMN, RESPONDENT_COLUMN
from omi_report.model.framework import Framework
from omi_report.model.moderated import AgreedAnswer
from omi_report.moderation.trail import read_trail
from omi_report.source.places import AGREED_FILE, SAMPLE_FILE
from omi_report.source.snapshot import Snapshot
from omi_report.together import write_together
from omi_report.workspace.evidence_maps import EvidenceImportError, ImportArea, grid_in, text_of_file
from omi_report.workspace.own_workbooks import expect_made_for


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
    sample, judges = grid_in(area.snapshot, SAMPLE_FILE), said_by_own(grids, JUDGE_KEY)
    more = ImportBeside(sample, names, there, judges, _agreed_in(area.snapshot, framework))
    return imported_sheets(read, held, framework, more)


def _agreed_in(snapshot: Snapshot, framework: Framework) -> tuple[AgreedAnswer, ...]:
    """The answers that were agreed on. Raises EvidenceImportError where nobody can say which these are."""
    if AGREED_FILE not in snapshot.present:
        return ()
    shown = snapshot.shown_path(AGREED_FILE)
    if AGREED_FILE not in snapshot.files:
        raise EvidenceImportError(f"{shown} cannot be read, and an import could undo what was agreed on")
    found, problems = read_trail(snapshot.files[AGREED_FILE].data, shown, framework)
    if problems:
        first = problems[0]
        raise EvidenceImportError(
            f"{first.location}: {first.message}: correct it first, so that the import undoes nothing that was agreed on"
        )
    return found


def _key_of(path: Path) -> dict[str, str]:
    found = ids_by_key(text_of_file(path))
    if not found:
        raise EvidenceImportError(f"{path} is no key: omi sample writes one, with the columns «caseload» and «case»")
    return found


def _there(snapshot: Snapshot, framework: Framework) -> dict[str, SheetGrid]:
    """The sheets of evidence that an area has, by their stems; one that cannot be read is left out."""
    stems = (kind.stem for kind in kinds_of_import(framework).values())
    found = {stem: grid_in(snapshot, f"{stem}.csv") for stem in stems}
    return {stem: grid for stem, grid in found.items() if grid is not None}


def changes_of(area: ImportArea, found: ImportedSheets) -> list[EvidenceChange]:
    """Say of each sheet what an import would change. Raises EvidenceImportError where it is kept as a workbook."""
    return [_change(area.snapshot, name, text) for name, text in found.files.items()]


def expect_nothing_lost(changes: Sequence[EvidenceChange], *, keep: bool = False) -> None:
    """Raise EvidenceImportError where answers that are there would be gone or others."""
    losing = [change.name for change in changes if change.loses]
    if losing:
        kept = "" if keep else "--keep leaves the cases that the exports do not have, and "
        raise EvidenceImportError(
            f"{' and '.join(losing)} would lose answers that are there, and nothing was written: {kept}--again writes "
            "what the exports have in the place of what is there"
        )


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
