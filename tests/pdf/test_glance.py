"""The glance is one page of A4, whatever there is room for, in drafts as in final reports."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from omi_report.document.build import build_document
from omi_report.render.html.page import Renderer
from omi_report.render.pdf.layout import render_pdf
from omi_report.render.print_page import PrintPage
from tests.samples import inspected

ROOT = Path(__file__).parent.parent.parent
FILLER = "Most of the plans that we read were made on time and gave the sentence a clear shape and a purpose. "


def pages_of(area: Path, tmp_path: Path) -> list[str]:
    """The text of each page of an area's glance; links to the rest of the report lead to the glance itself."""
    document = build_document(inspected(area))
    glance = tuple(part for part in document.parts if part.kind == "glance")
    renderer = Renderer(replace(document, parts=glance))
    page = re.sub(r'(href|data-of)="#[^"]+"', rf'\1="#{glance[0].id}"', renderer.print_page().html)
    file = tmp_path / "glance.pdf"
    file.write_bytes(render_pdf(PrintPage.in_one_piece(page), tuple(renderer.folders)).data)
    text = subprocess.run(["pdftotext", file, "-"], capture_output=True, check=True, encoding="utf-8").stdout
    return text.rstrip("\f").split("\f")


def with_full_texts(area: Path) -> None:
    """Fill every text of the glance up to what there is room for."""
    file = area / "summary.yaml"
    text = file.read_text(encoding="utf-8")
    text = re.sub(r"^plain: \|\n(?:  .*\n)+", f"plain: {(FILLER * 4)[:359]}.\n", text, flags=re.MULTILINE)
    text = re.sub(r"^    says: .*$", f"    says: {FILLER[:55]}.", text, flags=re.MULTILINE)
    text = re.sub(r"^  - says: .*$", f"  - says: {FILLER[:89]}.", text, flags=re.MULTILINE)
    file.write_text(text, encoding="utf-8")
    file = area / "recommendations.yaml"
    text = re.sub(
        r"^    in_short: .*$", f"    in_short: {FILLER[:61]}.", file.read_text(encoding="utf-8"), flags=re.MULTILINE
    )
    file.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("name", ["hampshire", "wessex", "saltmere", "tarnmouth"])
def test_it_is_one_page(name: str, tmp_path: Path) -> None:
    pages = pages_of(ROOT / "areas" / name, tmp_path)
    assert len(pages) == 1
    assert "At a glance" in pages[0]


@pytest.mark.parametrize("name", ["hampshire", "tarnmouth"])
def test_it_is_one_page_of_a_draft_whose_texts_take_all_the_room(name: str, tmp_path: Path) -> None:
    area = shutil.copytree(ROOT / "areas" / name, tmp_path / name)
    with_full_texts(area)
    identity = area / "area.yaml"
    text = re.sub(
        r"^stage: .*$", "stage: draft\ndrafted: 2024-09-30", identity.read_text(encoding="utf-8"), flags=re.MULTILINE
    )
    identity.write_text(text, encoding="utf-8")
    assert len(pages_of(area, tmp_path)) == 1
