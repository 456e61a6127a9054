"""Drawing the sample of an area from a caseload, and changing the sample that it has."""

from __future__ import annotations

import json
import re
import secrets
from dataclasses import dataclass, field
from pathlib import Path

from omi_report.build import expect_unchanged
from omi_report.errors import OutputError
from omi_report.evidence.read import CASES
from omi_report.files import put
from omi_report.importing.caseload import ReadCaseload
from omi_report.inspection import Inspection
from omi_report.model.base import ReportDate
from omi_report.model.sample import Sample
from omi_report.model.sample_record import JUDGES, SAMPLING
from omi_report.model.sampling import Sampling
from omi_report.model.schema import area_schemas
from omi_report.sampling.draw import Draw, counts_of, draw
from omi_report.sampling.written import key_text, sample_of, sample_text, sampling_text
from omi_report.scaffold.area import SCHEMA_FOLDER
from omi_report.source.places import OF_SAMPLE, SAMPLE_FILE, SAMPLING_FILE, is_area, slug_of
from omi_report.together import write_together
from omi_report.workspace.caseloads import CaseloadOptions, caseload_by_map, with_map
from omi_report.workspace.evidence_maps import grids_of


@dataclass(frozen=True, slots=True)
class DrawOptions:
    """How a sample is drawn: the seed and the size, what the cases are called, and how the caseload is read."""

    date: ReportDate
    seed: str = ""
    size: int | None = None
    prefix: str = ""
    key: Path | None = None
    again: bool = False
    caseload: CaseloadOptions = field(default_factory=CaseloadOptions)


@dataclass(frozen=True, slots=True)
class NewSample:
    """A sample that was drawn and is written nowhere yet; none where the ``caseload`` has causes for that."""

    draw: Draw | None
    sample: Sample | None
    key: str
    key_path: Path
    caseload: ReadCaseload


def sampling_of(inspection: Inspection) -> Sampling:
    """Return how the framework of an area draws samples. Raises OutputError where it does not say."""
    sampling = inspection.framework.sampling
    if sampling is None:
        raise OutputError(
            f"the framework {inspection.framework.framework} does not say how a sample is drawn: "
            "give it «sampling» (docs/reference/framework.md)"
        )
    return sampling


def sample_in(inspection: Inspection) -> Sample:
    """Return the sample of an area. Raises OutputError where it has none, or none that can be read."""
    sample = inspection.area.evidence.sample
    if sample is None:
        folder = inspection.snapshot.folder
        if any(name in inspection.snapshot.present for name in (SAMPLE_FILE, SAMPLING_FILE)):
            raise OutputError(f"the sample of {folder} has errors: omi validate {folder} shows them")
        raise OutputError(f"{folder} has no sample: omi sample CASELOAD {folder} draws one")
    return sample


def draw_sample(inspection: Inspection, caseload: Path, options: DrawOptions) -> NewSample:
    """Draw a sample for an area from a caseload. Nothing is written.

    Raises OutputError where the area has a sample already and is not to have another, where the size or a path
    cannot be, or where the map has errors or guesses that nobody has looked at; EvidenceImportError and
    SystemRefusalError where the caseload cannot be read.
    """
    sampling = sampling_of(inspection)
    size = _size(sampling, options.size)
    _expect_none(inspection, again=options.again)
    for path in filter(None, (caseload, options.key)):
        expect_elsewhere(path)
    key_path = options.key or Path(f"{inspection.snapshot.slug}-key.csv")
    expect_elsewhere(key_path)
    area = with_map(inspection, options.caseload.map_file)
    read = caseload_by_map(area, grids_of([caseload]), options.caseload)
    if read.causes:
        return NewSample(None, None, "", key_path, read)
    cases = read.cases
    seed = options.seed or secrets.token_hex(16)
    drawn = draw(cases, sampling, seed, size)
    prefix = options.prefix or _prefix(inspection.snapshot.slug)
    counts = counts_of(cases, inspection.framework)
    sample, key = sample_of(drawn, sampling.strata, counts, prefix=prefix, seed=seed, date=options.date)
    return NewSample(drawn, sample, key_text(key), key_path, read)


def write_sample(inspection: Inspection, new: NewSample) -> None:
    """Write a new sample into its area, and its key outside of it, for its owner alone: both or none.

    Raises OutputError where there is a file in the place of the key, where the area has changed since it was read, and
    where something cannot be written.
    """
    assert new.sample is not None, "nothing is written of what could not be drawn"
    expect_unchanged(inspection.snapshot)
    try:
        new.key_path.parent.mkdir(parents=True, exist_ok=True)
        put(new.key_path, new.key.encode("utf-8", "surrogateescape"), 0o600)
    except FileExistsError:
        message = f"{new.key_path} is there already, and a key is never written over: name another with --key"
        raise OutputError(message) from None
    except OSError as error:
        raise OutputError(f"{new.key_path} cannot be written: {error.strerror}") from error
    try:
        write_sample_files(inspection, new.sample, anew=True)
    except BaseException:
        new.key_path.unlink(missing_ok=True)
        raise


def write_sample_files(inspection: Inspection, sample: Sample, *, anew: bool = False) -> None:
    """Write the cases of a sample into its area; with ``anew`` also how they were drawn, and schemas for editors.

    Raises OutputError where the area has changed since it was read, and where a file cannot be written.
    """
    expect_unchanged(inspection.snapshot)
    files: dict[str, bytes | None] = {SAMPLE_FILE: sample_text(sample, sampling_of(inspection).attributes).encode()}
    if anew:
        files[SAMPLING_FILE] = sampling_text(sample.drawn, f"../{SCHEMA_FOLDER}").encode()
        schemas = area_schemas(inspection.framework, inspection.area.kinds)
        for kind in (SAMPLING, JUDGES):
            text = f"{json.dumps(schemas[kind.id], indent=1, ensure_ascii=False)}\n"
            files[f"{SCHEMA_FOLDER}/{kind.id}.json"] = text.encode()
    write_together(inspection.snapshot.folder, files)


def _size(sampling: Sampling, wanted: int | None) -> int:
    size = sampling.least if wanted is None else wanted
    if not sampling.least <= size <= sampling.most:
        allowed = f"{sampling.least} to {sampling.most}" if sampling.least < sampling.most else f"{sampling.least}"
        raise OutputError(f"a sample of {size} cases is not one of the framework's: it has {allowed}")
    return size


def _expect_none(inspection: Inspection, *, again: bool) -> None:
    """Refuse to draw over a sample, and over answers: their ids would stand for others in a new sample."""
    evidence, folder = inspection.area.evidence, inspection.snapshot.folder
    there = [name for name in OF_SAMPLE[:2] if name in inspection.snapshot.present]
    if there and not again:
        raise OutputError(f"{folder / there[0]} is there already: --again draws another sample in its place")
    sheet = next((name for name in inspection.snapshot.present if name.startswith(f"{CASES}.")), "")
    if sheet and (evidence.cases is None or evidence.cases.size):
        raise OutputError(
            f"{folder / sheet} has answers already: the ids of its cases would stand for others in a new sample. Move "
            "the sheet out of the area first, or replace single cases (omi evidence replace)"
        )


def expect_elsewhere(path: Path) -> None:
    """Refuse a path inside of an area, hidden or not: what leads back to people must not travel with it."""
    real = path.resolve()
    area = next((folder for folder in real.parents if is_area(folder)), None)
    if area is not None:
        raise OutputError(
            f"{path} lies in the folder of the area {slug_of(area)}: the caseload and its key stay outside of it"
        )


def _prefix(slug: str) -> str:
    """The first letters of a slug in capitals."""
    letters = re.sub(r"[^A-Z]", "", slug.upper())
    return letters[:2] or "C"
