"""The bars of horizontal bar charts, as SVG.

A chart is a table in the page, each row with a bar of its own: so its words wrap, grow and are read
aloud like all others, and the drawing is only what words cannot say. A bar is as wide as the place
it is put in.

A bar's meaning is never in its colour alone: each rank has a pattern of its own and the value stands
beside it in figures. Colours are presentation attributes, for the renderer of the PDF; the classes
let a page's style replace them (dark mode, forced colours).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

HEIGHT = 16
_TILE = 8


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of bars.

    ``inks`` are the darker colours of the ranks, for edges and the lines or dots of patterns, and
    ``grounds`` the lighter ones under the patterns; ``track`` is the scale, ``mark`` the lines on it.
    """

    inks: tuple[str, str, str, str]
    grounds: tuple[str, str, str, str]
    track: str
    mark: str


STANDARD = Palette(
    inks=("#0b4f5c", "#0b4f5c", "#9a3d0a", "#43565b"),
    grounds=("#0b4f5c", "#d3e6e8", "#fbe6d6", "#e3e9ea"),
    track="#e9eeee",
    mark="#5c7075",
)
BLACK_ON_WHITE = Palette(
    inks=("#000000",) * 4, grounds=("#000000", "#ffffff", "#ffffff", "#ffffff"), track="#dddddd", mark="#000000"
)
"""Ranks are told apart by their patterns alone; a light track shows how far the scale goes."""


def bar(
    value: float,
    *,
    name: str = "",
    maximum: float = 100,
    rank: int = 0,
    marks: Iterable[float] = (),
    palette: Palette = STANDARD,
) -> str:
    """Draw a bar from nought to ``value`` on a scale to ``maximum``, with thin lines at ``marks``.

    ``name`` makes the ids inside the drawing unique on a page; the first rank, which has none, needs
    no name. The drawing is hidden from screen readers: the figures beside it say all that it shows.
    """
    rank %= len(palette.inks)
    # a chart of nothing (every count is nought) has tracks and no bars
    share = 100 * min(max(value, 0), maximum) / maximum if maximum > 0 else 0
    lines = "".join(
        f'<line class="bar-mark" x1="{100 * mark / maximum:g}%" x2="{100 * mark / maximum:g}%" y1="0" y2="{HEIGHT}" '
        f'stroke="{palette.mark}" stroke-width="1"/>'
        for mark in marks
        if 0 < mark < maximum
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="bar" width="100%" height="{HEIGHT}" aria-hidden="true" '
        f'focusable="false">{_pattern(rank, name, palette)}'
        f'<rect class="bar-track" x="0" y="1" width="100%" height="{HEIGHT - 2}" fill="{palette.track}"/>{lines}'
        f"{_filled(rank, name, f'{share:.1f}%', palette) if share else ''}</svg>"
    )


def swatch(rank: int, name: str, *, palette: Palette = STANDARD) -> str:
    """Draw a small sample of a rank's pattern, for a legend. ``name`` as for a bar."""
    rank %= len(palette.inks)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="swatch" width="32" height="{HEIGHT}" aria-hidden="true" '
        f'focusable="false">{_pattern(rank, name, palette)}{_filled(rank, name, "31", palette)}</svg>'
    )


def _filled(rank: int, name: str, width: str, palette: Palette) -> str:
    fill = f"url(#{name}-fill)" if rank else palette.inks[0]
    return (
        f'<rect class="bar-edge rank-{rank}" x="0.5" y="1.5" width="{width}" height="{HEIGHT - 3}" '
        f'fill="{fill}" stroke="{palette.inks[rank]}"/>'
    )


def _pattern(rank: int, name: str, palette: Palette) -> str:
    """The pattern of a rank: none for the first, which is solid; diagonal lines, dots, upright lines."""
    if rank == 0:
        return ""
    ink = palette.inks[rank]
    marks = (
        "",
        f'<path class="bar-ink rank-1" d="M-2,2 L2,-2 M-2,10 L10,-2 M6,10 L10,6" stroke="{ink}" stroke-width="1.8"/>',
        "".join(f'<circle class="bar-dot rank-2" cx="{x}" cy="{x + 1}" r="1.3" fill="{ink}"/>' for x in (2, 6)),
        f'<path class="bar-ink rank-3" d="M2,0 V8 M6,0 V8" stroke="{ink}" stroke-width="1.2"/>',
    )[rank]
    return (
        f'<defs><pattern id="{name}-fill" width="{_TILE}" height="{_TILE}" patternUnits="userSpaceOnUse">'
        f'<rect class="bar-ground rank-{rank}" width="{_TILE}" height="{_TILE}" fill="{palette.grounds[rank]}"/>{marks}'
        "</pattern></defs>"
    )
