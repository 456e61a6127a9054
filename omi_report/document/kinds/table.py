"""A part that is a table."""

from __future__ import annotations

from omi_report.document.general.block_kind import kind_of_blocks, only
from omi_report.document.general.displays import TABLE
from omi_report.document.general.scaffolds import part_scaffold

BLANKS = """
    caption: TODO
    # The first column says what a row is about. Units: text, count, number, per-cent, rate, currency, printed, rating.
    columns:
      - {id: name, heading: TODO}
      - {id: count, heading: TODO, unit: count}
    rows:
      - {name: TODO, count: 0}
    # total: {name: TODO, count: 0}
    # parts: complete             # the rows are separate parts of the total, and together are all of it
    # source: TODO
"""

KIND = kind_of_blocks("table", 142, TABLE.model, only(TABLE), part_scaffold(BLANKS), is_display=True)
