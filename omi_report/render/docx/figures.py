"""Numbers as outlines, for the axes of charts."""

from __future__ import annotations

from functools import cache

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

from omi_report.resources import templates_folder

_FONT = "AtkinsonHyperlegibleNext-Regular.ttf"


@cache
def figures_path(text: str, size: float) -> tuple[str, float]:
    """Return the path of a number that begins at the point 0,0 of its baseline, and how wide it is."""
    with TTFont(templates_folder() / "fonts" / _FONT, lazy=True) as face:
        scale = size / face["head"].unitsPerEm
        names, glyphs = face.getBestCmap(), face.getGlyphSet()
        found, at = "", 0.0
        for character in text:
            glyph = glyphs[names.get(ord(character), ".notdef")]
            pen = SVGPathPen(glyphs, ntos=lambda number: f"{number:.2f}")
            glyph.draw(TransformPen(pen, (scale, 0, 0, -scale, at, 0)))
            found += pen.getCommands()
            at += glyph.width * scale
    return found, at
