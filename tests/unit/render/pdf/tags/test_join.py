from __future__ import annotations

from xml.etree.ElementTree import Element

from omi_report.render.pdf.tags.join import joined
from omi_report.render.pdf.tags.tree import Annotation, Kid, Mark, TagNode, leaves

ONE, OTHER = Element("p"), Element("p")


def piece(element: Element, *kids: Kid, tag: str = "") -> TagNode:
    return TagNode(tag=tag or element.tag, element=element, kids=kids)


def test_pieces_of_one_element_become_one_where_the_first_stands() -> None:
    (whole, between) = joined([piece(ONE, Mark(0, 1)), piece(OTHER, Mark(0, 2)), piece(ONE, Mark(1, 0))])
    assert isinstance(whole, TagNode)
    assert whole.kids == (Mark(0, 1), Mark(1, 0))
    assert isinstance(between, TagNode)
    assert between.element is OTHER


def test_elements_that_look_the_same_stay_apart() -> None:
    assert len(joined([piece(ONE, Mark(0, 1, "same")), piece(OTHER, Mark(1, 1, "same"))])) == 2


def test_what_a_style_adds_is_apart_from_its_element() -> None:
    assert len(joined([piece(ONE, Mark(0, 0)), piece(ONE, Mark(0, 1), tag="p::after")])) == 2


def test_what_pieces_hold_is_joined_likewise() -> None:
    inner = Element("li")
    (whole,) = joined([piece(ONE, piece(inner, Mark(0, 0))), piece(ONE, piece(inner, Mark(1, 0)), Mark(1, 1))])
    assert isinstance(whole, TagNode)
    assert [type(kid) for kid in whole.kids] == [TagNode, Mark]


def test_a_repeated_head_is_an_artifact_but_keeps_its_links() -> None:
    head = Element("thead")
    link = Annotation(1, 7, (0, 0, 1, 1))
    (whole,) = joined([piece(head, Mark(0, 0)), piece(head, Mark(1, 0), link), piece(head, Mark(2, 0))])
    assert list(leaves((whole,))) == [Mark(0, 0), Mark(1, 0, artifact=True), link, Mark(2, 0, artifact=True)]


def test_the_last_foot_is_read() -> None:
    foot = Element("tfoot")
    (whole,) = joined([piece(foot, Mark(0, 0)), piece(foot, Mark(1, 0))])
    assert list(leaves((whole,))) == [Mark(0, 0, artifact=True), Mark(1, 0)]
