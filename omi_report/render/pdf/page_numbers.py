"""The numbers of pages in texts and contents, put into places kept for them when all pages are laid out.

WeasyPrint's ``target-counter()`` lays a page out again for each number that it did not know at first, which is a third
of all work on a report with many references. The places have a fixed width, so that no line and no page changes with
what stands in them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from weasyprint import document
from weasyprint.formatting_structure import boxes
from weasyprint.text.line_break import split_first_line

from omi_report.errors import PdfError

PLACE = "00"
"""What a style sheet puts into ``::after`` of an element, for the number of the page that the element names."""

_NAMES = ("data-of", "href")
"""The attributes in which an element names a place of the report: ``#criterion-1.2``."""


@contextmanager
def pages_numbered() -> Iterator[None]:
    """Let WeasyPrint put the numbers of pages into their places when it has laid out all pages of a document.

    The number is the one that the page itself has (``counter(page)``). PdfError is raised for a place on no page.
    """
    lay_out = document.layout_document

    def layout_document(html: Any, root: Any, context: Any, *rest: Any) -> Any:
        pages = list(lay_out(html, root, context, *rest))
        # what WeasyPrint keeps of a page: where the next one goes on, and the counters after it
        counters = [state[1]["page"][-1] for _, _, _, state, _ in context.page_maker[1 : len(pages) + 1]]
        _fill(pages, counters)
        return pages

    document.layout_document = layout_document
    try:
        yield
    finally:
        document.layout_document = lay_out


def _fill(pages: Sequence[Any], numbers: Sequence[int]) -> None:
    found: dict[str, int] = {}
    places: list[tuple[str, Any]] = []
    for page, number in zip(pages, numbers, strict=True):
        for box in page.descendants():
            if box.style["anchor"]:
                found.setdefault(box.style["anchor"], number)
            if _is_after(box) and (name := _named_by(box.element)) and _holds_place(box):
                places.append((name, box))
    for name, box in places:
        if name not in found:
            raise PdfError(f"the number of a page is to be printed, and «#{name}» is on no page")
        _write(box, str(found[name]))


def _is_after(box: Any) -> bool:
    return bool(box.element_tag) and box.element_tag.endswith("::after")


def _named_by(element: Any) -> str:
    """The name of the place that an element refers to; nothing for an address elsewhere."""
    address = next(filter(None, map(element.get, _NAMES)), "")
    return address[1:] if address.startswith("#") else ""


def _holds_place(box: Any) -> bool:
    """Whether a box is a block in a line that keeps the place of a number, and holds nothing else."""
    if not isinstance(box, boxes.InlineBlockBox):
        return False
    texts = [each.text for each in box.descendants() if isinstance(each, boxes.TextBox)]
    return texts == [PLACE]


def _write(place: Any, number: str) -> None:
    """Write a number into its place; what stands at the right end of it goes on standing there."""
    (text,) = (each for each in place.descendants() if isinstance(each, boxes.TextBox))
    laid_out, _, _, width, _, _ = split_first_line(number, text.style, None, None, text.justification_spacing)
    less = text.width - width
    moves = less if place.style["text_align_all"] in ("right", "end") else 0
    for box in place.descendants():
        if isinstance(box, boxes.LineBox | boxes.InlineBox | boxes.TextBox):
            box.position_x += moves
            box.width -= less
    text.text, text.pango_layout = number, laid_out
