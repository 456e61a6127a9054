"""Writing the files of a new area, and never over anything."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from omi_report.errors import OutputError
from omi_report.files import STAGING
from omi_report.source.places import expect_outside_of_areas
from omi_report.together import settle, write_together


def write_new(folder: Path, files: Mapping[str, bytes], beside: str = "") -> None:
    """Write files, by their paths in it, into a folder that is not there yet, or holds nothing but the one ``beside``.

    All of them are written or none. Raises OutputError where there is anything in its place, where it
    would lie in an area, or where that cannot be.
    """
    expect_new(folder, beside)
    write_together(folder, files)


def expect_new(folder: Path, beside: str = "") -> None:
    """Raise OutputError unless `write_new` may write there."""
    settle(folder)
    try:
        if folder.exists() and (not folder.is_dir() or _holds_files(folder, beside)):
            raise OutputError(f"{folder} is there already, and nothing in it is overwritten: choose another folder")
    except OSError as error:
        raise OutputError(f"{folder} cannot be written: {error.strerror}") from error
    expect_outside_of_areas(folder)


def _holds_files(folder: Path, beside: str) -> bool:
    """Whether there is anything in a folder but one file, empty folders, and what a killed program has left."""
    files = (path.relative_to(folder) for path in folder.rglob("*") if path.is_symlink() or not path.is_dir())
    return any(path.parts[0] != STAGING and path != Path(beside) for path in files)
