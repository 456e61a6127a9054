"""A part that is a picture of the area's own."""

from __future__ import annotations

from omi_report.document.general.block_kind import kind_of_blocks, only
from omi_report.document.general.images import IMAGE
from omi_report.document.general.scaffolds import part_scaffold

BLANKS = """
    # A picture in this folder: PNG, JPEG or SVG.
    file: images/TODO.png
    alt: TODO                     # what it shows, for those who cannot see it
    # caption: TODO
"""

KIND = kind_of_blocks("image", 144, IMAGE.model, only(IMAGE), part_scaffold(BLANKS))
