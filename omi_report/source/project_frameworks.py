"""The frameworks of a project's folder: what an area may go by that is no file of its own, each read once.

An area names such a framework and never a path, so it cannot lead omi out of its folder.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from omi_report import limits
from omi_report.problems import Problem
from omi_report.source.reading import Content, Reading, RevisionReading, Stamp, shown_path, stamp_of

if TYPE_CHECKING:
    from omi_report.source.revision import Revision

_ENDING = ".yaml"

T = TypeVar("T")


@dataclass(frozen=True)
class ProjectFrameworks:
    """The frameworks of a project's folder, by their names: those of their files without ``.yaml``.

    ``shown`` is the folder's path as the user would type it, ``names`` are all that lie there. ``files`` holds those
    that were read, and ``unread`` says of each that could not be why.

    ``root`` and ``stamps`` say where the files were read and what they looked like there; they are no part of
    the value.
    """

    shown: str = ""
    names: tuple[str, ...] = ()
    files: Mapping[str, Content] = field(default_factory=dict)
    unread: Mapping[str, Problem] = field(default_factory=dict)
    root: Path | None = field(default=None, compare=False, repr=False)
    stamps: Mapping[str, Stamp] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, folder: Path, shown: str, text: bytes) -> ProjectFrameworks:
        """Read the frameworks in a folder that the ``text`` of an area.yaml may name."""
        names = framework_names(folder)
        reading = Reading(folder, shown, "the folder of frameworks")
        for name in names:
            if _may_be_named(name, text):
                reading.read(f"{name}{_ENDING}", limits.FRAMEWORK_BYTES)
        return cls(shown, names, _named(reading.files), _named(reading.unread), folder, _named(reading.stamps))

    @classmethod
    def of_revision(cls, revision: Revision, folder: Path, shown: str) -> ProjectFrameworks:
        """Read the frameworks in a folder as they were at a revision; none where it had no such folder."""
        reading = RevisionReading(revision, folder, shown)
        reading.read_all(lambda name: limits.FRAMEWORK_BYTES if name.endswith(_ENDING) and "/" not in name else 0)
        names = tuple(
            name.removesuffix(_ENDING) for name in reading.names if name.endswith(_ENDING) and "/" not in name
        )
        return cls(shown, names, _named(reading.files), _named(reading.unread))

    def named_in(self, text: bytes) -> ProjectFrameworks:
        """Return those of the same folder that another text of an area.yaml may name."""
        return self if self.root is None else ProjectFrameworks.of(self.root, self.shown, text)

    def with_text(self, name: str, text: str) -> ProjectFrameworks:
        """Return the frameworks with another text of one of them, or with one more."""
        content = Content(text.encode("utf-8", "surrogatepass"))
        return replace(
            self,
            names=self.names if name in self.names else tuple(sorted((*self.names, name))),
            files={**self.files, name: content},
            unread={key: problem for key, problem in self.unread.items() if key != name},
            stamps={key: stamp for key, stamp in self.stamps.items() if key != name},
        )

    def shown_path(self, name: str) -> str:
        """Return the path of the file of a framework as the user would type it."""
        return shown_path(self.shown, f"{name}{_ENDING}")

    def changed(self) -> tuple[str, ...]:
        """Return the paths of the files that were changed or removed since they were read."""
        root = self.root
        if root is None:
            return ()
        changed = (name for name, stamp in self.stamps.items() if stamp_of(root / f"{name}{_ENDING}") != stamp)
        return tuple(map(self.shown_path, changed))


def framework_names(folder: Path) -> tuple[str, ...]:
    """Return the names of the frameworks in a folder, in their alphabet; none where it cannot be listed."""
    try:
        names = [entry.name for entry in os.scandir(folder) if not entry.name.startswith(".")]
    except OSError:
        return ()
    return tuple(sorted(name.removesuffix(_ENDING) for name in names if name.endswith(_ENDING)))


def _may_be_named(name: str, text: bytes) -> bool:
    """Whether a text of YAML may name a framework: only a backslash lets it do so in other letters."""
    return name.encode(errors="surrogateescape") in text or b"\\" in text


def _named(files: Mapping[str, T]) -> dict[str, T]:
    return {name.removesuffix(_ENDING): value for name, value in files.items()}
