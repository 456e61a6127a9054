"""The bar code of a book (EAN-13, ISO/IEC 15420), as SVG.

All lengths are modules, the width of the thinnest bar: 0.33 mm at the size that the standard calls 100 per cent. The
drawing brings its own white ground with the quiet zones on both sides, so that scanners read it wherever it stands. The
figures below the bars are drawn as outlines: they are in no text that is copied or searched.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import groupby
from typing import Final, NamedTuple

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

from omi_report.resources import templates_folder

MODULE_MILLIMETRES: Final = 0.33
QUIET_BEFORE, QUIET_BEHIND = 11, 7
BARS: Final = 95
WIDTH: Final = QUIET_BEFORE + BARS + QUIET_BEHIND
HEIGHT: Final = 80
_BAR, _GUARD = 69, 74
"""How long bars are, and those at both ends and in the middle."""
_BASELINE = 78.5
_LETTERS: Final = 10
"""The size of the figures below the bars."""

_LEFT: Final = tuple("0001101 0011001 0010011 0111101 0100011 0110001 0101111 0111011 0110111 0001011".split())
"""Each figure in seven modules, as it stands in the left half with an odd number of dark ones."""
_PARITIES: Final = tuple("000000 001011 001101 001110 010011 011001 011100 010101 010110 011010".split())
"""The first figure is in no bars: it says which others of the left half are mirrored."""
_EDGE, _MIDDLE = "101", "01010"
_FONT = "AtkinsonHyperlegibleNext-Regular.ttf"


class _Glyph(NamedTuple):
    """A figure: its outline from its left end and its baseline, and its width."""

    outline: str
    width: float


def modules_of(figures: str) -> str:
    """Return the 95 modules of a bar code of 13 figures: 1 for a dark one, 0 for a light one."""
    first, left, right = int(figures[0]), figures[1:7], figures[7:]
    begins = (
        _mirrored(int(each)) if parity == "1" else _LEFT[int(each)]
        for each, parity in zip(left, _PARITIES[first], strict=True)
    )
    ends = (_inverted(_LEFT[int(each)]) for each in right)
    return "".join((_EDGE, *begins, _MIDDLE, *ends, _EDGE))


def bar_code(figures: str) -> str:
    """Draw the bar code of 13 figures, on a ground of its own. It says nothing to those who cannot see it."""
    bars = "".join(f"M{at} 0h{width}v{length}h-{width}z" for at, width, length in _bars(modules_of(figures)))
    letters = "".join(f'<path transform="translate({at:g} {_BASELINE})" d="{each}"/>' for at, each in _letters(figures))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'width="{WIDTH * MODULE_MILLIMETRES:g}mm" height="{HEIGHT * MODULE_MILLIMETRES:g}mm">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/><path d="{bars}"/>{letters}</svg>'
    )


def _bars(modules: str) -> Iterator[tuple[int, int, int]]:
    """Where each bar begins, how wide and how long it is."""
    at = 0
    for dark, run in groupby(modules):
        width = len(list(run))
        if dark == "1":
            is_guard = at < len(_EDGE) or at >= BARS - len(_EDGE) or 0 <= at - _middle() < len(_MIDDLE)
            yield QUIET_BEFORE + at, width, _GUARD if is_guard else _BAR
        at += width


def _middle() -> int:
    return (BARS - len(_MIDDLE)) // 2


def _letters(figures: str) -> Iterator[tuple[float, str]]:
    """Where each figure begins, and its outline: the first stands before the bars, the others below their own."""
    begins = QUIET_BEFORE + len(_EDGE)
    behind = QUIET_BEFORE + _middle() + len(_MIDDLE)
    middles = (
        QUIET_BEFORE - 6.5,
        *(begins + 7 * at + 3.5 for at in range(6)),
        *(behind + 7 * at + 3.5 for at in range(6)),
    )
    glyphs = _glyphs()
    for figure, middle in zip(figures, middles, strict=True):
        yield round(middle - glyphs[figure].width / 2, 2), glyphs[figure].outline


@cache
def _glyphs() -> dict[str, _Glyph]:
    with TTFont(templates_folder() / "fonts" / _FONT, lazy=True) as face:
        scale = _LETTERS / face["head"].unitsPerEm
        named, drawn = face.getBestCmap(), face.getGlyphSet()
        return {figure: _glyph(drawn, named[ord(figure)], scale) for figure in "0123456789"}


def _glyph(drawn: object, name: str, scale: float) -> _Glyph:
    pen = SVGPathPen(drawn, ntos=lambda number: f"{number:.2f}".rstrip("0").rstrip("."))
    glyph = drawn[name]  # type: ignore[index]
    glyph.draw(TransformPen(pen, (scale, 0, 0, -scale, 0, 0)))
    return _Glyph(pen.getCommands(), glyph.width * scale)


def _mirrored(figure: int) -> str:
    return _inverted(_LEFT[figure])[::-1]


def _inverted(modules: str) -> str:
    return modules.translate(str.maketrans("01", "10"))
