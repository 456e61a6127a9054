"""The parts of a report → the body of a Word file: the cover, upright pages, pages across, each a section of Word's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Literal, TypeAlias

from omi_report.document.tree import HeadingBlock, Meta, Part
from omi_report.render.docx.markup import tag
from omi_report.render.docx.nodes import Node, WordParagraph, WordTable, xml_of
from omi_report.render.docx.styles import STYLES
from omi_report.render.docx.writer import WordPlace, Writer

Sheet: TypeAlias = Literal["cover", "upright", "across"]

_BEHIND_TABLE = 160
"""The room behind a table, in twentieths of a point."""


@dataclass(frozen=True, slots=True)
class PageEdges:
    """The ids of the relationships to header and footer of each kind of pages; those of a cover may be empty."""

    cover: tuple[str, str]
    upright: tuple[str, str]
    across: tuple[str, str]

    def of(self, sheet: Sheet) -> str:
        """Return what a section of pages says of its edges: the cover is a first page, which is unlike the others."""
        header, footer = {"cover": self.cover, "upright": self.upright, "across": self.across}[sheet]
        on_pages = "first" if sheet == "cover" else "default"
        return _edge("header", on_pages, header) + _edge("footer", on_pages, footer)


def body_xml(parts: Sequence[Part], meta: Meta, edges: PageEdges, writer: Writer) -> str:
    """Return the body of the file."""
    written, section = "", ""
    sheets = [(sheet, list(each)) for sheet, each in groupby(parts, _sheet_of)]
    for place, (sheet, own) in enumerate(sheets):
        section = _section(sheet, meta, edges, writer)
        nodes = [node for part in own for node in _part(part, sheet, writer)]
        written += xml_of(nodes if place == len(sheets) - 1 else _ended(nodes, section))
    return written + section


def _sheet_of(part: Part) -> Sheet:
    if part.kind in ("title-page", "back-cover"):
        return "cover"
    return "across" if "wide" in part.role.split() else "upright"


def _part(part: Part, sheet: Sheet, writer: Writer) -> Iterator[Node]:
    place = WordPlace(writer.theme.width if sheet != "across" else writer.theme.width_across)
    yield from writer.within((part.id,), _of_part(part, place, writer))


def _of_part(part: Part, place: WordPlace, writer: Writer) -> Iterator[Node]:
    if part.heading and not any(isinstance(block, HeadingBlock) and block.level == 1 for block in part.blocks):
        words = f"{part.label} {part.heading}" if part.label else part.heading
        yield writer.paragraph("heading 1", (words,), heading=True)
    yield from _spaced(writer.blocks((*part.introduction, *part.blocks), place), writer)


def _spaced(nodes: Iterable[Node], writer: Writer) -> Iterator[Node]:
    """Nodes with room between a table and what follows it, where the style has none: a table has none of its own."""
    roomy = {tag("w:pStyle", val=writer.style(style.name)) for style in STYLES if style.before}
    behind_table = False
    for node in nodes:
        if behind_table and isinstance(node, WordParagraph) and node.properties.get("pStyle") not in roomy:
            yield node.with_properties({"spacing": tag("w:spacing", before=_BEHIND_TABLE)})
        else:
            yield node
        behind_table = isinstance(node, WordTable)


def _ended(nodes: Sequence[Node], section: str) -> list[Node]:
    """Nodes that end a section: their last paragraph says so; behind a table there is one for it."""
    last = nodes[-1]
    if isinstance(last, WordParagraph):
        return [*nodes[:-1], last.with_properties({"sectPr": section})]
    return [*nodes, WordParagraph({"sectPr": section})]


def _edge(kind: str, on_pages: str, relation: str) -> str:
    return tag(f"w:{kind}Reference", given={"w:type": on_pages, "r:id": relation}) if relation else ""


def _section(sheet: Sheet, meta: Meta, edges: PageEdges, writer: Writer) -> str:
    page = writer.theme.page
    width, height = page.size if sheet != "across" else page.size[::-1]
    orient: dict[str, Any] = {"orient": "landscape"} if sheet == "across" else {}
    numbered = "line-numbers" in meta.marks and sheet != "cover"
    return tag(
        "w:sectPr",
        edges.of(sheet),
        tag("w:type", val="nextPage"),
        tag("w:pgSz", w=width, h=height, **orient),
        tag("w:pgMar", **dict[str, Any](page.margins), gutter=0),
        tag("w:lnNumType", countBy=1, restart="newPage") if numbered else "",
        tag("w:cols", space=720),
        tag("w:titlePg") if sheet == "cover" else "",
    )
