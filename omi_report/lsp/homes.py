"""What an open document belongs to: an area, found as `omi validate` finds it, or a framework by itself."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from omi_report.source.snapshot import size_limit
from omi_report.workspace.areas import area_above, is_excluded
from omi_report.workspace.targets import is_of_project, says_that_it_is_framework


@dataclass(frozen=True, slots=True)
class AreaHome:
    """The folder of an area."""

    path: Path


@dataclass(frozen=True, slots=True)
class FrameworkHome:
    """The file of a framework that is no file of an area."""

    path: Path


Home: TypeAlias = AreaHome | FrameworkHome


def home_of(path: Path, text: str) -> Home | None:
    """Return what the document at an absolute path, with its text in the editor, belongs to.

    None where omi has nothing to say of it: it lies in no area, or the settings exclude that, or omi would not read it.
    """
    area = area_above(path.parent)
    if area is not None:
        return AreaHome(area) if name_in(area, path) and not is_excluded(area) else None
    if path.suffix == ".yaml" and (is_of_project(path) or says_that_it_is_framework(text)):
        return FrameworkHome(path)
    return None


def name_in(folder: Path, path: Path) -> str:
    """Return the name of a file inside its area (``criteria/1.2.yaml``); empty where omi reads no such file."""
    if not path.is_relative_to(folder):
        return ""
    name = path.relative_to(folder).as_posix()
    hidden = any(part.startswith(".") for part in name.split("/"))
    return name if size_limit(name) and not hidden else ""


def absolute(path: str) -> Path:
    """Return the path of a document as all its homes have it: absolute, with links as they are."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - links are not resolved: the user's path counts
