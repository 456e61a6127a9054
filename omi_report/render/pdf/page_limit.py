"""An end for a layout that has none: a style sheet of a user's own may make pages on which next to nothing fits."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint import layout

from omi_report import limits
from omi_report.errors import PdfError


def too_many_pages() -> PdfError:
    """Return the error for more pages than ``limits.PDF_PAGES``."""
    return PdfError(
        f"the PDF would have more than {limits.PDF_PAGES:,} pages, and no more are made: has a style "
        "sheet of your template folder made the page too small (@page), or the text too large?"
    )


@contextmanager
def pages_limited() -> Iterator[None]:
    """Let WeasyPrint lay out ``limits.PDF_PAGES`` pages. One more raises PdfError as soon as it is made."""
    make = layout.make_all_pages

    def make_all_pages(*given: Any) -> Iterator[Any]:
        for number, page in enumerate(make(*given), start=1):
            if number > limits.PDF_PAGES:
                raise too_many_pages()
            yield page

    layout.make_all_pages = make_all_pages
    try:
        yield
    finally:
        layout.make_all_pages = make
