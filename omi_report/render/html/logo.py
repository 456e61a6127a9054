"""The logo of whoever publishes a report: a drawing in the template folder, which the covers show if it is there."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from omi_report.errors import OutputError
from omi_report.render.html.assets import PICTURES_FOLDER
from omi_report.source.pictures import what_is_wrong_with

LOGO: Final = f"{PICTURES_FOLDER}/logo.svg"
"""Its place in a template folder."""

_MOST_BYTES: Final = 200_000
"""The HTML holds it; a logo that is larger holds a photograph, or what a program for drawings keeps for itself."""


def has_logo(folder: Path) -> bool:
    """Say whether a template folder has a logo.

    Raises OutputError for one that is too large, is no drawing, or holds what acts or lies elsewhere.
    """
    file = folder / LOGO
    if not file.is_file():
        return False
    if file.stat().st_size > _MOST_BYTES:
        raise OutputError(f"{file} is larger than {_MOST_BYTES:,} bytes: save it as a plain drawing")
    if wrong := what_is_wrong_with(file.read_bytes(), file.name):
        raise OutputError(f"{file}: {wrong}")
    return True
