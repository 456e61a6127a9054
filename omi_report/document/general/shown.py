"""A table or chart of one part, printed in another place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from omi_report.document.general.block_kind import BlockPlace
from omi_report.document.general.chart_blocks import chart_blocks
from omi_report.document.general.charts import ChartContent
from omi_report.document.general.table_blocks import table_blocks
from omi_report.document.general.tables import TableContent

if TYPE_CHECKING:
    from omi_report.document import tree
    from omi_report.document.context import BuildContext


def display_blocks(name: str, context: BuildContext) -> tree.Blocks:
    """Return the blocks of the table or chart that has a name in the report; none where nothing has."""
    for part in context.area.framework.parts:
        kind = context.area.kind_of(part)
        content = context.area.content(kind)
        for each in kind.displays(content) if content else ():
            if each.name == name and isinstance(each.content, TableContent):
                return table_blocks(BlockPlace(part), each.content, context)
            if each.name == name and isinstance(each.content, ChartContent):
                return chart_blocks(BlockPlace(part), each.content, context)
    return ()
