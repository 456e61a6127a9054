"""A report laid out in one piece by WeasyPrint alone, with the numbers of pages in their places.

It is what the file that omi joins from units is compared with.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.text.line_break import split_first_line

from omi_report.render.pdf.units.number_places import PLACE
from omi_report.render.pdf.units.shared_styles import SharedStyles
from omi_report.render.pdf.units.weasyprint_page import OPTIONS, laid_out, prepared
from omi_report.render.print_page import PrintPage


def in_one_piece(page: PrintPage, folders: tuple[Path, ...]) -> bytes:
    """Lay out and write a print page in one piece."""
    with prepared():
        document, numbers = laid_out(page.html, folders, SharedStyles(), counted=True)
        _fill([each._page_box for each in document.pages], numbers)
        data: bytes = document.write_pdf(pdf_identifier=bytes(16), uncompressed_pdf=True, **OPTIONS)
        return data


def _fill(pages: Sequence[Any], numbers: Sequence[int]) -> None:
    found: dict[str, int] = {}
    for page, number in zip(pages, numbers, strict=True):
        for box in page.descendants():
            if box.style["anchor"]:
                found.setdefault(box.style["anchor"], number)
    for page in pages:
        for name, place in _places(page):
            _write(place, str(found[name]))


def _places(page: Any) -> Iterator[tuple[str, Any]]:
    for box in page.descendants():
        if isinstance(box, boxes.InlineBlockBox) and (box.element_tag or "").endswith("::after"):
            name = next(filter(None, map(box.element.get, ("data-of", "href"))), "")
            if name and [each.text for each in _texts(box)] == [PLACE]:
                yield name.removeprefix("#"), box


def _write(place: Any, number: str) -> None:
    """Write a number into its place; what stands at the right end of it goes on standing there, behind a space."""
    (text,) = _texts(place)
    written, _, _, width, _, _ = split_first_line(number, text.style, None, None, text.justification_spacing)
    left, space = text.width - width, text.copy()
    text.width, text.text, text.pango_layout = width, number, written
    if place.style["text_align_all"] in ("right", "end"):
        text.position_x += left
        space.width, space.text = left, " "
        around = next(box for box in place.descendants() if text in getattr(box, "children", ()))
        around.children = [space, text]


def _texts(box: Any) -> list[Any]:
    return [each for each in box.descendants() if isinstance(each, boxes.TextBox)]
