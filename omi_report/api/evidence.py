"""The functions about the sample of an area and its evidence, as the commands `omi sample` and `omi evidence` do it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from omi_report.api.reports import Area, load
from omi_report.errors import told_by_system
from omi_report.importing.sheets.causes import Cause
from omi_report.importing.sheets.imported import ImportedSheets
from omi_report.inspection import Inspection, UnsoundAreaError
from omi_report.judging.progress import JudgingSoFar
from omi_report.model.sample import Sample
from omi_report.sampling.allocating import Allocated
from omi_report.sampling.replacing import Replaced
from omi_report.workspace.case_sheets import SheetChoice
from omi_report.workspace.evidence_import import EvidenceChange
from omi_report.workspace.evidence_maps import ImportArea
from omi_report.workspace.sampling import DrawOptions, NewSample

Files = Iterable[str | os.PathLike[str]]


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How exports are taken in.

    ``map_file`` is another map than the area's, ``key`` the key that `write_sample` wrote. To ``accept`` is to import
    by guesses that nobody has looked at; to ``keep`` is to leave what the area has and the exports do not; with
    ``again`` what is there may be lost; without ``write`` nothing is written.
    """

    map_file: Path | None = None
    key: Path | None = None
    accept: bool = False
    keep: bool = False
    again: bool = False
    write: bool = True


@dataclass(frozen=True, slots=True)
class ImportedEvidence:
    """What exports came to: their sheets, what changes in the evidence of the area, and the files that were written."""

    sheets: ImportedSheets
    changes: tuple[EvidenceChange, ...] = ()
    written: tuple[Path, ...] = ()

    @property
    def causes(self) -> tuple[Cause, ...]:
        """Why nothing was imported; nothing where it was."""
        return self.sheets.causes


@dataclass(frozen=True, slots=True)
class GuessedMap:
    """A map that is proposed: its text, what a person is to look at, and why what goes by it would stop."""

    text: str
    unsure: tuple[str, ...]
    causes: tuple[Cause, ...] = field(default=())


@told_by_system()
def sample(area: Area) -> Sample:
    """Return the sample that an area has. Raises as `load`, and OutputError where there is none that can be read."""
    from omi_report.workspace.sampling import sample_in

    return sample_in(load(area))


@told_by_system()
def draw_sample(area: Area, caseload: str | os.PathLike[str], options: DrawOptions) -> NewSample:
    """Draw a sample for an area from a caseload, as `omi sample` does; nothing is written.

    Where the caseload has errors, ``draw`` is None and ``caseload.causes`` say which. Raises as `load`, and OutputError
    where the area has a sample or answers already, or where the map has guesses that nobody has looked at.
    """
    from omi_report.workspace import sampling

    return sampling.draw_sample(load(area), Path(caseload), options)


@told_by_system()
def write_sample(area: Area, new: NewSample) -> tuple[Path, ...]:
    """Write a sample that was drawn into its area, and its key outside of it; returns the paths.

    Raises as `load`, and OutputError where the key is there already, or where the area has changed meanwhile.
    """
    from omi_report.source.places import SAMPLE_FILE, SAMPLING_FILE
    from omi_report.workspace import sampling

    inspection = load(area)
    sampling.write_sample(inspection, new)
    folder = inspection.snapshot.folder
    return folder / SAMPLE_FILE, folder / SAMPLING_FILE, new.key_path


@told_by_system()
def replace_case(area: Area, case: str, reason: str, *, write: bool = True) -> Replaced:
    """Take a case out of the sample of an area, for a reason, and the next of the reserve in.

    Raises as `sample`, ReplacingError where it cannot be replaced, and OutputError for a reason that tells who somebody
    is.
    """
    from omi_report.sampling.replacing import replaced
    from omi_report.workspace.reasons import expect_reason
    from omi_report.workspace.sampling import sample_in, sampling_of, write_sample_files

    inspection = load(area)
    found = replaced(sample_in(inspection), sampling_of(inspection), case, expect_reason(reason))
    if write:
        write_sample_files(inspection, found.sample)
    return found


@told_by_system()
def allocate_cases(area: Area, *, anew: bool = False, write: bool = True) -> Allocated:
    """Give the cases of a sample to those who judge them; ``lacking`` says what is not met. Raises as `sample`."""
    from omi_report.sampling.allocating import allocated
    from omi_report.workspace.sampling import sample_in, sampling_of, write_sample_files

    inspection = load(area)
    found = allocated(sample_in(inspection), sampling_of(inspection), anew=anew)
    if write:
        write_sample_files(inspection, found.sample)
    return found


@told_by_system()
def evidence_sheets(
    area: Area, output: str | os.PathLike[str] = ".", choice: SheetChoice | None = None
) -> tuple[Path, ...]:
    """Write the workbooks in which the cases of an area are judged; returns their paths.

    Raises as `load`, NoEvidenceError where nobody knows the cases, UnknownNameError for a judge or a survey that there
    is not, and OutputError where a workbook holds answers that the area does not have.
    """
    from omi_report.workspace.case_sheets import forms_of, write_forms

    folder = Path(output)
    forms = {folder / name: form for name, form in forms_of(load(area), choice or SheetChoice()).items()}
    write_forms(forms)
    return tuple(forms)


@told_by_system()
def missing_answers(area: Area) -> JudgingSoFar:
    """Return which answers are still missing while cases are judged: by case, criterion and judge.

    Raises as `load`, and NoEvidenceError where the area has neither a sample nor cases.
    """
    from omi_report.judging.progress import judging_so_far

    return judging_so_far(load(area))


@told_by_system()
def guess_map(area: Area, files: Files, *, again: bool = False, write: bool = True) -> GuessedMap:
    """Propose how exports are read, in the map of an area: what it lacks for them, or with ``again`` all of it.

    Raises as `load`, and EvidenceImportError where a file cannot be read or the map can have nothing added.
    """
    from omi_report.workspace import evidence_maps
    from omi_report.workspace.evidence_import import import_evidence as imported

    opened = _opened(area, None)
    grids = evidence_maps.grids_of(map(Path, files))
    found, tried, text = evidence_maps.guess_map(opened, grids, anew=again)
    causes = imported(tried, grids).causes
    if write:
        evidence_maps.write_map(opened, text)
    return GuessedMap(text, tuple(each for sheet in found.sheets for each in sheet.unsure), causes)


@told_by_system()
def guess_caseload_map(
    area: Area, caseload: str | os.PathLike[str], ids: str = "", *, again: bool = False, write: bool = True
) -> GuessedMap:
    """Propose how a caseload is read, in the map of an area; its ids stand under ``ids``. Raises as `guess_map`."""
    from omi_report.workspace import evidence_maps
    from omi_report.workspace.caseloads import CaseloadOptions, caseload_by_map

    opened = _opened(area, None)
    grids = evidence_maps.grids_of([Path(caseload)])
    found, tried, text = evidence_maps.guess_caseload_map(opened, grids, ids, anew=again)
    causes = caseload_by_map(tried, grids, CaseloadOptions(ids, accept=True)).causes
    if write:
        evidence_maps.write_map(opened, text)
    return GuessedMap(text, tuple(each for sheet in found.sheets for each in sheet.unsure), causes)


@told_by_system()
def import_evidence(area: Area, files: Files, options: ImportOptions | None = None) -> ImportedEvidence:
    """Take exports of judged cases and of surveys into an area; where anything is wrong, ``causes`` say what.

    Raises as `load`, UnsoundAreaError where the map has errors, and EvidenceImportError where there is no map, a file
    cannot be read, guesses were not looked at, or answers that are there would be lost.
    """
    from omi_report.workspace import evidence_import, evidence_maps

    options = options or ImportOptions()
    opened = _opened(area, options.map_file)
    grids = evidence_maps.grids_of(map(Path, files))
    if options.write and not options.accept:
        evidence_maps.expect_looked_at(opened, grids)
    found = evidence_import.import_evidence(opened, grids, key=options.key, keep=options.keep)
    if found.causes:
        return ImportedEvidence(found)
    changes = tuple(evidence_import.changes_of(opened, found))
    if not options.write:
        return ImportedEvidence(found, changes)
    if not options.again:
        evidence_import.expect_nothing_lost(changes, keep=options.keep)
    return ImportedEvidence(found, changes, tuple(evidence_import.write_evidence(opened, found)))


def _opened(area: Area, map_file: Path | None) -> ImportArea:
    """An area that evidence is imported into. Raises UnsoundAreaError where it or its map has errors."""
    from omi_report.workspace.evidence_maps import import_area_of

    folder = area.snapshot.folder if isinstance(area, Inspection) else Path(area)
    opened = import_area_of(folder, map_file)
    if opened.problems:
        raise UnsoundAreaError(str(folder), opened.problems)
    return opened
