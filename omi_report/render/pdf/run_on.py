"""What keeps pages from being nearly empty: parts that run on, and blocks that are parted rather than moved.

Whether a page is nearly empty where a part ends, or where a block does not fit, is known only while it is laid out. So
the layout is asked then, and nothing is laid out twice. (A part that is short itself does not ask for a new page: its
style says so.)
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.layout import block

from omi_report.render.pdf.tags.boxes import AVOID

_SHORT = 0.4
"""A part that begins on a page and ends so high up on it, as a share of the sheet above its foot, is short."""
_HIGH = 0.48
"""A block that begins so high up is parted: without it too little would stand on the page."""


@contextmanager
def pages_filled() -> Iterator[None]:
    """Let WeasyPrint leave no page nearly empty for the sake of what follows.

    It makes no new page behind a part that has begun on a page and fills less than about a third of it, but for one of
    another paper, or one on its left or right side. A block that is not to be parted and does not fit is moved to the
    next page only where it begins in the lower half of its page.
    """
    names = ("block_level_page_break", "force_page_break", "block_container_layout")
    before = {name: getattr(block, name) for name in names}
    ended: list[Any] = [None]
    led: dict[tuple[int, str], float] = {}  # where what leads to a block begins

    def block_level_page_break(sibling_before: Any, sibling_after: Any) -> Any:
        ended[0] = sibling_before
        kind = before["block_level_page_break"](sibling_before, sibling_after)
        if sibling_before is not None and sibling_after is not None:
            led.pop(_key(sibling_after), None)
            if not AVOID.isdisjoint(block._add_break_values(sibling_before, "after")):
                led[_key(sibling_after)] = led.get(_key(sibling_before), sibling_before.position_y)
        return kind

    def force_page_break(page_break: Any, context: Any) -> Any:
        if page_break == "page" and not context.in_column and _is_short(ended[0], context.page_bottom):
            return False
        return before["force_page_break"](page_break, context)

    def block_container_layout(
        context: Any, box: Any, bottom_space: Any, skip_stack: Any, page_is_empty: bool, *rest: Any, **named: Any
    ) -> Any:
        if _key(box) in led and box.children:
            led[_key(box.children[0])] = led[_key(box)]
        begins = skip_stack is None and box.style["break_inside"] in AVOID
        if begins and led.get(_key(box), box.position_y) < _HIGH * context.page_bottom:
            page_is_empty = True  # it is then parted as if it were the first on its page
        lay_out = before["block_container_layout"]
        return lay_out(context, box, bottom_space, skip_stack, page_is_empty, *rest, **named)

    for name, instead in zip(names, (block_level_page_break, force_page_break, block_container_layout), strict=True):
        setattr(block, name, instead)
    try:
        yield
    finally:
        for name, function in before.items():
            setattr(block, name, function)


def ends_short(page: Any) -> bool:
    """Return whether the last part on a page is so short that the next one may run on. ``page`` is its box."""
    boxes = list(page.children)
    while boxes:
        box = next((each for each in reversed(boxes) if each.element is not None and each.is_in_normal_flow()), None)
        if box is None:
            return False
        if _is_part(box):
            return _is_short(box, page.margin_top + page.height)
        boxes = list(getattr(box, "children", ()))
    return False


def _key(box: Any) -> tuple[int, str]:
    """What a box has in common with its copies."""
    return id(box.element), box.element_tag


def _is_short(box: Any, page_bottom: float) -> bool:
    """Whether a part that was laid out began on its page and ends high up on it.

    The pages of whatever else a style sheet of a user's own puts by itself are its own affair.
    """
    if box is None or not _is_part(box):
        return False
    begins = bool(box.children) and getattr(box.children[0], "index", None) == 0
    return begins and box.border_box_y() + box.border_height() < _SHORT * page_bottom


def _is_part(box: Any) -> bool:
    return "part" in (box.element.get("class") or "").split()
