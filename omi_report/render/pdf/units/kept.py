"""Units that are kept from one build to the next, so that only what has changed is laid out again.

A unit is known by a digest of all that its layout reads: its HTML with the styles in it, the fonts and pictures that
these name, the program, and the libraries that lay out.
"""

from __future__ import annotations

import hashlib
import pickle
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from omi_report import limits
from omi_report.cache import keep, kept, trim, used
from omi_report.program import program_stamp
from omi_report.render.pdf.fetcher import read_below
from omi_report.render.pdf.units.frozen import PagePiece
from omi_report.render.pdf.units.unit import PrintedUnit

_FOLDER = "units"
_FILES = re.compile(r"file://[^\s\"'()<>;]+")


def key_of(piece: PagePiece, libraries: Mapping[str, str]) -> str:
    """Return the key under which the unit of a piece is kept; empty where something that it reads cannot be read.

    ``libraries`` are the versions of those that are not Python's.
    """
    try:
        digest = hashlib.blake2b(program_stamp(), digest_size=20)
        for address in sorted(set(_FILES.findall(piece.html))):
            digest.update(f"{address}\0{_digest_below(piece.folders, address)}\0".encode())
    except (OSError, ValueError):
        return ""
    rest = piece.html, piece.prefix, piece.is_whole, piece.line_step, sorted(libraries.items())
    digest.update(repr(rest).encode(errors="surrogatepass"))
    return digest.hexdigest()


def kept_unit(key: str) -> PrintedUnit | None:
    """Return the unit that is kept under a key; None where there is none that can be used."""
    name = f"{_FOLDER}/{key}.unit"
    data = kept(name) if key else None
    if data is None:
        return None
    try:
        unit = pickle.loads(data)  # noqa: S301 - only what this user wrote, to the bit, counts as kept
    except Exception:  # whatever a damaged one does
        return None
    if not isinstance(unit, PrintedUnit):
        return None
    files = {font.file: kept(f"{_FOLDER}/{font.file}.font") for font in unit.fonts}
    if None in files.values():
        return None
    for each in (name, *(f"{_FOLDER}/{digest}.font" for digest in files)):
        used(each)
    return replace(unit, font_files={digest: data for digest, data in files.items() if data is not None})


def keep_units(units: Mapping[str, PrintedUnit]) -> None:
    """Keep units under their keys, and let those go that were not used for long."""
    fonts: dict[str, bytes] = {}
    for key, unit in units.items():
        if key:
            fonts |= unit.font_files
            keep(f"{_FOLDER}/{key}.unit", pickle.dumps(replace(unit, font_files={}), protocol=5))
    for digest, data in fonts.items():
        if kept(f"{_FOLDER}/{digest}.font") is None:
            keep(f"{_FOLDER}/{digest}.font", data)
    trim(_FOLDER, limits.KEPT_UNITS)


def _digest_below(folders: tuple[Path, ...], address: str) -> str:
    data, _ = read_below(folders, address)
    return hashlib.blake2b(data, digest_size=16).hexdigest()
