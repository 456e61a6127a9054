"""Blocks → paragraphs and tables: a function for each type of block, and the table of them (`WRITERS`)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from omi_report.document.inlines import Inlines
from omi_report.document.tree import (
    BarCodeBlock,
    BoxBlock,
    CalloutBlock,
    ChartBlock,
    ContentsBlock,
    DivisionBlock,
    FactsBlock,
    FindingsBlock,
    FoldedBlock,
    HeadingBlock,
    ImageBlock,
    JudgementBlock,
    ListBlock,
    ParagraphBlock,
    QuotationBlock,
    TableBlock,
    VerbatimBlock,
)
from omi_report.render.docx.charts import write_chart
from omi_report.render.docx.contents import write_contents
from omi_report.render.docx.facts import write_facts, write_judgement
from omi_report.render.docx.frames import FRAMES
from omi_report.render.docx.lists import write_findings, write_list
from omi_report.render.docx.markup import on, tag, words
from omi_report.render.docx.nodes import Node, WordParagraph
from omi_report.render.docx.pictures import write_bar_code, write_image
from omi_report.render.docx.tables import write_table
from omi_report.render.docx.writer import WordPlace, Write, Writer, leveled

DEEPEST_HEADING: Final = 5
"""The level of the last headings that have a style; deeper ones have it as well, as in HTML."""

_ROLES: Final[Mapping[str, str]] = {
    "programme": "Cover Programme",
    "led-by": "Subtitle",
    "publisher": "Subtitle",
    "stage": "Draft Notice",
    "signature": "Signature",
    "in-short": "Recommendation",
    **dict.fromkeys("answers answered due filed licence rounding source glance-what".split(), "Small Text"),
}
"""The styles of paragraphs with a role; one with another role is plain."""


def heading_style(level: int) -> str:
    """Return the style of headings of a level: the title of the report is on the first, parts are on the second."""
    return "Title" if level <= 1 else f"heading {min(level - 1, DEEPEST_HEADING)}"


def write_heading(level: int, children: Inlines, writer: Writer, place: WordPlace, style: str = "") -> Iterator[Node]:
    """Write a heading of a level; in a frame with the frame's style."""
    named = style or (place.heading if level > 1 else "") or heading_style(level)
    paragraph = writer.paragraph(named, children, heading=True)
    outline = on("outlineLvl", min(level - 2, DEEPEST_HEADING - 1)) if place.heading and level > 1 else {}
    yield paragraph.with_properties(outline)


def _paragraph(block: ParagraphBlock, writer: Writer, place: WordPlace) -> Iterator[Node]:
    role = next((_ROLES[name] for name in block.role.split() if name in _ROLES), "")
    paragraph = writer.paragraph(role or _style_of_text(writer, place), block.children)
    ends = block.children[-1] if block.children else ""
    leads_on = isinstance(ends, str) and ends.rstrip().endswith(":")
    yield paragraph.with_properties(on("keepNext")) if leads_on else paragraph


def _style_of_text(writer: Writer, place: WordPlace) -> str:
    """The style of a paragraph: that of the place, that of a list's entry, or of what goes on in one."""
    if place.text:
        return place.text
    if not place.depth or writer.waits_for_words:
        return "Normal"
    return leveled("List Continue", place.depth)


def _heading(block: HeadingBlock, writer: Writer, place: WordPlace) -> Iterator[Node]:
    yield from write_heading(block.level, block.children, writer, place)


def _quotation(block: QuotationBlock, writer: Writer, place: WordPlace) -> Iterator[Node]:
    style = "Quoted Words" if block.by else "Quote"
    yield from writer.blocks(block.blocks, replace(place, text=style))
    if block.by:
        yield writer.paragraph("Quotation Source", block.by)


def _verbatim(block: VerbatimBlock, writer: Writer, _place: WordPlace) -> Iterator[Node]:
    lines = block.text.rstrip("\n").split("\n")
    inside = tag("w:r", tag("w:br")).join(
        tag("w:r", tag("w:t", words(line), given={"xml:space": "preserve"})) for line in lines
    )
    yield writer.paragraph("Verbatim", inside=inside)


_FRAMES_OF_ROLES: Final[Mapping[str, str]] = {
    "notice": "notice",
    "advice": "notice",
    "statement": "statement",
    "conclusion": "statement",
    "story": "story",
    "recommended": "recommended",
}


def _callout(block: CalloutBlock, writer: Writer, place: WordPlace) -> Iterable[Node]:
    name = next((_FRAMES_OF_ROLES[role] for role in block.role.split() if role in _FRAMES_OF_ROLES), "")
    return _framed(name, writer, place, lambda inner: writer.blocks(block.blocks, inner))


def _folded(block: FoldedBlock, writer: Writer, place: WordPlace) -> Iterable[Node]:
    """Write what is folded on a screen. Paper has nothing that opens."""
    return writer.blocks(block.blocks, place)


def _framed(
    name: str, writer: Writer, place: WordPlace, write: Callable[[WordPlace], Iterable[Node]]
) -> Iterator[Node]:
    """What stands in a frame, each paragraph with its line; without a frame, or in another one, as it is."""
    if not name or place.framed:
        yield from write(place)
        return
    frame = FRAMES[name]
    around = frame.properties(writer.theme)
    inner = replace(place, framed=True, text=frame.style, heading=frame.heading)
    own = {writer.style(frame.style), writer.style(frame.heading)}
    for node in write(inner):
        has_it = isinstance(node, WordParagraph) and any(
            f'"{each}"' in node.properties.get("pStyle", "") for each in own
        )
        yield node.with_properties(around) if isinstance(node, WordParagraph) and not has_it else node


def _division(block: DivisionBlock, writer: Writer, place: WordPlace) -> Iterator[Node]:
    def inside(inner: WordPlace) -> Iterator[Node]:
        label = f"{block.label} " if block.label else ""
        style = "Criterion Heading" if block.role == "criterion" and not inner.heading else ""
        yield from write_heading(block.level, (f"{label}{block.heading}",), writer, inner, style)
        for node in writer.blocks(block.lead, inner):  # the head of a division stays with what it is the head of
            yield node.with_properties(on("keepNext")) if isinstance(node, WordParagraph) else node
        yield from writer.blocks(block.blocks, inner)

    framed = _framed(_FRAMES_OF_ROLES.get(block.role, ""), writer, place, inside)
    yield from writer.within((block.id, *block.also), framed)


def _box(block: BoxBlock, writer: Writer, place: WordPlace) -> Iterator[Node]:
    def inside(inner: WordPlace) -> Iterator[Node]:
        title = f"{block.name}: {block.heading}" if block.heading else block.name
        yield from write_heading(block.level, (title,), writer, inner)
        yield from writer.blocks(block.blocks, inner)

    yield from writer.within((block.id, *block.also), _framed(block.side, writer, place, inside))


def _findings(block: FindingsBlock, writer: Writer, place: WordPlace) -> Iterator[Node]:
    def inside(inner: WordPlace) -> Iterator[Node]:
        yield from write_heading(block.level, (block.heading,), writer, inner)
        yield from write_findings(block, writer, inner)

    yield from _framed(block.side if block.box else "", writer, place, inside)


WRITERS: Final[Mapping[type, Write]] = {
    ParagraphBlock: _paragraph,
    HeadingBlock: _heading,
    ListBlock: write_list,
    QuotationBlock: _quotation,
    VerbatimBlock: _verbatim,
    TableBlock: write_table,
    ChartBlock: write_chart,
    ImageBlock: write_image,
    BarCodeBlock: write_bar_code,
    FindingsBlock: _findings,
    BoxBlock: _box,
    JudgementBlock: write_judgement,
    CalloutBlock: _callout,
    FoldedBlock: _folded,
    FactsBlock: write_facts,
    ContentsBlock: write_contents,
    DivisionBlock: _division,
}
"""The function of each type of block."""
