"""A folder → the text of its YAML files, read safely.

An area folder is untrusted: only regular files below it are opened, no link is followed, and
nothing above a sensible size is read. What cannot be read is a problem with the file's name.
"""

from __future__ import annotations

import codecs
import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from omi_report.problems import Location, Problem
from omi_report.source import reading_rules as rules
from omi_report.source.positions import locate, place_of, split_lines
from omi_report.source.reader import read_tree
from omi_report.source.tree import Node, Path as TreePath, Position, Scalar, find

MAX_BYTES = 4_000_000
MAX_ENTRIES = 10_000


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file as read: its name for messages, its text, and its located tree.

    ``name`` is the path inside the area (``criteria/1.2.yaml``), ``shown`` the path as the user
    would type it. ``root`` is None where the file holds no tree that can be used.
    """

    name: str
    shown: str
    text: str
    root: Node | None

    def at(self, path: TreePath, *, key: bool = False) -> Location:
        """Return the place of the value at a path of the tree, or of its key."""
        if self.root is None:
            return Location(self.shown, 1, 1)
        return Location(self.shown, *find(self.root, path, key=key).start)

    def inside(self, value: Scalar, offset: int) -> Location:
        """Return the place of the character at ``offset`` of a value."""
        return Location(self.shown, *self._position(value, offset))

    def _position(self, value: Scalar, offset: int) -> Position:
        return locate(split_lines(self.text), value, offset)


@dataclass(slots=True)
class Folder:
    """An area folder as found: every file that could be read, by its path inside the folder.

    ``present`` names all entries, readable or not; ``problems`` tells of those that were not.
    ``drafts`` are texts that are read in place of those of the files of their names.
    """

    shown: str
    files: dict[str, SourceFile] = field(default_factory=dict)
    present: tuple[str, ...] = ()
    problems: list[Problem] = field(default_factory=list)
    drafts: Mapping[str, str] = field(default_factory=dict)

    def shown_path(self, name: str) -> str:
        """Return the path of a file of the area as the user would type it."""
        path = f"{self.shown}/{name}" if self.shown else name
        # The name comes from elsewhere: it may hold control characters, or bytes that are not text.
        return "".join(character if character.isprintable() else "\ufffd" for character in path)

    def refuse(self, name: str, message: str, hint: str) -> None:
        """Note that an entry cannot be read, and why."""
        self.problems.append(rules.UNREADABLE.at(Location(self.shown_path(name)), message, hint))


def list_folder(path: Path) -> Folder:
    """List an area folder without reading it: the names of its files, links and odd entries.

    Hidden files and folders are passed over: they belong to editors and version control. A folder
    that cannot be listed, and a link to a folder, are problems.
    """
    shown = path.as_posix().rstrip("/")
    folder = Folder("" if shown == "." else shown)
    names: list[str] = []
    pending = [""]
    listed = 0
    while pending:
        inside = pending.pop()
        listed += 1
        for entry in _entries(path, inside, folder):
            name = f"{inside}{entry.name}"
            if entry.is_dir(follow_symlinks=False) and not entry.name.endswith((".yaml", ".yml")):
                pending.append(f"{name}/")
            elif entry.is_symlink() and Path(entry.path).is_dir():
                folder.refuse(name, _LINK, "put the folder itself in the area's folder")
            else:
                names.append(name)
        if len(names) + listed > MAX_ENTRIES:
            message = f"the folder holds more than {MAX_ENTRIES:,} files"
            folder.problems.append(rules.UNREADABLE.at(Location(shown), message, "name the folder of one area"))
            break
    folder.present = tuple(sorted(names))
    return folder


def _entries(path: Path, inside: str, folder: Folder) -> list[os.DirEntry[str]]:
    """The entries of one folder, less the hidden ones; none, and a problem, where it is closed."""
    try:
        with os.scandir(path / inside) as entries:
            return [entry for entry in entries if not entry.name.startswith(".")]
    except OSError as error:
        folder.refuse(
            inside.rstrip("/") or ".", f"cannot be listed: {error.strerror}", "check the folder's permissions"
        )
        return []


def read_into(folder: Folder, root: Path, name: str) -> SourceFile | None:
    """Read one file of a folder into it, with the problems of reading.

    Returns None, and adds the problem, where the file cannot be opened as plain UTF-8 text.
    """
    text = folder.drafts[name] if name in folder.drafts else _read_text(folder, root, name)
    if text is None:
        return None
    shown = folder.shown_path(name)
    tree, problems = read_tree(text, shown)
    folder.problems += problems
    folder.files[name] = SourceFile(name, shown, text, tree)
    return folder.files[name]


_LINK = "this is a link, and links are not followed"


def _read_text(folder: Folder, root: Path, name: str) -> str | None:
    data = read_bytes(folder, root, name)
    if data is None:
        return None
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        place = Location(folder.shown_path(name), *place_of(before, len(before)))
        byte = f"0x{data[error.start]:02X}"
        hint = "save the file as UTF-8 (in Excel and Notepad: «Save as», encoding UTF-8)"
        folder.problems.append(rules.NOT_UTF8.at(place, f"the byte {byte} is not UTF-8 text", hint))
        return None


def read_bytes(folder: Folder, root: Path, name: str, *, limit: int = MAX_BYTES) -> bytes | None:
    """Read one ordinary file of at most ``limit`` bytes; None, and a problem, where that cannot be.

    The check and the reading use one descriptor, so there is no race.
    """
    path = root / name
    try:
        with open(path, "rb", opener=_open_itself) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                folder.refuse(name, "this is not an ordinary file", "put an ordinary file in its place")
                return None
            data = file.read(limit + 1)
    except IsADirectoryError:
        folder.refuse(name, "a folder stands where a file is expected", "remove the folder, or rename it")
        return None
    except OSError as error:
        if path.is_symlink():
            folder.refuse(name, _LINK, "put the file itself in the area's folder")
        else:
            folder.refuse(name, f"cannot be opened: {error.strerror}", "check the file's permissions")
        return None
    if len(data) > limit:
        message = f"the file is larger than {limit:,} bytes"
        folder.refuse(name, message, "is it the right file? An area's texts are far smaller")
        return None
    return data


def _open_itself(path: str, flags: int) -> int:
    """Open a file but not what a link leads to, and without waiting for the other end of a pipe."""
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
