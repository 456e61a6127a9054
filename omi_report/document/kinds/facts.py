"""A part that is a list of key facts."""

from __future__ import annotations

from omi_report.document.general.block_kind import kind_of_blocks, only
from omi_report.document.general.key_facts import KEY_FACTS
from omi_report.document.general.scaffolds import part_scaffold

BLANKS = """
    facts:
      - value: TODO               # as it is printed: 5,011, £12 million, or a figure by its full name
        label: TODO
        source: TODO
"""

KIND = kind_of_blocks("facts", 26, KEY_FACTS.model, only(KEY_FACTS), part_scaffold(BLANKS))
