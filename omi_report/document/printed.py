"""The words that a report prints: those of blocks, of a line, or of a whole part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import assert_never

from omi_report.document.inlines import (
    AbbreviationInline,
    BreakInline,
    ChangedInline,
    CodeInline,
    EmphasisInline,
    FigureInline,
    Inline,
    Inlines,
    LinkInline,
    MarkedInline,
    MissingInline,
    NoteInline,
    RatingInline,
    ReferenceInline,
    ScriptInline,
)
from omi_report.document.tree import (
    BarCodeBlock,
    Block,
    Blocks,
    BoxBlock,
    CalloutBlock,
    ChartBlock,
    ContentsBlock,
    ContentsEntry,
    DivisionBlock,
    FactsBlock,
    FindingsBlock,
    FoldedBlock,
    HeadingBlock,
    ImageBlock,
    JudgementBlock,
    ListBlock,
    ParagraphBlock,
    Part,
    QuotationBlock,
    TableBlock,
    VerbatimBlock,
)


def plain(blocks: Blocks) -> str:
    """Return the words of blocks, a blank line between paragraphs."""
    return "\n\n".join(filter(None, printed(blocks)))


def printed_in(part: Part) -> Iterator[str]:
    """Yield all that a part prints, in its order."""
    yield f"{part.label} {part.heading}"
    yield from printed(part.introduction)
    yield from printed(part.blocks)


def printed(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield all that blocks print, in their order."""
    for block in blocks:
        yield from _printed(block)


def lines(children: Inlines) -> Iterator[str]:
    """Yield the words of a line, and those of each note to it."""
    yield line(children)
    for note in _notes(children):
        yield from lines(note.children)


def _notes(children: Inlines) -> Iterator[NoteInline]:
    for child in children:
        if isinstance(child, NoteInline):
            yield child
        elif isinstance(child, EmphasisInline | LinkInline | MarkedInline | ChangedInline):
            yield from _notes(child.children)


def line(children: Inlines) -> str:
    """Return the words of a line without its notes; a line break in it is a space."""
    return "".join(_words(child) for child in children)


def _words(child: Inline) -> str:
    match child:
        case str():
            return child
        case BreakInline():
            return " "
        case NoteInline():
            return ""
        case EmphasisInline() | LinkInline() | MarkedInline():
            return line(child.children)
        case ChangedInline():
            return f"{child.begins}{line(child.children)}{child.ends}"
        case (
            CodeInline() | FigureInline() | MissingInline() | ReferenceInline() | AbbreviationInline() | RatingInline()
        ):
            return child.text
        case ScriptInline():
            return child.text
        case _:
            assert_never(child)


def _printed(block: Block) -> Iterator[str]:
    match block:
        case ParagraphBlock() | HeadingBlock():
            yield from lines(block.children)
        case VerbatimBlock():
            yield block.text
        case QuotationBlock():
            yield from printed(block.blocks)
            yield from lines(block.by) if block.by else ()
        case CalloutBlock() | FoldedBlock():
            yield from lines(block.summary) if isinstance(block, FoldedBlock) else ()
            yield from printed(block.blocks)
        case ListBlock():
            for item in block.items:
                yield from printed(item.blocks)
        case DivisionBlock():
            yield f"{block.label} {block.heading}"
            yield from printed(block.lead)
            yield from printed(block.blocks)
        case FindingsBlock():
            yield block.heading
            for finding in block.findings:
                yield from printed(finding.blocks)
        case BoxBlock():
            yield f"{block.name} {block.heading}"
            yield from printed(block.blocks)
        case JudgementBlock():
            yield " ".join((block.band, block.label, line(block.value), block.departs))
        case FactsBlock():
            for fact in block.facts:
                yield from chain.from_iterable(map(lines, (fact.term, *fact.values)))
        case TableBlock() | ChartBlock() | ImageBlock() | BarCodeBlock():
            yield from _of_display(block)
        case ContentsBlock():
            yield from _of_contents(block.entries)
        case _:
            assert_never(block)


def _of_display(block: TableBlock | ChartBlock | ImageBlock | BarCodeBlock) -> Iterator[str]:
    if isinstance(block, TableBlock):
        yield from _of_table(block)
    elif isinstance(block, ChartBlock):
        yield from _of_chart(block)
    elif isinstance(block, BarCodeBlock):
        yield block.alt
    else:
        yield from (block.alt, line(block.caption))


def _of_table(table: TableBlock) -> Iterator[str]:
    yield f"{table.label} {line(table.caption)}"
    for column in table.columns:
        yield from lines(column.children) if column.children else (column.heading,)
    for group in table.groups:
        yield group.heading
        for row in group.rows:
            yield from chain.from_iterable(map(lines, (row.header, *(cell.children for cell in row.cells))))
    yield from printed(table.notes)


def _of_chart(chart: ChartBlock) -> Iterator[str]:
    yield f"{chart.label} {line(chart.caption)}"
    yield from (f"{entry.name} {entry.range}" for entry in chart.legend)
    for scale in chart.scales:
        yield scale.name
        yield from (f"{entry.name} {entry.range}" for entry in scale.legend)
    yield from (column.heading for column in chart.columns)
    for group in chart.groups:
        yield from (group.heading,) if group.heading else ()
        for row in group.rows:
            yield row.label
            yield from map(line, row.cells)


def _of_contents(entries: tuple[ContentsEntry, ...]) -> Iterator[str]:
    for entry in entries:
        yield f"{entry.label} {entry.heading}"
        if entry.rating:
            yield entry.rating.text
        yield from _of_contents(entry.entries)
