"""The kinds of block that have a number and a caption: the table and the chart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from omi_report.document.general import chart_facts, table_facts
from omi_report.document.general.block_kind import BlockKind, BlockPlace
from omi_report.document.general.chart_doubts import chart_doubts
from omi_report.document.general.chart_faults import chart_faults
from omi_report.document.general.charts import ChartContent
from omi_report.document.general.table_faults import table_faults
from omi_report.document.general.tables import TableContent
from omi_report.document.later import chart_blocks, table_blocks, tree

if TYPE_CHECKING:
    from omi_report.document.context import BuildContext


def _table(place: BlockPlace, table: TableContent, context: BuildContext) -> tree.Blocks:
    return table_blocks.table_blocks(place, table, context)


def _chart(place: BlockPlace, chart: ChartContent, context: BuildContext) -> tree.Blocks:
    return chart_blocks.chart_blocks(place, chart, context)


TABLE: BlockKind[TableContent] = BlockKind(
    id="table", model=TableContent, facts=table_facts.FACTS, faults=table_faults, build=_table
)
"""The table."""

CHART: BlockKind[ChartContent] = BlockKind(
    id="chart", model=ChartContent, facts=chart_facts.FACTS, faults=chart_faults, doubts=chart_doubts, build=_chart
)
"""The chart."""
