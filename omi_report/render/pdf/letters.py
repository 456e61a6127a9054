"""What the glyphs of a font say, where a letter and its accents are drawn one by one.

WeasyPrint says the letter and all its accents of one of their glyphs, and nothing of the others. Both standards want
a character for each (ISO 14289-1, 7.21.7; ISO 19005-3, 6.2.11.7), and a text that is copied or read aloud has them all.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping

import pikepdf
from fontTools.ttLib import TTFont

_SAID = re.compile(rb"^<([0-9a-fA-F]{4})> <([0-9a-fA-F]*)>$", re.MULTILINE)
_NOTHING = b"> <>"


def say_letters(pdf: pikepdf.Pdf) -> None:
    """Have each glyph of an accent say its own character, in the fonts of a file in which one says nothing."""
    for font in pdf.objects:
        if isinstance(font, pikepdf.Dictionary) and "/ToUnicode" in font:
            said = font.ToUnicode.read_bytes()
            if _NOTHING in said:
                font.ToUnicode.write(_completed(said, _characters(font)))


def _completed(said: bytes, characters: Mapping[int, str]) -> bytes:
    """What the glyphs of a font say, with its own character for each that says nothing, or several of them."""

    def own(match: re.Match[bytes]) -> bytes:
        text = bytes.fromhex(match[2].decode()).decode("utf-16-be")
        character = characters.get(int(match[1], 16), "")
        if len(text) == 1 or not character or (text and character not in text):
            return match[0]
        return b"<%s> <%s>" % (match[1], character.encode("utf-16-be").hex().encode())

    return _SAID.sub(own, said)


def _characters(font: pikepdf.Object) -> Mapping[int, str]:
    """The characters of the glyphs of a font that is in a file, by their numbers."""
    file = font.DescendantFonts[0].FontDescriptor.get("/FontFile2")
    if file is None:
        return {}
    with TTFont(io.BytesIO(file.read_bytes())) as face:
        return {face.getGlyphID(name): chr(code) for code, name in (face.getBestCmap() or {}).items()}
