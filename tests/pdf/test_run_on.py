"""A part that is short shares its page with another."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from omi_report.document.tree import ParagraphBlock, Part
from omi_report.render.html.short_parts import is_short
from omi_report.render.pdf.layout import render_pdf
from omi_report.resources import templates_folder
from tests.pdf.pages import WORDS, page

STYLE = "body { margin: 0 } section { break-before: page } .right { break-before: right } .other { page: other }"
LINE = "<p>line</p>"
MANY = 6 * LINE


def pages(body: str) -> list[str]:
    """The first word of each section of each page."""
    data = render_pdf(page(body, STYLE), (templates_folder(),)).data
    return [
        " ".join(word for word in each.extract_text().split() if word != "line")
        for each in PdfReader(io.BytesIO(data)).pages
    ]


def section(name: str, lines: str, kind: str = "") -> str:
    return f"<section class='part {kind}'><p>{name}</p>{lines}</section>"


def test_what_follows_a_short_part_stands_on_its_page() -> None:
    assert pages(section("A", "") + section("B", MANY) + section("C", LINE)) == ["A B", "C"]


def test_what_follows_a_longer_part_has_a_page_of_its_own() -> None:
    assert pages(section("A", 3 * LINE) + section("B", LINE)) == ["A", "B"]


def test_the_end_of_a_long_part_is_no_short_part() -> None:
    assert pages(section("A", MANY + 2 * LINE) + section("B", LINE)) == ["A", "", "B"]


@pytest.mark.parametrize("kind", ["right", "other"])
def test_another_side_and_another_paper_are_other_pages(kind: str) -> None:
    assert [each for each in pages(section("A", LINE) + section("B", LINE, kind)) if each] == ["A", "B"]


def whole(lines: str) -> str:
    """A block that is not to be parted."""
    return f"<div style='break-inside: avoid'><p>whole</p>{lines}</div>"


def test_a_block_that_begins_high_up_is_parted_rather_than_moved() -> None:
    assert pages("<p>A</p>" + whole(7 * LINE + "<p>end</p>")) == ["A whole", "end"]


def test_a_block_that_begins_low_is_moved() -> None:
    assert pages(f"<p>A</p>{4 * LINE}" + whole(3 * LINE)) == ["A", "whole"]


def test_a_block_begins_where_what_leads_to_it_does() -> None:
    heading = "<p style='break-after: avoid'>heading</p>"
    lead = f"<p>A</p>{heading}<p style='break-after: avoid; margin-bottom: 10mm'>lead</p>"
    assert pages(lead + whole(5 * LINE + "<p>end</p>")) == ["A heading lead whole", "end"]


@pytest.mark.parametrize(("words", "edition", "short"), [(10, "standard", True), (10, "large-print", False)])
def test_how_long_a_part_is_depends_on_its_letters(words: int, edition: str, short: bool) -> None:
    part = Part("next", "next-steps", "Next steps", (ParagraphBlock((WORDS * words,)), ParagraphBlock(("",))))
    assert is_short(part, edition) is short  # type: ignore[arg-type]


def test_a_long_part_is_not_short() -> None:
    part = Part("next", "next-steps", "Next steps", tuple(ParagraphBlock((WORDS * 4,)) for _ in range(9)))
    assert not is_short(part, "standard")
