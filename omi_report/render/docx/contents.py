"""The contents as a field that Word can make anew, filled with what is there: it reads right before anybody does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from omi_report.comments.word.marks import bookmark_name
from omi_report.document.inlines import Inline
from omi_report.document.tree import ContentsBlock, ContentsEntry
from omi_report.render.docx.fields import begin, end
from omi_report.render.docx.inlines import runs_xml
from omi_report.render.docx.markup import tag
from omi_report.render.docx.nodes import Node, WordParagraph
from omi_report.render.docx.writer import WordPlace, Writer


def write_contents(block: ContentsBlock, writer: Writer, _place: WordPlace) -> Iterator[Node]:
    """Write the lines of the contents. Those of parts and criteria are the result of a field."""
    displays = "displays" in block.role.split()
    lines = list(_lines(block.entries, writer, 1, displays=displays))
    if lines and not displays:
        separator = "," if writer.language.is_english else ";"
        instruction = f'TOC \\o "1-1" \\h \\z \\t "Criterion Heading{separator}2"'
        lines[0] = replace(lines[0], inside=begin(instruction) + lines[0].inside)
        lines[-1] = replace(lines[-1], inside=lines[-1].inside + end())
    yield from lines


def _lines(entries: Sequence[ContentsEntry], writer: Writer, level: int, *, displays: bool) -> Iterator[WordParagraph]:
    for entry in entries:
        children: list[Inline] = [f"{entry.label} {entry.heading}" if entry.label else entry.heading]
        if entry.rating:
            children += [" ", entry.rating]
        link = tag("w:hyperlink", runs_xml(tuple(children), writer), anchor=bookmark_name(entry.id), history=1)
        yield writer.paragraph("table of figures" if displays else f"toc {min(level, 2)}", inside=link)
        yield from _lines(entry.entries, writer, level + 1, displays=displays)
