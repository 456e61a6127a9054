"""HTML, PDF, Word and Govspeak say the same, block by block; and every way through the PDF leads where it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from outloud.model import Document

from omi_report.document.build import build_document
from omi_report.render.docx.document import render_docx
from omi_report.render.govspeak.document import render_govspeak
from omi_report.render.html.page import Renderer
from omi_report.render.look import Look
from omi_report.render.pdf.layout import render_pdf
from tests.parity.blocks import Block, of_page, of_pdf, words
from tests.parity.govspeak import GovspeakText
from tests.parity.word import WordFile, of_word
from tests.pdf.structure import Structure
from tests.samples import inspected

ROOT = Path(__file__).parent.parent.parent
WESTMARK = ROOT / "tests" / "golden" / "westmark"
REPORTS = {
    "hampshire": (ROOT / "areas" / "hampshire", Look()),
    "westmark": (WESTMARK, Look()),
    "large-print": (WESTMARK, Look("large-print", "high-contrast")),
}
AN_INCH = 72
NUMBER = re.compile(r"\d[\d.,]*")


@dataclass(frozen=True)
class Pair:
    """A report in both forms: the page, the file, and what each says."""

    page: str
    structure: Structure
    content: Document
    on_page: list[Block]
    in_pdf: list[Block]
    in_word: list[Block]
    in_govspeak: GovspeakText

    def place(self, name: str) -> Block:
        """What the PDF says at an id of the page: the block that the element with the id begins with."""
        index = next(index for index, block in enumerate(self.on_page) if name in block.ids)
        return self.in_pdf[index]


@pytest.fixture(scope="session", params=REPORTS)
def pair(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Pair:
    folder, look = REPORTS[request.param]
    document = build_document(inspected(folder))
    renderer = Renderer(document, look=look)
    page = renderer.screen_page()
    data = render_pdf(renderer.print_page(), tuple(renderer.folders)).data
    file = tmp_path_factory.mktemp("parity") / "report.pdf"
    file.write_bytes(data)
    structure = Structure(data)
    in_word = of_word(WordFile(render_docx(document, look)))
    govspeak = GovspeakText(render_govspeak(document, look).text)
    return Pair(page, structure, Document(file), of_page(page), of_pdf(structure), in_word, govspeak)


def differences(pair: Pair, page: list[Block]) -> list[tuple[Any, Any]]:
    return between(page, pair.in_pdf)


def between(page: list[Block], other_form: list[Block]) -> list[tuple[Any, Any]]:
    both = zip_longest((block.said for block in page), (block.said for block in other_form))
    return [(one, other) for one, other in both if one != other]


def test_both_say_the_same_block_by_block(pair: Pair) -> None:
    assert len(pair.on_page) > 200
    assert differences(pair, pair.on_page)[:3] == []


def test_word_says_the_same_block_by_block(pair: Pair) -> None:
    assert between(pair.on_page, pair.in_word)[:3] == []
    assert between(pair.on_page, pair.in_word[:-1])


def test_word_has_the_same_links_in_the_same_blocks(pair: Pair) -> None:
    assert [block.links for block in pair.in_word] == [block.links for block in pair.on_page]


def test_every_link_in_word_leads_to_the_words_that_it_leads_to_on_the_page(pair: Pair) -> None:
    targets = {name for block in pair.in_word for name in block.links}
    assert len(targets) > 10
    for name in targets:
        on_page = next(block for block in pair.on_page if name in block.ids)
        # on the page the place of an entry is its number or its words, in Word it is both
        assert on_page.said in [block.said for block in pair.in_word if name in block.ids]


def for_govuk(pair: Pair) -> list[Block]:
    """What GOV.UK is given: neither the title, for which it has a field, nor the contents, which it makes itself."""
    contents = pair.page.partition('<nav class="part contents"')[2].partition("</nav>")[0]
    page = pair.page.replace(contents, "", 1)
    lists = [block for block in of_page(page) if block.text not in ("•", "") and not re.fullmatch(r"\d+\.", block.text)]
    return [block for block in lists if block.kind != "H1"]


def test_govspeak_says_the_same_word_for_word(pair: Pair) -> None:
    # a draft says what it is at the head of the text, and not on a cover; pages have notes at the end of each part
    on_page = [word for block in for_govuk(pair) for word in block.text.split()]
    in_text = [word for block in pair.in_govspeak.blocks for word in block.text.split()]
    assert len(on_page) > 1000
    both = enumerate(zip(on_page, in_text, strict=False))
    first = next((place for place, (one, other) in both if one != other), 0)
    shown = slice(max(first - 10, 0), first + 15)
    assert (on_page[shown], len(on_page)) == (in_text[shown], len(in_text))


def test_govspeak_has_the_same_headings_and_cells(pair: Pair) -> None:
    for kinds in (("H2", "H3", "H4"), ("TH", "TD")):
        on_page = [block.said for block in for_govuk(pair) if block.kind in kinds]
        in_text = [block.said for block in pair.in_govspeak.blocks if block.kind in kinds]
        assert len(on_page) > 10
        assert in_text == on_page


def test_every_address_of_a_heading_is_one_in_govspeak(pair: Pair) -> None:
    sections = {
        name for block in pair.on_page for name in block.ids if re.fullmatch(r"(section|criterion)-[\d.]+", name)
    }
    assert len(sections) > 4
    assert sections <= set(pair.in_govspeak.ids)
    assert {name for block in pair.in_govspeak.blocks for name in block.links} <= set(pair.in_govspeak.ids)


@pytest.mark.parametrize(
    "change",
    [
        lambda page: re.sub(r"(<data [^>]*>)\d", r"\g<1>", page, count=1),
        lambda page: page.replace("<p>", "<p>Not ", 1),
        lambda page: page.replace("<td", "<th").replace("</td>", "</th>"),
        lambda page: page.replace("</p>", "", 1).replace("<p>", "<p></p>", 1).replace("</h3>", "</h3><p>more</p>", 1),
    ],
    ids=["a figure", "a word", "a kind of cell", "a paragraph"],
)
def test_a_difference_is_found(pair: Pair, change: Any) -> None:
    assert differences(pair, of_page(change(pair.page)))


def test_every_figure_is_in_both(pair: Pair) -> None:
    # Equal blocks have equal numbers; this says that there were some, in prose, in tables and in charts.
    by_kind = {block.kind: 0 for block in pair.in_pdf}
    for one, other in zip(pair.on_page, pair.in_pdf, strict=True):
        assert NUMBER.findall(one.text) == NUMBER.findall(other.text)
        by_kind[one.kind] += len(NUMBER.findall(one.text))
    assert min(by_kind["text"], by_kind["TD"], by_kind["Caption"]) > 5


def test_both_have_the_same_links_in_the_same_blocks(pair: Pair) -> None:
    found = [block.links for block in pair.in_pdf]
    assert found == [block.links for block in pair.on_page]
    assert sum(map(len, found)) > 30


def test_every_link_lands_on_the_words_that_it_leads_to(pair: Pair) -> None:
    for name in {name for block in pair.in_pdf for name in block.links}:
        page, height = destinations(pair)[name]
        assert_lands(pair, page, height, pair.place(name), name)


def test_every_line_of_the_contents_says_its_page_and_is_called_as_the_place_is(pair: Pair) -> None:
    lines = [block for block in pair.in_pdf if block.says_page]
    assert len(lines) == sum("contents-list" in item for item in pair.page.split("<nav")[1:]) * len(lines) > 10
    for line in lines:
        (name,) = line.links
        place = pair.place(name)
        assert line.says_page == str(destinations(pair)[name][0]) == printed_number(pair, place.marks[0].page)
        assert line.text == place.text or line.text.startswith(f"{place.text} ")  # its rating stands behind


def test_every_reference_in_a_text_says_the_page_of_its_place(pair: Pair) -> None:
    said = [block for block in pair.in_pdf if block.refers_to]
    assert said
    for block in said:
        assert list(block.refers_to) == [destinations(pair)[name][0] for name in block.links]


def test_every_bookmark_is_called_as_its_place_and_leads_there(pair: Pair) -> None:
    headings = [block for block in pair.in_pdf if block.kind in ("H1", "H2")]
    criteria = [block for block in pair.on_page if any(re.fullmatch(r"criterion-[\d.]+", name) for name in block.ids)]
    marks = list(bookmarks(pair.structure.pdf))
    assert len(marks) == len(headings) + len(criteria) > 10
    for title, page, height in marks:
        place = next(block for block in pair.in_pdf if block.text == words(title) and block.kind.startswith("H"))
        if place.kind == "H1":  # in the middle of the cover, which it leads to the top of
            assert page == 1
        else:
            assert_lands(pair, page, height, place, title)


def assert_lands(pair: Pair, page: int, height: float, place: Block, what: str) -> None:
    """A destination is the page of a place, at its top or a little above."""
    first = place.marks[0]
    assert page == first.page, what
    _, bottom, _, top = pair.content.content(page - 1).mcid_bbox[None, first.number]
    # the box of a letter is a little higher than any letter in it
    assert -0.2 * (top - bottom) <= height - top <= AN_INCH, what


def destinations(pair: Pair) -> dict[str, tuple[int, float]]:
    """The page, from 1, and the height on it of each named destination."""
    names = list(pair.structure.pdf.Root.Names.Dests.Names)
    return {str(name): _spot(pair.structure.pdf, spot) for name, spot in zip(names[::2], names[1::2], strict=True)}


def bookmarks(pdf: pikepdf.Pdf) -> Iterator[tuple[str, int, float]]:
    """The title of each bookmark, and where it leads."""

    def inside(items: Any) -> Iterator[tuple[str, int, float]]:
        for item in items:
            yield item.title, *_spot(pdf, item.destination)
            yield from inside(item.children)

    with pdf.open_outline() as outline:
        yield from inside(outline.root)


def _spot(pdf: pikepdf.Pdf, destination: Any) -> tuple[int, float]:
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
    return pages[destination[0].objgen], float(destination[3])


def printed_number(pair: Pair, page: int) -> str:
    """The number that is printed at the foot of a page, behind those of drawings."""
    return [str(text).strip() for text in pair.structure.artifacts[page - 1] if text.strip().isdigit()][-1]
