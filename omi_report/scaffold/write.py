"""Writing the files of a new area, and never over anything."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from omi_report.errors import OutputError


def write_new(folder: Path, files: Mapping[str, bytes], beside: str = "") -> None:
    """Write files, by their paths in it, into a folder that is not there yet, or holds nothing but the one ``beside``.

    Raises OutputError where there is anything in its place, or where it cannot be written.
    """
    try:
        if folder.exists() and (not folder.is_dir() or any(each.name != beside for each in folder.iterdir())):
            raise OutputError(f"{folder} is there already, and nothing in it is overwritten: choose another folder")
        for name, data in files.items():
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("xb") as file:
                file.write(data)
    except OSError as error:
        raise OutputError(f"{folder} cannot be written: {error.strerror}") from error
