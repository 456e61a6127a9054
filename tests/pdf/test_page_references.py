"""Print says the page of what a text refers to."""

from __future__ import annotations

from pathlib import Path

import pytest

from omi_report.errors import PdfError
from omi_report.render.pdf.layout import render_pdf
from omi_report.resources import templates_folder
from tests.pdf.overprints import overprinted
from tests.pdf.pages import page
from tests.pdf.structure import Structure

STYLE = """
.on-page::after {
  content: "00"; display: inline-block; width: 2ch; text-align: right;
}
.on-page.far::after { width: 3ch }
section { break-before: page }
"""


@pytest.mark.parametrize("pages", [9, 99, 100])
def test_there_is_room_for_the_number_of_the_last_page(pages: int, tmp_path: Path) -> None:
    refers = '<p><a href="#last">the end (page <span class="on-page" data-of="#last"></span>)</a> and more'
    full = f"<p>x{'<br>x' * 6}"  # a short part would stand with the one before
    body = (
        f"{refers}<p>x<br>x<br>x" + f"<section>{full}</section>" * (pages - 2) + f'<section id="last">{full}</section>'
    )
    made = render_pdf(page(body, STYLE), (templates_folder(),))
    assert made.pages == pages
    file = tmp_path / "it.pdf"
    file.write_bytes(made.data)
    assert overprinted(file) == []
    said = " ".join(Structure(made.data).root.all("P")[0].text.split())
    assert said == f"the end (page {pages}) and more"


def test_a_number_is_the_one_that_the_page_itself_has() -> None:
    style = STYLE + "@page { counter-increment: page 5 }"
    refers = '<p><a href="#last">the end (page <span class="on-page" data-of="#last"></span>)</a>'
    full = f"<p>x{'<br>x' * 6}"
    made = render_pdf(page(f"{refers}{full}<section id='last'>{full}</section>", style), (templates_folder(),))
    assert f"(page {5 * made.pages})" in Structure(made.data).root.all("P")[0].text


def test_what_stands_in_the_place_of_a_number_in_a_text_is_left_alone() -> None:
    made = render_pdf(page('<p><a href="#x">00</a> and <b>00</b><p id="x">x', STYLE), (templates_folder(),))
    assert "00 and 00" in Structure(made.data).root.all("P")[0].text


def test_the_number_of_no_page_is_refused() -> None:
    with pytest.raises(PdfError, match="«#gone» is on no page"):
        render_pdf(page('<p>(page <span class="on-page" data-of="#gone"></span>)', STYLE), (templates_folder(),))
