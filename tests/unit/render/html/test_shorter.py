"""What the structure of a page tells is not said on its elements as well."""

from __future__ import annotations

from pathlib import Path

import pytest

from omi_report.document.build import build_document
from omi_report.render.html.page import Renderer
from omi_report.render.html.screen import for_the_screen
from omi_report.render.html.shorter import asks_for_classes, shorter
from tests.conftest import write_files
from tests.samples import WESTMARK, inspected


@pytest.mark.parametrize(
    ("page", "short"),
    [
        (
            '<li id="a"><span class="letter">(a)</span><div class="finding" id="b" data-figure="5%">x</div></li>',
            '<li id="a"><b>(a)</b><div id="b" data-figure="5%">x</div></li>',
        ),
        (
            '<strong><span class="lead">Plans &amp; <em>more</em></span>.</strong>',
            "<strong>Plans &amp; <em>more</em>.</strong>",
        ),
        (
            '<span class="lead">Plans <span title="why">none</span> of them</span>',
            '<span class="lead">Plans <span title="why">none</span> of them</span>',
        ),
        (
            '<th><a class="bar-label" href="#a">A</a> <span class="bar-label">B</span></th>',
            '<th><a href="#a">A</a> <span>B</span></th>',
        ),
        (
            '<span class="rating"><svg class="mark" aria-hidden="true"></svg>Good</span>',
            '<span class="rating"><svg aria-hidden="true"></svg>Good</span>',
        ),
        (
            '<td><svg class="mark" aria-hidden="true"></svg></td>',
            '<td><svg class="mark" aria-hidden="true"></svg></td>',
        ),
        ('<span class="title"><span>A <em>b</em></span></span>', '<span class="title">A <em>b</em></span>'),
        ('<data value="61.5">61.5%</data> of <data value="6">6</data>', "61.5% of 6"),
        ('<data value="6">six</data>', '<data value="6">six</data>'),
        ('<data value="6" data-name="a/b">6</data>', '<data value="6" data-name="a/b">6</data>'),
    ],
)
def test_what_the_structure_tells_is_left_out(page: str, short: str) -> None:
    assert shorter(page) == short


def test_a_page_in_the_styles_of_a_house_keeps_its_classes() -> None:
    page = '<li id="a"><span class="letter">(a)</span><div class="finding">x</div></li>'
    assert for_the_screen(page, own=True)[0] == page
    assert for_the_screen(page)[0] == '<li id="a"><b>(a)</b><div>x</div></li>'


@pytest.mark.parametrize(
    ("own", "asks"),
    [
        (".letter { color: red }", True),
        ("li>.finding{margin:0}", True),
        (".letters { color: red }", False),
        ("p { font: lead }", False),
    ],
)
def test_a_house_may_ask_for_the_classes(own: str, asks: bool) -> None:
    assert asks_for_classes(own) is asks


def test_the_styles_of_a_house_find_what_they_ask_for(tmp_path: Path) -> None:
    document = build_document(inspected(WESTMARK))
    plain, styled = (
        write_files(tmp_path / "a", {"css/extra.css": "p { margin: 0 }"}),
        write_files(tmp_path / "b", {"css/extra.css": ".letter { color: red }"}),
    )
    assert '<span class="letter">(a)</span>' not in Renderer(document, plain).screen_page()
    page = Renderer(document, styled).screen_page()
    assert '<span class="letter">(a)</span>' in page
    assert ".letter{color:red}" in page


def test_cells_of_a_chart_of_figures_alone_need_no_class() -> None:
    chart = '<table class="chart-figures"><tr><th>A</th><td class="figure">5%</td></tr></table>'
    rated = chart.replace('<td class="figure">', '<td>Good</td><td class="figure">')
    table = chart.replace("chart-figures", "few")
    bare = chart.replace(' class="figure"', "")
    assert shorter(chart + rated + chart + table) == bare + rated + bare + table
