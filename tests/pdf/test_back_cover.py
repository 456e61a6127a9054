"""The back of the cover on paper: a scanner reads its bar code, a screen reader says its number."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest

from omi_report.document.build import build_document
from omi_report.render.html.page import Renderer
from omi_report.render.look import Look
from omi_report.render.pdf.finished import Pdf
from omi_report.render.pdf.layout import render_pdf
from tests.bar_codes import lines_of, scanned
from tests.pdf.structure import Structure
from tests.samples import WESTMARK, inspected

FIGURES = "9780306406157"
LOOKS = {"standard": Look(), "large-print": Look("large-print", "high-contrast")}


@pytest.fixture(scope="module", params=LOOKS)
def made(request: pytest.FixtureRequest) -> Pdf:
    renderer = Renderer(build_document(inspected(WESTMARK)), look=LOOKS[request.param])
    return render_pdf(renderer.print_page(), tuple(renderer.folders))


def test_a_scanner_reads_the_bar_code(made: Pdf, tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(made.data)
    read = set()
    for line in lines_of(file, made.pages):
        try:
            read.add(scanned(line[len(line) // 2 :]))  # it stands at the right
        except ValueError:
            continue
    assert read == {FIGURES}


def test_it_stands_alone_on_the_last_page_and_nothing_is_wrong_there(made: Pdf) -> None:
    assert [fault for fault in made.faults if fault.page == made.pages] == []
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        assert len(pdf.pages) == made.pages


def test_the_drawing_is_a_figure_with_its_number_in_words(made: Pdf) -> None:
    structure = Structure(made.data)
    figures = [
        each for each in structure.root.all("Figure") if each.entries.get("/Alt") == f"Bar code of the number {FIGURES}"
    ]
    assert len(figures) == 1
