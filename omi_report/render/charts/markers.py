"""The markers of ratings, as SVG: one shape for each place on a scale.

A full disc is the best rating, a diamond with a dot in it the worst, and the ones between are discs that are full to
a share, less the worse they are. So a rating is told by its shape alone, in grey as well as in colour; and its words
stand beside the marker, which is hidden from screen readers. Nothing here knows the name of a rating.
"""

from __future__ import annotations

import math

from omi_report.render.charts.bars import SOLID, STANDARD, Palette, ink_of, pattern_of

SIZE = 16
"""The width and the height of a marker, in the units of its drawing."""
_RADIUS = 6.2


def marker(rank: int, ranks: int, *, palette: Palette = STANDARD) -> str:
    """Draw the marker of the rating of a ``rank``, 0 being the best of ``ranks``; of an unrated place for -1.

    Styles give it a size. A report has a hundred of them, so there is nothing in it that could be left out.
    """
    half = SIZE // 2
    return (
        f'<svg class="mark rank-{pattern_of(rank, ranks)}" viewBox="{-half} {-half} {SIZE} {SIZE}" aria-hidden="true">'
        f"{shape(rank, ranks, palette=palette)}</svg>"
    )


def shape(rank: int, ranks: int, *, palette: Palette = STANDARD) -> str:
    """Return what a marker is made of, around the point 0,0. ``rank`` and ``ranks`` as for the marker."""
    pattern = pattern_of(rank, ranks)
    ink = ink_of(pattern, palette)
    full = f'class="dot-full" fill="{ink}"'
    outline = f'class="dot-open" fill="{palette.paper}" stroke="{ink}" stroke-width="1.8"'
    if pattern == SOLID:
        return f'<circle {full} r="6.8"/>'
    if rank < 0:
        return f'<circle {outline} r="{_RADIUS}"/>'
    if rank >= ranks - 1:
        return f'<path {outline} d="M0-7 7 0 0 7-7 0Z"/><circle {full} r="2.4"/>'
    return f'<circle {outline} r="{_RADIUS}"/><path {full} d="{_slice(1 - rank / (ranks - 1))}"/>'


def _slice(share: float) -> str:
    """The path of a share of a disc, from its top and with the clock."""
    angle = 2 * math.pi * share
    x, y = _RADIUS * math.sin(angle), -_RADIUS * math.cos(angle)
    return f"M0 0V-{_RADIUS}A{_RADIUS} {_RADIUS} 0 {int(share > 0.5)} 1 {_number(x)} {_number(y)}Z"


def _number(value: float) -> str:
    """A number to a hundredth, without a sign before nought."""
    return f"{round(value, 2) + 0:g}"
