"""Scores with their intervals as a chart by itself, as SVG: lines of a label, a bar and its figure, under headings.

What holds for the bars of a report (`bars`) holds here. The drawing has a title, and a description that says all
figures in words, for those who cannot see it; its texts are texts, in a font that falls back to others.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from html import escape

from omi_report.render.charts.bars import HEIGHT, STANDARD, Palette, bar

WIDTH = 800
_LABELS, _BARS, _FIGURES = 300, 320, 170
"""How wide the labels, the bars and the figures are, in CSS pixels."""
_EDGE, _LINE, _LETTER = 5, 20, 7
"""The space around, the height of a line of text, and about how wide a letter is."""
_FONTS = "Arial, Helvetica, sans-serif"


@dataclass(frozen=True, slots=True)
class ChartLine:
    """A line of a chart: its label, its figure in words, how far its bar reaches and between what that may lie.

    Both are in per cent; there is no bar where there is no ``value``.
    """

    label: str
    figure: str
    value: float | None = None
    interval: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class ChartPart:
    """Lines under a heading, which may be empty."""

    heading: str
    lines: tuple[ChartLine, ...]


@dataclass(frozen=True, slots=True)
class LineChart:
    """A chart that stands by itself, with notes below it."""

    title: str
    parts: tuple[ChartPart, ...]
    notes: tuple[str, ...] = ()

    @property
    def description(self) -> str:
        """All of its figures in words."""
        said = (
            f"{part.heading}: " * bool(part.heading) + "; ".join(f"{line.label}, {line.figure}" for line in part.lines)
            for part in self.parts
        )
        return ". ".join((*said, *self.notes))


@dataclass(frozen=True, slots=True)
class DrawnChart:
    """A chart as SVG, and its size in CSS pixels."""

    svg: str
    width: int
    height: int


def line_chart(chart: LineChart, *, palette: Palette = STANDARD) -> DrawnChart:
    """Draw a chart."""
    drawing = _Drawing(palette)
    drawing.words(chart.title, WIDTH - 2 * _EDGE, bold=True)
    for part in chart.parts:
        if part.heading:
            drawing.down += _LINE // 4
            drawing.words(part.heading, WIDTH - 2 * _EDGE, bold=True)
        for line in part.lines:
            drawing.line(line)
    drawing.down += _LINE // 2
    for note in chart.notes:
        drawing.words(note, WIDTH - 2 * _EDGE)
    height = drawing.down + 2 * _EDGE
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}" '
        f'role="img" aria-labelledby="title desc" font-family="{escape(palette.font)}, {_FONTS}" font-size="14" '
        f'fill="#1a1a1a"><title id="title">{escape(chart.title)}</title>'
        f'<desc id="desc">{escape(chart.description)}</desc>'
        f'<rect width="{WIDTH}" height="{height}" fill="{palette.paper}"/>'
    )
    return DrawnChart(f"{head}{''.join(drawing.pieces)}</svg>\n", WIDTH, height)


class _Drawing:
    """What is drawn so far, and how far down it reaches."""

    def __init__(self, palette: Palette) -> None:
        self.palette, self.pieces, self.down = palette, list[str](), _EDGE

    def words(self, text: str, width: int, *, at: int = _EDGE, bold: bool = False) -> None:
        """Write a text in as many lines as it takes."""
        weight = ' font-weight="bold"' if bold else ""
        for line in textwrap.wrap(text, width // _LETTER) or [""]:
            self.down += _LINE
            self.pieces.append(f'<text x="{at}" y="{self.down - 5}"{weight}>{escape(line)}</text>')

    def line(self, line: ChartLine) -> None:
        """Draw a label, its bar, its interval and its figure."""
        top = self.down
        self.words(line.label, _LABELS - _EDGE)
        left, middle = _LABELS + _EDGE, top + _LINE / 2
        if line.value is not None:
            drawn = bar(line.value, rank=0, palette=self.palette)
            self.pieces.append(f'<svg x="{left}" y="{top + 2}" width="{_BARS}" height="{HEIGHT}">{drawn}</svg>')
        if line.interval is not None:
            low, high = (left + _BARS * end / 100 for end in line.interval)
            self.pieces += [
                self._stroke(low, high, middle, middle, 5, self.palette.paper),
                self._stroke(low, high, middle, middle, 2, self.palette.inks[2]),
                *(self._stroke(end, end, middle - 6, middle + 6, 2, self.palette.inks[2]) for end in (low, high)),
            ]
        figure = textwrap.wrap(line.figure, _FIGURES // _LETTER) or [""]
        for at, words in enumerate(figure, start=1):
            self.pieces.append(f'<text x="{left + _BARS + 10}" y="{top + at * _LINE - 5}">{escape(words)}</text>')
        self.down = max(self.down, top + len(figure) * _LINE)

    def _stroke(self, left: float, right: float, top: float, foot: float, width: int, colour: str) -> str:
        return (
            f'<line x1="{left:.1f}" x2="{right:.1f}" y1="{top:g}" y2="{foot:g}" stroke="{colour}" '
            f'stroke-width="{width}"/>'
        )
