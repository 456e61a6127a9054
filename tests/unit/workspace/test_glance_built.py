"""The page at a glance alone, as files: one page, sealed by a manifest of its own, beside the report."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from omi_report import api
from omi_report.build_options import BuildOptions
from omi_report.document import alone
from omi_report.document.tree import Document, ParagraphBlock
from omi_report.errors import PdfError
from omi_report.inspection import Inspection
from omi_report.making import Made, make
from omi_report.workspace.building import build_once
from tests.samples import inspected

ROOT = Path(__file__).parents[3]
AREAS = sorted(path.parent for path in ROOT.glob("areas/*/area.yaml"))
SALTMERE = ROOT / "areas" / "saltmere"
PDF = BuildOptions(html=False, glance=True, cache=False)
_alone = alone.build_alone


def quiet(_stage: str) -> None:
    pass


@pytest.mark.parametrize("area", AREAS, ids=lambda path: path.name)
def test_it_is_one_page_of_every_area(area: Path) -> None:
    made = make(inspected(area), PDF, None)
    assert list(made.outputs) == ["glance.pdf"]
    assert made.pages == 1
    assert made.layout == ()


def test_large_print_has_the_pages_that_it_needs() -> None:
    made = make(inspected(SALTMERE), replace(PDF, edition="large-print", theme="high-contrast"), None)
    assert list(made.outputs) == ["glance-large-print-high-contrast.pdf"]
    assert 1 < made.pages <= 3


def with_more(paragraphs: int, monkeypatch: pytest.MonkeyPatch) -> Made:
    """The page of Saltmere with more in it."""

    def fuller(inspection: Inspection) -> Document:
        document = _alone(inspection)
        (part,) = document.parts
        more = tuple(ParagraphBlock(("There is more to say of it.",)) for _ in range(paragraphs))
        return Document(document.meta, (replace(part, blocks=(*part.blocks, *more)),))

    monkeypatch.setattr(alone, "build_alone", fuller)
    return make(inspected(SALTMERE), PDF, None)


def test_a_fuller_page_has_smaller_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    assert with_more(14, monkeypatch).pages == 1


def test_what_is_too_much_for_a_page_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(PdfError, match=r"glance\.pdf would have 2 pages, and is to be one: say less"):
        with_more(60, monkeypatch)


def test_it_lies_beside_the_report_with_a_manifest_of_its_own(tmp_path: Path) -> None:
    folder = tmp_path / "saltmere"
    report = BuildOptions(pdf=False, output=tmp_path)
    page = replace(report, glance=True)
    assert not build_once(SALTMERE, report, quiet).up_to_date
    assert not build_once(SALTMERE, page, quiet).beside
    assert {path.name for path in folder.iterdir()} == {
        "report.html", "manifest.json", "glance.html", "manifest-glance.json",
    }  # fmt: skip
    assert build_once(SALTMERE, page, quiet).up_to_date
    assert api.verify(folder, SALTMERE).differences == []
    text = (folder / "glance.html").read_text(encoding="utf-8")
    assert "<title>An inspection of probation services in Saltmere: At a glance</title>" in text.replace("\n", "")
    assert text.count("<h1") == 1
    (folder / "glance.html").write_text(text.replace("Good", "Bad", 1), encoding="utf-8")
    assert [Path(each.what).name for each in api.verify(folder).differences] == ["glance.html"]
