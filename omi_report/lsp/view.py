"""An area as it stands in the editor: its folder on the disk, with the texts of its open documents in their places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TypeAlias

from omi_report.inspection import Inspection, Unreadable, inspect
from omi_report.lsp.homes import name_in
from omi_report.lsp.lines import DocumentLines
from omi_report.problems import Location
from omi_report.source.folder import decoded
from omi_report.source.places import IDENTITY_FILE
from omi_report.source.snapshot import Snapshot, size_limit
from omi_report.workspace.settings import policy_for

Documents: TypeAlias = Mapping[Path, str]
"""The texts of the open documents, by their absolute paths."""


@dataclass(frozen=True, eq=False)
class AreaView:
    """What is known of an area as it stands in the editor.

    ``readings`` give each file the last inspection in which it could be read. That is this one for most of them, and an
    earlier one for a file that is being typed and is no YAML at the moment.
    """

    folder: Path
    inspected: Inspection | Unreadable
    readings: Mapping[str, Inspection] = field(default_factory=dict)
    _lines: dict[str, DocumentLines | None] = field(default_factory=dict, repr=False)

    @property
    def snapshot(self) -> Snapshot:
        """The files as they stand in the editor."""
        return self.inspected.snapshot

    def inspection_for(self, name: str) -> Inspection | None:
        """Return the inspection that knows most of a file: the last in which it was read, or else the last of all."""
        if name in self.readings:
            return self.readings[name]
        return self.inspected if isinstance(self.inspected, Inspection) else self.readings.get(IDENTITY_FILE)

    def name_of(self, path: Path) -> str:
        """Return the name of a file in the area; empty for a file that is none of its own."""
        return name_in(self.folder, path)

    def path_of(self, shown: str) -> Path:
        """Return the path of a file that a problem or a place names."""
        return self._paths.get(shown) or Path(shown)

    def lines_of(self, path: Path) -> DocumentLines | None:
        """Return the lines of a file; None where it is missing or no text."""
        key = str(path)
        if key not in self._lines:
            self._lines[key] = self._read(path)
        return self._lines[key]

    def offset_of(self, location: Location) -> int:
        """Return the offset of a place in its file; 0 where that is no text."""
        lines = self.lines_of(self.path_of(location.file))
        return lines.offset_of(location) if lines else 0

    @cached_property
    def _paths(self) -> dict[str, Path]:
        """The files by their paths as shown, in which odd characters are written out."""
        snapshot, shared = self.snapshot, self.snapshot.frameworks
        found = {snapshot.shown_path(name): self.folder / name for name in snapshot.present}
        if shared.root is not None:
            found |= {shared.shown_path(name): Path(shared.shown) / f"{name}.yaml" for name in shared.names}
        return found

    def _read(self, path: Path) -> DocumentLines | None:
        name = path.relative_to(self.folder).as_posix() if path.is_relative_to(self.folder) else ""
        shared = self.snapshot.frameworks
        content = self.snapshot.files.get(name)
        if content is None and shared.root is not None and path.parent == Path(shared.shown):
            content = shared.files.get(path.stem)
        text = decoded(content.data, name) if content is not None else None
        return DocumentLines(text) if isinstance(text, str) else None


def view_of(folder: Path, disk: Snapshot, documents: Documents, before: AreaView | None) -> AreaView:
    """Inspect an area whose files on the disk are known, with the texts of open documents in their places.

    Raises SettingsError where the settings of its project cannot be used, and BrokenFrameworkError where a framework of
    a plug-in cannot.
    """
    snapshot = _with_documents(folder, disk, documents)
    inspected = inspect(snapshot, policy_for(snapshot, folder))
    readings = dict(before.readings) if before else {}
    if isinstance(inspected, Inspection):
        readings |= dict.fromkeys((file for file, _kind, _content in inspected.area.contents()), inspected)
    return AreaView(folder, inspected, {name: readings[name] for name in snapshot.present if name in readings})


def _with_documents(folder: Path, disk: Snapshot, documents: Documents) -> Snapshot:
    """The files of an area as they stand in the editor.

    What omi would refuse on the disk, such as a link, it does not take from the editor either: the answer is the same
    as after saving.
    """
    snapshot = disk
    for path, text in documents.items():
        name = name_in(folder, path)
        size = len(text.encode("utf-8", "surrogatepass"))
        if name and name not in disk.unread and size <= size_limit(name) and _differs(disk, name, text):
            snapshot = snapshot.with_text(name, text)
    shared = snapshot.frameworks
    for path, text in documents.items():
        if shared.root is not None and path.parent == Path(shared.shown) and path.stem in shared.files:
            shared = shared.with_text(path.stem, text)
    return snapshot if shared is snapshot.frameworks else replace(snapshot, frameworks=shared)


def _differs(disk: Snapshot, name: str, text: str) -> bool:
    """Whether a text is not what the file holds; the mark of Windows at its head is no part of a text."""
    content = disk.files.get(name)
    return content is None or decoded(content.data, name) != text
