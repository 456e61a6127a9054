"""The lists of tables, charts and pictures lead to everything that has a number, and to each picture with a caption."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from omi_report.document.build import build_document
from omi_report.document.tree import ContentsBlock, ContentsEntry, Document, HeadingBlock
from omi_report.render.html.page import Renderer
from tests.conftest import SMALL_AREA
from tests.samples import inspected
from tests.unit.document.blocks import of_type, part_of
from tests.unit.document.test_text_pictures import PICTURE, photograph

HEADING = "  - {kind: contents, heading: Contents}\n"


@pytest.fixture
def document(small_area: Path) -> Document:
    framework = SMALL_AREA["framework.yaml"].replace(
        HEADING, HEADING + "  - {kind: tables-and-charts, heading: Lists}\n"
    )
    (small_area / "framework.yaml").write_text(framework)
    (small_area / "images").mkdir()
    (small_area / "images" / "Our office.jpg").write_bytes(photograph())
    shown = [PICTURE.format("images/Our office.jpg", caption) for caption in (' "Our office"', ' "Again"', "")]
    reviewed = "      Plans were reviewed.\n"
    text = SMALL_AREA["criteria/1.1.yaml"].replace(reviewed, reviewed + "".join(f"\n      {each}\n" for each in shown))
    (small_area / "criteria" / "1.1.yaml").write_text(text)
    return build_document(inspected(small_area))


def test_each_list_has_its_heading_and_lines_in_the_order_of_the_report(document: Document) -> None:
    part = part_of(document, "tables-and-charts")
    assert [block.children for block in of_type(part.blocks, HeadingBlock)] == [("Tables",), ("Charts",), ("Pictures",)]
    tables, charts, pictures = of_type(part.blocks, ContentsBlock)
    assert {tables.role, charts.role, pictures.role} == {"displays"}
    assert [(entry.id, entry.label, entry.number) for entry in tables.entries] == [
        ("table-1", "Table 1", "1"),
        ("table-2", "Table 2", "2"),
    ]
    assert [(entry.id, entry.label, entry.number) for entry in charts.entries] == [("chart-1", "Chart 1", "1")]
    assert pictures.entries == (
        ContentsEntry("picture--our-office", "Our office"),
        ContentsEntry("picture--our-office-2", "Again"),
    )


def test_every_line_leads_somewhere(document: Document) -> None:
    page = Renderer(document).screen_page()
    part = page.partition('<nav class="part tables-and-charts')[2].partition("</nav>")[0]
    targets = re.findall(r'<a href="#([^"]+)">', part)
    assert len(targets) == 5
    assert all(page.count(f' id="{target}"') == 1 for target in targets)


def test_the_page_begins_behind_the_contents_and_not_behind_another_list(document: Document) -> None:
    page = Renderer(document).screen_page()
    assert 'class="skip" href="#tables-and-charts"' in page
    assert '<a class="to-contents" href="#contents">' in page
