"""A Word file is whole: parts, styles, lists, notes and places that something refers to are there, once."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from typing import get_args
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import docx
import pytest

from omi_report.document.build import build_document
from omi_report.document.tree import Block
from omi_report.render.docx.blocks import WRITERS
from omi_report.render.docx.document import render_docx
from omi_report.render.look import Look
from omi_report.sheets import docx_of
from tests.parity.word import W, WordFile, own
from tests.samples import WESTMARK, inspected
from tests.unit.render.docx.everything import META, everything

LOOKS = {"standard": Look(), "large": Look("large-print", "high-contrast")}


@pytest.fixture(scope="module", params=LOOKS)
def file(request: pytest.FixtureRequest) -> WordFile:
    return WordFile(render_docx(everything(), LOOKS[request.param]))


def all_parts(file: WordFile) -> dict[str, Element]:
    return {name: ElementTree.fromstring(data) for name, data in file.files.items() if name.endswith((".xml", ".rels"))}


def test_every_type_of_block_has_a_function() -> None:
    assert set(WRITERS) == set(get_args(Block))


def test_a_block_of_no_known_type_is_not_dropped() -> None:
    class Unknown:
        TYPE = "unknown"

    with pytest.raises(KeyError):
        render_docx(everything(META, Unknown()), Look())  # type: ignore[arg-type]


def test_the_same_report_gives_the_same_bytes_at_any_time(monkeypatch: pytest.MonkeyPatch) -> None:
    first = render_docx(everything(), Look())
    monkeypatch.setattr("time.localtime", lambda *_: (2031, 1, 2, 3, 4, 5, 0, 2, 0))
    assert render_docx(everything(), Look()) == first
    assert render_docx(everything(), Look(), epoch=86_400) != first
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_large_figure_stands_above_what_it_is_of(file: WordFile) -> None:
    paragraphs = file.part("word/document.xml").iter(f"{W}p")
    words = ["".join(each.itertext()) for each in paragraphs]
    at = words.index("of 76 berths are let")
    assert words[at - 1 : at + 2] == ["66", "of 76 berths are let", "The harbour office"]


def test_every_part_is_declared_and_every_relationship_leads_to_one(file: WordFile) -> None:
    types = file.part("[Content_Types].xml")
    declared = {each.get("PartName", "").lstrip("/") for each in types} | {each.get("Extension") for each in types}
    for name in file.files:
        assert name in declared or name.rpartition(".")[2] in declared, name
    owners = [name.replace("_rels/", "").removesuffix(".rels") for name in file.files if name.startswith("word/_rels/")]
    leads = [target for owner in owners for target in file.relations_of(owner).values()]
    inner = {target for target in leads if not re.match(r"[a-z]+:", target)}
    assert inner <= set(file.files)
    reached = inner | {"word/document.xml", "docProps/core.xml", "docProps/custom.xml"}
    assert {name for name in file.files if not name.endswith(".rels")} - {"[Content_Types].xml"} <= reached
    used = set(re.findall(r'r:(?:id|embed)="([^"]+)"', file.files["word/document.xml"].decode()))
    assert used <= set(file.relations)


def test_styles_are_there_and_have_one_name_each(file: WordFile) -> None:
    names = [file.style_name(identifier) for identifier in file.styles]
    assert len(names) == len(set(names)) == len(list(file.part("word/styles.xml").iter(f"{W}style")))
    used = {
        own(each, "val")
        for part in all_parts(file).values()
        for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next")
        for each in part.iter(f"{W}{tag}")
    }
    assert used <= set(file.styles)


def test_lists_are_there_and_each_begins_anew(file: WordFile) -> None:
    numbering = file.part("word/numbering.xml")
    lists = [own(each, "numId") for each in numbering.iter(f"{W}num")]
    patterns = [own(each, "abstractNumId") for each in numbering.findall(f"{W}abstractNum")]
    assert len(lists) == len(set(lists)) > 5
    assert len(patterns) == len(set(patterns))
    assert {own(each.find(f"{W}abstractNumId"), "val") for each in numbering.iter(f"{W}num")} == set(patterns)
    assert {own(each, "val") for each in file.document.iter(f"{W}numId")} == set(lists)
    assert [child.tag for child in numbering] == sorted(child.tag for child in numbering)


def test_places_have_a_bookmark_each_that_begins_and_ends(file: WordFile) -> None:
    begins = [(own(each, "id"), own(each, "name")) for each in file.document.iter(f"{W}bookmarkStart")]
    ends = [own(each, "id") for each in file.document.iter(f"{W}bookmarkEnd")]
    assert len({number for number, _ in begins}) == len(begins) > 10
    assert sorted(ends) == sorted(number for number, _ in begins)
    names = [name for _, name in begins]
    assert len({name.casefold() for name in names}) == len(names)
    assert all(re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]{0,39}", name) for name in names)
    assert set(file.places) == set(names)
    leads = {own(each, "anchor") for each in file.document.iter(f"{W}hyperlink")} - {""}
    assert leads <= set(names)
    assert {"section-1", "criterion-1.1", "old-1.1", "box-also", "table-boats", "item-1"} <= set(file.places.values())


def test_drawings_have_numbers_of_their_own_and_say_what_they_show(file: WordFile) -> None:
    named = [each for each in file.document.iter() if each.tag.endswith(("}docPr", "}cNvPr"))]
    numbers = [each.get("id") for each in named]
    assert len(numbers) == len(set(numbers)) > 20
    said = [each for each in file.document.iter() if each.tag.endswith("}docPr")]
    for each in said:
        decoration = any(child.tag.endswith("}decorative") for child in each.iter())
        assert decoration != bool(each.get("descr"))
    texts = {each.get("descr") for each in said}
    assert texts == {None, "A harbour with two boats", "The bar code of this report"}


def test_fields_begin_and_end(file: WordFile) -> None:
    depth = 0
    for each in file.document.iter(f"{W}fldChar"):
        depth += {"begin": 1, "separate": 0, "end": -1}[own(each, "fldCharType")]
        assert depth in (0, 1)
    assert depth == 0
    said = " ".join(each.text or "" for each in file.document.iter(f"{W}instrText"))
    assert all(kind in said for kind in ("TOC ", "SEQ Table ", "SEQ Figure ", "NOTEREF note_bus "))


def test_a_program_that_counts_the_captions_anew_comes_to_the_same_numbers() -> None:
    paragraphs = WordFile(docx_of(build_document(inspected(WESTMARK)))).document.iter(f"{W}p")
    counts = dict.fromkeys(("SEQ Table", "SEQ Figure"), 0)
    for each in paragraphs:
        said = "".join(part.text or "" for part in each.iter(f"{W}instrText"))
        kind = next((kind for kind in counts if kind in said), None)
        if kind:
            counts[kind] += 1
            printed = "".join(part.text or "" for part in each.iter(f"{W}t"))
            assert re.match(rf"\w+ {counts[kind]}:", printed), printed
    assert min(counts.values()) > 3


def test_header_rows_come_again_and_no_row_is_parted(file: WordFile) -> None:
    tables = list(file.document.iter(f"{W}tbl"))
    assert len(tables) > 5
    for table in tables:
        rows = table.findall(f"{W}tr")
        assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] + [False] * (len(rows) - 1)
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        for row in rows:
            spans = [int(own(cell.find(f"{W}tcPr/{W}gridSpan"), "val") or 1) for cell in row.iter(f"{W}tc")]
            assert sum(spans) == columns
            assert all(cell[-1].tag == f"{W}p" for cell in row.iter(f"{W}tc"))


def test_notes_are_notes_of_word(file: WordFile) -> None:
    notes = {own(each, "id"): "".join(each.itertext()) for each in file.part("word/footnotes.xml")}
    assert notes == {"-1": "", "0": "", "1": " By the timetable."}
    assert [own(each, "id") for each in file.document.iter(f"{W}footnoteReference")] == ["1"]


def test_nothing_is_faked_by_blank_paragraphs_tabs_or_spaces(file: WordFile) -> None:
    for paragraph in file.document.iter(f"{W}p"):
        holds = any(child.tag in (f"{W}r", f"{W}hyperlink") for child in paragraph)
        ends_a_section = paragraph.find(f"{W}pPr/{W}sectPr") is not None
        numbered = paragraph.find(f"{W}pPr/{W}numPr") is not None
        assert holds or ends_a_section or numbered
    assert not list(file.document.iter(f"{W}tab"))
    assert not [each for each in file.document.iter(f"{W}t") if "\t" in (each.text or "")]


def test_what_xml_may_not_hold_and_what_a_link_may_not_lead_to_is_not_there(file: WordFile) -> None:
    text = file.files["word/document.xml"].decode()
    assert "\x07" not in text
    assert "javascript" not in "".join(file.relations.values())
    assert "https://example.org/?a=1&b=2" in file.relations.values()


def test_no_letter_is_smaller_than_the_edition_has_it(file: WordFile) -> None:
    sizes = [int(own(each, "val")) / 2 for each in file.part("word/styles.xml").iter(f"{W}sz")]
    defaults = file.part("word/styles.xml").find(f"{W}docDefaults//{W}sz")
    assert float(own(defaults, "val")) / 2 in (12, 16)
    assert min(sizes) == (16 if float(own(defaults, "val")) / 2 == 16 else 9.5)


def test_other_programs_open_it_and_find_its_properties(file: WordFile) -> None:
    read = docx.Document(io.BytesIO(render_docx(everything(), Look())))
    said = read.core_properties
    assert (said.title, said.subject, said.author) == (META.title, META.programme, META.inspectorate)
    assert (said.keywords, said.language, said.last_modified_by) == ("harbours, Saltmere", "en-GB", "")
    assert said.created is not None
    assert said.created.date().isoformat() == "2024-06-03"
    titles = [each.text.split() for each in read.paragraphs if each.style and each.style.name == "Title"]
    assert titles == [META.title.split()]
    assert read.sections[1].header.paragraphs[0].text.split() == META.stage_notice.split()
    assert read.sections[2].page_width == read.sections[1].page_height


def test_a_draft_numbers_its_lines_and_a_final_report_does_not() -> None:
    assert list(WordFile(render_docx(everything(), Look())).document.iter(f"{W}lnNumType"))
    final = replace(META, stage="final", marks=(), draft="", stage_notice="")
    assert not list(WordFile(render_docx(everything(final), Look())).document.iter(f"{W}lnNumType"))
