"""The structure tree while it is fixed. Nothing here is changed in place: each step returns a new tree."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias
from xml.etree.ElementTree import Element

Rectangle: TypeAlias = tuple[float, float, float, float]
"""Left, bottom, right, top, in points from the lower left corner of the page (ISO 32000-1, 7.9.5)."""

Value: TypeAlias = str | int | Rectangle | tuple[str, ...]
"""A structure attribute: a name, a count, a rectangle or the ids of header cells."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked-content sequence (ISO 32000-1, 14.6): a line of text, or a picture.

    ``page`` counts from 0; ``number`` is its MCID. An artifact is taken out of the tree and marked
    as such on the page.
    """

    page: int
    number: int
    text: str = ""
    artifact: bool = False


@dataclass(frozen=True, slots=True)
class Annotation:
    """The clickable rectangle of a link. ``number`` is its object's; ``contents`` what it is described by."""

    page: int
    number: int
    rectangle: Rectangle
    contents: str = ""


@dataclass(frozen=True, slots=True)
class Looks:
    """What only the layout knows of an element: where a picture stands and how far a cell spans."""

    page: int = 0
    bounds: Rectangle | None = None
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True, eq=False)
class TagNode:
    """An element: of the page as HTML (``tag``), then of the structure tree (``kind``).

    ``kind`` is a standard structure type (ISO 32000-1, 14.8.4); it is empty until ``shape`` has
    given it one. Nodes are compared by identity, as elements are.
    """

    tag: str = ""
    kind: str = ""
    element: Element | None = None
    kids: tuple[Kid, ...] = ()
    looks: Looks = Looks()
    alt: str = ""
    language: str = ""
    expansion: str = ""
    identifier: str = ""
    attributes: Mapping[str, Value] = field(default_factory=dict)

    def attribute(self, name: str) -> str:
        """Look up an attribute of the HTML element; empty where it has none."""
        return "" if self.element is None else self.element.get(name, "").strip()

    @property
    def words(self) -> str:
        """The text of the HTML element on one line, without its notes and what styles add to it."""
        if self.element is None:
            return ""
        notes = self.element.iterfind(".//span[@class='footnote']")
        return " ".join("".join(_texts(self.element, set(notes))).split())


def _texts(element: Element, without: Collection[Element]) -> Iterator[str]:
    """The texts of an element, less those of some elements in it."""
    if not without:
        yield from element.itertext()
        return
    yield element.text or ""
    for inner in element:
        if inner not in without:
            yield from _texts(inner, without)
        yield inner.tail or ""


Kid: TypeAlias = TagNode | Mark | Annotation


def walk(kids: Iterable[Kid]) -> Iterator[TagNode]:
    """All nodes, in reading order, each before what it holds."""
    for kid in kids:
        if isinstance(kid, TagNode):
            yield kid
            yield from walk(kid.kids)


def leaves(kids: Iterable[Kid]) -> Iterator[Mark | Annotation]:
    """All marks and annotations, in reading order."""
    for kid in kids:
        if isinstance(kid, TagNode):
            yield from leaves(kid.kids)
        else:
            yield kid


def painted(kids: Iterable[Kid]) -> str:
    """The text that is painted and read, its pieces joined as they stand."""
    return "".join(leaf.text for leaf in leaves(kids) if isinstance(leaf, Mark) and not leaf.artifact)


def faded(kid: Kid) -> Kid:
    """The same with all marks made artifacts."""
    match kid:
        case TagNode():
            return replace(kid, kids=tuple(faded(each) for each in kid.kids))
        case Mark():
            return replace(kid, artifact=True)
        case Annotation():
            return kid


def changed(node: TagNode, change: Callable[[TagNode], TagNode]) -> TagNode:
    """Apply a change to every node, the innermost first."""
    kids = tuple(changed(kid, change) if isinstance(kid, TagNode) else kid for kid in node.kids)
    untouched = all(new is old for new, old in zip(kids, node.kids, strict=True))
    return change(node if untouched else replace(node, kids=kids))
