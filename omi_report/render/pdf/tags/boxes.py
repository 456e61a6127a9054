"""What WeasyPrint laid out, in the order in which it wrote its tags.

A finished PDF no longer says which HTML element a tag was made from; the boxes of the layout do.
This module walks the boxes exactly as WeasyPrint 70's own ``pdf/tags.py`` does, so that its tags,
taken in the order of their object numbers, can be laid beside them one by one (``bind``). Where
another version of WeasyPrint walks in another order, the two lists differ and ``bind`` says so; nothing
is guessed. Boxes are only read, and only through the attributes of ``Box``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol
from xml.etree.ElementTree import Element

SVG = "{http://www.w3.org/2000/svg}svg"
ROOTS = frozenset({"html", "body"})
"""Elements that have no tag; but WeasyPrint tags each line of text that stands straight in them."""
AVOID = frozenset({"avoid", "avoid-page"})
"""The styles of what no page break is to stand in, before or behind."""
POINTS = 0.75
"""So many points are a CSS pixel."""


class Box(Protocol):
    """The attributes of WeasyPrint's boxes that are read; some classes have only the first five."""

    element_tag: str | None
    element: Element | None
    children: Sequence[Box]
    style: Mapping[str, Any]
    link_annotation: object
    text: str
    at_keyword: str
    is_table_wrapper: bool
    colspan: int
    rowspan: int
    width: float
    height: float

    def content_box_x(self) -> float: ...  # noqa: D102 - WeasyPrint's
    def content_box_y(self) -> float: ...  # noqa: D102
    def get_wrapped_table(self) -> Box: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Piece:
    """A tag that WeasyPrint wrote for a box, or for a line of text within one.

    ``kind`` is the structure type that it wrote; empty for text that it put straight into the tag
    around it. ``bounds`` are left, top, right, bottom of a picture in points from the page's top.
    """

    kind: str
    tag: str = ""
    element: Element | None = None
    children: tuple[Piece, ...] = ()
    text: str = ""
    marked: bool = False
    linked: bool = False
    fixed: bool = False
    bounds: tuple[float, float, float, float] | None = None
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class PageBoxes:
    """The tags of a page, and the names of the margin boxes of its other marks (``@top-left``)."""

    pieces: tuple[Piece, ...]
    margins: tuple[str, ...]


def page_boxes(page: Box) -> PageBoxes:
    """Walk the boxes of a page, given its page box."""
    margins = [box for box in page.children if is_box(box, "MarginBox")]
    body = [box for box in page.children if not is_box(box, "MarginBox")]
    return PageBoxes(
        tuple(piece for box in body for piece in _pieces(box, "Document")),
        tuple(box.at_keyword for box in margins for _ in _marked(box)),
    )


def _pieces(box: Box, parent: str) -> Iterator[Piece]:
    """The tags of a box below a tag of the kind ``parent``: one, or for html and body those inside."""
    box = placed(box)
    tag = (box.element_tag or "") if box.element is not None else ""
    if tag in ROOTS and not is_box(box, "LineBox"):
        for child in box.children:
            yield from _pieces(child, parent)
        return
    kind = _kind(tag)
    if kind in ("TD", "TH") and parent in ("TD", "TH"):
        kind = "NonStruct"
    elif kind == "LI" and parent in ("LI", "LBody"):
        kind = "LBody" if parent == "LI" else "NonStruct"
    elif kind == "LI" and (tag != "li" or _unmarked(box)):
        yield Piece("LI", tag, box.element, (_piece(box, "LBody", tag),))
        return
    yield _piece(box, kind, tag)


def _piece(box: Box, kind: str, tag: str) -> Piece:
    children: Sequence[Box] = box.children
    if kind == "Table" and box.is_table_wrapper and (table := box.get_wrapped_table()) is not None:
        # The caption stands beside the table in a wrapper of both
        children = [inner for child in children for inner in (child.children if child is table else (child,))]
        box = table
    cell = kind in ("TD", "TH")
    return Piece(
        kind=kind,
        tag=tag,
        element=box.element,
        children=tuple(piece for child in _without_lines(children) for piece in _inside(child, kind)),
        marked=is_box(box, "ReplacedBox"),
        linked=bool(box.link_annotation),
        fixed=box.style["position"] == "fixed",
        bounds=_bounds(box) if kind == "Figure" else None,
        columns=box.colspan if cell else 1,
        rows=box.rowspan if cell else 1,
    )


def _inside(child: Box, kind: str) -> Iterator[Piece]:
    if is_box(child, "TextBox"):
        yield Piece("" if kind == "Link" else "Span", text=child.text, marked=True)
    else:
        yield from _pieces(child, kind)


def _without_lines(children: Sequence[Box]) -> Iterator[Box]:
    """Boxes of lines have no tags: what stands in the line takes their place."""
    for child in children:
        if is_box(child, "LineBox"):
            yield from child.children
        else:
            yield child


def _marked(box: Box) -> Iterator[Box]:
    """The boxes within a margin box that are painted as marked content."""
    box = placed(box)
    if is_box(box, "TextBox") or is_box(box, "ReplacedBox"):
        yield box
    for child in box.children:
        yield from _marked(child)


def _bounds(box: Box) -> tuple[float, float, float, float]:
    left, top = box.content_box_x(), box.content_box_y()
    return left * POINTS, top * POINTS, (left + box.width) * POINTS, (top + box.height) * POINTS


def _unmarked(box: Box) -> bool:
    return "list-item" not in box.style["display"] or box.style["list_style_type"] == "none"


def placed(box: Box) -> Box:
    """Return the box that stands for itself, or that an absolute box's placeholder stands for."""
    if is_box(box, "AbsolutePlaceholder"):
        return box._box  # type: ignore[attr-defined,no-any-return]
    return box


def is_box(box: object, name: str) -> bool:
    """Whether a box is of a class: by its name, since this module does not import WeasyPrint."""
    kind = type(box)
    if kind not in _CLASSES:
        _CLASSES[kind] = frozenset(base.__name__ for base in kind.__mro__)
    return name in _CLASSES[kind]


_CLASSES: dict[type, frozenset[str]] = {}
"""The names of each class of boxes and of its bases, looked up once."""

_KINDS = {
    "div": "Div",
    "span": "Span",
    "main": "Part",
    "article": "Art",
    "section": "Sect",
    "blockquote": "BlockQuote",
    "p": "P",
    "h1": "H1",
    "h2": "H2",
    "h3": "H3",
    "h4": "H4",
    "h5": "H5",
    "h6": "H6",
    "dl": "L",
    "ul": "L",
    "ol": "L",
    "li": "LI",
    "dt": "LI",
    "dd": "LI",
    "li::marker": "Lbl",
    "table": "Table",
    "tr": "TR",
    "th": "TH",
    "td": "TD",
    "thead": "THead",
    "tbody": "TBody",
    "tfoot": "TFoot",
    "img": "Figure",
    SVG: "Figure",
    "caption": "Caption",
    "figcaption": "Caption",
}


def _kind(tag: str) -> str:
    """The structure type that WeasyPrint 70 gives to an HTML tag (its ``_get_pdf_tag``)."""
    return "Link" if tag.partition(":")[0] == "a" else _KINDS.get(tag, "NonStruct")
