"""No word is printed over another: on covers, in running heads, in tables, of drafts and of final reports."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from omi_report.build import build
from omi_report.build_options import BuildOptions
from omi_report.render.look import Look
from omi_report.render.pdf.layout import render_pdf
from omi_report.resources import templates_folder
from omi_report.source.snapshot import Snapshot
from tests.pdf.overprints import overprinted, words_of
from tests.pdf.pages import page
from tests.samples import POLICY, WESTMARK

ROOT = Path(__file__).parent.parent.parent
LOOKS = [Look(), Look(edition="large-print"), Look("large-print", "high-contrast")]
LONG = "Derbyshire, Leicestershire, Nottinghamshire and Rutland"
NOTICE = "notice: |\n  " + "This place is invented, and so are the people in it and all their figures. " * 4 + "\n"


def draft(name: str, folder: Path, called: str = "") -> Path:
    """A draft of one of the project's areas, with a notice, and with another name if one is given."""
    made = shutil.copytree(WESTMARK if name == "westmark" else ROOT / "areas" / name, folder / name)
    identity = made / "area.yaml"
    text = re.sub(r"^(published|notice): .*\n(?: .*\n)*", "", identity.read_text(encoding="utf-8"), flags=re.MULTILINE)
    text = re.sub(r"^stage: .*$", "stage: draft\ndrafted: 2024-09-30\ndraft: {number: 12}", text, flags=re.MULTILINE)
    if called:
        text = re.sub(r"^area: .*$", f"area: {called}", text, flags=re.MULTILINE)
    identity.write_text(text + NOTICE, encoding="utf-8")
    return made


def pdf_of(area: Path, look: Look, folder: Path) -> Path:
    options = BuildOptions(html=False, output=folder, edition=look.edition, theme=look.theme)
    built = build(Snapshot.of(area), POLICY, options)
    assert built.written
    return next(folder.rglob("*.pdf"))


# each look once, and short reports: make look lays out all areas in all looks
@pytest.mark.parametrize(("name", "look"), [*zip(["westmark", "saltmere", "westmark"], LOOKS, strict=True)])
def test_a_draft_with_a_long_name_and_a_notice(name: str, look: Look, tmp_path: Path) -> None:
    file = pdf_of(draft(name, tmp_path, LONG), look, tmp_path / "out")
    assert overprinted(file) == []
    cover, second, *_rest = words_of(file)
    assert {"Rutland", "12,", "Inspected"} <= {word.text for word in cover}
    assert "Inspected" not in {word.text for word in second}


def test_a_draft_of_eighty_pages(tmp_path: Path) -> None:
    assert overprinted(pdf_of(draft("hampshire", tmp_path), Look(), tmp_path / "out")) == []


def test_words_over_each_other_are_found(tmp_path: Path) -> None:
    file = tmp_path / "page.pdf"
    file.write_bytes(render_pdf(page("<p>One</p><p style='margin-top: -5mm'>Two</p>"), (templates_folder(),)).data)
    assert overprinted(file) in (["page 1: «One» and «Two»"], ["page 1: «Two» and «One»"])
