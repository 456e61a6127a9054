"""Pictures in a template folder of one's own, on the screen and on paper."""

from __future__ import annotations

import base64
import io
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner, Result

from omi_report.cli.main import main
from tests.samples import WESTMARK

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><path fill="#123456" d="M0 0h2v2H0z"/></svg>'
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


@pytest.fixture
def house(tmp_path: Path) -> Path:
    house = tmp_path / "house"
    for name in ("html/parts", "css", "images"):
        (house / name).mkdir(parents=True)
    (house / "images" / "logo.svg").write_bytes(SVG)
    return house


def write(house: Path, markup: str = "", style: str = "") -> None:
    if markup:
        text = f'{{% include "omi/parts/foreword.html" %}}\n{markup}\n'
        (house / "html" / "parts" / "foreword.html").write_text(text, encoding="utf-8")
    if style:
        (house / "css" / "extra.css").write_text(style, encoding="utf-8")


def build(house: Path, *options: str) -> Result:
    arguments = ["build", "--template-dir", str(house), "-o", str(house.parent / "out"), *options, str(WESTMARK)]
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def test_pictures_are_inside_the_page(house: Path) -> None:
    write(house, '<p><img src="images/logo.svg" alt="x"></p>', "p { background: url(../images/logo.svg) }")
    assert build(house, "--html").exit_code == 0
    page = (house.parent / "out" / "westmark" / "report.html").read_text(encoding="utf-8")
    held = f"data:image/svg+xml;base64,{base64.b64encode(SVG).decode()}"
    assert f'<img src="{held}" alt=x>' in page
    assert f'p{{background:url("{held}")}}' in page


def test_a_picture_that_its_address_holds_is_shown_on_paper(house: Path) -> None:
    held = f"data:image/png;base64,{base64.b64encode(PNG).decode()}"
    write(house, f'<p><img src="{held}" alt="A dot"></p>')
    done = build(house, "--pdf")
    assert done.exit_code == 0, done.output
    with pikepdf.open(io.BytesIO((house.parent / "out" / "westmark" / "report.pdf").read_bytes())) as pdf:
        assert any(each.get("/Subtype") == "/Image" for each in pdf.objects if isinstance(each, pikepdf.Stream))


@pytest.mark.parametrize(
    ("markup", "style", "message"),
    [
        ('<img src="images/lgo.svg" alt="">', "", "foreword.html:2: there is no images/lgo.svg in "),
        ('<img src="../secret.svg" alt="">', "", "foreword.html:2: ../secret.svg is outside of the template folder"),
        ("<img src=\"{{ 'images/' ~ 'no.png' }}\" alt=\"\">", "", "foreword.html: there is no images/no.png in "),
        ("", "a { top: 0 }\nb { background: url(no.png) }", "extra.css:2: there is no css/no.png in "),
        ('<img src="images/press.png" alt="">', "", "foreword.html:2: images/press.png is no PNG picture: "),
        ("", "a { background: url(../images/press.png) }", "extra.css:1: images/press.png is no PNG picture: "),
        ("", "@import 'other.css';", "extra.css:1: @import is not followed: write the styles into this sheet"),
        ("", "a { background: url(http://example.org/x.png) }", "extra.css:1: http://example.org/x.png is an address"),
    ],
)
@pytest.mark.parametrize("output", ["--html", "--pdf"])
def test_a_picture_that_cannot_be_shown_stops_the_build(
    house: Path, output: str, markup: str, style: str, message: str
) -> None:
    (house / "images" / "press.png").write_bytes(b"hello")
    write(house, markup, style)
    done = build(house, output)
    assert done.exit_code == 2
    assert message in done.output.replace("\n", " ")
    assert not (house.parent / "out").exists()


def test_what_weasyprint_may_not_read_stops_the_build_with_a_message(house: Path) -> None:
    write(house, '<p><img src="data:text/plain,x" alt="x"></p>')
    done = build(house, "--pdf")
    place = house / "html" / "parts" / "foreword.html"
    assert (done.exit_code, done.output) == (2, f"omi: {place}:2: neither a picture nor a font: data:text/plain,x\n")


def test_a_style_sheet_that_is_no_utf_8_is_said(house: Path) -> None:
    (house / "css" / "extra.css").write_bytes(b"a::before { content: '\xa3' }")
    done = build(house, "--html")
    assert done.exit_code == 2
    assert "extra.css is not UTF-8 text: save it as such" in done.output
