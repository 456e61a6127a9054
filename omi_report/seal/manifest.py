"""The manifest beside a report: what it was made from, what it was made with, and its files.

The same area gives the same manifest: nothing in it is the clock's, and paths are those inside the
area's folder and the template folder.

Annotations are not put off (``from __future__``): a record reads them when its class is made.
"""

import hashlib
import json
import re
from collections.abc import Container
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Literal

from omi_report.errors import ManifestError
from omi_report.files import read_regular
from omi_report.inspection import Inspection
from omi_report.model.constraints import Pattern
from omi_report.model.readers import read
from omi_report.model.record import Record
from omi_report.model.shape import in_words
from omi_report.render.html.assets import FOLDERS, MEDIA_TYPES
from omi_report.render.look import Edition, Look, Theme
from omi_report.seal.evidence import Digest, EvidenceSeal
from omi_report.source.places import BESIDE, PROJECT_FILE, SETTINGS_FILE, is_evidence
from omi_report.source.snapshot import Snapshot
from omi_report.stages import Stage

_TEMPLATE_KINDS = (".css", ".html", ".js", *MEDIA_TYPES)

_NO_INPUTS = (SETTINGS_FILE, PROJECT_FILE, *BESIDE)

_MOST_BYTES = 20_000_000
"""More than any manifest has."""

OUTPUT_NAME = r"^[a-z0-9-]+\.[a-z0-9]+$"
"""A pattern for the names of a report's files: never a path, since a manifest may come from anybody."""

OutputName = Annotated[str, Pattern(OUTPUT_NAME, "small letters, figures and hyphens, with an ending: report.pdf")]
"""The name of a report's file."""


class Output(Record):
    """A file of the report."""

    size: int
    sha256: Digest


class FrameworkFile(Record):
    """The framework's name and its file."""

    name: str
    sha256: Digest


class RedlineSeal(Record):
    """What a redline beside a report compares it with, and its files, which nothing but both reports gives again."""

    draft: int
    report: Digest
    files: tuple[OutputName, ...]


class Overruled(Record):
    """Why a draft was made in spite of what the rules about people and small counts found, and which found it."""

    reason: str
    codes: tuple[str, ...]


class Manifest(Record):
    """Everything that the bytes of a report depend on, and the report's files by their names.

    ``inputs`` are files of the area except the ``evidence``, which manifests of earlier builds have among them.
    ``stage`` is that of the area, with the number of a ``draft`` if it has one; earlier manifests have neither.
    ``templates`` are those that come with omi and ``own_templates`` those of the user's template folder. ``epoch`` is
    SOURCE_DATE_EPOCH where it was set. ``renderers`` are those of plug-ins that made some of the outputs, and
    ``word_template`` is the user's own Word file, whose styles were taken. ``redline``, ``overruled`` and
    ``for_comments`` (the files to comment in) are of a draft that `omi draft` made. ``glance`` says that the files are
    the page at a glance alone.
    """

    manifest: Literal[1] = 1
    area: str
    stage: Stage | None = None
    draft: int | None = None
    edition: Edition
    theme: Theme
    glance: bool = False
    epoch: int | None = None
    framework: FrameworkFile
    versions: dict[str, str]
    inputs: dict[str, Digest]
    evidence: EvidenceSeal | None = None
    templates: dict[str, Digest]
    own_templates: dict[str, Digest]
    outputs: dict[OutputName, Output]
    renderers: tuple[str, ...] = ()
    word_template: Digest | None = None
    redline: RedlineSeal | None = None
    overruled: Overruled | None = None
    for_comments: tuple[OutputName, ...] = ()

    @property
    def rebuilt(self) -> dict[str, Output]:
        """The files that the area gives when it is built again."""
        apart = {*(self.redline.files if self.redline else ()), *self.for_comments}
        return {name: output for name, output in self.outputs.items() if name not in apart}

    @property
    def look(self) -> Look:
        """What the report looks like."""
        return Look(self.edition, self.theme, glance=self.glance)

    def as_json(self) -> bytes:
        """Return the manifest as the bytes of its file."""
        return (json.dumps(self, default=lambda record: dict(record.items()), indent=2) + "\n").encode()


def is_output_name(name: str) -> bool:
    """Say whether a file of a report may have a name; no manifest may be taken for one."""
    return bool(re.fullmatch(OUTPUT_NAME, name)) and not name.startswith("manifest")


def read_manifests(folder: Path) -> dict[str, Manifest]:
    """Return every manifest of a folder by its file's name. Raises ManifestError for none, or a damaged one."""
    expect_folder(folder)
    found = {path.name: _read(path) for path in _paths(folder)}
    if not found:
        raise ManifestError(f"{folder} holds no manifest.json: `omi build` writes it with the report")
    return found


def readable_manifests(folder: Path) -> dict[str, Manifest]:
    """Return each manifest of a folder that can be read, by its file's name; nothing where there is none."""
    found = {}
    for path in _paths(folder):
        with suppress(ManifestError):
            found[path.name] = _read(path)
    return found


def _paths(folder: Path) -> list[Path]:
    return sorted(folder.glob("manifest*.json"))


def expect_folder(folder: Path) -> None:
    """Raise ManifestError where there is no folder of a report."""
    if not folder.is_dir():
        raise ManifestError(f"there is no folder {folder}: name the folder of a report, such as build/hampshire")


def _read(path: Path) -> Manifest:
    try:
        manifest, faults = read(Manifest, json.loads(read_regular(path, _MOST_BYTES)))
    except OSError as error:
        raise ManifestError(f"{path} cannot be read: {error.strerror}") from error
    except (ValueError, RecursionError) as error:
        raise ManifestError(f"{path} is no manifest of this omi: it is no JSON: {error}") from error
    if faults:
        place = "/".join(map(str, faults[0].path))
        raise ManifestError(f"{path} is no manifest of this omi: {place + ': ' if place else ''}{in_words(faults[0])}")
    found: Manifest = manifest
    return found


def digest(data: bytes) -> str:
    """Return the SHA-256 of data in hexadecimal figures."""
    return hashlib.sha256(data).hexdigest()


def output_of(data: bytes) -> Output:
    """Return the entry of a report's file."""
    return Output(size=len(data), sha256=digest(data))


def input_digests(snapshot: Snapshot, read: Container[str] | None = None) -> dict[str, str]:
    """Return the digest of each input of a report that is no evidence, by its path in the area.

    The inputs are the files that were ``read``. Without ``read`` they are all files that could be one, which settings
    and the files beside the report are not.
    """
    names = [name for name in snapshot.files if (read is None or name in read) and not is_evidence(name)]
    return {name: snapshot.files[name].sha256 for name in names if name not in _NO_INPUTS}


def template_digests(folder: Path) -> dict[str, str]:
    """Return the digest of each template, style sheet, script, font and picture of a template folder."""
    paths = (path for name in FOLDERS for path in (folder / name).rglob("*"))
    files = sorted(path for path in paths if path.suffix.lower() in _TEMPLATE_KINDS and path.is_file())
    return {path.relative_to(folder).as_posix(): digest(path.read_bytes()) for path in files}


def framework_file(inspection: Inspection) -> FrameworkFile:
    """Return the framework of an area, as its file was when the area was read."""
    return FrameworkFile(name=inspection.area.identity.framework, sha256=digest(inspection.area.framework_data))
