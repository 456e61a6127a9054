"""Taking into an area what came back in files: each comment at its place, in ``comments.yaml``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from omi_report import limits
from omi_report.build import expect_unchanged
from omi_report.comments.commented import commented
from omi_report.comments.place import CommentPlace
from omi_report.comments.remark import Returned
from omi_report.errors import NotComparableError, OmiError, OutputError, SystemRefusalError, refusal_of
from omi_report.files import read_regular
from omi_report.inspection import Inspection, inspect, shown_texts
from omi_report.model.base import ReportDate
from omi_report.model.comments import COMMENTS
from omi_report.model.schema import area_schemas
from omi_report.problems import Problem
from omi_report.remarks.adding import Incoming, incoming
from omi_report.remarks.files import read_returned
from omi_report.remarks.places import places_of
from omi_report.remarks.placing import placed
from omi_report.remarks.read_error import name_in_file
from omi_report.scaffold.area import SCHEMA_FOLDER
from omi_report.scaffold.comments import with_comments
from omi_report.source.folder import Folder
from omi_report.source.places import COMMENTS_FILE
from omi_report.together import write_together
from omi_report.workspace.area import as_written, open_area
from omi_report.workspace.versions import compiled


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What files bring to an area. Nothing is written until `write_comments`.

    ``files`` are those that could be read, and ``refused`` the reasons why others could not be taken in, the worst exit
    status of which is ``status``. ``problems`` with their ``texts`` are why nothing can be taken in at all.
    """

    area: Path
    incoming: Incoming | None = None
    files: tuple[Returned, ...] = ()
    refused: tuple[str, ...] = ()
    status: int = 0
    draft: int | None = None
    before: str | None = None
    after: str = ""
    problems: tuple[Problem, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    inspection: Inspection | None = None


def take_in(area: Path, files: Iterable[Path], *, date: ReportDate, by: str = "", draft: int | None = None) -> TakenIn:
    """Read files that came back, and find the place of each comment in an area's report as it is now.

    A file that cannot be read, or that was made from another area, is refused, and the others are taken all the same.
    ``by`` is who speaks where nobody signed, ``draft`` the draft where a file does not tell. Raises NotAnAreaError,
    SettingsError, and OutputError where ``comments.yaml`` cannot be added to.
    """
    inspection = inspect(*open_area(area))
    if not isinstance(inspection, Inspection):
        return TakenIn(area, problems=inspection.problems, texts=shown_texts(inspection, inspection.problems))
    held = commented(inspection)
    if held is not None and held.held is None:
        return TakenIn(area, problems=held.problems, texts=held.texts)
    if held is None and COMMENTS_FILE in inspection.snapshot.present:
        raise OutputError(f"{area} has a part «{COMMENTS_FILE}» of its report, and so no file for comments")
    places = places_of(compiled(inspection))
    known = [str(each.on).partition("@")[0] for each in (held.comments if held else ()) if each.on]
    known += [address for place in places for address in place.addresses]
    read, refused, status = _read(files, inspection.snapshot.slug, known)
    found = incoming(
        [(each, placed(each.remarks, places)) for each in read],
        held.comments if held else (),
        by=by,
        draft=draft,
        date=date,
    )
    file = Folder(inspection.snapshot).read(COMMENTS_FILE) if held else None
    after = with_comments(file, held.held if held else None, [each.comment for each in found.new])
    return TakenIn(
        area,
        found,
        tuple(read),
        tuple(refused),
        status,
        inspection.area.identity.draft.number if inspection.area.identity.stage == "draft" else None,
        file.text if file else None,
        after,
        inspection=inspection,
    )


def places_now(inspection: Inspection) -> tuple[CommentPlace, ...]:
    """Return the places of a report in its order; none where no report can be made."""
    try:
        return places_of(compiled(inspection))
    except NotComparableError:
        return ()


def write_comments(taken: TakenIn) -> Path:
    """Write what was taken in into ``comments.yaml``, with its schema for editors where the file is new.

    Returns the path of the file. Raises OutputError where it, or the area, has changed since it was read, and where it
    cannot be written.
    """
    inspection = taken.inspection
    assert inspection is not None, "nothing is written of what could not be taken in"
    expect_unchanged(inspection.snapshot)
    path = taken.area / COMMENTS_FILE
    files: dict[str, bytes | None] = {COMMENTS_FILE: as_written(path, taken.before, taken.after)}
    if taken.before is None:
        schema = area_schemas(inspection.framework, inspection.area.kinds)[COMMENTS.id]
        files[f"{SCHEMA_FOLDER}/{COMMENTS.id}.json"] = f"{json.dumps(schema, indent=1, ensure_ascii=False)}\n".encode()
    write_together(taken.area, files)
    return path


def _read(files: Iterable[Path], slug: str, known: Sequence[str]) -> tuple[list[Returned], list[str], int]:
    """Read files: those that could be read, why others could not, and the worst exit status."""
    found: list[Returned] = []
    refused: list[str] = []
    status = 0
    for path in files:
        try:
            returned = read_returned(_bytes_of(path), str(path), known)
        except (OmiError, OSError) as error:
            refusal = refusal_of(error)
            refused += refusal.lines
            status = max(status, refusal.status)
            continue
        if returned.area and returned.area != name_in_file(slug):
            refused.append(f"{path} holds comments on the area «{returned.area}», and this is «{slug}»")
            status = max(status, OmiError.status)
            continue
        found.append(returned)
    return found, refused, status


def _bytes_of(path: Path) -> bytes:
    try:
        return read_regular(path.resolve(), limits.WORD_BYTES)
    except OSError as error:
        raise SystemRefusalError(f"{path} cannot be read: {error.strerror or error}") from error
