"""What a report says, block by block in reading order: once from its HTML, once from the tags of its PDF.

Both come out in the names of the tags, so that the lists can be laid side by side. Words are parted alike in both;
soft hyphens count for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

import tinyhtml5

from tests.pdf.structure import INLINE_KINDS, Marked, Structure, Tag

KINDS = {
    **{f"h{level}": f"H{level}" for level in range(1, 7)},
    "th": "TH",
    "td": "TD",
    "caption": "Caption",
    "figcaption": "Caption",
}
"""The tags of elements that have one of their own; all other text is "text"."""

INLINE = frozenset("a abbr b br cite code data em i q s small span strong sub sup svg time u".split())
UNMARKED = {"findings", "glance-scale", "legend"}
"""Lists that bring their own letters, or have none. So has the contents."""

_ON_SCREEN = {"open-data", "skip"}
"""What the screen alone has: the figures as files, and links past something. Drawings are passed over as well."""


@dataclass(frozen=True)
class Block:
    """A run of text without a paragraph's end in it. ``ids`` begin with it; ``marks`` are those of the PDF.

    ``says_page`` is the page that a line of the contents says, ``refers_to`` are those that references say.
    """

    kind: str
    text: str
    ids: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    marks: tuple[Marked, ...] = ()
    says_page: str = ""
    refers_to: tuple[int, ...] = ()

    @property
    def said(self) -> tuple[str, str]:
        """What must be the same in both."""
        return self.kind, self.text


PAGE_OF = re.compile(r", page (\d+)(?=\))| \(page (\d+)\)")
"""What print adds to a reference."""


def words(text: str) -> str:
    """A text on one line, without soft hyphens."""
    return " ".join(text.replace("\xad", "").split())


def of_page(page: str) -> list[Block]:
    """The blocks of an HTML page, with the numbers, bullets and addresses that its styles put before and after."""
    root: Element = tinyhtml5.parse(page, namespace_html_elements=False)
    main = next(each for each in root.iter("main") if each.get("id") == "main")
    return list(_Page().blocks(main))


class _Page:
    """Gathers the text of elements until one of them ends a block."""

    def __init__(self) -> None:
        self._text: list[str] = []
        self._ids: list[str] = []
        self._links: list[str] = []
        self._contents = False

    def blocks(self, element: Element, kind: str = "text") -> Iterator[Block]:
        if element.tag == "br":
            self._text.append(" ")
        if element.tag.endswith("svg") or element.get("class") in _ON_SCREEN:
            return
        block = element.tag not in INLINE
        inner = KINDS.get(element.tag, kind if not block else "text")
        if block:
            yield from self._end(kind)
        if element.get("id"):
            self._ids.append(element.get("id", ""))
        if element.get("href", "").startswith("#"):
            self._links.append(element.get("href", "")[1:])
        self._text.append(element.text or "")
        self._contents = self._contents or element.tag == "nav"
        marked = not self._contents and not UNMARKED & set((element.get("class") or "").split())
        for number, child in enumerate(element, int(element.get("start", 1))):
            if child.tag == "li" and marked:
                yield from self._end("text")
                yield Block("text", f"{number}." if element.tag == "ol" else "•")
            yield from self.blocks(child, inner)
            self._text.append(child.tail or "")
        if element.get("rel") == "external" and element.get("class") != "address":
            self._text.append(f" ({element.get('href')})")
        if block:
            yield from self._end(inner)
        if element.tag == "nav":
            self._contents = False

    def _end(self, kind: str) -> Iterator[Block]:
        text = words("".join(self._text))
        self._text = []
        if text:
            yield Block(kind, text, tuple(self._ids), tuple(self._links))
            self._ids, self._links = [], []


def of_pdf(structure: Structure) -> list[Block]:
    """The blocks of a PDF. The page number of a line of the contents stands beside its text."""
    return [block for block in _runs(structure.root) if block.text]


def _runs(tag: Tag) -> Iterator[Block]:
    gathered: list[Marked] = []
    links: list[str] = []
    for kid in tag.kids:
        if isinstance(kid, Tag) and kid.kind not in INLINE_KINDS:
            yield _block(tag, gathered, links)
            gathered, links = [], []
            yield from _runs(kid)
        elif isinstance(kid, Tag):
            gathered += kid.marks
            links += [_target(link) for link in kid.all("Link") if _target(link)]
        elif isinstance(kid, Marked):
            gathered.append(kid)
    yield _block(tag, gathered, links)


def _block(tag: Tag, marks: list[Marked], links: list[str]) -> Block:
    kind = tag.kind if tag.kind in KINDS.values() else "text"
    page = ""
    if tag.kind == "TOCI" and marks:
        page = marks[-1].text.strip()
        marks = marks[:-1]
    text = words("".join(mark.text for mark in marks))
    pages = tuple(int(one or other) for one, other in PAGE_OF.findall(text))
    return Block(kind, PAGE_OF.sub("", text), (), tuple(links), tuple(marks), page, pages)


def _target(link: Tag) -> str:
    """The id that a link leads to; nothing for one that leads out of the report."""
    annotation = link.links[0].annotation
    return str(annotation.Dest) if "/Dest" in annotation else ""
