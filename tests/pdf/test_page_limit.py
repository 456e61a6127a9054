"""A layout that would make pages without end stops, and says so."""

from __future__ import annotations

from typing import Any

import pytest
from weasyprint import layout

from omi_report import limits
from omi_report.errors import PdfError
from omi_report.render.pdf.layout import render_pdf
from omi_report.resources import templates_folder
from tests.pdf.pages import WORDS, page

FOLDERS = (templates_folder(),)
TINY = "@page { size: 1mm 1mm; margin: 0 }"


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The pages that WeasyPrint itself made, by their places."""
    pages: list[int] = []
    make = layout.make_all_pages

    def counting(*given: Any) -> Any:
        for place, laid_out in enumerate(make(*given)):
            pages.append(place)
            yield laid_out

    monkeypatch.setattr(layout, "make_all_pages", counting)
    return pages


def test_a_tiny_page_ends_at_the_limit(monkeypatch: pytest.MonkeyPatch, made: list[int]) -> None:
    monkeypatch.setattr(limits, "PDF_PAGES", 30)
    said = (
        "the PDF would have more than 30 pages, and no more are made: has a style sheet of your template folder made "
        "the page too small (@page), or the text too large?"
    )
    with pytest.raises(PdfError) as raised:
        render_pdf(page(f"<p>{WORDS * 100}</p>", TINY), FOLDERS)
    assert str(raised.value) == said
    assert made == [*range(31)]


def test_as_many_pages_as_the_limit_are_made(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = "<p style='break-after: page'>One</p>" * 2 + "<p>Last</p>"
    monkeypatch.setattr(limits, "PDF_PAGES", 3)
    assert render_pdf(page(pages), FOLDERS).pages == 3
    monkeypatch.setattr(limits, "PDF_PAGES", 2)
    with pytest.raises(PdfError, match="more than 2 pages"):
        render_pdf(page(pages), FOLDERS)


def test_weasyprint_is_left_as_it_was() -> None:
    before = layout.make_all_pages
    render_pdf(page("<p>One</p>"), FOLDERS)
    assert layout.make_all_pages is before
