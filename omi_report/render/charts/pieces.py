"""Rows of charts that show several figures: bars stacked of pieces, and dots on a scale, as SVG.

What holds for a single bar (`bars`) holds here: each series has a pattern or a shape of its own, so that it is told
from the others without colours, and all figures stand beside the drawing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from omi_report.render.charts.bars import HEIGHT, STANDARD, Palette, ink_of, pattern_markup, pattern_of

_RADIUS = 5
_TICK = 3
AXIS = (0.0, 0.5, 1.0)
"""The places of the marks on a line of dots, as shares of the scale: its ends and its middle."""

_GAP = 0.4
"""White between the pieces of a bar, in per cent of its length, so that neighbours never run together."""


class DrawnPiece(NamedTuple):
    """A figure of a row: how much it is, the rank of its series, and a name of its own on the page."""

    value: float
    rank: int
    name: str


def stacked(pieces: Iterable[DrawnPiece], *, maximum: float = 100, ranks: int = 2, palette: Palette = STANDARD) -> str:
    """Draw a bar made of pieces, one after the other from nought, on a scale to ``maximum``."""
    drawn, at = [], 0.0
    for piece in pieces:
        share = 100 * max(piece.value, 0) / maximum if maximum > 0 else 0
        if share:
            drawn.append(_piece(piece, at, max(share - _GAP, _GAP), ranks, palette))
        at += share
    return _frame("".join(drawn), palette)


def dots(pieces: Sequence[DrawnPiece], *, maximum: float = 100, ranks: int = 1, palette: Palette = STANDARD) -> str:
    """Draw a dot for each figure at its place on a line from nought to ``maximum``; each series has its own shape."""
    marks = (
        _dot(_place(piece.value, maximum), piece.rank, ranks, palette)
        for piece in sorted(pieces, key=lambda each: -each.rank)
    )
    middle = HEIGHT / 2
    lines = _line("0", "100%", middle, middle, palette) + "".join(
        _line(at, at, middle - _TICK, middle + _TICK, palette) for at in (f"{each:g}%" for each in map(dot_at, AXIS))
    )
    return _svg(lines + "".join(marks))


def _line(begins: str, ends: str, top: float, foot: float, palette: Palette) -> str:
    return (
        f'<line class="bar-mark" x1="{begins}" x2="{ends}" y1="{top:g}" y2="{foot:g}" stroke="{palette.mark}" '
        'stroke-width="1"/>'
    )


def dot_swatch(rank: int, ranks: int, *, palette: Palette = STANDARD) -> str:
    """Draw the shape of a series, for a legend."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="swatch" width="{HEIGHT}" height="{HEIGHT}" '
        f'aria-hidden="true" focusable="false">{_dot("50%", rank, ranks, palette)}</svg>'
    )


def _place(value: float, maximum: float) -> str:
    """Where a value lies on the line."""
    return f"{dot_at(min(max(value, 0), maximum) / maximum if maximum > 0 else 0):.1f}%"


def dot_at(share: float) -> float:
    """Where a share of the scale lies on the line of dots, in per cent; its ends keep room for half a dot."""
    return 3 + 94 * share


def _piece(piece: DrawnPiece, at: float, width: float, ranks: int, palette: Palette) -> str:
    pattern = pattern_of(piece.rank, ranks)
    ink = ink_of(pattern, palette)
    fill = ink if pattern == 0 else f"url(#{piece.name}-fill)"
    return (
        f"{pattern_markup(pattern, piece.name, palette)}"
        f'<rect class="bar-edge rank-{pattern}" x="{at:.1f}%" y="1.5" width="{width:.1f}%" height="{HEIGHT - 3}" '
        f'fill="{fill}" stroke="{ink}"/>'
    )


def _dot(place: str, rank: int, ranks: int, palette: Palette) -> str:
    """A full circle, an open one, a full square, an open one; further series have these again, smaller."""
    pattern = pattern_of(rank, max(ranks, 2))
    ink = ink_of(pattern, palette)
    smaller, shape = divmod(rank, 4)
    radius, middle, full = max(_RADIUS - 1.5 * smaller, 2), HEIGHT / 2, shape % 2 == 0
    look = f'class="{"dot-full" if full else "dot-open"} rank-{pattern}" fill="{ink if full else palette.paper}"'
    look += f' stroke="{ink}" stroke-width="1.8"'
    if shape < 2:
        return f'<circle {look} cx="{place}" cy="{middle:g}" r="{radius:g}"/>'
    size = f'width="{2 * radius:g}" height="{2 * radius:g}"'
    return f'<rect {look} x="{place}" y="{middle - radius:g}" {size} transform="translate({-radius:g})"/>'


def _frame(inside: str, palette: Palette) -> str:
    track = f'<rect class="bar-track" x="0" y="1" width="100%" height="{HEIGHT - 2}" fill="{palette.track}"/>'
    return _svg(track + inside)


def _svg(inside: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="bar" width="100%" height="{HEIGHT}" aria-hidden="true" '
        f'focusable="false">{inside}</svg>'
    )
