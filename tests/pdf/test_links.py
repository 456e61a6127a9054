"""Links: what holds them, where they can be clicked, and what they are described by."""

from __future__ import annotations

from typing import Any

import pikepdf
import pytest

from tests.pdf.pages import structure

PLACE = '<section id="place"><h1>Appendix 1 The place</h1></section>'
PRINT = 4


def rectangles(found: Any) -> list[Any]:
    return list(found.pdf.pages[0].obj.get("/Annots", []))


def test_elements_within_a_link_add_no_link_of_their_own() -> None:
    found = structure('<p><a href="#place"><span>1</span> <b>Two <i>three</i></b></a></p>' + PLACE)
    link = found.root.one("Link")
    assert link.text == "1 Two three"
    assert len(link.links) == len(rectangles(found)) == 1
    assert link.tags == []


def test_the_rectangle_of_a_line_holds_all_of_it() -> None:
    found = structure('<p><a href="#place">one <b style="font-size: 20pt">TWO</b> three</a></p>' + PLACE)
    (annotation,) = rectangles(found)
    left, bottom, right, top = (float(value) for value in annotation.Rect)
    assert right - left > 80
    assert top - bottom > 16


def test_annotations_print_and_are_found_by_the_parent_tree() -> None:
    found = structure('<p><a href="#place">here</a> <a href="https://example.org">there</a></p>' + PLACE)
    numbers = list(found.pdf.Root.StructTreeRoot.ParentTree.Nums)
    owners = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    for annotation in rectangles(found):
        assert int(annotation.F) & PRINT
        owner = owners[int(annotation.StructParent)]
        assert owner.S == "/Link"
        assert any(isinstance(kid, pikepdf.Dictionary) and kid.Obj == annotation for kid in owner.K)
    assert found.pdf.pages[0].obj.Tabs == "/S"


@pytest.mark.parametrize(
    ("link", "contents"),
    [
        ('<a href="#place">Appendix 1</a>', "Appendix 1 The place"),
        ('<a href="#place">see there</a>', "see there: Appendix 1 The place"),
        ('<a href="#place">Appendix 1 The place, below</a>', "Appendix 1 The place, below"),
        ('<a href="#bare">a sentence</a>', "a sentence"),
        ('<a href="https://example.org/a?b=c">the guidance</a>', "the guidance (example.org)"),
        ('<a href="https://example.org/">https://example.org/</a>', "https://example.org/"),
        ('<a href="mailto:post@example.org">write to us</a>', "write to us (post@example.org)"),
        ('<a href="https://example.org" aria-label="Guidance of example.org">here</a>', "Guidance of example.org"),
    ],
)
def test_a_link_says_where_it_leads(link: str, contents: str) -> None:
    found = structure(f'<p id="bare">{link}</p>{PLACE}')
    assert found.root.one("Link").contents == [contents]


def test_a_word_parted_at_the_end_of_a_line_is_whole_in_the_description() -> None:
    found = structure('<p style="width: 20mm"><a href="#bare">inter&shy;vention plans</a></p><p id="bare">x</p>')
    contents = set(found.root.one("Link").contents)
    assert {each.replace("\xad", "") for each in contents} == {"intervention plans"}
