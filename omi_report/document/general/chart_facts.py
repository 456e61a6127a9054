"""What a chart tells the rest of omi of its content."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.document.general.block_kind import BlockPlace
from omi_report.document.general.charts import ChartContent, NamedChart
from omi_report.document.general.table_facts import shown_of_row
from omi_report.model import facts
from omi_report.source.tree import Path


def name_of(place: BlockPlace, chart: ChartContent) -> str:
    """Return the name by which texts refer to a chart: its id, or that of the part which it is."""
    return chart.id if isinstance(chart, NamedChart) else place.name


def texts(place: BlockPlace, chart: ChartContent) -> Iterator[facts.WrittenText]:
    """Yield the text below the chart."""
    if chart.note:
        label = f"{place.name}, below the chart {name_of(place, chart)}"
        yield facts.WrittenText((*place.path, "note"), chart.note, label, place.name)


def titles(place: BlockPlace, chart: ChartContent) -> Iterator[Path]:
    """Yield the paths of the caption, of cells with words, and of the source."""
    yield (*place.path, "caption")
    in_words = [column.id for column in chart.columns if column.unit == "text"]
    for at, row in enumerate(chart.rows):
        yield from ((*place.path, "rows", at, key) for key in in_words if key in row.values)
    yield (*place.path, "source")


def displays(place: BlockPlace, chart: ChartContent) -> Iterator[facts.Display]:
    """Yield the chart by its name."""
    yield facts.Display((*place.path, "id"), name_of(place, chart), "chart", chart)


def counted_charts(place: BlockPlace, chart: ChartContent) -> Iterator[facts.CountedChart]:
    """Yield the chart where it is counted from the evidence."""
    source = chart.data
    if source and source.is_evidence:
        yield facts.CountedChart(
            (*place.path, "data"),
            name_of(place, chart),
            source.survey,
            source.question,
            source.attribute,
            source.by,
            source.where,
            chart.total is not None,
        )


def days(place: BlockPlace, chart: ChartContent) -> Iterator[facts.FiguresOfDay]:
    """Yield the day that the figures are of."""
    if chart.day:
        yield facts.FiguresOfDay(f"the chart «{chart.caption}»", (*place.path, "day"), chart.day)


def unique_names(place: BlockPlace, chart: ChartContent) -> Iterator[facts.UniqueName]:
    """Yield what the rows are about, where these stand here."""
    for at, row in enumerate(chart.rows):
        label = chart.columns[0].id
        yield facts.UniqueName("row", name_of(place, chart), (*place.path, "rows", at, label), row.values[label])


def shown_values(place: BlockPlace, chart: ChartContent) -> Iterator[facts.ShownValue]:
    """Yield the values that stand here, as they are printed."""
    for at, row in enumerate(chart.rows):
        yield from shown_of_row((*place.path, "rows", at), row, chart.columns)
    if chart.source:
        yield facts.ShownValue((*place.path, "source"), chart.source)
    yield facts.ShownValue((*place.path, "caption"), chart.caption)


FACTS = {each.__name__: each for each in (texts, titles, displays, counted_charts, days, unique_names, shown_values)}
"""The facts of a chart by their names."""
