"""A chart → its block of the report."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import TYPE_CHECKING

from omi_report.document.general.block_kind import BlockPlace
from omi_report.document.general.chart_data import ChartData, DataRow, data_of
from omi_report.document.general.chart_facts import name_of
from omi_report.document.general.charts import ChartContent
from omi_report.document.general.rounding import rounding_note
from omi_report.document.later import tree

if TYPE_CHECKING:
    from omi_report.document.context import BuildContext

NOTHING = "–"


def chart_blocks(place: BlockPlace, chart: ChartContent, context: BuildContext) -> tree.Blocks:
    """Return the block of a chart, the source of its figures and the text below it."""
    name = name_of(place, chart)
    data = data_of(chart, name, context)
    several = len(data.series) > 1
    legend = tuple(tree.LegendEntry(rank, series, "") for rank, series in enumerate(data.series)) if several else ()
    block = context.chart(
        name,
        chart.caption,
        (
            tree.TableColumn(chart.heading or data.heading),
            *(tree.TableColumn(series, figures=True) for series in data.series),
        ),
        tree.ChartGroup(tuple(_row(row, at, name, data, chart) for at, row in enumerate(data.rows))),
        maximum=_maximum(data, chart),
        legend=legend,
        form=chart.form,
    )
    source = (
        (tree.ParagraphBlock((context.label("Source: %(source)s", source=chart.source),), role="source"),)
        if chart.source and chart.source not in chart.caption
        else ()
    )
    notes = (
        *_answered(data, context),
        *_left_out(data, context),
        *_undrawn(data, context),
        *rounding_note(_wholes(data, chart), context),
    )
    return (block, *notes, *source, *context.text(chart.note, place.name, 4))


def _answered(data: ChartData, context: BuildContext) -> tree.Blocks:
    """How many answers the shares of a question are of."""
    figures = context.language.figures
    if not data.bases:
        return ()
    each = (
        context.label("%(number)s (%(group)s)", number=figures(size), group=group) if group else figures(size)
        for group, size in data.bases
    )
    words = context.label("Number of answers: %(numbers)s", numbers=context.language.join(each))
    return (tree.ParagraphBlock((words,), role="answered"),)


def _left_out(data: ChartData, context: BuildContext) -> tree.Blocks:
    """Why figures are missing."""
    if not data.leaves_out:
        return ()
    words = context.label("Some figures are left out: a very small count could be read from them, or be worked out.")
    return (tree.ParagraphBlock((words,), role="answered"),)


def _undrawn(data: ChartData, context: BuildContext) -> tree.Blocks:
    """Which rows of the table are missing: readers of the chart alone would not know that there are more."""
    if not data.undrawn:
        return ()
    words = context.label("Not drawn, because there are no figures: %(rows)s", rows=context.language.join(data.undrawn))
    return (tree.ParagraphBlock((words,), role="answered"),)


def _wholes(data: ChartData, chart: ChartContent) -> list[list[Fraction]]:
    """The printed shares of each whole: of a row where there are several series, of a question's one series else."""
    if not data.is_share or (chart.form != "stacked" and not data.bases):
        return []
    together = [row.values for row in data.rows] if len(data.series) > 1 else [[row.values[0] for row in data.rows]]
    known = [[value.share for value in values if value] for values in together]
    return [[share for share in shares if share is not None] for shares in known]


def _maximum(data: ChartData, chart: ChartContent) -> int:
    """Where the scale ends: at 100 for bars of shares, for dots at the next ten, else at the longest bar."""
    shares = [value.amount for row in data.rows for value in row.values if value] if data.is_share else []
    if shares and max(shares) <= 100:
        # dots show how figures change: a scale to 100 would draw them all in one place
        return max(10, 10 * math.ceil(max(shares) / 10)) if chart.form == "dots" else 100
    lengths = [[value.amount for value in row.values if value] for row in data.rows if not row.is_total]
    longest = [sum(each) if chart.form == "stacked" else max(each, default=0) for each in lengths]
    return math.ceil(max(longest, default=0))


def _row(row: DataRow, at: int, name: str, data: ChartData, chart: ChartContent) -> tree.ChartRow:
    cells = tuple((value.text if value else NOTHING,) for value in row.values)
    if row.is_total:
        return tree.ChartRow(row.label, cells, role="total")
    if chart.form == "bars" and len(data.series) == 1:
        (value,) = row.values
        return tree.ChartRow(row.label, cells, tree.Bar(value.amount.as_integer_ratio() if value else (0, 1)))
    pieces = tuple(
        tree.Bar(value.amount.as_integer_ratio(), rank, f"{name}-{at}-{rank}")
        for rank, value in enumerate(row.values)
        if value
    )
    return tree.ChartRow(row.label, cells, pieces=pieces)
