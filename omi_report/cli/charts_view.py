"""Charts of scores as text in a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Final, NamedTuple

from omi_report.cli.terminal import cell, console as new_console
from omi_report.render.charts.lines import ChartLine, LineChart


class _Marks(NamedTuple):
    """The characters of a bar, of an interval with its ends, and of the score within it."""

    bar: str
    low: str
    between: str
    high: str
    score: str


BLOCKS: Final = _Marks("█", "├", "─", "┤", "●")
PLAIN: Final = _Marks("#", "|", "-", "|", "o")

_LEAST = 4
"""A bar of 100 per cent is so long at least, in characters."""


def show_chart(chart: LineChart) -> None:
    """Print a chart as wide as the terminal is."""
    console = new_console()
    marks = BLOCKS if console.encoding.lower().startswith("utf") else PLAIN
    console.print(cell(chart.title, style="bold"))
    for line in chart_lines(chart, console.width, marks):
        console.print(cell(line), no_wrap=True, crop=False)


def chart_lines(chart: LineChart, width: int, marks: _Marks) -> Iterator[str]:
    """Yield the lines of a chart: a label, its bar from 0 to 100 per cent and its figure, under headings."""
    figures = min(max(len(line.figure) for part in chart.parts for line in part.lines), width // 3)
    labels = min(max(len(line.label) for part in chart.parts for line in part.lines), width // 3)
    bars = max(width - labels - figures - 2, _LEAST)
    for part in chart.parts:
        yield ""
        yield from textwrap.wrap(part.heading, width)
        for line in part.lines:
            label, figure = (
                textwrap.wrap(text, size) or [""] for text, size in ((line.label, labels), (line.figure, figures))
            )
            for at in range(max(len(label), len(figure))):
                drawn = bar_of(line, bars, marks) if at == 0 else ""
                words = label[at] if at < len(label) else ""
                number = figure[at] if at < len(figure) else ""
                yield f"{words:<{labels}} {drawn:<{bars}} {number}".rstrip()
    yield ""
    for note in chart.notes:
        yield from textwrap.wrap(note, width)


def bar_of(line: ChartLine, length: int, marks: _Marks) -> str:
    """Draw the bar of a line, with its interval over it."""
    if line.value is None:
        return ""
    drawn = list(marks.bar * round(line.value * length / 100))
    if line.interval is not None:
        low, at, high = (
            min(int(end * length / 100), length - 1) for end in (line.interval[0], line.value, line.interval[1])
        )
        drawn = drawn[:low] + [marks.between] * (high - low + 1)
        drawn[low], drawn[high], drawn[at] = marks.low, marks.high, marks.score
    return "".join(drawn)
