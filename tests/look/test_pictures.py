"""What differs between two pictures of a page, and what does not."""

from __future__ import annotations

import pytest
from PIL import Image, ImageChops

from omi_report.render.pdf.layout import render_pdf
from omi_report.resources import templates_folder
from tests.look.pictures import differences, in_millimetres, page_of, picture, side_by_side
from tests.pdf.pages import WORDS, page

LETTER = "@page { size: 100mm 100mm; margin: 10mm } body { margin: 0 } h1 { font-size: 20pt; margin: 0 }"
BARS = "<div style='height: 4mm; background: #0b4f5c'></div>"


def drawn(body: str, style: str = "") -> Image.Image:
    return picture(render_pdf(page(body, LETTER + style), (templates_folder(),)).data, 1)


@pytest.fixture(scope="module")
def expected() -> Image.Image:
    return drawn(f"<h1>A heading</h1><p>{WORDS * 5}</p>{BARS}")


def test_the_same_page_is_the_same(expected: Image.Image) -> None:
    assert differences(expected, drawn(f"<h1>A heading</h1><p>{WORDS * 5}</p>{BARS}")) is None


def test_half_a_millimetre_and_a_little_ink_are_no_difference(expected: Image.Image) -> None:
    assert differences(expected, ImageChops.offset(expected, 1, 1)) is None
    assert differences(expected, expected.point(lambda ink: min(255, ink + 15))) is None


@pytest.mark.parametrize(
    ("body", "style"),
    [
        (f"<h1>A heading</h1><p>{WORDS * 5}</p>", ""),
        (f"<p>{WORDS * 5}</p>{BARS}<h1>A heading</h1>", ""),
        (f"<h1>A heading</h1><p>{WORDS * 5}</p>{BARS}", "h1 { margin-top: 4mm }"),
        (f"<h1>A heading</h1><p>{WORDS * 5}</p>{BARS}", "p { font-size: 14pt }"),
    ],
)
def test_what_is_lost_or_moved_is_found(expected: Image.Image, body: str, style: str) -> None:
    assert differences(expected, drawn(body, style))


def test_says_where_and_shows_it(expected: Image.Image) -> None:
    box = differences(expected, drawn(f"<h1>A heading</h1><p>{WORDS * 5}</p>"))
    assert box is not None
    assert in_millimetres((0, 40, 100, 60)) == "25 to 38 mm from the top, 0 to 64 mm from the left"
    shown = side_by_side(expected, expected, box)
    assert shown.size == (2 * expected.width + 10, expected.height)
    assert shown.getpixel((box[0], box[1])) == (192, 0, 0)


def test_pages_are_found_by_their_bookmarks() -> None:
    body = "<h1>One</h1><section><h2 style='break-before: page; bookmark-level: 2'>Two words</h2></section>"
    data = render_pdf(page(body, LETTER), (templates_folder(),)).data
    assert page_of(data, "Two") == 2
    with pytest.raises(AssertionError, match="no bookmark that begins with «Three»"):
        page_of(data, "Three")
