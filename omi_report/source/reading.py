"""Reading the files of a folder, each once and as bytes. Only ordinary files are opened, and no link is followed."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from omi_report import limits
from omi_report.problems import Location, Problem
from omi_report.source.reading_rules import UNREADABLE
from omi_report.visible import visible

if TYPE_CHECKING:
    from omi_report.source.revision import Revision

LINK = "this is a link, and links are not followed"


class Content(NamedTuple):
    """What a file holds. Equal bytes are equal contents."""

    data: bytes

    @property
    def sha256(self) -> str:
        """The digest of the bytes in hexadecimal figures."""
        from hashlib import sha256  # slow to import, and checking an area needs no digest

        return sha256(self.data).hexdigest()


class Stamp(NamedTuple):
    """What the file system says of a file that was opened. A file with another stamp has changed."""

    size: int
    modified: int
    changed: int
    node: int

    @classmethod
    def of(cls, found: os.stat_result) -> Stamp:
        """Take the stamp of a file."""
        return cls(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)


def shown_path(shown: str, name: str) -> str:
    """Return the path of a file of a folder as the user would type it; ``shown`` is the folder's."""
    return visible(f"{shown}/{name}" if shown else name)


def refusal(shown: str, name: str, message: str, hint: str) -> Problem:
    """Return the problem of a file that cannot be read."""
    return UNREADABLE.at(Location(shown_path(shown, name)), message, hint)


class Reading:
    """Reads the files of a folder one after the other, until they come to too much.

    ``shown`` is the folder's path as the user would type it, ``place`` what a hint calls it.
    """

    def __init__(self, root: Path, shown: str, place: str = "the area's folder") -> None:
        self._root = root
        self._shown = shown
        self._place = place
        self._size = 0
        self.files: dict[str, Content] = {}
        self.unread: dict[str, Problem] = {}
        self.stamps: dict[str, Stamp] = {}

    def read(self, name: str, limit: int) -> None:
        """Read an ordinary file of at most ``limit`` bytes, or note why it is not read."""
        path = self._root / name
        try:
            data = self._data(path, name, limit)
        except IsADirectoryError:
            self._refuse(name, "a folder stands where a file is expected", "remove the folder, or rename it")
        except OSError as error:
            if path.is_symlink():
                self._refuse(name, LINK, f"put the file itself in {self._place}")
            else:
                self._refuse(name, f"cannot be opened: {error.strerror}", "check the file's permissions")
        else:
            if data is not None:
                self.files[name] = Content(data)
                self._size += len(data)

    def _data(self, path: Path, name: str, limit: int) -> bytes | None:
        # The check and the reading use one descriptor, so there is no race.
        with os.fdopen(_open_itself(path), "rb") as file:
            found = os.fstat(file.fileno())
            if not stat.S_ISREG(found.st_mode):
                self._refuse(name, "this is not an ordinary file", "put an ordinary file in its place")
                return None
            data = file.read(limit + 1)
        if len(data) > limit:
            hint = "is it the right file? An area's texts are far smaller"
            self._refuse(name, f"the file is larger than {limit:,} bytes", hint)
            return None
        if self._size + len(data) > limits.AREA_BYTES:
            message = f"with this file the area is larger than {limits.AREA_BYTES:,} bytes"
            self._refuse(name, message, "is it the right folder? An area is far smaller")
            return None
        self.stamps[name] = Stamp.of(found)
        return data

    def _refuse(self, name: str, message: str, hint: str) -> None:
        self.unread[name] = refusal(self._shown, name, message, hint)


class RevisionReading:
    """Reads the files of a folder as they were at a revision, until they come to too much."""

    def __init__(self, revision: Revision, folder: Path, shown: str) -> None:
        self._revision = revision
        self._entries = revision.entries(folder)
        self._shown = shown
        self.files: dict[str, Content] = {}
        self.unread: dict[str, Problem] = {}
        self.names = tuple(sorted(each.name for each in self._entries))
        self.folders = tuple(sorted({"", *(_above(name) for name in self.names)}))

    def read_all(self, limit_of: Callable[[str], int]) -> None:
        """Read all ordinary files for which there is a limit in bytes, or note why one is not read."""
        wanted, size = [], 0
        for each in self._entries:
            if not (limit := limit_of(each.name)):
                continue
            if not each.is_ordinary:
                self._refuse(each.name, LINK)
            elif each.size > limit or size + each.size > limits.AREA_BYTES:
                self._refuse(each.name, f"the file is larger than {min(limit, limits.AREA_BYTES - size):,} bytes")
            else:
                wanted.append(each)
                size += each.size
        self.files = {name: Content(data) for name, data in self._revision.contents(wanted).items()}

    def _refuse(self, name: str, message: str) -> None:
        self.unread[name] = refusal(self._shown, name, message, "choose another revision")


def _above(name: str) -> str:
    """The folder of a file, with a slash at its end; nothing for one that stands at the top."""
    return name[: name.rfind("/") + 1]


def _open_itself(path: Path) -> int:
    """Open a file. A link is refused, and a pipe is not waited for."""
    return os.open(path, os.O_RDONLY | _flag("O_CLOEXEC") | _flag("O_NOFOLLOW") | _flag("O_NONBLOCK"))


def _flag(name: str) -> int:
    return getattr(os, name, 0)


def stamp_of(path: Path) -> Stamp | None:
    """Return the stamp of what is at a path; None where there is nothing."""
    try:
        return Stamp.of(path.lstat())
    except OSError:
        return None
