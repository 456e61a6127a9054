"""What a chart shows that may mislead its readers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from omi_report.document.general.block_kind import BlockPlace
from omi_report.document.general.chart_faults import chosen, table_named
from omi_report.document.general.charts import ChartContent
from omi_report.document.general.tables import ColumnDefinition
from omi_report.model.facts import ContentFault
from omi_report.model.kinds import Contents

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?:\s*[/–-]\s*(?:\d{4}|\d\d))?(?!\d)")


def chart_doubts(place: BlockPlace, chart: ChartContent, area: Contents) -> Iterator[ContentFault]:
    """Yield a stacked chart whose bars add up the same things of several years."""
    columns = _columns(chart, area) if chart.form == "stacked" else ()
    if len(columns) > 1 and _are_years(columns):
        named = " and ".join((columns[0].heading, columns[-1].heading))
        message = f"the bars add up {named}: the same people or things would count once for each year"
        hint = "write «form: dots», which shows how they changed, or name the columns of one year"
        yield ContentFault((*place.path, "form"), message, hint)


def _columns(chart: ChartContent, area: Contents) -> tuple[ColumnDefinition, ...]:
    """The columns of figures of a chart that are given in place or come from a table."""
    if chart.data is None:
        return chart.columns[1:]
    table = table_named(chart.data.table, area) if chart.data.table else None
    return chosen(chart.data, table)[0] if table else ()


def _are_years(columns: tuple[ColumnDefinition, ...]) -> bool:
    """Whether the headings of some columns differ by a year alone."""
    others = {_YEAR.sub("", column.heading).strip() for column in columns}
    return len(others) == 1 and all(_YEAR.search(column.heading) for column in columns)
