"""A part that is a chart."""

from __future__ import annotations

from omi_report.document.general.block_kind import kind_of_blocks, only
from omi_report.document.general.displays import CHART
from omi_report.document.general.scaffolds import part_scaffold

BLANKS = """
    caption: TODO
    # Figures in place, or «data:» with a table of the report ({table: ID}), an attribute or a question.
    columns:
      - {id: name, heading: TODO}
      - {id: count, heading: TODO, unit: count}
    rows:
      - {name: TODO, count: 0}
"""

KIND = kind_of_blocks("chart", 143, CHART.model, only(CHART), part_scaffold(BLANKS), is_display=True)
