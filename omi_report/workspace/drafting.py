"""Making draft N of a report: its files, what changed since the draft before, and its seal, in a folder of its own.

A draft that is there is never written over, and none is made that would show a person, unless somebody answers for it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from omi_report.build import expect_unchanged, lint
from omi_report.build_options import BuildOptions, Written
from omi_report.errors import DraftError, OmiError
from omi_report.inspection import Inspection, inspect
from omi_report.lint.codes import is_protecting
from omi_report.making import Made, Progress, make, silent
from omi_report.problems import Problem, errors_in
from omi_report.review.change import Changes
from omi_report.review.changes import changes_in
from omi_report.review.merged import merged
from omi_report.scaffold.next_draft import with_draft
from omi_report.seal.key import seal_key
from omi_report.seal.manifest import Overruled, RedlineSeal, digest, output_of
from omi_report.source.places import IDENTITY_FILE, expect_outside_of_areas
from omi_report.source.snapshot import Snapshot
from omi_report.together import write_together
from omi_report.workspace.area import as_written
from omi_report.workspace.comment_sheets import SHEET_NAME, comments_workbook
from omi_report.workspace.drafted import Drafted, DraftOptions
from omi_report.workspace.reading import read_snapshot
from omi_report.workspace.redlines import redline_files
from omi_report.workspace.settings import policy_for
from omi_report.workspace.versions import version_of

if TYPE_CHECKING:
    from omi_report.document.tree import Document

_REPORT = "report.json"
_FOLDER = re.compile(r"draft-([1-9]\d{0,5})")


def make_draft(area: Path, options: DraftOptions, told: Progress = silent) -> Drafted:
    """Make a draft of the report of an area.

    Raises DraftError where the area is final, has no number of a draft, or the draft is there already, and what
    reading an area and making its report raise.
    """
    from omi_report.render.dates import source_date_epoch
    from omi_report.render.pdf.places import pages_of_places

    told("reading and checking")
    read = read_snapshot(area)
    snapshot = _following(read, options) if options.following else read
    inspection = inspect(snapshot, policy_for(snapshot, area))
    validated = lint(inspection)
    sound = validated.sound
    number = _number(inspection) if isinstance(inspection, Inspection) else 0
    errors = errors_in(validated.of_report)
    if sound is None:
        return Drafted(number, problems=errors, texts=validated.texts)
    folder = options.output / snapshot.slug / f"draft-{number}"
    _expect_new(folder)
    harmful = tuple(each for each in validated.of_report if is_protecting(each.code))
    if harmful and not options.reason.strip():
        return Drafted(number, problems=harmful, texts=validated.texts)
    policy = sound.policy
    key = seal_key(area, policy.seal_key, os.environ, policy.seal_place)
    files = BuildOptions(json=True, docx=options.docx, templates=options.templates)
    made = make(sound, files, source_date_epoch(os.environ), told, key)
    told("writing the workbook for comments")
    sheet = comments_workbook(sound, made.document, pages_of_places(made.outputs["report.pdf"]))
    told("comparing with the draft before")
    redline = _redline(folder.parent, number, made.document, docx=options.docx)
    expect_unchanged(snapshot)
    if snapshot is not read:
        _write_identity(area, read, snapshot)
    written = _write(folder, made, {SHEET_NAME: sheet}, redline, _overruled(harmful, options.reason))
    return Drafted(number, written, (), {}, redline.before, redline.changes, redline.alone, harmful)


def _number(inspection: Inspection) -> int:
    """The number of the draft that an area is."""
    identity, shown = inspection.area.identity, inspection.snapshot.shown_path(IDENTITY_FILE)
    if identity.stage == "feedback":
        hint = "when the texts are written, set stage: draft there; `omi status` lists what is missing for it"
        raise DraftError(f"{shown}: the stage is «feedback», which comes before the first draft: {hint}")
    if identity.stage != "draft":
        raise DraftError(f"{shown}: the stage is «final», and a final report has no drafts: `omi build` makes it")
    if identity.draft.number is None:
        hint = "write draft: {number: 1} there, or let `omi draft --next` do it"
        raise DraftError(f"{shown} does not say which draft this is: {hint}")
    return identity.draft.number


def _expect_new(folder: Path) -> None:
    expect_outside_of_areas(folder / _REPORT)
    if os.path.lexists(folder):
        hint = "a draft that is there is never written over; `omi draft --next` makes the next one"
        raise DraftError(f"{folder} is there already: {hint}")


# --- the next number -----------------------------------------------------------------------------------------------


def _following(snapshot: Snapshot, options: DraftOptions) -> Snapshot:
    """The area with the number of the next draft in ``area.yaml``: one more than there, and than all that are made."""
    inspection = inspect(snapshot, policy_for(snapshot, snapshot.folder))
    if not isinstance(inspection, Inspection):
        return snapshot
    made = _made_before(options.output / snapshot.slug)
    number = max(inspection.area.identity.draft.number or 0, *made, 0) + 1
    return snapshot.with_text(IDENTITY_FILE, with_draft(inspection.files[IDENTITY_FILE], number, options.dated))


def _made_before(folder: Path) -> tuple[int, ...]:
    """The numbers of the drafts that a folder holds."""
    try:
        names = [each.name for each in folder.iterdir()]
    except OSError:
        return ()
    return tuple(sorted(int(found[1]) for name in names if (found := _FOLDER.fullmatch(name))))


def _write_identity(area: Path, read: Snapshot, changed: Snapshot) -> None:
    before, after = (each.files[IDENTITY_FILE].data.decode() for each in (read, changed))
    written = as_written(area / IDENTITY_FILE, before.removeprefix("\ufeff"), after.removeprefix("\ufeff"))
    write_together(area, {IDENTITY_FILE: written})


# --- the redline, and the files ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Redline:
    """What changed since the draft before, as files; ``alone`` is why it could not be compared."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    before: int = 0
    changes: Changes | None = None
    report: str = ""
    alone: str = ""


def _redline(drafts: Path, number: int, new: Document, *, docx: bool) -> _Redline:
    before = max((each for each in _made_before(drafts) if each < number), default=0)
    if not before:
        return _Redline()
    folder = drafts / f"draft-{before}"
    try:
        old = version_of(str(folder)).document
    except OmiError as error:
        return _Redline(before=before, alone=str(error))
    root = merged(old, new)
    changes = changes_in(root, old, new)
    made_of_it = redline_files(root, changes, ("html", "pdf", *(["docx"] if docx else [])))
    files = {f"redline.{form}": data for form, data in made_of_it.items()}
    return _Redline(files, before, changes, digest((folder / _REPORT).read_bytes()))


def _overruled(harmful: tuple[Problem, ...], reason: str) -> Overruled | None:
    if not harmful:
        return None
    return Overruled(reason=" ".join(reason.split()), codes=tuple(sorted({each.code for each in harmful})))


def _write(
    folder: Path, made: Made, for_comments: Mapping[str, bytes], redline: _Redline, overruled: Overruled | None
) -> tuple[Written, ...]:
    files = {**made.outputs, **for_comments, **redline.files}
    manifest = made.manifest.replaced(
        outputs={name: output_of(data) for name, data in files.items()},
        redline=RedlineSeal(draft=redline.before, report=redline.report, files=tuple(redline.files))
        if redline.files
        else None,
        overruled=overruled,
        for_comments=tuple(for_comments),
    )
    write_together(folder, files | {manifest.look.manifest_name: manifest.as_json()}, narrow=True)
    return tuple(
        Written(folder / name, len(data), made.pages if name == "report.pdf" else 0) for name, data in files.items()
    )
