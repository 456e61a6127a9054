"""A folder → the text of its YAML files, read safely.

An area folder is untrusted: only regular files below it are opened, no link is followed, and
nothing above a sensible size is read. What cannot be read is a problem with the file's name.
"""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass, field
from pathlib import Path

from omi_report.problems import Location, Problem
from omi_report.source import rules
from omi_report.source.positions import locate, split_lines
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
    """

    shown: str
    files: dict[str, SourceFile] = field(default_factory=dict)
    present: tuple[str, ...] = ()
    problems: list[Problem] = field(default_factory=list)

    def shown_path(self, name: str) -> str:
        """Return the path of a file of the area as the user would type it."""
        return f"{self.shown}/{name}" if self.shown else name


def list_folder(path: Path) -> Folder:
    """List an area folder without reading it: the names of its files, links and odd entries.

    Hidden files and folders are passed over: they belong to editors and version control.
    """
    shown = path.as_posix().rstrip("/")
    folder = Folder("" if shown == "." else shown)
    names: list[str] = []
    pending = [""]
    while pending:
        inside = pending.pop()
        with os.scandir(path / inside) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                name = f"{inside}{entry.name}"
                if entry.is_dir(follow_symlinks=False) and not entry.name.endswith((".yaml", ".yml")):
                    pending.append(f"{name}/")
                else:
                    names.append(name)
        if len(names) > MAX_ENTRIES:
            problem = rules.UNREADABLE.at(
                Location(shown), f"the folder holds more than {MAX_ENTRIES:,} files", "name the folder of one area"
            )
            folder.problems.append(problem)
            break
    folder.present = tuple(sorted(names))
    return folder


def read_into(folder: Folder, root: Path, name: str) -> SourceFile | None:
    """Read one file of a folder into it, with the problems of reading.

    Returns None, and adds the problem, where the file cannot be opened as plain UTF-8 text.
    """
    shown = folder.shown_path(name)
    text = _read_text(root / name, shown, folder.problems)
    if text is None:
        return None
    tree, problems = read_tree(text, shown)
    folder.problems += problems
    folder.files[name] = SourceFile(name, shown, text, tree)
    return folder.files[name]


def _read_text(path: Path, shown: str, problems: list[Problem]) -> str | None:
    data = _read_bytes(path, shown, problems)
    if data is None:
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line_start = before.rfind(b"\n") + 1
        place = Location(shown, before.count(b"\n") + 1, len(before[line_start:].decode("utf-8", "replace")) + 1)
        byte = f"0x{data[error.start]:02X}"
        hint = "save the file as UTF-8 (in Excel and Notepad: «Save as», encoding UTF-8)"
        problems.append(rules.NOT_UTF8.at(place, f"the byte {byte} is not UTF-8 text", hint))
        return None


def _read_bytes(path: Path, shown: str, problems: list[Problem]) -> bytes | None:
    """Read one ordinary file; the check and the reading use one descriptor, so there is no race."""

    def refuse(message: str, hint: str) -> None:
        problems.append(rules.UNREADABLE.at(Location(shown), message, hint))

    try:
        with open(path, "rb", opener=_open_itself) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                return refuse("this is not an ordinary file", "put an ordinary YAML file in its place")
            data = file.read(MAX_BYTES + 1)
    except IsADirectoryError:
        return refuse("a folder stands where a file is expected", "remove the folder, or rename it")
    except OSError as error:
        if path.is_symlink():
            return refuse("this is a link, and links are not followed", "put the file itself in the area's folder")
        return refuse(f"cannot be opened: {error.strerror}", "check the file's permissions")
    if len(data) > MAX_BYTES:
        return refuse(f"the file is larger than {MAX_BYTES:,} bytes", "is it the right file? An area's texts are far smaller")
    return data


def _open_itself(path: str, flags: int) -> int:
    """Open a file but not what a link leads to, and without waiting for the other end of a pipe."""
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
