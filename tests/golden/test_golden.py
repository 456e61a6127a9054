"""Reports, word for word: their markup and the text of their pages.

Westmark is a tiny area; the others are the invented areas of the frameworks that come with omi.
`OMI_REFRESH=1 python -m pytest tests/golden` writes the expected files anew; read the difference
before you commit it.
"""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from omi_report.document.build import build_document
from omi_report.render.html.page import Renderer
from omi_report.render.pdf.layout import render_pdf
from tests.saltmere.generate import SALTMERE
from tests.samples import inspected
from tests.tarnmouth.generate import TARNMOUTH

HERE = Path(__file__).parent
AREAS = {"westmark": HERE / "westmark", "saltmere": SALTMERE, "tarnmouth": TARNMOUTH}
"""The areas, by the names of their files."""


@pytest.fixture(scope="module", params=AREAS)
def area(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def renderer(area: str) -> Renderer:
    return Renderer(build_document(inspected(AREAS[area])))


def test_markup(area: str, renderer: Renderer) -> None:
    body = renderer.screen_page().split("<body>")[1].partition("<script>")[0]
    _hold_against(f"{area}.body.html", re.sub(r"\n\s*\n+", "\n", body))


def test_text_of_the_pages(area: str, renderer: Renderer, tmp_path: Path) -> None:
    pdf = render_pdf(renderer.print_page(), tuple(renderer.folders))
    file = tmp_path / "report.pdf"
    file.write_bytes(pdf.data)
    text = subprocess.run(["pdftotext", file, "-"], capture_output=True, check=True).stdout.decode()
    _hold_against(f"{area}.pages.txt", text)


def test_the_comparison_can_fail(area: str, renderer: Renderer) -> None:
    if "OMI_REFRESH" in os.environ:
        pytest.skip("refreshing")
    with pytest.raises(AssertionError):
        _hold_against(f"{area}.body.html", renderer.screen_page() + "one word more")


def _hold_against(name: str, found: str) -> None:
    expected = HERE / name
    if "OMI_REFRESH" in os.environ:
        expected.write_text(found, encoding="utf-8")
    assert found.splitlines() == expected.read_text(encoding="utf-8").splitlines()
