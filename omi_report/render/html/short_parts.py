"""Which parts are so short that they share a page with the part before them."""

from __future__ import annotations

from typing import Final

from omi_report.document.printed import printed_in
from omi_report.document.tree import Part
from omi_report.render.look import Edition

_LINE: Final[dict[Edition, int]] = {"standard": 84, "large-print": 54}
"""The characters of a line."""
_MOST: Final[dict[Edition, int]] = {"standard": 18, "large-print": 12}
"""The lines of two fifths of a page."""
_BETWEEN = 0.5
"""The room between two paragraphs, in lines."""
_HEADING = 3
"""The lines that the heading of a part takes beside its words."""


def is_short(part: Part, edition: Edition) -> bool:
    """Return whether a part takes less than about two fifths of a printed page.

    This is an estimate from its words; whether such a part fits on the page that it runs on to is found in the layout.
    """
    lines: float = _HEADING
    for text in filter(str.strip, printed_in(part)):
        lines += -(-len(text) // _LINE[edition]) + _BETWEEN
        if lines > _MOST[edition]:
            return False
    return True
