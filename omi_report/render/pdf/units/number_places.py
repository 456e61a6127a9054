"""Places for the numbers of pages, which are known only when all units of a report are laid out.

There are two kinds, and both show ``PLACE``: in a text a style sheet leaves a place of fixed width, so that no line
changes with what stands in it; in the margins of a page it is the page counter. Both are painted as ``DIGITS`` between
two comments. With the glyphs of all digits and the width of the place, the number is written when units are joined
(``joined.numbers``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint import document, draw, layout
from weasyprint.css.counters import CounterStyle
from weasyprint.formatting_structure import boxes
from weasyprint.text.line_break import split_first_line

from omi_report.render.pdf.tags.boxes import is_box
from omi_report.render.pdf.units.unit import PageNumberPlace

PLACE = "00"
"""What a style sheet puts into ``::after`` of an element, for the number of the page that the element names."""
DIGITS = "0123456789"
BEGINS = b"%omi-number"
ENDS = b"%omi-end"

_NAMES = ("data-of", "href")
"""The attributes in which an element names a place of the report: ``#criterion-1.2``."""
_FIRST = 1_000_000_000
"""Page counters begin here, so that they differ from all others."""
_SHARES = {"right": 1.0, "end": 1.0, "center": 0.5}
"""How much of the room that a number leaves free stands in front of it, by the alignment of its place."""


class UnknownNumbers(CounterStyle):  # type: ignore[misc]
    """Counters of which those of pages are not known yet."""

    def render_value(self, counter_value: int, *rest: Any, **more: Any) -> str:
        """Return a counter as it is shown."""
        shown: str = PLACE if counter_value >= _FIRST else super().render_value(counter_value, *rest, **more)
        return shown


@contextmanager
def pages_counted(numbers: list[int]) -> Iterator[None]:
    """Fill a list with the number that each page of a document has by its counter, when WeasyPrint has laid it out."""
    lay_out = document.layout_document

    def layout_document(html: Any, root: Any, context: Any, *rest: Any) -> Any:
        pages = list(lay_out(html, root, context, *rest))
        # what WeasyPrint keeps of a page: where the next one goes on, and the counters after it
        numbers[:] = [state[1]["page"][-1] for _, _, _, state, _ in context.page_maker[1 : len(pages) + 1]]
        return pages

    document.layout_document = layout_document
    try:
        yield
    finally:
        document.layout_document = lay_out


@contextmanager
def pages_uncounted() -> Iterator[None]:
    """Let WeasyPrint count pages from where ``UnknownNumbers`` shows ``PLACE``."""
    begin = layout.initialize_page_maker

    def initialize_page_maker(context: Any, root: Any) -> None:
        begin(context, root)
        _, _, _, (_, counters, _, _), _ = context.page_maker[-1]
        counters["page"] = [_FIRST]

    layout.initialize_page_maker = initialize_page_maker
    try:
        yield
    finally:
        layout.initialize_page_maker = begin


def places_found(pages: Iterable[Any]) -> dict[int, PageNumberPlace]:
    """Return the places for numbers on pages, by the ``id()`` of the boxes of their texts. ``pages`` are page boxes."""
    found: dict[int, PageNumberPlace] = {}
    for page in pages:
        for child in page.children:
            in_margin = is_box(child, "MarginBox")
            for box in child.descendants():
                if in_margin and isinstance(box, boxes.TextBox) and box.text == PLACE:
                    found[id(box)] = PageNumberPlace("", box.width, _share(child))
                elif not in_margin and (name := _named_by(box)) and (text := _place_in(box)):
                    found[id(text)] = PageNumberPlace(name, text.width, _share(box))
    return found


@contextmanager
def numbers_left_out(places: dict[int, PageNumberPlace], painted: list[PageNumberPlace]) -> Iterator[None]:
    """Let WeasyPrint paint ``DIGITS`` in each place for a number, between comments that a join finds.

    ``painted`` is filled with the places in the order of the numbers in the comments.
    """
    paint = draw.draw_text

    def draw_text(stream: Any, text: Any, *rest: Any) -> None:
        place = places.get(id(text))
        if place is None:
            paint(stream, text, *rest)
            return
        stream.stream.append(b"%s %d" % (BEGINS, len(painted)))
        painted.append(place)
        before = text.text, text.pango_layout
        text.text, text.pango_layout = DIGITS, _digits_like(text)
        paint(stream, text, *rest)
        text.text, text.pango_layout = before
        stream.stream.append(ENDS)

    draw.draw_text = draw_text
    try:
        yield
    finally:
        draw.draw_text = paint


def _named_by(box: Any) -> str:
    """The name of the place that the ``::after`` of an element refers to; nothing for an address elsewhere."""
    if not (box.element_tag and box.element_tag.endswith("::after")):
        return ""
    address = next(filter(None, map(box.element.get, _NAMES)), "")
    return address[1:] if address.startswith("#") else ""


def _place_in(box: Any) -> Any:
    """The text of a block in a line that keeps the place of a number, and holds nothing else."""
    if not isinstance(box, boxes.InlineBlockBox):
        return None
    texts = [each for each in box.descendants() if isinstance(each, boxes.TextBox)]
    return texts[0] if [each.text for each in texts] == [PLACE] else None


def _share(box: Any) -> float:
    return _SHARES.get(box.style["text_align_all"], 0.0)


def _digits_like(text: Any) -> Any:
    laid_out, *_ = split_first_line(DIGITS, text.style, None, None, text.justification_spacing)
    return laid_out
