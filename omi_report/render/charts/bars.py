"""The bars of horizontal bar charts, as SVG.

A chart is a table in the page, and each row has a bar of its own. So the words of a chart wrap, grow and
are read aloud like all others, and only the bar is a drawing. A bar is as wide as the cell that it stands in.

A bar's meaning is never in its colour alone: each rank has a pattern of its own and the value stands
beside it in figures. The best of several ranks is solid, the worst dotted in the one warm colour, and
each between them has another pattern than its neighbours. A value without a rank is an outline. Colours
are presentation attributes, for the renderer of the PDF; the classes let a page's style replace them
(dark mode, forced colours).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

HEIGHT = 16
_TILE = 8
_THIN = 8


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of drawings, and the size of their letters in CSS pixels.

    ``inks`` are the darker colours, for edges and the lines or dots of patterns, and ``grounds`` the
    lighter ones under the patterns: those of the best rank, of those between, of the worst, and of
    every second one between. ``tints`` are the grounds of bands: of the best, of those between, of the
    worst, and ``edge`` is the line around them. ``track`` is the scale, ``mark`` the lines on it,
    ``paper`` what they stand on.
    """

    inks: tuple[str, str, str, str]
    grounds: tuple[str, str, str, str]
    track: str
    mark: str
    paper: str = "#ffffff"
    tints: tuple[str, str, str] = ("#d3e6e8", "#e9eeee", "#fbe6d6")
    edge: str = "#cdd7d8"
    letters: int = 12
    font: str = "Atkinson Hyperlegible Next"


STANDARD = Palette(
    inks=("#0b4f5c", "#0b4f5c", "#9a3d0a", "#43565b"),
    grounds=("#0b4f5c", "#d3e6e8", "#fbe6d6", "#e3e9ea"),
    track="#e9eeee",
    mark="#5c7075",
)
BLACK_ON_WHITE = Palette(
    inks=("#000000",) * 4,
    grounds=("#000000", "#ffffff", "#ffffff", "#ffffff"),
    track="#dddddd",
    mark="#000000",
    tints=("#ffffff", "#ffffff", "#ffffff"),
    edge="#000000",
)
"""Black and white: ranks differ by their patterns alone. A light track shows how far the scale goes."""

SOLID, DOTTED, OUTLINE = 0, 2, -1
"""The patterns of the best rank, of the worst, and of a value that has no rank."""

THREE = 3
"""How many ranks there are if no number is given: most frameworks have so many bands."""


def pattern_of(rank: int, ranks: int = THREE) -> int:
    """Return the number of the pattern of a rank, 0 being the best of ``ranks``, and -1 none.

    No two ranks have the same pattern, however many there are: those between the best and the worst
    have 1, 3, 4 and so on, and the worst has 2.
    """
    if rank < 0:
        return OUTLINE
    if rank == 0:
        return SOLID
    if rank >= ranks - 1:
        return DOTTED
    return rank if rank < DOTTED else rank + 1


def bar(
    value: float,
    *,
    name: str = "",
    maximum: float = 100,
    rank: int = 0,
    ranks: int = THREE,
    marks: Iterable[float] = (),
    palette: Palette = STANDARD,
) -> str:
    """Draw a bar from nought to ``value`` on a scale to ``maximum``, with thin lines at ``marks``.

    ``rank`` is the place of the value's band among ``ranks`` bands, 0 for the best, -1 where it has none.
    ``name`` makes the ids inside the drawing unique on a page; the best rank needs no name. The drawing is
    hidden from screen readers: the figures beside it say all that it shows.
    """
    pattern = pattern_of(rank, ranks)
    # where every count is 0 the chart has tracks and no bars
    share = 100 * min(max(value, 0), maximum) / maximum if maximum > 0 else 0
    lines = "".join(
        f'<line class="bar-mark" x1="{100 * mark / maximum:g}%" x2="{100 * mark / maximum:g}%" y1="0" y2="{HEIGHT}" '
        f'stroke="{palette.mark}" stroke-width="1"/>'
        for mark in marks
        if 0 < mark < maximum
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="bar" width="100%" height="{HEIGHT}" aria-hidden="true" '
        f'focusable="false">{pattern_markup(pattern, name, palette)}'
        f'<rect class="bar-track" x="0" y="1" width="100%" height="{HEIGHT - 2}" fill="{palette.track}"/>{lines}'
        f"{_filled(pattern, name, f'{share:.1f}%', palette) if share else ''}</svg>"
    )


def thin_bar(value: float, *, marks: Iterable[float] = (), palette: Palette = STANDARD) -> str:
    """Draw a thin bar from nought to ``value`` per cent, with lines at ``marks`` that reach over it."""
    share, top = min(max(value, 0), 100), (HEIGHT - _THIN) / 2
    lines = "".join(
        f'<rect class="bar-line" x="{mark:g}%" y="1" width="3" height="{HEIGHT - 2}" fill="{palette.mark}" '
        f'stroke="{palette.paper}"/>'
        for mark in marks
        if 0 < mark < 100
    )
    return (
        f'<svg class="bar" width="100%" height="{HEIGHT}" aria-hidden="true">'
        f'<rect class="bar-track" y="{top:g}" width="100%" height="{_THIN}" fill="{palette.track}"/>'
        f'<rect class="bar-full" y="{top:g}" width="{share:.4g}%" height="{_THIN}" fill="{palette.inks[SOLID]}"/>'
        f"{lines}</svg>"
    )


def swatch(rank: int, name: str, ranks: int = THREE, *, palette: Palette = STANDARD) -> str:
    """Draw a small sample of a rank's pattern, for a legend. ``rank``, ``name`` and ``ranks`` as for a bar."""
    pattern = pattern_of(rank, ranks)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="swatch" width="32" height="{HEIGHT}" aria-hidden="true" '
        f'focusable="false">{pattern_markup(pattern, name, palette)}{_filled(pattern, name, "31", palette)}</svg>'
    )


def _filled(pattern: int, name: str, width: str, palette: Palette) -> str:
    fill = {SOLID: palette.inks[SOLID], OUTLINE: "none"}.get(pattern, f"url(#{name}-fill)")
    rank = "none" if pattern == OUTLINE else pattern
    return (
        f'<rect class="bar-edge rank-{rank}" x="0.5" y="1.5" width="{width}" height="{HEIGHT - 3}" '
        f'fill="{fill}" stroke="{palette.inks[_colour(pattern)]}"/>'
    )


def _colour(pattern: int) -> int:
    """The index in a palette of a pattern's colours. Patterns between best and worst take two colours in turn."""
    if pattern == OUTLINE:
        return SOLID
    return pattern if pattern <= DOTTED else 3 if pattern % 2 else 1


def ink_of(pattern: int, palette: Palette) -> str:
    """Return the darker colour of a pattern."""
    return palette.inks[_colour(pattern)]


def pattern_markup(pattern: int, name: str, palette: Palette) -> str:
    """Return the definition of a pattern, called after what it fills; none for the solid one and the outline."""
    if pattern in (SOLID, OUTLINE):
        return ""
    tile, marks = _marks(pattern, palette.inks[_colour(pattern)])
    return (
        f'<defs><pattern id="{name}-fill" width="{tile}" height="{tile}" patternUnits="userSpaceOnUse">'
        f'<rect class="bar-ground rank-{pattern}" width="{tile}" height="{tile}" '
        f'fill="{palette.grounds[_colour(pattern)]}"/>{marks}</pattern></defs>'
    )


def _marks(pattern: int, ink: str) -> tuple[int, str]:
    """The size of a pattern's tile, and what is drawn on it."""
    if pattern == DOTTED:
        dots = (f'<circle class="bar-dot rank-2" cx="{x}" cy="{x + 1}" r="1.3" fill="{ink}"/>' for x in (2, 6))
        return _TILE, "".join(dots)
    between = pattern - 1 if pattern < DOTTED else pattern - 2
    coarser, which = divmod(between, len(_LINES))
    path, width = _LINES[which]
    marks = f'<path class="bar-ink rank-{pattern}" d="{path}" stroke="{ink}" stroke-width="{width}"/>'
    if not coarser:
        return _TILE, marks
    scale = 1 + coarser / 2
    return round(_TILE * scale), f'<g transform="scale({scale:g})">{marks}</g>'


_LINES = (
    ("M-2,2 L2,-2 M-2,10 L10,-2 M6,10 L10,6", "1.8"),  # diagonals
    ("M2,0 V8 M6,0 V8", "1.2"),  # uprights
    ("M0,0 L8,8 M8,0 L0,8", "1.2"),  # crossed diagonals
    ("M0,2 H8 M0,6 H8", "1.2"),  # levels
    ("M-2,6 L2,10 M-2,-2 L10,10 M6,-2 L10,2", "1.8"),  # diagonals the other way
    ("M0,4 H8 M4,0 V8", "1.2"),  # squares
)
"""The lines of the patterns between the best and the worst, and how thick they are. Where there are more ranks
than that, the lines come again, further apart each time."""
