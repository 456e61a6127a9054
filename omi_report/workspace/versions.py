"""The two sides of a comparison: each an area, an area at a git revision, a ``report.json``, or a folder of a build."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from omi_report.errors import DocumentError, NotComparableError, OmiError, RevisionError
from omi_report.inspection import Inspection, inspect
from omi_report.problems import Problem, errors_in, has_errors
from omi_report.source.places import is_area
from omi_report.source.snapshot import Snapshot
from omi_report.workspace.reading import read_snapshot
from omi_report.workspace.settings import frameworks_folder_of, policy_for

if TYPE_CHECKING:
    from omi_report.document.tree import Document

_REPORT = "report.json"
_WHAT_TO_NAME = f"name an area, an area@revision, a folder of a build, or its {_REPORT}"
_SOME = 4
"""So many areas of a folder are named."""


@dataclass(frozen=True, slots=True)
class Version:
    """An edition of a report: what the user called it, and the report."""

    name: str
    document: Document


def version_of(given: str) -> Version:
    """Read or make the report that a user names.

    ``given`` is the path of an area, of a ``report.json``, or of a folder that holds one with its manifest; or the path
    of an area, ``@`` and a revision of its git repository. Raises NotComparableError where no report is to be had of
    it, RevisionError where there is no such revision, and what reading an area raises.
    """
    path = Path(given)
    if not path.exists() and "@" in given.strip("@"):
        return Version(given, _of_revision(given))
    if path.is_dir() and not is_area(path) and _holds_build(path):
        return Version(given, _of_build(path))
    if path.is_file():
        return Version(given, _of_file(path))
    if not is_area(path):
        raise NotComparableError(_no_report(given, path))
    return Version(given, _of_area(read_snapshot(path), path))


def _no_report(given: str, path: Path) -> str:
    """Why there is no report at a path, and what could be named in its place."""
    if not path.is_dir():
        return f"there is nothing of the name {given}: {_WHAT_TO_NAME}"
    try:
        areas = sorted(each.name for each in path.iterdir() if is_area(each))
    except OSError:
        areas = []
    if areas:
        some = ", ".join(str(path / name) for name in areas[:_SOME])
        return f"{given} is a folder of areas: name one of them ({some}{' …' if len(areas) > _SOME else ''})"
    return f"{given} is no area and holds no report: {_WHAT_TO_NAME}"


def _of_area(snapshot: Snapshot, path: Path) -> Document:
    inspected = inspect(snapshot, policy_for(snapshot, path))
    if not isinstance(inspected, Inspection):
        raise _refused(snapshot, inspected.problems)
    return compiled(inspected)


def compiled(inspected: Inspection) -> Document:
    """Return the report of an area. What its rules find does not matter, unless no report can be made of it.

    Raises NotComparableError where none can be made.
    """
    from omi_report.document.build import build_document

    snapshot = inspected.snapshot
    if has_errors(inspected.problems):
        raise _refused(snapshot, inspected.problems)
    try:
        return build_document(inspected)
    except OmiError:
        raise
    except Exception:
        # the rules say what is wrong with an area that is well formed; what they let through must work
        from omi_report.build import lint

        problems = lint(inspected).problems
        if has_errors(problems):
            raise _refused(snapshot, problems) from None
        raise


def _refused(snapshot: Snapshot, problems: list[Problem] | tuple[Problem, ...]) -> NotComparableError:
    errors = errors_in(problems)
    first = errors[0]
    place = f"{first.location.file}:{first.location.line}" if first.location.line else first.location.file
    more = f", and {len(errors) - 1} more" if len(errors) > 1 else ""
    return NotComparableError(
        f"{snapshot.shown or '.'} has errors, and no report can be made of it: {place}: {first.message}{more}"
    )


def _of_revision(given: str) -> Document:
    """The report of an area at a revision. Both the path and the revision may have signs ``@`` in them."""
    refusal: RevisionError | None = None
    for at in (index for index, sign in enumerate(given) if sign == "@" and 0 < index < len(given) - 1):
        path, revision = Path(given[:at]), given[at + 1 :]
        try:
            return _of_area(Snapshot.of_revision(path, revision, frameworks_folder_of(path)), path)
        except RevisionError as error:
            refusal = refusal or error
    assert refusal is not None
    raise refusal


def _holds_build(folder: Path) -> bool:
    from omi_report.seal.manifest import readable_manifests

    return (folder / _REPORT).is_file() or bool(readable_manifests(folder))


def _of_build(folder: Path) -> Document:
    """The report in a folder of a build, which must be as it was built."""
    from omi_report.seal.manifest import digest, readable_manifests

    manifests = readable_manifests(folder)
    file = folder / _REPORT
    if not file.is_file():
        hint = "build it with --json too, or name the area"
        raise NotComparableError(f"{folder} holds a report without its {_REPORT}, which is what is compared: {hint}")
    sealed = [each.outputs[_REPORT].sha256 for each in manifests.values() if _REPORT in each.outputs]
    if sealed and digest(file.read_bytes()) not in sealed:
        raise NotComparableError(f"{file} is not as it was built: `omi verify {folder}` says more")
    return _of_file(file)


def _of_file(file: Path) -> Document:
    from omi_report.document.json_form import document_of

    try:
        return document_of(file.read_text("utf-8"))
    except (DocumentError, UnicodeDecodeError) as error:
        why = f" ({error})" if isinstance(error, DocumentError) and file.suffix == ".json" else ""
        raise NotComparableError(f"{file} is no report{why}: {_WHAT_TO_NAME}") from error
