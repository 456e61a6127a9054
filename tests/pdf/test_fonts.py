"""Which fonts a report is set in: those that come with omi, whatever the machine has."""

from __future__ import annotations

import io
import re
import subprocess
from pathlib import Path
from unicodedata import normalize

import pikepdf
import pytest
from pypdf import PdfReader

from omi_report.document.tree import Document, Meta, ParagraphBlock, Part, VerbatimBlock
from omi_report.errors import PdfError
from omi_report.fonts.drawn import missing_in
from omi_report.fonts.files import FALLBACKS, FONT_FAMILY
from omi_report.render.html.page import Renderer
from omi_report.render.pdf.layout import render_pdf
from omi_report.render.print_page import PrintPage
from omi_report.resources import templates_folder
from tests.fallback_fonts import SOURCES, small
from tests.pdf.pages import page
from tests.pdf.structure import Structure
from tests.pdf.test_validator import all_failures

ROOT = Path(__file__).parent.parent.parent
BROWSERS_OWN = {"Atkinson Hyperlegible", "Verdana", "sans-serif"}
"""What a browser takes where it cannot read the fonts that a page holds (docs/reference/pdf.md)."""


def _families(data: bytes) -> set[str]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        names = {
            str(each.BaseFont) for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/BaseFont" in each
        }
    return {re.sub(r"^/([A-Z]{6}\+)?", "", name) for name in names}


def test_the_machine_has_fonts_of_its_own() -> None:
    listed = subprocess.run(["fc-list", ":charset=414", "file"], capture_output=True, check=True, text=True).stdout
    assert listed.strip(), "without a font that has «Д» the other tests show nothing"


@pytest.mark.parametrize("family", ["serif", "monospace", "DejaVu Sans", "sans-serif"])
def test_no_font_of_the_machine_is_embedded(family: str) -> None:
    made = render_pdf(
        page(f'<p>Plain</p><p style="font-family: {family}">Other</p><pre>x</pre>'), (templates_folder(),)
    )
    assert _families(made.data) == {"Test"}


def test_what_the_usual_fonts_lack_is_taken_from_the_font_of_last_resort() -> None:
    said = "Plain «Добро», ελπίδα → 5 µg, χ² ≤ 4 ✓."
    meta = Meta("Σ", "Northfold", "northfold", "Checks", "The Office", "en-GB", "draft", "2024-05")
    report = Document(meta, (Part("songs", "songs", "Songs", (ParagraphBlock((said,)), VerbatimBlock("plain"))),))
    made = render_pdf(Renderer(report).print_page(), (templates_folder(),)).data
    assert {each for each in _families(made) if not each.startswith("Atkinson-")} == {"DejaVu-Sans"}
    assert "".join(said.split()) in "".join(Structure(made).root.text.split())  # a space stands where the font changes


def test_names_from_right_to_left_are_read_as_they_are_written() -> None:
    names = ("محمد الخطيب", "שרה כהן", "شَهْرزاد", "שָׁלוֹם", "فاطمہ ٹیپو")
    meta = Meta("A report", "Northfold", "northfold", "Checks", "The Office", "en-GB", "draft", "2024-05")
    said = tuple(ParagraphBlock((f"We thank {name} (12), and others.",)) for name in names)
    made = render_pdf(
        Renderer(Document(meta, (Part("songs", "songs", "Songs", said),))).print_page(), (templates_folder(),)
    )
    assert {"DejaVu-Sans-Hebrew", "Vazirmatn"} <= _families(made.data)
    assert all_failures(made.data) == []
    text = normalize("NFC", PdfReader(io.BytesIO(made.data)).pages[0].extract_text())
    assert [name for name in names if normalize("NFC", name) not in text] == []
    spans = Structure(made.data).root.all("Span")
    assert [tag.entries["/Lang"] for tag in spans if "/Lang" in tag.entries] == ["ar", "he", "ar", "he", "ur"]


def test_the_font_of_last_resort_is_what_its_script_makes() -> None:
    assert {name for font in FALLBACKS for name, _, _ in font.files} == set(SOURCES)
    for name, source in SOURCES.items():
        file = (templates_folder() / "fonts" / name).read_bytes()
        assert small(file, source) == file, name


def test_a_character_of_another_script_is_in_no_font() -> None:
    with pytest.raises(
        PdfError, match=r'^no font of the report has "Д" \(U\+0414\): `omi validate` says where it stands$'
    ):
        render_pdf(page('<p>Д</p><p style="font-family: DejaVu Sans">Д</p>'), (templates_folder(),))


def test_a_face_never_comes_from_the_machine() -> None:
    face = '@font-face { font-family: Own; src: local("DejaVu Sans") }'
    with pytest.raises(PdfError, match="Own"):
        render_pdf(page("<p style='font-family: Own'>x</p>", face), (templates_folder(),))


def test_a_page_that_names_no_font_is_set_in_those_of_omi() -> None:
    plain = "<!doctype html><html lang=en><head><title>Plain</title></head><body><p>Plain words</p></body></html>"
    assert _families(render_pdf(PrintPage.in_one_piece(plain), (templates_folder(),)).data) == {
        "Atkinson-Hyperlegible-Next"
    }


def test_styles_name_no_other_fonts() -> None:
    named: set[str] = set()
    for sheet in (templates_folder() / "css").rglob("*.css"):
        text = sheet.read_text(encoding="utf-8")
        assert not re.search(r"\bfont:", text), f"{sheet}: name the family apart"
        for value in re.findall(r"font-family:([^;}]*)", text):
            named |= {family.strip().strip('"') for family in value.split(",")}
    assert named - {FONT_FAMILY, "inherit"} == BROWSERS_OWN


@pytest.mark.parametrize(
    "file",
    [*(ROOT / "omi_report" / "frameworks").glob("*.yaml"), *(ROOT / "omi_report" / "locale").rglob("*.po*")],
    ids=lambda file: str(file.name),
)
def test_what_omi_itself_prints_is_in_the_fonts(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert [text[at] for at in missing_in(text)] == []


@pytest.mark.parametrize("drawn", ["Nguyễn", "e\u0301", "a\u202fb", "a\u2003b", "a\u200db", "a\ufe0fb"])
def test_what_is_drawn_without_a_code_of_its_own(drawn: str) -> None:
    assert not [*missing_in(drawn)]
    render_pdf(page(f"<p>{drawn}</p>"), (templates_folder(),))
