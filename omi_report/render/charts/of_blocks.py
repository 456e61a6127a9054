"""What is drawn in the rows of a chart, at its axis and in its legend, by its block, as SVG."""

from __future__ import annotations

from html import escape

from omi_report.document.tree import Bar, ChartBlock, ChartRow, LegendEntry
from omi_report.language.language import Language
from omi_report.render.charts.bands import DrawnBand, DrawnPlace, Tick, axis, numbers, strip
from omi_report.render.charts.bars import Palette, bar, swatch, thin_bar
from omi_report.render.charts.pieces import AXIS, DrawnPiece, dot_at, dots, stacked


def row_bar(row: Bar, chart: ChartBlock, *, palette: Palette) -> str:
    """Draw the bar of a row of a chart, or its marker on the bands."""
    amount = _amount(row)
    legend, marks = _scale_of(row, chart)
    if chart.form == "figures":
        return thin_bar(amount, marks=marks, palette=palette)
    if chart.form == "bands":
        bands = _bands(legend, chart)
        own = next((band for band in bands if band.rank == row.rank), None)
        measured = own is None or (row.amount is not None and all(entry.lowest for entry in legend))
        at = 100 * amount / chart.maximum if measured or own is None else (own.begins + own.ends) / 2
        return strip(bands, DrawnPlace(at, row.rank), ranks_of(legend), palette=palette)
    return bar(
        amount,
        name=escape(row.name),
        maximum=chart.maximum,
        rank=row.rank if legend else 0,
        ranks=ranks_of(legend),
        marks=marks,
        palette=palette,
    )


def _amount(row: Bar) -> float:
    """How far a bar reaches; not at all where there is no amount."""
    return row.amount[0] / row.amount[1] if row.amount else 0.0


def _bands(legend: tuple[LegendEntry, ...], chart: ChartBlock) -> list[DrawnBand]:
    """The bands of a scale, the worst first: as wide as their ranges, or all of one width where they have none."""
    begins = [100 * entry.lowest[0] / entry.lowest[1] / chart.maximum for entry in legend if entry.lowest]
    if len(begins) < len(legend):
        begins = [100 * at / len(legend) for at in reversed(range(len(legend)))]
    ends = [100.0, *begins]
    return [DrawnBand(*each) for each in zip((entry.rank for entry in legend), begins, ends, strict=False)][::-1]


def chart_axis(chart: ChartBlock, *, language: Language, palette: Palette) -> str:
    """Draw the axis of a chart of bands or dots; bands of several scales, which its rows show, have numbers alone."""
    if chart.form == "dots":
        halves = AXIS if chart.maximum % 2 == 0 else AXIS[::2]
        ticks = [Tick(dot_at(each), language.figures(int(each * chart.maximum))) for each in halves]
        return numbers(ticks, palette=palette)
    legend = chart.legend
    bands = _bands(legend, chart)
    measured = all(entry.lowest for entry in legend)
    ends = {0.0, *(band.begins for band in bands), 100.0} if bands else {0.0, 50.0, 100.0}
    drawn = bands or any(row.bar and row.bar.amount for group in chart.groups for row in group.rows)
    ticks = [Tick(each, f"{each * chart.maximum / 100:g}") for each in sorted(ends)] if measured and drawn else []
    return axis(bands, ticks, ranks_of(legend), palette=palette) if bands or ticks else ""


def _scale_of(row: Bar, chart: ChartBlock) -> tuple[tuple[LegendEntry, ...], tuple[int, ...]]:
    """The legend of a bar's own scale, and the places of its lines."""
    if row.scale < 0:
        return chart.scales[0].legend if chart.scales else chart.legend, ()
    if chart.scales:
        return chart.scales[row.scale].legend, chart.scales[row.scale].marks
    return chart.legend, chart.marks


def ranks_of(legend: tuple[LegendEntry, ...]) -> int:
    """Return how many ranks a legend is for: a framework may give few bands the looks of a longer scale."""
    return max((len(legend), *(entry.rank + 1 for entry in legend)))


def row_pieces(row: ChartRow, chart: ChartBlock, *, palette: Palette) -> str:
    """Draw the pieces of a row's bar, or its dots."""
    drawn = [DrawnPiece(_amount(each), each.rank, escape(each.name)) for each in row.pieces]
    ranks = max(len(chart.legend), 1)
    draw = dots if chart.form == "dots" else stacked
    return draw(drawn, maximum=chart.maximum, ranks=ranks, palette=palette)


def named_swatch(rank: int, name: str, ranks: int, *, palette: Palette) -> str:
    """Draw a sample of a rank's pattern, for a legend."""
    return swatch(rank, escape(name), ranks, palette=palette)
