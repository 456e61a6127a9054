"""The logo of a template folder."""

from __future__ import annotations

import base64
import re
from dataclasses import replace
from pathlib import Path

import pytest

from omi_report.document.build import build_document
from omi_report.errors import OutputError
from omi_report.render.html.page import Renderer
from tests.conftest import write_files
from tests.samples import WESTMARK, inspected

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><path d="M0 0h40v10z"/></svg>'


@pytest.fixture
def house(tmp_path: Path) -> Path:
    return write_files(tmp_path / "house", {"images/logo.svg": DRAWING})


def cover_of(page: str) -> str:
    return page[page.index("<header class=") :].partition('id="foreword"')[0]


def test_the_cover_shows_it_once_with_the_name_of_the_inspectorate(house: Path) -> None:
    renderer = Renderer(build_document(inspected(WESTMARK)), house)
    data = base64.b64encode(DRAWING.encode()).decode()
    screen = renderer.screen_page()
    assert screen.count(data) == 1
    assert f'<img src="data:image/svg+xml;base64,{data}" alt="The Office for Training Checks">' in screen
    address = (house / "images" / "logo.svg").resolve().as_uri()
    assert f'<img src="{address}" alt="The Office for Training Checks">' in renderer.print_page().html


def test_a_name_is_escaped(house: Path) -> None:
    document = build_document(inspected(WESTMARK))
    named = replace(document, meta=replace(document.meta, inspectorate='"><script>'))
    assert 'alt="&#34;&gt;&lt;script&gt;"' in Renderer(named, house).print_page().html


def test_without_one_nothing_changes(tmp_path: Path) -> None:
    document = build_document(inspected(WESTMARK))
    other = write_files(tmp_path / "house", {"images/press.svg": DRAWING})
    body = re.compile(r"<body>.*</body>", re.DOTALL)
    with_folder, without = (Renderer(document, folder).screen_page() for folder in (other, None))
    assert body.findall(with_folder) == body.findall(without)
    assert "<img" not in cover_of(without)


@pytest.mark.parametrize(
    ("drawing", "said"),
    [
        (DRAWING.replace("<path", "<script>alert(1)</script><path"), "the drawing holds «<script»"),
        (DRAWING.replace("<path", '<path onclick="alert(1)"'), "the drawing holds «onclick=»"),
        (DRAWING.replace("<path", '<image href="https://example.org/x.png"/><path'), 'the drawing holds «href="»'),
        ("<!DOCTYPE svg [<!ENTITY a 'b'>]>" + DRAWING, "the drawing holds «<!DOCTYPE»"),
        (DRAWING.replace("</svg>", ""), "the drawing is damaged"),
        ("a text", "this is no SVG picture"),
        (DRAWING.replace("</svg>", f"<!--{'x' * 200_000}--></svg>"), "is larger than 200,000 bytes"),
    ],
)
def test_one_that_acts_or_lies_elsewhere_stops_the_build(tmp_path: Path, drawing: str, said: str) -> None:
    house = write_files(tmp_path / "house", {"images/logo.svg": drawing})
    with pytest.raises(OutputError) as caught:
        Renderer(build_document(inspected(WESTMARK)), house)
    assert str(caught.value).startswith(str(house / "images" / "logo.svg"))
    assert said in str(caught.value)
