"""The font of the report, held in the file as Word holds fonts: whoever opens it sees what was meant.

Its licence (the SIL Open Font Licence) lets it be embedded. A program that takes no fonts from a file has a substitute.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Final

from omi_report.render.docx.markup import part, tag
from omi_report.render.docx.theme import FONT, SUBSTITUTE
from omi_report.resources import templates_folder

FACES: Final[Mapping[str, str]] = {
    "embedRegular": "Regular",
    "embedBold": "Bold",
    "embedItalic": "Italic",
    "embedBoldItalic": "BoldItalic",
}
"""The faces by what Word calls them in its list of fonts: the ends of the names of their files."""

_MASKED: Final = 32
"""So many bytes at the beginning of a font are masked (ISO/IEC 29500-1, 17.8.1)."""


def font_files() -> dict[str, bytes]:
    """Return the masked files of the font by the ids of their relationships."""
    return {face: _masked(_data(ending), _key(_data(ending))) for face, ending in FACES.items()}


def fonts_xml() -> str:
    """Return the list of the fonts of a file."""
    held = (
        tag(f"w:{face}", given={"r:id": face, "w:fontKey": f"{{{_key(_data(ending))}}}"})
        for face, ending in FACES.items()
    )
    about = tag("w:altName", val=SUBSTITUTE), tag("w:family", val="swiss"), tag("w:pitch", val="variable")
    return part("w:fonts", tag("w:font", *about, *held, name=FONT))


def _data(ending: str) -> bytes:
    return (templates_folder() / "fonts" / f"AtkinsonHyperlegibleNext-{ending}.ttf").read_bytes()


def _key(data: bytes) -> str:
    """The key of a font, in the form of a GUID: it is made of the font, so that it is always the same."""
    digits = hashlib.sha256(data).hexdigest()[:32].upper()
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def _masked(data: bytes, key: str) -> bytes:
    mask = bytes.fromhex(key.replace("-", ""))[::-1]
    head = bytes(byte ^ mask[place % len(mask)] for place, byte in enumerate(data[:_MASKED]))
    return head + data[_MASKED:]
