"""Paths, from a user or from pre-commit → what is to be checked: areas, and frameworks by themselves."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from omi_report.errors import SettingsError
from omi_report.source.places import IDENTITY_FILE
from omi_report.source.project_frameworks import framework_names
from omi_report.workspace.areas import NO_NAME, area_above, areas_below, each_once, find_areas, is_folder
from omi_report.workspace.settings import frameworks_folder_of, project_folder_of


@dataclass(frozen=True, slots=True)
class Targets:
    """The areas and the files of frameworks to check, and what is wrong with the paths that led to none.

    ``strays`` are files that are neither.
    """

    areas: list[Path]
    frameworks: list[Path]
    wrong: list[str]
    strays: list[Path]


def find_targets(paths: Iterable[Path], *, for_commit: bool = False) -> Targets:
    """Return what paths mean: areas as `find_areas` finds them, and frameworks.

    A framework is checked where its file is named, and where a folder is named in which the project keeps
    its frameworks. ``for_commit`` says that the paths are the files of a commit, which may spoil more than themselves:
    a file of an area stands for the area, and a framework of the project for all areas that may go by it too.
    """
    paths = list(paths)
    files = [path for path in paths if _is_framework(path, for_commit)]
    others = [path for path in paths if path not in files]
    if for_commit:
        others += [area for path in files for area in _areas_that_name(path)]
    kept = {folder: _kept_in(folder) for folder in others or ([] if paths else [Path()]) if is_folder(folder)}
    found = find_areas(others, holding=[folder for folder in kept if kept[folder]]) if others or not paths else None
    if not paths and area_above(Path()):
        kept = {}
    frameworks = [*files, *(path for folder in kept for path in kept[folder])]
    once = each_once(frameworks)
    return Targets(found.areas, once, found.wrong, found.strays) if found else Targets([], once, [], [])


def _is_framework(path: Path, for_commit: bool) -> bool:
    """Whether a path is the file of a framework that is to be checked by itself."""
    try:
        if path.suffix != ".yaml" or path.name == IDENTITY_FILE or not path.is_file():
            return False
    except NO_NAME:
        return False
    if is_of_project(path):
        return True
    return not for_commit and says_that_it_is_framework(_text_of(path))


def is_of_project(path: Path) -> bool:
    """Say whether a file lies in the folder of frameworks of its project."""
    folder = _folder_for(path)
    return folder is not None and path.parent.resolve() == folder.resolve()


def _folder_for(path: Path) -> Path | None:
    try:
        return frameworks_folder_of(path)
    except SettingsError:
        return None  # the check of the file will say so


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def says_that_it_is_framework(text: str) -> bool:
    """Say whether the text of a file, which need not be sound, is that of a framework."""
    return re.search(r"^framework\s*:", text, re.MULTILINE) is not None


def _kept_in(folder: Path) -> list[Path]:
    """The frameworks of the project that lie in a folder or below it."""
    home = _folder_for(folder / "an-area")
    if home is None or not home.resolve().is_relative_to(folder.resolve()):
        return []
    shown = folder / home.resolve().relative_to(folder.resolve())
    return [shown / f"{name}.yaml" for name in framework_names(home)]


def _areas_that_name(framework: Path) -> list[Path]:
    """The areas of the project whose area.yaml holds the name of a framework, as paths that the user would type."""
    project = project_folder_of(framework)
    name = framework.stem.encode(errors="surrogateescape")
    below = areas_below(project) if project else ()
    found = [area for area in below if name in _bytes_of(area / IDENTITY_FILE)]
    return found if framework.is_absolute() else [Path(os.path.relpath(area)) for area in found]


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
