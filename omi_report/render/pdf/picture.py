"""A drawing that omi has made, as SVG → a picture, as PNG: laid out as a page of a PDF, which PDFium then paints."""

from __future__ import annotations

import io

import pypdfium2
from weasyprint import HTML

from omi_report.render.pdf.fetcher import RefusedError
from omi_report.render.pdf.fonts import NamedFonts

DOTS_PER_PIXEL = 2
"""So many dots a CSS pixel has in each direction: sharp on good screens."""

_POINTS = 0.75
"""The points of a CSS pixel."""


def png_of(svg: str, width: int, height: int) -> bytes:
    """Return the picture of a drawing that is so many CSS pixels wide and high, in the fonts that come with omi."""
    page = (
        f"<!doctype html><style>@page {{ size: {width}px {height}px; margin: 0 }} body {{ margin: 0 }} "
        f"svg {{ display: block }}</style>{svg}"
    )
    pdf = HTML(string=page, url_fetcher=_nothing).write_pdf(font_config=NamedFonts())
    with pypdfium2.PdfDocument(pdf) as document:
        painted = document[0].render(scale=DOTS_PER_PIXEL / _POINTS)
        image = io.BytesIO()
        painted.to_pil().save(image, format="PNG")
    return image.getvalue()


def _nothing(url: str, *_more: object, **_options: object) -> object:
    raise RefusedError(f"a drawing asks for nothing: {url[:80]}")
