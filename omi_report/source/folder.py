"""The files of a snapshot → located trees; each file is parsed when it is asked for."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

from omi_report.problems import Location, Problem
from omi_report.source import reading_rules as rules
from omi_report.source.positions import WrittenValue, place_of, split_lines
from omi_report.source.reader import read_tree
from omi_report.source.snapshot import Snapshot
from omi_report.source.tree import Node, Path as TreePath, Scalar, find


@dataclass(frozen=True)
class SourceFile:
    """One file as read: its name for messages, its text, and its located tree.

    ``name`` is the path inside the area (``criteria/1.2.yaml``), ``shown`` the path as the user
    would type it. ``root`` is None where the file holds no tree that can be used.
    """

    name: str
    shown: str
    text: str
    root: Node | None

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text, as ``split_lines`` gives them."""
        return split_lines(self.text)

    @cached_property
    def worked_out(self) -> dict[object, Any]:
        """What others have worked out of the file alone and keep with it, each under a key of its own."""
        return {}

    @cached_property
    def _written(self) -> dict[int, WrittenValue]:
        """Where the characters of each value stand that was asked for, by the identity of the value."""
        return {}

    def at(self, path: TreePath, *, key: bool = False) -> Location:
        """Return the place of the value at a path of the tree, or of its key."""
        if self.root is None:
            return Location(self.shown, 1, 1)
        return Location(self.shown, *find(self.root, path, key=key).start)

    def inside(self, value: Scalar, offset: int) -> Location:
        """Return the place of the character at ``offset`` of a value."""
        written = self._written.get(id(value))
        if written is None:
            written = self._written[id(value)] = WrittenValue(self.lines, value)
        return Location(self.shown, *written.at(offset))


@lru_cache(maxsize=256)
def read_source(name: str, shown: str, text: str) -> tuple[SourceFile, tuple[Problem, ...]]:
    """Read the text of a file as a tree, with the problems of reading.

    The same text is read once: of the files of an area that is looked at again and again, most have not changed.
    """
    tree, problems = read_tree(text, shown)
    return SourceFile(name, shown, text, tree), tuple(problems)


@dataclass(slots=True)
class Folder:
    """The files of a snapshot that have been asked for, as trees, with all the problems of reading."""

    snapshot: Snapshot
    files: dict[str, SourceFile] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @classmethod
    def of(cls, snapshot: Snapshot) -> Folder:
        """Begin with the problems of the folder itself."""
        return cls(snapshot, problems=list(snapshot.problems))

    @property
    def present(self) -> tuple[str, ...]:
        """The names of all files of the area."""
        return self.snapshot.present

    def shown_path(self, name: str) -> str:
        """Return the path of a file of the area as the user would type it."""
        return self.snapshot.shown_path(name)

    def read(self, name: str) -> SourceFile | None:
        """Return a file of the area as a tree.

        Returns None, and adds the problem, where it could not be read as plain UTF-8 text.
        """
        text = self._text(name)
        if text is None:
            return None
        file, problems = read_source(name, self.shown_path(name), text)
        self.problems += problems
        self.files[name] = file
        return file

    def _text(self, name: str) -> str | None:
        content = self.snapshot.files.get(name)
        if content is None:
            self.problems.append(self.snapshot.unread[name])
            return None
        text = decoded(content.data, self.shown_path(name))
        if isinstance(text, Problem):
            self.problems.append(text)
            return None
        return text


def decoded(data: bytes, shown: str) -> str | Problem:
    """Return the text of a file, or the problem of one that is not UTF-8; ``shown`` is its path for messages."""
    data = data.removeprefix(codecs.BOM_UTF8)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        hint = "save it as UTF-8 (Notepad calls UTF-16 «Unicode»; choose «UTF-8» beside the file's name)"
        return rules.NOT_UTF8.at(Location(shown, 1, 1), "the file is saved as UTF-16", hint)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        place = Location(shown, *place_of(before, len(before)))
        hint = "save the file as UTF-8 (in Excel and Notepad: «Save as», encoding UTF-8)"
        return rules.NOT_UTF8.at(place, f"the byte 0x{data[error.start]:02X} is not UTF-8 text", hint)
