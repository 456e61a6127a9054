from __future__ import annotations

from xml.etree.ElementTree import fromstring

import pytest

from omi_report.errors import TagsError
from omi_report.render.pdf.tags.links import described, link, titles
from omi_report.render.pdf.tags.tree import Annotation, Mark, TagNode


def anchor(markup: str, *kids: TagNode | Mark | Annotation) -> TagNode:
    return link(TagNode(tag="a", element=fromstring(markup)), kids)


def annotation(number: int, left: float, bottom: float, right: float, top: float, page: int = 0) -> Annotation:
    return Annotation(page, number, (left, bottom, right, top))


def test_rectangles_of_a_line_become_one() -> None:
    made = anchor(
        "<a/>", annotation(1, 10, 100, 50, 112), annotation(2, 40, 99, 80, 110), annotation(3, 10, 85, 30, 97)
    )
    assert made.kids == (annotation(1, 10, 99, 80, 112), annotation(3, 10, 85, 30, 97))


def test_rectangles_of_two_pages_stay_two() -> None:
    assert len(anchor("<a/>", annotation(1, 0, 0, 9, 9), annotation(2, 0, 0, 9, 9, page=1)).kids) == 2


def test_a_link_in_a_link_dissolves() -> None:
    inner = TagNode(kind="Link", kids=(Mark(0, 1), annotation(2, 0, 0, 5, 5)))
    made = anchor("<a/>", annotation(1, 0, 0, 9, 9), TagNode(kind="Span", kids=(inner,)))
    span, kept = made.kids
    assert isinstance(span, TagNode)
    assert span.kids == (Mark(0, 1),)
    assert kept == annotation(1, 0, 0, 9, 9)


def test_the_title_of_a_place_is_its_first_heading_or_caption() -> None:
    section = fromstring('<section id="s"><div id="d"/><h2>The <b>part</b></h2></section>')
    kids = (TagNode(tag="div", element=section[0]), TagNode(tag="h2", element=section[1]))
    assert titles([TagNode(tag="section", element=section, kids=kids)]) == {"s": "The part", "d": ""}


def test_a_link_without_words_is_refused() -> None:
    made = anchor('<a href="#x">beside</a>', annotation(1, 0, 0, 9, 9, page=4))
    with pytest.raises(TagsError, match='page 5: the link to "#x" has no words'):
        described(made, {})


def test_a_picture_speaks_for_its_link() -> None:
    made = anchor('<a href="#x"/>', TagNode(kind="Figure", alt="The map"), annotation(1, 0, 0, 9, 9))
    (_, described_annotation) = described(made, {}).kids
    assert isinstance(described_annotation, Annotation)
    assert described_annotation.contents == "The map"
