"""The reports of whole areas: nothing lost, nothing twice, nothing that is painted changed."""

from __future__ import annotations

import io
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

import pikepdf
import pytest
import tinyhtml5
from fontTools.ttLib import TTFont
from pypdf import PdfReader

from omi_report.errors import PdfError
from omi_report.render.pdf.tags import boxes
from omi_report.resources import templates_folder
from tests.parity.blocks import PAGE_OF, words
from tests.pdf.conftest import Made
from tests.pdf.pages import both, page, tags
from tests.pdf.structure import Marked

_MARK = re.compile(rb"/(\w+)\s*<<\s*/MCID (\d+)\s*>>\s*BDC")


def elements(report: Made, name: str) -> Iterator[Element]:
    """The elements of a name in the page that the report was made from."""
    root: Element = tinyhtml5.parse(report.html, namespace_html_elements=False)
    return root.iter(name)


def text_of(element: Element) -> str:
    """The text of an element; a space stands for the end of a line."""
    inside = (f"{' ' if each.tag == 'br' else text_of(each)}{each.tail or ''}" for each in element)
    return (element.text or "") + "".join(inside)


def test_every_paragraph_is_one_element_with_the_same_words(report: Made) -> None:
    plain = [each for each in elements(report, "p") if not any(a.get("rel") for a in each.iter("a"))]
    expected = Counter(words(text_of(each)) for each in plain)
    found = Counter(PAGE_OF.sub("", words(tag.text)) for tag in report.structure.root.all("P"))
    assert len(plain) > 20
    assert not expected - found


def test_tables_lists_and_headings_are_as_many_as_on_the_page(report: Made) -> None:
    root = report.structure.root
    assert len(root.all("Table")) == sum(1 for _ in elements(report, "table")) > 3
    assert len(root.all("TR")) == sum(1 for _ in elements(report, "tr"))
    lists = sum(1 for name in ("ul", "ol", "dl") for _ in elements(report, name))
    assert len(root.all("L", "TOC")) == lists > 3
    titles = [words("".join(each.itertext())) for name in ("h1", "h2", "h3") for each in elements(report, name)]
    assert Counter(titles) == Counter(words(tag.text) for tag in root.all("H1", "H2", "H3"))


def test_every_mark_is_read_once_or_is_an_artifact(report: Made) -> None:
    claimed = Counter((mark.page, mark.number) for mark in report.structure.root.marks)
    assert set(claimed.values()) == {1}
    for number, each in enumerate(report.structure.pdf.pages, 1):
        content = _bare(each)
        assert sorted(int(mcid) for _, mcid in _MARK.findall(content)) == sorted(n for p, n in claimed if p == number)


def test_the_parent_tree_leads_back(report: Made) -> None:
    pdf = report.structure.pdf
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    owners = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    assert list(owners) == sorted(owners)
    assert pdf.Root.StructTreeRoot.ParentTreeNextKey == len(owners)
    for tag in report.structure.root.walk():
        for mark in tag.kids:
            if isinstance(mark, Marked):
                owner = owners[int(pdf.pages[mark.page - 1].obj.StructParents)][mark.number]
                assert str(owner.S) == f"/{tag.kind}"


def test_structure_is_of_standard_types_in_their_places(report: Made) -> None:
    allowed = {
        "L": {"LI", "L", "Caption"},
        "LI": {"Lbl", "LBody"},
        "TOC": {"TOCI", "TOC", "Caption"},
        "TOCI": {"Lbl", "Reference", "P", "TOC"},
        "Table": {"Caption", "THead", "TBody", "TFoot", "TR"},
        "THead": {"TR"},
        "TBody": {"TR"},
        "TFoot": {"TR"},
        "TR": {"TH", "TD"},
    }
    inside = {"LI": "L", "LBody": "LI", "TOCI": "TOC", "TR": ("Table", "THead", "TBody", "TFoot"), "TD": "TR"}
    for tag in report.structure.root.walk():
        assert set(tag.kinds) <= allowed.get(tag.kind, set(tag.kinds)), tag.kind
        if tag.kind in inside:
            assert tag.parent is not None
            assert tag.parent.kind in inside[tag.kind]
        assert tag.kids or tag.kind in ("TD", "TH")


def test_headings_begin_with_the_first_level_and_skip_none(report: Made) -> None:
    levels = [int(tag.kind[1]) for tag in report.structure.root.walk() if re.fullmatch("H[1-6]", tag.kind)]
    assert levels[0] == 1
    assert all(lower <= upper + 1 for upper, lower in pairwise(levels))
    assert levels.count(1) == 1


def test_every_link_is_in_the_tree_and_says_where_it_leads(report: Made) -> None:
    links = [link for tag in report.structure.root.all("Link") for link in tag.links]
    on_pages = [each for page in report.structure.pdf.pages for each in page.obj.get("/Annots", [])]
    assert {link.annotation.objgen for link in links} == {each.objgen for each in on_pages}
    assert len(links) == len(on_pages) > 20
    names = {each.get("id") for each in tinyhtml5.parse(report.html, namespace_html_elements=False).iter()}
    for link in links:
        contents = str(link.annotation.Contents)
        assert re.search(r"[A-Za-z]{3}", contents), contents
        assert contents not in names
    assert not any(tag.within("Link") for tag in report.structure.root.all("Link"))


def test_every_address_of_a_finding_a_story_and_a_recommendation_is_a_destination(report: Made) -> None:
    ids = set(re.findall(r'\bid="((?:finding|story|recommendation)-[^"]+)"', report.html))
    assert ids
    assert ids <= set(PdfReader(io.BytesIO(report.files.after)).named_destinations)


def test_content_is_painted_in_the_order_of_the_tree(report: Made) -> None:
    # The MCIDs of a page are numbered as they are painted
    order: dict[int, list[int]] = {}
    for mark in report.structure.root.marks:
        order.setdefault(mark.page, []).append(mark.number)
    assert {page: numbers for page, numbers in order.items() if numbers != sorted(numbers)} == {}


def test_running_heads_and_page_numbers_are_not_read(report: Made) -> None:
    *inside, back = report.structure.artifacts[2:]
    for number, texts in enumerate(inside, 3):
        assert str(number) in texts
    assert back == []  # the back of the cover has no number


def test_document_names_its_language_and_shows_its_title(report: Made) -> None:
    root = report.structure.pdf.Root
    assert str(root.Lang) == "en-GB"
    assert root.ViewerPreferences.DisplayDocTitle
    assert root.MarkInfo.Marked
    assert str(report.structure.pdf.docinfo.Title) in report.html


def test_nothing_that_is_painted_changes(report: Made, tmp_path: Path) -> None:
    bare = _without_figures(report.files.after)
    before, after = _images(report.files.before, tmp_path / "before"), _images(bare, tmp_path / "after")
    assert len(before) == len(report.structure.pdf.pages)
    assert before == after


def test_the_comparison_of_images_can_fail(tmp_path: Path) -> None:
    one, other = both(page("<p>one</p>")), both(page("<p>ome</p>"))
    assert _images(one.after, tmp_path / "one") != _images(other.after, tmp_path / "other")


def test_only_spaces_and_numbers_of_pages_are_written_into_texts(report: Made) -> None:
    with pikepdf.open(io.BytesIO(report.files.before)) as before:
        for old, new in zip(before.pages, report.structure.pdf.pages, strict=True):
            (texts, places), (new_texts, new_places) = _texts(_bare(old)), _texts(_bare(new))
            assert texts == new_texts
            assert new_places == pytest.approx(places, abs=0.002)


def test_the_same_page_gives_the_same_bytes(report: Made) -> None:
    small = page("<h1>Title</h1><p>text</p>", head="<title>Same</title>")
    assert both(small).after == both(small).after
    assert len(report.files.after) < len(report.files.before)


def test_tags_of_another_version_are_not_guessed_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(boxes._KINDS, "p", "Art")
    with pytest.raises(PdfError, match=r"page 1: .*laid out: Art for <p>; written: P.*WeasyPrint 70"):
        tags("<h1>x</h1><p>y</p>")


def test_a_document_without_a_title_is_refused() -> None:
    with pytest.raises(PdfError, match="the page has no title"):
        both(page("<p>x</p>", head=""))


def test_a_document_without_a_language_is_refused() -> None:
    with pytest.raises(PdfError, match="lang"):
        both(page("<p>x</p>", lang=""))


def _space() -> bytes:
    """The code of the space, which is the same in all fonts of a report."""
    codes: set[int] = set()
    for file in (templates_folder() / "fonts").glob("Atkinson*.ttf"):
        with TTFont(file) as face:
            codes.add(face.getGlyphID(face.getBestCmap()[ord(" ")]))
    (code,) = codes
    return b"%04x" % code


_SPACE = _space()
_GLYPH = re.compile(rb"<([0-9a-f]+)>")


def _texts(content: bytes) -> tuple[list[bytes], list[float]]:
    """The texts of a page, each as its glyphs with their font, without spaces, and the numbers that say where they are.

    Lines and colours are seen in the images.
    """
    font = b""
    texts: list[bytes] = []
    places: list[float] = []
    for line in content.splitlines():
        if line.endswith(b"Tf"):
            font = line
        elif line.endswith(b"TJ"):
            texts.append(font + b"".join(_GLYPH.findall(line)).replace(_SPACE, b""))
        elif line.endswith(b"Tm"):
            places += map(float, line.split()[:-1])
    return texts, places


def _bare(page: pikepdf.Page) -> bytes:
    """What a page paints, without the figures that are drawn beside its findings."""
    page.contents_coalesce()
    content: bytes = page.obj.Contents.read_bytes()
    beside = re.fullmatch(rb"\s*q\s(.*?)\sQ /Artifact <</Type /Layout>> BDC q.*Q EMC\s*", content, re.DOTALL)
    return beside[1] if beside else content


def _without_figures(data: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            page.obj.Contents = pdf.make_stream(_bare(page))
        file = io.BytesIO()
        pdf.save(file)
    return file.getvalue()


def _images(data: bytes, folder: Path) -> list[bytes]:
    folder.mkdir()
    (folder / "it.pdf").write_bytes(data)
    subprocess.run(["pdftoppm", "-r", "72", folder / "it.pdf", folder / "page"], check=True)
    return [image.read_bytes() for image in sorted(folder.glob("page-*.ppm"))]
