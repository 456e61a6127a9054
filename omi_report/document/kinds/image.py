"""A part that is a picture of the area's own."""

from __future__ import annotations

from dataclasses import replace

from omi_report.document.general.block_kind import kind_of_blocks, only
from omi_report.document.general.images import IMAGE
from omi_report.document.general.scaffolds import part_scaffold

BLANKS = """
    # A picture in this folder: PNG, JPEG or SVG.
    file: images/TODO.svg
    alt: TODO                     # what it shows, for those who cannot see it
    source: TODO                  # who drew or photographed it, or where it comes from
    # caption: TODO
"""

_FRAME = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 180" width="320" height="180">'
    '<rect x="1" y="1" width="318" height="178" fill="none" stroke="#595959" stroke-width="2"/></svg>\n'
)
"""An empty frame, in the place of the picture."""

KIND = replace(
    kind_of_blocks("image", 144, IMAGE.model, only(IMAGE), part_scaffold(BLANKS)),
    scaffold_beside=(("images/TODO.svg", _FRAME),),
)
