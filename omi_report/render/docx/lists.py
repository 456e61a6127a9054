"""Lists and findings, numbered by Word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from omi_report.document.marks import mark_of
from omi_report.document.tree import Blocks, FindingsBlock, ListBlock
from omi_report.render.docx.nodes import Node
from omi_report.render.docx.numbering import ListNumber, ListPattern, counted
from omi_report.render.docx.tables import cells_come_first
from omi_report.render.docx.writer import WordPlace, Writer, leveled


def write_list(block: ListBlock, writer: Writer, place: WordPlace) -> Iterator[Node]:
    """Write a list: each entry's first paragraph has its number or bullet, the others go on below it."""
    framed, colour = place.framed, "teal"
    if block.start is None:
        pattern, name = ListPattern("bullet", colour=colour, framed=framed), "List Bullet"
    else:
        pattern, name = ListPattern("decimal", behind=".", colour=colour, framed=framed), "List Number"
    number = writer.numbering.begin(pattern, 0 if framed else place.depth, block.start or 1)
    for item in block.items:
        entry = _entry(item.blocks, number, leveled(name, place.depth + 1), writer, place)
        yield from writer.within((item.id, *item.also), entry)


def write_findings(block: FindingsBlock, writer: Writer, place: WordPlace) -> Iterator[Node]:
    """Write findings under their letters. What Word cannot count has its mark from a list of its own."""
    colour = {"good": "teal", "poor": "warm"}.get(block.side, "quiet")
    marks = [mark_of(finding) for finding in block.findings]
    found = counted(marks) if all(marks) and marks else None
    number: ListNumber | None = None
    if found:
        format_, before, behind, start = found
        number = writer.numbering.begin(ListPattern(format_, before, behind, colour, place.framed), place.depth, start)
    for finding, mark in zip(block.findings, marks, strict=True):
        own = number
        if own is None and mark:
            own = writer.numbering.begin(ListPattern("none", mark, "", colour, place.framed), place.depth)
        if own is None:
            entry = writer.blocks(finding.blocks, replace(place, text=place.text or "Finding"))
        else:
            entry = _entry(finding.blocks, own, "Finding", writer, place)
        yield from writer.within((finding.id, *finding.also), entry)


def _entry(blocks: Blocks, number: ListNumber, style: str, writer: Writer, place: WordPlace) -> Iterator[Node]:
    """An entry of a list: its first paragraph in its style, and what follows in that of what goes on."""
    inner = replace(place, depth=place.depth + 1)
    writer.entry(number)
    if not blocks or cells_come_first(blocks[0]):
        yield writer.paragraph(style)
        yield from writer.blocks(blocks, inner)
        return
    yield from writer.blocks(blocks[:1], replace(inner, text=place.text if place.framed else style))
    yield from writer.blocks(blocks[1:], inner)
