"""Tables and charts: a chart is the table of all its figures, and where GOV.UK can draw it, it is told to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from omi_report.document.inlines import Inline, Inlines, ReferenceInline
from omi_report.document.printed import line as plain_line
from omi_report.document.tree import ChartBlock, LegendEntry, TableBlock, TableColumn
from omi_report.render.govspeak.escapes import escaped
from omi_report.render.govspeak.inlines import BREAK
from omi_report.render.govspeak.writer import GovspeakWriter, MarkdownPlace

_NUMBER = re.compile(r"\d+(\.\d+)?%?")
_FEWEST, _MOST = 2, 20
"""So many bars are worth a drawing."""


def write_table(block: TableBlock, writer: GovspeakWriter, place: MarkdownPlace) -> Iterator[str]:
    """Write a table under its caption, and its notes below it."""
    if block.id:
        yield caption(block.id, block.label, block.caption, writer)
    rows: list[list[str]] = []
    for group in block.groups:
        rows += _group(group.heading, len(block.columns), writer)
        for row in group.rows:
            cells = [_head(row.header, writer)]
            for each in row.cells:
                cells += [_cell(each.children, writer), *[""] * (each.span - 1)]
            rows.append(cells)
    yield _table(block.columns, rows, writer)
    yield from writer.blocks(block.notes, place)


def write_chart(block: ChartBlock, writer: GovspeakWriter, _place: MarkdownPlace) -> Iterator[str]:
    """Write a chart: its caption, what its colours stand for, and its figures."""
    yield caption(block.id, block.label, block.caption, writer)
    yield from _legend(block.legend, writer)
    for scale in block.scales:
        yield writer.line((scale.name,))
        yield from _legend(scale.legend, writer)
    rows: list[list[str]] = []
    for group in block.groups:
        rows += _group(group.heading, len(block.columns), writer)
        for row in group.rows:
            label: Inline = ReferenceInline(row.target, row.label) if row.target else row.label
            rows.append([_head((label,), writer), *(_cell(each, writer) for each in row.cells)])
    yield _table(block.columns, rows, writer) + ("\n{barchart}" if _can_be_drawn(block) else "")


def _can_be_drawn(block: ChartBlock) -> bool:
    """Whether GOV.UK can make bars of the figures: one number in each row, and no rows but those with one."""
    if block.form != "bars" or len(block.columns) != 2 or any(group.heading for group in block.groups):
        return False
    rows = [row for group in block.groups for row in group.rows]
    figures = (plain_line(cell) for row in rows for cell in row.cells)
    return _FEWEST <= len(rows) <= _MOST and all(_NUMBER.fullmatch(each) for each in figures)


def caption(identifier: str, label: str, words: Inlines, writer: GovspeakWriter) -> str:
    """Return the caption of a table or chart: a paragraph, at which its address is."""
    said = (
        f"{escaped(label)}: {writer.line(words, heading=True, begins=False)}"
        if label
        else writer.line(words, heading=True)
    )
    return addressed(f"**{said}**", identifier, writer)


def addressed(paragraph: str, identifier: str, writer: GovspeakWriter, also: Iterable[str] = ()) -> str:
    """Return a paragraph as the place of an id."""
    return f'{paragraph}\n{{: id="{writer.place(identifier, also)}"}}' if identifier else paragraph


def _legend(entries: Sequence[LegendEntry], writer: GovspeakWriter) -> Iterator[str]:
    if entries:
        words = (f"{entry.name} ({entry.range})" if entry.range else entry.name for entry in entries)
        yield "\n".join(f"* {writer.line((each,))}" for each in words)


def _group(heading: str, columns: int, writer: GovspeakWriter) -> list[list[str]]:
    return [[_head((heading,), writer), *[""] * (columns - 1)]] if heading else []


def _head(children: Inlines, writer: GovspeakWriter) -> str:
    found = _cell(children, writer)
    return f"# {found}" if found.strip() else ""  # a mark alone would be read as a word


def _cell(children: Inlines, writer: GovspeakWriter) -> str:
    return writer.line(children, begins=False).replace(BREAK, " ")


def _table(columns: Sequence[TableColumn], rows: Iterable[Sequence[str]], writer: GovspeakWriter) -> str:
    heads = [_cell(column.children or (column.heading,), writer) for column in columns]
    lines = ["---:" if column.figures else "---" for column in columns]
    return "\n".join(_row(each) for each in (heads, lines, *rows))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
