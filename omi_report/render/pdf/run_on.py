"""Parts that run on: no page of a report holds next to nothing because a part of its own follows it.

Whether a page is nearly empty where a part ends is known only while it is laid out. So the layout is asked then, and
nothing is laid out twice. (A part that is short itself does not ask for a new page: its style says so.)
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.layout import block

_LEAST = 0.4
"""A part that begins on a page and ends so high up on it, as a share of the sheet above its foot, is short."""


@contextmanager
def parts_run_on() -> Iterator[None]:
    """Let WeasyPrint make no new page behind what has begun on a page and fills less than about a third of it.

    A page on its left or right side, or of another kind of paper, is made all the same.
    """
    find, force = block.block_level_page_break, block.force_page_break
    ended: list[Any] = [None]

    def block_level_page_break(sibling_before: Any, sibling_after: Any) -> Any:
        ended[0] = sibling_before
        return find(sibling_before, sibling_after)

    def force_page_break(page_break: Any, context: Any) -> Any:
        if page_break == "page" and not context.in_column and _is_short(ended[0], context.page_bottom):
            return False
        return force(page_break, context)

    block.block_level_page_break, block.force_page_break = block_level_page_break, force_page_break
    try:
        yield
    finally:
        block.block_level_page_break, block.force_page_break = find, force


def _is_short(box: Any, page_bottom: float) -> bool:
    """Whether a box that was laid out began on its page and ends high up on it."""
    begins = bool(box.children) and getattr(box.children[0], "index", None) == 0
    return begins and box.border_box_y() + box.border_height() < _LEAST * page_bottom
