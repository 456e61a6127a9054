"""Print says the page of what a text refers to."""

from __future__ import annotations

from pathlib import Path

import pytest

from omi_report.render.pdf.layout import render_pdf
from omi_report.resources import templates_folder
from tests.pdf.overprints import overprinted
from tests.pdf.pages import page
from tests.pdf.structure import Structure

STYLE = """
.on-page::after {
  content: target-counter(attr(data-of), page); display: inline-block; width: var(--page-digits); text-align: right;
}
section { break-before: page }
"""


@pytest.mark.parametrize("pages", [9, 99, 100, 120])
def test_there_is_room_for_the_number_of_the_last_page(pages: int, tmp_path: Path) -> None:
    refers = '<p><a href="#last">the end (page <span class="on-page" data-of="#last"></span>)</a> and more'
    body = refers + "<section><p>x</section>" * (pages - 2) + '<section id="last"><h1>End</h1></section>'
    html = page(body, STYLE, lang=' lang="en-GB" style="--page-digits: 2ch"')
    made = render_pdf(html, (templates_folder(),))
    assert made.pages == pages
    file = tmp_path / "it.pdf"
    file.write_bytes(made.data)
    assert overprinted(file) == []
    said = " ".join(Structure(made.data).root.all("P")[0].text.split())
    assert said == f"the end (page {pages}) and more"
