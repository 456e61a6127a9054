"""Nothing is wrong on the pages of a report, and telling pages look as they did.

These are some of the cells of `make look`, one of each row and column at least. The pictures of the pages stand in
`pages/`; `OMI_REFRESH=1 python -m pytest tests/look` draws them anew. A page that looks otherwise is shown beside the
picture in `build/look/differences`.
"""

from __future__ import annotations

import os

import pytest
from PIL import Image

from omi_report.render.pdf.finished import Pdf
from tests.look.cells import CELLS, ROOT, SOME, Cell
from tests.look.pictures import differences, in_millimetres, page_of, picture, side_by_side

EXPECTED = ROOT / "tests" / "look" / "pages"
SHOWN = ROOT / "build" / "look" / "differences"
TELLING = {
    "wessex-final-standard-standard": {
        "cover": "",
        "glance": "At a glance",
        "scores": "Summary of scores",
        "section": "1 Assessment",
        "criterion": "1.1 ",
        "performance": "Appendix 1",
    },
    "saltmere-draft-standard-high-contrast": {"recommendations": "Recommendations", "questions": "Appendix 3"},
    "tarnmouth-draft-large-print-standard": {"glance": "At a glance", "criterion": "1.1 "},
    "stress-draft-standard-standard": {"scripts": "Acknowledgements"},
}
"""The pages of cells, by the names of their pictures: each with the words that its bookmark begins with."""


@pytest.fixture(scope="module", params=SOME, ids=lambda cell: cell.name)
def cell(request: pytest.FixtureRequest) -> Cell:
    assert isinstance(request.param, Cell)
    return request.param


@pytest.fixture(scope="module")
def pdf(cell: Cell, tmp_path_factory: pytest.TempPathFactory) -> Pdf:
    return cell.laid_out(tmp_path_factory.mktemp("cell"))


def test_nothing_is_wrong_on_the_pages(pdf: Pdf) -> None:
    assert [str(fault) for fault in pdf.faults] == []


def test_telling_pages_look_as_they_did(cell: Cell, pdf: Pdf) -> None:
    assert [said for name in TELLING.get(cell.name, {}) if (said := _difference(cell, name, pdf.data))] == []


def _difference(cell: Cell, name: str, pdf: bytes) -> str:
    """Where a page looks otherwise than in its picture; empty if nowhere."""
    bookmark = TELLING[cell.name][name]
    number = page_of(pdf, bookmark) if bookmark else 1
    file, found = EXPECTED / f"{cell.name}-{name}.png", picture(pdf, number)
    if "OMI_REFRESH" in os.environ:
        if not file.exists() or differences(Image.open(file), found):
            found.save(file, optimize=True)
        return ""
    expected = Image.open(file)
    if (box := differences(expected, found)) is None:
        return ""
    SHOWN.mkdir(parents=True, exist_ok=True)
    side_by_side(expected, found, box).save(SHOWN / file.name)
    return f"page {number} differs from {file.relative_to(ROOT)}, {in_millimetres(box)}: see {SHOWN / file.name}"


def test_every_picture_is_of_a_page_that_is_looked_at() -> None:
    names = {f"{cell}-{name}.png" for cell, pages in TELLING.items() for name in pages}
    assert {file.name for file in EXPECTED.glob("*")} == names
    assert set(TELLING) <= {cell.name for cell in SOME}


def test_some_are_of_each_kind() -> None:
    assert set(SOME) <= set(CELLS)
    for every, some in zip(zip(*CELLS, strict=True), zip(*SOME, strict=True), strict=True):
        assert set(every) == set(some)
