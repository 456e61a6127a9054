"""Horizontal bar charts as SVG.

A bar's meaning is never in its colour alone: each rank of bar has a pattern of its own and the
value stands beside it in figures. Colours are presentation attributes, so that a page's style can
change them (dark mode) and a renderer that knows no page style still has them.
"""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

WIDTH = 640
_BAR = 15
_ROW = 40
_HEADING = 40
_VALUE = 64

FILLS = ("#0b5563", "#2f7f8f", "#c9e3e8", "#8fb9c2")
"""A colour for each rank of bar, used with the pattern of the same rank."""
INK = "#12262b"
QUIET = "#5c7278"
RULE = "#c3d0d3"


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: ``value`` on the chart's scale, ``text`` the value in figures, ``rank`` its pattern.

    ``note`` stands after the figures and says in words what the pattern means. ``strong`` bars
    sum up those below them.
    """

    label: str
    value: float
    text: str
    rank: int = 0
    note: str = ""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class BarGroup:
    """Bars under a common heading, which may be empty."""

    heading: str
    bars: tuple[Bar, ...]


def bar_chart(groups: tuple[BarGroup, ...], *, name: str, title: str, description: str, maximum: float = 100) -> str:
    """Draw groups of bars on one scale from nought to ``maximum``.

    ``name`` makes the ids inside the drawing unique on a page; ``title`` and ``description`` are
    what a screen reader says.
    """
    parts: list[str] = []
    top = 8
    for group in groups:
        if group.heading:
            parts.append(_text(0, top + 22, group.heading, size=15, weight=700))
            top += _HEADING - 8
        for bar in group.bars:
            parts.append(_row(bar, top, maximum, name))
            top += _ROW
        top += 10
    height = top + 4
    return "".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" class="bars" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" '
            f'height="{height}" role="img" aria-labelledby="{name}-title {name}-desc">',
            f'<title id="{name}-title">{escape(title)}</title><desc id="{name}-desc">{escape(description)}</desc>',
            f"<defs>{''.join(_pattern(rank, name) for rank in range(len(FILLS)))}</defs>",
            *parts,
            "</svg>",
        ]
    )


def swatch(rank: int, name: str) -> str:
    """Draw a small sample of a rank's pattern, for a legend. ``name`` as for the chart."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" class="swatch" width="28" height="14" viewBox="0 0 28 14" '
        f'aria-hidden="true" focusable="false"><defs>{_pattern(rank, name)}</defs>'
        f'<rect x="0.5" y="0.5" width="27" height="13" fill="url(#{name}-p{rank})" stroke="{FILLS[0]}" '
        f'class="bar-edge"/></svg>'
    )


def _row(bar: Bar, top: float, maximum: float, name: str) -> str:
    room = WIDTH - _VALUE
    length = max(room * min(bar.value, maximum) / maximum, 1)
    weight = 700 if bar.strong else 400
    y = top + 17
    rank = bar.rank % len(FILLS)
    value = f"{bar.text}"
    note = _text(WIDTH, top + 12, bar.note, size=12, fill=QUIET, anchor="end") if bar.note else ""
    return (
        f"<g>{_text(0, top + 12, bar.label, size=13, weight=weight)}{note}"
        f'<rect class="bar-track" x="0" y="{y}" width="{room}" height="{_BAR}" fill="{RULE}" fill-opacity="0.35"/>'
        f'<rect class="bar-edge" x="0.5" y="{y + 0.5}" width="{length - 1:.1f}" height="{_BAR - 1}" '
        f'fill="url(#{name}-p{rank})" stroke="{FILLS[0]}"/>'
        f"{_text(WIDTH, y + 13, value, size=15, weight=700, anchor='end')}</g>"
    )


def _text(
    x: float, y: float, words: str, *, size: int, weight: int = 400, fill: str = INK, anchor: str = "start"
) -> str:
    shade = "quiet" if fill == QUIET else "ink"
    end = ' text-anchor="end"' if anchor == "end" else ""
    return (
        f'<text class="{shade}" x="{x}" y="{y}" font-size="{size}" font-weight="{weight}" '
        f'font-family={quoteattr("Atkinson Hyperlegible Next, sans-serif")} fill="{fill}"{end}>{escape(words)}</text>'
    )


def _pattern(rank: int, name: str) -> str:
    """The pattern of a rank: solid, diagonal lines, dots, upright lines."""
    fill = FILLS[rank]
    marks = (
        "",
        '<path d="M-2,8 L8,-2 M3,13 L13,3" stroke="#ffffff" stroke-width="2.5"/>',
        f'<circle cx="2.5" cy="2.5" r="1.4" fill="{FILLS[0]}"/><circle cx="7.5" cy="7.5" r="1.4" fill="{FILLS[0]}"/>',
        f'<path d="M3,0 V10 M8,0 V10" stroke="{FILLS[0]}" stroke-width="1.2"/>',
    )[rank]
    return (
        f'<pattern id="{name}-p{rank}" width="10" height="10" patternUnits="userSpaceOnUse">'
        f'<rect width="10" height="10" fill="{fill}"/>{marks}</pattern>'
    )
