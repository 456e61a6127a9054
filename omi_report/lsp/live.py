"""The areas and frameworks of the open documents, each inspected once after a change and checked when asked.

Requests are answered in one thread and checks run in another. What both hold is made anew after each change and never
changed, so the two only take turns where something is made.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from omi_report.build import lint
from omi_report.errors import OmiError, told_by_system
from omi_report.inspection import Inspection
from omi_report.lint.clean_texts import CleanTexts
from omi_report.lsp.homes import AreaHome, FrameworkHome, Home, home_of
from omi_report.lsp.lines import DocumentLines
from omi_report.lsp.marked import Findings, findings_of
from omi_report.lsp.view import AreaView, Documents, view_of
from omi_report.source.snapshot import Snapshot
from omi_report.workspace.framework_check import check_framework
from omi_report.workspace.reading import read_snapshot


@dataclass
class LiveArea:
    """One area, for as long as a document of it is open."""

    folder: Path
    _disk: Snapshot | None = None
    _view: AreaView | None = None
    _is_current: bool = False
    _clean: CleanTexts = field(default_factory=CleanTexts)
    _clean_under: object = None
    _making: Lock = field(default_factory=Lock)

    def changed(self) -> None:
        """Take note that a text of the area has changed in the editor, or may have changed on the disk."""
        self._is_current = False

    def view(self, documents: Documents) -> AreaView:
        """Return the area as it stands in the editor. It is inspected once after each change.

        Raises OmiError where it cannot be read.
        """
        with self._making:
            if self._view is None or not self._is_current:
                self._is_current = True  # first: what changes meanwhile makes it false again
                try:
                    with told_by_system():
                        self._disk = self._read()
                        self._view = view_of(self.folder, self._disk, documents, self._view)
                except OmiError:
                    self._is_current = False
                    raise
            return self._view

    def earlier_view(self) -> AreaView | None:
        """Return the area as it last could be read."""
        return self._view

    def check(self, documents: Documents) -> Findings:
        """Find what is wrong in the area, as `omi validate` would after saving all documents."""
        try:
            view = self.view(documents)
            self._forget_texts_under_another_framework(view)
            validated = lint(view.inspected, self._clean)
            self._clean = self._clean.next()
        except OmiError as error:
            return Findings(refusal=str(error))
        return findings_of(validated.problems, view)

    def _read(self) -> Snapshot:
        """The files on the disk, read again where they have changed."""
        disk = self._disk
        if disk is None or disk.changed() or disk.frameworks.changed():
            return read_snapshot(self.folder)
        return disk

    def _forget_texts_under_another_framework(self, view: AreaView) -> None:
        """What was found out about texts holds under one framework, with the same rules, and for a day."""
        if not isinstance(view.inspected, Inspection):
            return
        area = view.inspected.area
        under = (area.framework.framework, area.framework_data, view.inspected.policy.plugins, time.strftime("%F"))
        if under != self._clean_under:
            self._clean, self._clean_under = CleanTexts(), under


@dataclass(frozen=True, slots=True)
class OneFile:
    """A file by itself, in which all problems stand."""

    path: Path
    lines: DocumentLines

    def path_of(self, _shown: str) -> Path:
        """Return its path, however a problem names it."""
        return self.path

    def lines_of(self, _path: Path) -> DocumentLines:
        """Return its lines."""
        return self.lines


class LiveAreas:
    """All open documents, and what they belong to."""

    def __init__(self) -> None:
        self._texts: dict[Path, str] = {}
        self._homes: dict[Path, Home] = {}
        self._areas: dict[Path, LiveArea] = {}

    def text(self, path: Path) -> str | None:
        """Return the text of an open document; None for one that is not open."""
        return self._texts.get(path)

    def put(self, path: Path, text: str) -> set[Home]:
        """Take the text of a document that was opened or changed. Returns what has to be checked again."""
        before = self._homes.get(path)
        self._texts[path] = text
        if before is None or isinstance(before, FrameworkHome):  # whether it is a framework depends on its text
            home = home_of(path, text)
            if home is None:
                self._homes.pop(path, None)
            else:
                self._homes[path] = home
        return self._touched(path) | ({before} if before else set())

    def close(self, path: Path) -> set[Home]:
        """Forget a document that was closed: the file counts again. Returns what has to be checked again."""
        self._texts.pop(path, None)
        touched = self._touched(path)
        self._homes.pop(path, None)
        for folder in self._areas.keys() - {home.path for home in self.homes}:
            del self._areas[folder]
        return touched

    def saved(self) -> set[Home]:
        """Take note that files on the disk may have changed. Returns what has to be checked again."""
        for path, text in self._texts.items():
            home = home_of(path, text)
            if home is not None:
                self._homes[path] = home
            else:
                self._homes.pop(path, None)
        for area in self._areas.values():
            area.changed()
        return self.homes

    @property
    def homes(self) -> set[Home]:
        """What the open documents belong to."""
        return set(self._homes.values())

    def home(self, path: Path) -> Home | None:
        """Return what an open document belongs to; None for one that omi has nothing to say of."""
        return self._homes.get(path)

    def paths_of(self, home: Home) -> list[Path]:
        """Return the open documents that belong to an area or a framework."""
        return [path for path, other in self._homes.items() if other == home]

    def view(self, path: Path) -> AreaView | None:
        """Return the area of an open document, as it stands in the editor.

        Where it cannot be read at the moment, it is the area as it last could. None for a document of no area.
        """
        home = self._homes.get(path)
        if not isinstance(home, AreaHome):
            return None
        area = self._area(home.path)
        try:
            return area.view(dict(self._texts))
        except OmiError:
            return area.earlier_view()

    def check(self, home: Home) -> Findings:
        """Find what is wrong in an area or a framework, as its documents stand in the editor."""
        texts = dict(self._texts)
        if isinstance(home, AreaHome):
            return self._area(home.path).check(texts)
        if home.path not in texts:
            return Findings()
        try:
            with told_by_system():
                checked = check_framework(home.path, text=texts[home.path])
        except OmiError as error:
            return Findings(refusal=str(error))
        if checked.refusal:
            return Findings(refusal=checked.refusal)
        return findings_of(checked.problems, OneFile(home.path, DocumentLines(texts[home.path])))

    def _area(self, folder: Path) -> LiveArea:
        return self._areas.setdefault(folder, LiveArea(folder))

    def _touched(self, path: Path) -> set[Home]:
        """What has to be looked at again when a document changes: a shared framework is part of many areas."""
        home = self._homes.get(path)
        if home is None:
            return set()
        touched: set[Home] = {home}
        if isinstance(home, FrameworkHome):
            touched |= {AreaHome(folder) for folder in self._areas}
        for each in touched:
            if isinstance(each, AreaHome):
                self._area(each.path).changed()
        return touched
