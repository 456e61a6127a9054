"""A house's own Word file gives a report its styles, its paper, its headers and footers, and nothing that does harm."""

from __future__ import annotations

import io
from dataclasses import replace

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.parser import parse_xml
from docx.shared import Mm, Pt

from omi_report.render.docx.document import render_docx
from omi_report.render.docx.house import read_house
from omi_report.render.docx.styles import STYLES
from omi_report.render.look import Look
from omi_report.word_package import WordFileError
from tests.parity.word import W, WordFile, of_word, own
from tests.unit.render.docx import test_file as whole
from tests.unit.render.docx.everything import META, everything, picture
from tests.word_files import with_parts

NAMES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
)
ATTACHED = f"{NAMES[1]}/attachedTemplate"
FINAL = replace(META, stage="final", draft="", stage_notice="", marks=())


def house_file(*, linked: bool = False) -> bytes:
    """A house's file: its own heading, paper, footer, a header with a picture, and words that are in no report."""
    import base64

    file = docx.Document()
    heading = file.styles["Heading 1"]
    heading.font.name, heading.font.size = "Georgia", Pt(21)
    section = file.sections[0]
    section.page_width, section.page_height, section.left_margin = Mm(200), Mm(280), Mm(40)
    section.footer.paragraphs[0].text = "The house's own footer"
    section.header.paragraphs[0].add_run().add_picture(io.BytesIO(base64.b64decode(picture())))
    if linked:
        section.header.part.rels.get_or_add_ext_rel(RELATIONSHIP_TYPE.IMAGE, "https://example.org/pixel.png")
    file.add_paragraph("Old words of the house")
    file.core_properties.author = "Somebody Else"
    data = io.BytesIO()
    file.save(data)
    return data.getvalue()


HOUSE = read_house(house_file(), "house.docx")


@pytest.fixture(scope="module")
def file() -> WordFile:
    return WordFile(render_docx(everything(FINAL), Look(), house=HOUSE))


def test_it_is_as_whole_as_a_file_without_one(file: WordFile) -> None:
    whole.test_every_part_is_declared_and_every_relationship_leads_to_one(file)
    whole.test_styles_are_there_and_have_one_name_each(file)
    whole.test_places_have_a_bookmark_each_that_begins_and_ends(file)


def test_the_styles_are_those_of_the_house_and_what_it_lacks_is_added(file: WordFile) -> None:
    heading = file.styles[HOUSE.named["heading 1"]]
    assert own(heading.find(f"{W}rPr/{W}rFonts"), "ascii") == "Georgia"
    names = {file.style_name(identifier).casefold() for identifier in file.styles}
    assert {style.name.casefold() for style in STYLES} <= names


def test_lists_of_the_house_stay_and_ours_come_behind_them(file: WordFile) -> None:
    numbering = file.part("word/numbering.xml")
    lists = [int(own(each, "numId")) for each in numbering.findall(f"{W}num")]
    patterns = [int(own(each, "abstractNumId")) for each in numbering.findall(f"{W}abstractNum")]
    assert len(set(lists)) == len(lists)
    assert len(set(patterns)) == len(patterns)
    order = [child.tag for child in numbering]
    assert order == sorted(order)
    used = {int(own(each, "val")) for each in file.document.iter(f"{W}numId")}
    assert used <= set(lists)
    assert min(used) > HOUSE.lists


def test_it_says_what_a_file_without_one_says(file: WordFile) -> None:
    plain = of_word(WordFile(render_docx(everything(FINAL), Look())))
    assert [block.text for block in of_word(file)] == [block.text for block in plain]


def test_the_paper_headers_and_footers_are_those_of_the_house() -> None:
    read = docx.Document(io.BytesIO(render_docx(everything(FINAL), Look(), house=HOUSE)))
    upright, across = read.sections[1], read.sections[2]
    assert (upright.page_width, upright.left_margin) == (across.page_height, across.left_margin)
    assert upright.page_width is not None
    assert abs(upright.page_width - Mm(200)) < Pt(0.1)
    assert upright.footer.paragraphs[0].text == "The house's own footer"
    assert [each.reltype for each in upright.header.part.rels.values()] == [RELATIONSHIP_TYPE.IMAGE]
    assert "Old words" not in "".join(each.text for each in read.paragraphs)
    assert read.core_properties.author == META.inspectorate


def test_a_draft_says_so_whatever_the_header_of_the_house() -> None:
    read = docx.Document(io.BytesIO(render_docx(everything(), Look(), house=HOUSE)))
    assert read.sections[1].header.paragraphs[0].text.split() == META.stage_notice.split()
    assert read.sections[1].footer.paragraphs[0].text == "The house's own footer"


def test_the_same_bytes_come_again() -> None:
    assert render_docx(everything(), Look(), house=HOUSE) == render_docx(everything(), Look(), house=HOUSE)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b"PK\x03\x04 no more", "damaged"),
        (house_file()[:-900], "damaged"),
        (with_parts(house_file(), {"word/vbaProject.bin": b"x"}), "holds macros"),
        (with_parts(house_file(), {"word/styles.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "safely"),
        (with_parts(house_file(), {"word/styles.xml": b"<x:styles xmlns:x='urn:x'/>"}), "save it anew"),
        (house_file(linked=True), "from elsewhere"),
    ],
    ids=["empty", "no archive", "cut off", "macros", "entities", "no styles", "a picture elsewhere"],
)
def test_a_file_that_might_do_harm_is_refused_in_a_line(data: bytes, said: str) -> None:
    with pytest.raises(WordFileError, match=said) as raised:
        read_house(data, "house.docx")
    assert str(raised.value).startswith("house.docx ")
    assert "\n" not in str(raised.value)


def test_what_a_house_links_to_beside_its_header_is_left_out() -> None:
    file = docx.Document(io.BytesIO(house_file()))
    file.part.rels.get_or_add_ext_rel(RELATIONSHIP_TYPE.IMAGE, "https://example.org/pixel.png")
    settings = file.part._settings_part
    relation = settings.relate_to("https://example.org/evil.dotm", ATTACHED, is_external=True)
    namespaces = 'xmlns:w="{}" xmlns:r="{}"'.format(*NAMES)
    settings.element.insert(0, parse_xml(f'<w:attachedTemplate {namespaces} r:id="{relation}"/>'))
    data = io.BytesIO()
    file.save(data)
    made = render_docx(everything(), Look(), house=read_house(data.getvalue(), "house.docx"))
    assert all(b"example.org/evil" not in part and b"pixel" not in part for part in WordFile(made).files.values())
