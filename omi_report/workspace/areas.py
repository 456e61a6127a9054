"""Paths, from a user or from pre-commit → the areas that they mean, each of them once."""

from __future__ import annotations

import os
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from omi_report.errors import NotAnAreaError, SettingsError
from omi_report.lint.patterns import matcher
from omi_report.lint.select import relative
from omi_report.problems import A_SLIP, closest
from omi_report.source.places import IDENTITY_FILE, is_area
from omi_report.workspace.settings import project_settings

NO_NAME = (OSError, ValueError)
"""What Python raises for a name that is too long, or that has a NUL in it."""


@dataclass(slots=True)
class FoundAreas:
    """The areas in order, and what is wrong with the paths that led to none.

    ``strays`` are files that are in no area.
    """

    areas: list[Path] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    strays: list[Path] = field(default_factory=list)


def find_areas(paths: Iterable[Path], holding: Container[Path] = ()) -> FoundAreas:
    """Return the areas that paths mean: areas themselves, folders of areas, or files inside an area.

    Without a path they are the area at or above the current folder, or else those below it. What
    the settings exclude is left out, unless its folder is named itself. It is wrong if that leaves nothing of
    a folder; a file of an excluded area is passed over, as a commit of such files must be. Folders ``holding``
    something else to check need hold no area.
    """
    found = FoundAreas()
    seen: set[Path] = set()
    paths = list(paths)
    for area in [area for path in paths for area in _areas_of(path, found, holding)] if paths else _areas_here():
        real = area.resolve()
        if real not in seen and (area in paths or not is_excluded(area)):
            found.areas.append(area)
        seen.add(real)
    if not paths and not seen and Path() not in holding:
        found.wrong.append("there is no area here: name its folder, or make one with `omi init areas/NAME`")
    elif seen and not found.areas and (folders := [path for path in paths or [Path()] if is_folder(path)]):
        found.wrong.append(_all_excluded(folders))
    return found


class NamedAreas(NamedTuple):
    """The areas that a command works on. With ``several`` its output must say which area is which."""

    areas: tuple[Path, ...]
    several: bool


def named_areas(paths: Iterable[Path]) -> NamedAreas:
    """Return the areas that paths name, each of them once: areas themselves, or all those in a folder of areas.

    What the settings exclude is left out, unless its folder is named itself. A path that leads to no area
    is returned as it is; reading it then says what is wrong. Raises NotAnAreaError where all is excluded.
    """
    paths = list(paths)
    found: list[Path] = []
    for path in paths:
        below = list(areas_below(path)) if is_folder(path) and not is_area(path) else []
        found += [area for area in below if not is_excluded(area)] if below else [path]
    if not found:
        raise NotAnAreaError(_all_excluded(paths))
    areas = tuple(each_once(found))
    return NamedAreas(areas, several=len(areas) > 1 or areas[0] not in paths)


def meant_areas(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the folders below some others that are no areas, but have a file whose name is nearly that of area.yaml.

    What the settings exclude is left out.
    """
    for path in filter(is_folder, paths):
        for inside, folders, files in os.walk(path):
            if is_area(Path(inside)):
                folders.clear()
            elif any(closest(name.lower(), [IDENTITY_FILE], A_SLIP) for name in files):
                folders.clear()
                if not is_excluded(Path(inside)):
                    yield Path(inside)
            folders[:] = sorted(name for name in folders if not name.startswith("."))


def _all_excluded(paths: Iterable[Path]) -> str:
    named = ", ".join("this folder" if path == Path() else str(path) for path in paths)
    return f"the settings exclude every area in {named}: name one itself"


def each_once(paths: Iterable[Path]) -> list[Path]:
    """Return each path once, as it comes first: paths that lead to the same file or folder are the same."""
    found: dict[Path, Path] = {}
    for path in paths:
        found.setdefault(_real(path), path)
    return list(found.values())


def _real(path: Path) -> Path:
    try:
        return path.resolve()
    except NO_NAME:
        return path


def is_folder(path: Path) -> bool:
    """Say whether there is a folder at a path."""
    try:
        return path.is_dir()
    except NO_NAME:
        return False


def _areas_here() -> list[Path]:
    above = area_above(Path())
    return [above] if above else list(areas_below(Path()))


def _areas_of(path: Path, found: FoundAreas, holding: Container[Path]) -> list[Path]:
    try:
        exists = os.path.lexists(path)
    except NO_NAME:
        exists = False
    names_folder = is_folder(path)
    if not exists:
        found.wrong.append(f"there is no file or folder {path}")
        return []
    if names_folder and is_area(path):
        return [path]
    above = area_above(path if names_folder else path.parent)
    if above:
        return [above]
    areas = list(areas_below(path)) if names_folder else []
    if not areas and path not in holding:
        if names_folder:
            made = f"an area has an area.yaml (`omi init {path}` makes one)"
            found.wrong.append(f"{path} is not an area and holds none: {made}")
        else:
            found.strays.append(path)
    return areas


def area_above(folder: Path) -> Path | None:
    """Return the area that a folder is, or lies in, as the path that the user would type."""
    start = Path(os.path.abspath(folder))  # noqa: PTH100 - links are not resolved: the user's path counts
    for each in (start, *start.parents):
        if is_area(each):
            return each if folder.is_absolute() else Path(os.path.relpath(each))
        if (each / ".git").exists():
            break
    return None


def areas_below(folder: Path) -> Iterator[Path]:
    """Yield the areas in a folder, by name. Links are not followed, and no area is looked for in an area."""
    for inside, folders, files in os.walk(folder):
        if "area.yaml" in files and is_area(Path(inside)):
            folders.clear()
            yield Path(inside)
        folders[:] = sorted(name for name in folders if not name.startswith("."))


def is_excluded(area: Path) -> bool:
    """Say whether the settings of its project leave an area out, unless it is named itself."""
    try:
        settings = project_settings(area, check_codes=False)
    except SettingsError:
        return False  # the check of the area will say so
    return settings is not None and any(
        matcher(pattern)(relative(area, settings.folder)) for pattern in settings.exclude
    )
