"""A report under a framework of five bands: each drawn as the legend says."""

from __future__ import annotations

import re
import shutil

import pytest

from omi_report.document.build import build_document
from omi_report.render.charts.markers import shape
from omi_report.render.html.page import Renderer
from tests.drawings import whole
from tests.samples import WESTMARK, inspected

BANDS = """    bands:
      - {id: best, name: Best, lowest: 90, conclusion: The best.}
      - {id: better, name: Better, lowest: 75, conclusion: Better.}
      - {id: middling, name: Middling, lowest: 70, conclusion: Middling.}
      - {id: worse, name: Worse, lowest: 60, conclusion: Worse.}
      - {id: worst, name: Worst, lowest: 0, urgent: yes, conclusion: The worst.}
"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The report of Westmark, where 1.1 has 80%, 1.2 56% and section 1 68%."""
    area = tmp_path_factory.mktemp("bands") / "westmark"
    shutil.copytree(WESTMARK, area)
    framework = area / "framework.yaml"
    text = re.sub(r"    bands:\n(?:      .*\n)+", BANDS, framework.read_text(encoding="utf-8"), count=1)
    framework.write_text(text, encoding="utf-8")
    criterion = area / "criteria" / "1.2.yaml"
    criterion.write_text(re.sub("rating: .*", "rating: worst", criterion.read_text(encoding="utf-8")), "utf-8")
    return whole(Renderer(build_document(inspected(area))).screen_page())


def markers_in(markup: str) -> list[str]:
    """The shapes of the markers in some markup, one string for each."""
    return re.findall(r"(?:<(?:circle|path)[^>]*/>)+", markup)


def test_the_legend_shows_the_marker_of_each_band(page: str) -> None:
    legend = page[page.index('<ul class="legend">') :].partition("</ul>")[0]
    found = {re.findall(r"</svg> (\w+)", item)[0]: markers_in(item) for item in legend.split("<li>")[1:]}
    bands = ("Best", "Better", "Middling", "Worse", "Worst")
    assert found == {name: [whole(shape(rank, 5))] for rank, name in enumerate(bands)}


def test_each_row_has_the_marker_of_its_band_on_the_ground_and_beside_the_words(page: str) -> None:
    chart = page[page.index('<table class="chart-figures"') :].partition("</table>")[0]
    rows = re.findall(r"<tr.*?</tr>", chart.partition("</thead>")[2], re.DOTALL)
    drawn = {re.findall(r"section-1|1\.[12]", row)[0]: markers_in(row) for row in rows}
    assert drawn == {
        "section-1": [whole(shape(3, 5))] * 2,
        "1.1": [whole(shape(1, 5))] * 2,
        "1.2": [whole(shape(4, 5))] * 2,
    }
