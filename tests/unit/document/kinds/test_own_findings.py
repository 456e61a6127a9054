"""A report under a framework's own kinds of finding has their names, in headings, references, addresses and data."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from omi_report.document.build import build_document
from omi_report.inspection import Inspection
from omi_report.opendata.export import export_data
from omi_report.render.html.page import Renderer
from tests.own_findings import with_own_findings
from tests.samples import inspected


@pytest.fixture
def inspection(small_area: Path) -> Inspection:
    folder = with_own_findings(small_area)
    (folder / "foreword.yaml").write_text("text: See {finding}`1.1/thin`.\nsignatory: Ada Quill\n")
    return inspected(folder)


@pytest.fixture
def page(inspection: Inspection) -> str:
    return Renderer(build_document(inspection)).screen_page()


def test_each_list_has_the_name_of_its_kind(page: str) -> None:
    article = page.partition('id="criterion-1.1"')[2].partition("</article>")[0]
    assert re.findall(r"<h4>(.*?)</h4>", article) == ["Credit", "Causes for concern", "Lapse", "Conclusion"]


def test_each_list_is_styled_by_its_side(page: str) -> None:
    assert re.findall(r'<ol class="findings (.*?)">', page) == [
        "strengths kind-credits",
        "improvements kind-concerns",
        "improvements kind-lapses",
    ]


def test_a_finding_has_the_name_of_its_kind_in_its_address(page: str) -> None:
    assert {"finding-1.1-credit-a", "finding-1.1-concern-a", "finding-1.1-concern-b", "finding-1.1-thin"} <= set(
        re.findall(r'\bid="(finding-[^"]+)"', page)
    )


def test_a_reference_calls_a_finding_by_the_name_of_its_kind(page: str) -> None:
    assert '<a class="ref" href="#finding-1.1-thin">criterion\u00a01.1, cause for concern\u00a0(b)</a>' in page


def test_the_data_have_the_id_of_the_kind(inspection: Inspection) -> None:
    found = [(record["kind"], record["letter_id"]) for record in export_data(inspection)["findings"]]
    assert found == [
        ("credit", "finding-1.1-credit-a"),
        ("concern", "finding-1.1-concern-a"),
        ("concern", "finding-1.1-concern-b"),
        ("lapse", "finding-1.1-lapse-a"),
    ]
