"""The lines of a report, each with its place in words: where a number is printed, whoever set it there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from omi_report.document.inlines import Inlines
from omi_report.document.places import WantedNumber, sentence_around
from omi_report.document.printed import line, lines, printed
from omi_report.document.tree import (
    Block,
    BoxBlock,
    CalloutBlock,
    ChartBlock,
    DivisionBlock,
    Document,
    FactsBlock,
    FindingsBlock,
    ListBlock,
    Part,
    QuotationBlock,
    TableBlock,
)

_SENTENCE = 12
"""With so many letters and figures a text is a sentence that is known again; the cell of a table has fewer."""
_SIGNS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A paragraph, or a row of a table or chart, as the report prints it; ``where`` names its place for a reader."""

    where: str
    text: str


def lines_with(document: Document, wanted: WantedNumber, told: Iterable[str]) -> Iterator[PrintedLine]:
    """Yield each place where a report prints what is looked for, in its order, with the sentence or the row.

    What is in one of the sentences that were ``told`` already, as they are written, is left out.
    """
    known = [bare for sentence in told if len(bare := _bare(sentence)) >= _SENTENCE]
    found: dict[PrintedLine, None] = {}
    for each in printed_lines(document):
        if any(sentence in _bare(each.text) for sentence in known):
            continue
        for match in wanted.pattern.finditer(each.text):
            sentence = sentence_around(each.text, match.start(), match.end())
            if not any(_bare(sentence) in one for one in known):
                found[PrintedLine(each.where, sentence)] = None
    yield from found


def printed_lines(document: Document) -> Iterator[PrintedLine]:
    """Yield all that a report prints, in its order, a paragraph or a row at a time."""
    for part in document.parts:
        where = _named(part)
        yield PrintedLine(where, where)
        yield from _in(where, (*part.introduction, *part.blocks))


def _named(part: Part) -> str:
    return f"{part.label} {part.heading}".strip() or part.kind


def _in(where: str, blocks: Iterable[Block]) -> Iterator[PrintedLine]:
    for block in blocks:
        match block:
            case DivisionBlock():
                own = f"{block.label} {block.heading}".strip() or where
                yield PrintedLine(own, own)
                yield from _in(own, (*block.lead, *block.blocks))
            case FindingsBlock():
                yield PrintedLine(where, block.heading)
                for finding in block.findings:
                    yield from _in(where, finding.blocks)
            case BoxBlock():
                yield PrintedLine(where, f"{block.name} {block.heading}".strip())
                yield from _in(where, block.blocks)
            case QuotationBlock() | CalloutBlock():
                yield from _in(where, block.blocks)
                if isinstance(block, QuotationBlock) and block.by:
                    yield from (PrintedLine(where, text) for text in lines(block.by))
            case ListBlock():
                for item in block.items:
                    yield from _in(where, item.blocks)
            case FactsBlock():
                for fact in block.facts:
                    yield PrintedLine(where, _row(fact.term, fact.values))
            case TableBlock():
                yield from _in_table(where, block)
            case ChartBlock():
                yield from _in_chart(where, block)
            case _:
                yield from (PrintedLine(where, text) for text in printed((block,)))


def _in_table(where: str, table: TableBlock) -> Iterator[PrintedLine]:
    own = f"{where}, {table.label}" if table.label else where
    yield PrintedLine(own, f"{table.label}: {line(table.caption)}")
    for column in table.columns:
        yield from (PrintedLine(own, text) for text in lines(column.children or (column.heading,)))
    for group in table.groups:
        yield PrintedLine(own, group.heading)
        for row in group.rows:
            yield PrintedLine(own, _row(row.header, [cell.children for cell in row.cells]))
    yield from _in(own, table.notes)


def _in_chart(where: str, chart: ChartBlock) -> Iterator[PrintedLine]:
    own = f"{where}, {chart.label}" if chart.label else f"{where}, chart"
    bare = replace(chart, groups=tuple(replace(group, rows=()) for group in chart.groups))
    yield from (PrintedLine(own, text) for text in printed((bare,)))
    for group in chart.groups:
        for row in group.rows:
            yield PrintedLine(own, _row((row.label,), row.cells))


def _row(first: Inlines, others: Iterable[Inlines]) -> str:
    """A row on one line, with its notes."""
    head, *notes = lines(first)
    cells = [text for other in others for text in lines(other)]
    return " ".join((f"{head}: {', '.join(cells)}" if head else ", ".join(cells), *notes)).strip()


def _bare(text: str) -> str:
    """The letters and figures of a text, so that it is found whatever marks stand between."""
    return _SIGNS.sub("", text).casefold()
