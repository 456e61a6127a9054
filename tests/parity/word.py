"""What a Word file says, block by block in reading order, in the names of the tags of a PDF.

It is read as any program would: from the archive and its XML, with the numbers that Word would count. Nothing of what
wrote it is used.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from omi_report.prose.links import is_address
from tests.parity.blocks import Block, words

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
CAPTIONS = {"caption", "Quotation Source"}


class WordFile:
    """A Word file that was read: the parts that say what the body means."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.files = {name: archive.read(name) for name in archive.namelist()}
        self.document = self.part("word/document.xml")
        self.styles = {own(style, "styleId"): style for style in self.part("word/styles.xml").iter(f"{W}style")}
        self.relations = self.relations_of("word/document.xml")
        self.places = {each.get("bookmark", ""): each.get("id", "") for each in self.part("customXml/item1.xml")}
        self._numbering = self.part("word/numbering.xml")
        self._counts: dict[str, int] = {}

    def part(self, name: str) -> Element:
        return ElementTree.fromstring(self.files[name])

    def relations_of(self, name: str) -> dict[str, str]:
        """What the ids in a part lead to: names of other parts, or addresses."""
        folder, file = posixpath.split(name)
        found = {}
        for each in self.part(f"{folder}/_rels/{file}.rels"):
            target = each.get("Target", "")
            inner = each.get("TargetMode") != "External"
            found[each.get("Id", "")] = posixpath.normpath(posixpath.join(folder, target)) if inner else target
        return found

    def style_name(self, identifier: str) -> str:
        return own(self.styles[identifier].find(f"{W}name"), "val") if identifier else "Normal"

    def label(self, numbered: Element) -> str:
        """The number of an entry of a list, counted on from the one before it."""
        number, level = own(numbered.find(f"{W}numId"), "val"), own(numbered.find(f"{W}ilvl"), "val")
        entry = next(each for each in self._numbering.iter(f"{W}num") if own(each, "numId") == number)
        pattern = own(entry.find(f"{W}abstractNumId"), "val")
        shape = next(each for each in self._numbering.iter(f"{W}abstractNum") if own(each, "abstractNumId") == pattern)
        lines = next(each for each in shape.iter(f"{W}lvl") if own(each, "ilvl") == level)
        start = own(entry.find(f"{W}lvlOverride/{W}startOverride"), "val")
        assert own(entry.find(f"{W}lvlOverride"), "ilvl") == level
        count = self._counts.get(number, int(start) - 1) + 1
        self._counts[number] = count
        text = own(lines.find(f"{W}lvlText"), "val")
        return text.replace(f"%{int(level) + 1}", in_format(own(lines.find(f"{W}numFmt"), "val"), count))


def own(element: Element | None, name: str) -> str:
    """An attribute of Word's own; nothing where there is no element."""
    return "" if element is None else element.get(f"{W}{name}", "")


def in_format(format_: str, count: int) -> str:
    times, letter = divmod(count - 1, 26)
    return chr(ord("a") + letter) * (times + 1) if format_ == "lowerLetter" else str(count)


def of_word(file: WordFile) -> list[Block]:
    """The blocks of a Word file. The number of an entry of a list is a block before its words."""
    body = file.document.find(f"{W}body")
    assert body is not None
    return [block for child in body for block in _blocks(child, file, "text") if block.text]


def _blocks(element: Element, file: WordFile, kind: str) -> Iterator[Block]:
    if element.tag == f"{W}p":
        yield from _paragraph(element, file, kind)
    elif element.tag == f"{W}tbl":
        for row in element.iter(f"{W}tr"):
            header = row.find(f"{W}trPr/{W}tblHeader") is not None
            for place, cell in enumerate(row.iter(f"{W}tc")):
                head = header or place == 0
                for each in cell.iter(f"{W}p"):
                    yield from _paragraph(each, file, "TH" if head else "TD")


def _paragraph(paragraph: Element, file: WordFile, kind: str) -> Iterator[Block]:
    numbered = paragraph.find(f"{W}pPr/{W}numPr")
    names = (own(each, "name") for each in paragraph.iter(f"{W}bookmarkStart"))
    ids = tuple(file.places[name] for name in names if not name.startswith("_"))  # those say where a place goes on
    if numbered is not None:
        yield Block("text", file.label(numbered), ids)
    name = file.style_name(own(paragraph.find(f"{W}pPr/{W}pStyle"), "val"))
    links = tuple(file.places[own(each, "anchor")] for each in paragraph.iter(f"{W}hyperlink") if own(each, "anchor"))
    text = "".join(_text(paragraph, file.relations))
    yield Block(_kind(paragraph, name) or kind, words(text), ids, links)


def _kind(paragraph: Element, style: str) -> str:
    outline = own(paragraph.find(f"{W}pPr/{W}outlineLvl"), "val")
    if style in CAPTIONS:
        return "Caption"
    if style == "Title":
        return "H1"
    if style == "Criterion Heading":
        return "H3"
    if style.startswith("heading "):
        return f"H{int(style.removeprefix('heading ')) + 1}"
    return f"H{int(outline) + 2}" if outline else ""


def _text(element: Element, relations: Mapping[str, str]) -> Iterator[str]:
    for child in element:
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag == f"{W}br":
            yield " "
        elif child.tag in (f"{W}r", f"{W}hyperlink"):
            inside = "".join(_text(child, relations))
            yield inside
            address = relations.get(child.get(f"{R}id", ""), "")
            if address and not is_address(inside, address):
                yield f" ({address})"  # as print has it
