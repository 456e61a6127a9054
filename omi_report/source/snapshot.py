"""An area's folder as it was at one moment: each file read once, as bytes.

An area folder is untrusted: only regular files below it are opened, no link is followed, and
nothing above a sensible size is read. What cannot be read is a problem with the file's name, and
part of the value. All that omi knows of an area comes from a snapshot: the trees of its files, the
key of what is remembered, the inputs in a manifest, and whether the folder has changed since.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from omi_report import limits
from omi_report.errors import NotAnAreaError
from omi_report.problems import Location, Problem
from omi_report.source.pictures import OF_AREAS
from omi_report.source.places import (
    EVIDENCE_SUFFIXES,
    IDENTITY_FILE,
    PROJECT_FILE,
    SETTINGS_FILE,
    is_area,
    is_evidence,
    slug_of,
)
from omi_report.source.project_frameworks import ProjectFrameworks
from omi_report.source.reading import LINK, Content, Reading, RevisionReading, Stamp, refusal, shown_path, stamp_of
from omi_report.source.reading_rules import UNREADABLE


@dataclass(frozen=True)
class Snapshot:
    """The files of an area by their paths inside its folder, and what could not be read.

    ``shown`` is the folder's path as the user typed it, empty for the current folder; ``slug`` is its
    name. ``present`` names all files, read or not, and ``folders`` the folders between. ``problems``
    are those of the folder itself; ``unread`` says of each file that could not be read why. ``frameworks`` are those
    of the project that the area may go by.

    ``root`` and ``stamps`` say where the files were read and what they looked like there; they are
    no part of the value.
    """

    slug: str
    shown: str
    files: Mapping[str, Content]
    present: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    unread: Mapping[str, Problem] = field(default_factory=dict)
    frameworks: ProjectFrameworks = field(default_factory=ProjectFrameworks)
    root: Path | None = field(default=None, compare=False, repr=False)
    stamps: Mapping[str, Stamp] = field(default_factory=dict, compare=False, repr=False)

    def __hash__(self) -> int:
        return hash((self.shown, self.present))

    @classmethod
    def of(cls, folder: Path, frameworks: Path | None = None) -> Snapshot:
        """Read the area in a folder. Raises NotAnAreaError where the path is no folder or holds no area.yaml.

        ``frameworks`` is the folder of frameworks of the project, if it has one.
        """
        _expect_area(folder)
        listing = _listed(folder)
        reading = Reading(folder, listing.shown)
        for name in dict.fromkeys((IDENTITY_FILE, *listing.names)):  # read even where the list ended before it
            if limit := size_limit(name):
                reading.read(name, limit)
        return cls(
            slug_of(folder),
            listing.shown,
            reading.files,
            listing.names,
            listing.folders,
            listing.problems,
            reading.unread,
            _frameworks_for(reading.files.get(IDENTITY_FILE), frameworks, folder),
            folder,
            reading.stamps,
        )

    @classmethod
    def of_revision(cls, folder: Path, revision: str, frameworks: Path | None = None) -> Snapshot:
        """Read the area in a folder as it was at a revision of its git repository (a tag, a branch, ``HEAD~2``).

        Nothing on the disk is looked at but the repository; the frameworks of the project are those of the revision
        too. Files are shown as ``areas/hampshire@draft-1/area.yaml``. Raises RevisionError where git has no such
        revision, and NotAnAreaError where it has no area there.
        """
        from omi_report.source.revision import Revision

        asked = Revision.of(folder, revision)
        shown = f"{folder.as_posix()}@{revision}"
        reading = RevisionReading(asked, folder, shown)
        reading.read_all(size_limit)
        identity = reading.files.get(IDENTITY_FILE)
        if identity is None and IDENTITY_FILE not in reading.unread:
            raise NotAnAreaError(
                f"{folder} is not an area at the revision «{revision}»: it has no {IDENTITY_FILE} there"
            )
        known = ProjectFrameworks()
        if frameworks is not None and identity is not None:
            known = ProjectFrameworks.of_revision(asked, frameworks, f"{frameworks.as_posix()}@{revision}")
        return cls(slug_of(folder), shown, reading.files, reading.names, reading.folders, (), reading.unread, known)

    def with_text(self, name: str, text: str) -> Snapshot:
        """Return the snapshot with another text in one of its files, or with a file more.

        Where it is the text of area.yaml, the frameworks of the project that it may name now are read.
        """
        data = text.encode("utf-8", "surrogatepass")  # half a pair that an editor sends is no UTF-8 to a reader
        present = self.present if name in self.present else tuple(sorted((*self.present, name)))
        return replace(
            self,
            files={**self.files, name: Content(data)},
            present=present,
            unread={key: problem for key, problem in self.unread.items() if key != name},
            stamps={key: stamp for key, stamp in self.stamps.items() if key != name},
            frameworks=self.frameworks.named_in(data) if name == IDENTITY_FILE else self.frameworks,
        )

    def without(self, *names: str) -> Snapshot:
        """Return the snapshot as it would be if the folder did not hold some files."""
        return replace(
            self,
            files={key: content for key, content in self.files.items() if key not in names},
            present=tuple(each for each in self.present if each not in names),
            unread={key: problem for key, problem in self.unread.items() if key not in names},
            stamps={key: stamp for key, stamp in self.stamps.items() if key not in names},
        )

    @property
    def folder(self) -> Path:
        """The folder that the files were read in, or that they are shown in."""
        return self.root or Path(self.shown)

    def shown_path(self, name: str) -> str:
        """Return the path of a file of the area as the user would type it."""
        return shown_path(self.shown, name)

    def changed(self) -> tuple[str, ...]:
        """Return the names of the files that were added, removed or changed since they were read.

        Nothing is opened: a file is unchanged if the file system still gives the same size, times and node for it.
        The frameworks of the project are not among them: they say it themselves.
        """
        if self.root is None:
            return ()
        come_or_gone = {name for name in {*_listed(self.root).names} ^ {*self.present} if size_limit(name)}
        other = {name for name, stamp in self.stamps.items() if stamp_of(self.root / name) != stamp}
        return tuple(sorted(come_or_gone | other))


def _frameworks_for(identity: Content | None, frameworks: Path | None, area: Path) -> ProjectFrameworks:
    """The frameworks in a folder that an area's own file of the name ``area.yaml`` may name."""
    if frameworks is None or identity is None:
        return ProjectFrameworks()
    shown = frameworks if area.is_absolute() else Path(os.path.relpath(frameworks))
    return ProjectFrameworks.of(frameworks, shown.as_posix(), identity.data)


def _expect_area(folder: Path) -> None:
    if not _is_there(folder):
        raise NotAnAreaError(f"there is no folder {folder}: check the name, or make an area with `omi init {folder}`")
    if not folder.is_dir():
        raise NotAnAreaError(f"{folder} is a file: name the folder of an area")
    if not _is_there(folder / IDENTITY_FILE):
        raise NotAnAreaError(f"{folder} is not an area: {_what_else(folder)}")


def _what_else(folder: Path) -> str:
    """What a folder is that is no area."""
    above = next((each for each in folder.absolute().parents if is_area(each)), None)
    if above:
        return f"it is inside of one, {above}"
    held = _area_in(folder)
    if held:
        return f"it holds areas: name one of them, such as {held}"
    return f"it has no {IDENTITY_FILE} (`omi init {folder}` makes one)"


def _area_in(folder: Path) -> Path | None:
    """The first area right below a folder."""
    try:
        return min((each for each in folder.iterdir() if is_area(each)), default=None)
    except OSError:
        return None


def _is_there(path: Path) -> bool:
    """Say whether there is something at a path; a name that is too long, or a closed folder, holds nothing."""
    try:
        return path.exists()
    except OSError:
        return False


def size_limit(name: str) -> int:
    """Return the size in bytes up to which a file of an area is read; 0 for a file that omi does not read."""
    if is_evidence(name) and name.endswith(EVIDENCE_SUFFIXES):
        return limits.EVIDENCE_BYTES
    if name.lower().endswith(OF_AREAS) and not is_evidence(name):
        return limits.PICTURE_BYTES
    return limits.TEXT_BYTES if name.endswith(".yaml") or name in (SETTINGS_FILE, PROJECT_FILE) else 0


class _Listing(NamedTuple):
    """The names in a folder, none of which has been opened."""

    shown: str
    names: tuple[str, ...]
    folders: tuple[str, ...]
    problems: tuple[Problem, ...]


def _listed(root: Path) -> _Listing:
    """List a folder and the folders below it.

    Hidden files and folders are passed over: they belong to editors and version control. A folder
    that cannot be listed, and a link to a folder, are problems.
    """
    shown = root.as_posix().rstrip("/")
    shown = "" if shown == "." else shown
    names: list[str] = []
    folders: list[str] = []
    problems: list[Problem] = []
    pending = [""]
    while pending:
        inside = pending.pop()
        folders.append(inside)
        for entry in _entries(root, inside, shown, problems):
            name = f"{inside}{entry.name}"
            if entry.is_dir(follow_symlinks=False) and not entry.name.endswith((".yaml", ".yml")):
                pending.append(f"{name}/")
            elif entry.is_symlink() and _leads_to_folder(entry):
                problems.append(refusal(shown, name, LINK, "put the folder itself in the area's folder"))
            else:
                names.append(name)
        if len(names) + len(folders) > limits.FILES:
            message = f"the folder holds more than {limits.FILES:,} files"
            problems.append(UNREADABLE.at(Location(root.as_posix()), message, "name the folder of one area"))
            break
    return _Listing(shown, tuple(sorted(names)), tuple(sorted(folders)), tuple(problems))


def _entries(root: Path, inside: str, shown: str, problems: list[Problem]) -> Iterator[os.DirEntry[str]]:
    """The entries of one folder, less the hidden ones; none, and a problem, where it is closed."""
    try:
        with os.scandir(root / inside) as entries:
            yield from [entry for entry in entries if not entry.name.startswith(".")]
    except OSError as error:
        name = inside.rstrip("/") or "."
        problems.append(refusal(shown, name, f"cannot be listed: {error.strerror}", "check the folder's permissions"))


def _leads_to_folder(link: os.DirEntry[str]) -> bool:
    try:
        return link.is_dir()
    except OSError:  # what it names is too long for a name
        return False
