"""Charts: a table with a bar in each row, as in HTML, so that all that a chart says is read, searched and copied."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from omi_report.document.inlines import Inline, ReferenceInline
from omi_report.document.printed import line
from omi_report.document.tree import ChartBlock, ChartRow, LegendEntry
from omi_report.model.outline import table_id
from omi_report.render.charts.bars import HEIGHT
from omi_report.render.charts.markers import marker
from omi_report.render.charts.of_blocks import chart_axis, named_swatch, ranks_of, row_bar, row_pieces
from omi_report.render.charts.pieces import dot_swatch
from omi_report.render.docx.nodes import Node, WordParagraph, WordTable
from omi_report.render.docx.tables import Cell, Row, caption, cell, group_row, heading_cell, larger, room_for, table_xml
from omi_report.render.docx.widths import least_widths
from omi_report.render.docx.writer import WordPlace, Writer

_BAR_SHARE: Final = (0.4, 0.5)
"""How much of the width bars take in the standard edition and in large print. They stand below their words."""
_BESIDE_BAR: Final = 250
_SHORTEST_BAR: Final = 600
"""In twentieths of a point."""
_PIXEL: Final = 0.75
"""The unit of our drawings, in points."""


def write_chart(block: ChartBlock, writer: Writer, place: WordPlace) -> Iterator[Node]:
    """Write a chart under its caption and its legends."""
    yield from writer.within((block.id,), _chart(block, writer, place))


def _chart(block: ChartBlock, writer: Writer, place: WordPlace) -> Iterator[Node]:
    kind = "Table" if block.id == table_id(block.number) else "Figure"  # what grades are shown by is counted as a table
    yield caption(block.label, block.number, block.caption, kind, writer)
    yield from _legend(block.legend, block, writer)
    for scale in block.scales:
        yield writer.paragraph("Legend", (scale.name,))
        yield from _legend(scale.legend, block, writer)
    bar = min(place.width * writer.theme.size(_BAR_SHARE), _room(block, writer, place)) / 20
    rows = [Row(tuple(_heads(block, writer, bar)), header=True)]
    for group in block.groups:
        if group.heading:
            rows.append(group_row(group.heading, len(block.columns), writer))
        rows += (Row(tuple(_cells(row, block, writer, bar))) for row in group.rows)
    title = ": ".join(filter(None, (block.label, line(block.caption))))
    least = round(bar * 20) + _BESIDE_BAR
    yield WordTable(table_xml(rows, len(block.columns), title, writer, place, first=least))


def _room(block: ChartBlock, writer: Writer, place: WordPlace) -> int:
    """The width that the words of the other columns leave to the bars, a few millimetres at least."""
    heads = [[(line(each.children or (each.heading,)), 1) for each in block.columns]]
    rows = [[("", 1), *((line(each), 1) for each in row.cells)] for group in block.groups for row in group.rows]
    others = least_widths([*heads, *rows], len(block.columns), larger(writer))[1:]
    return max(room_for(place, writer) - sum(others) - _BESIDE_BAR, _SHORTEST_BAR)


def _heads(block: ChartBlock, writer: Writer, bar: float) -> Iterator[Cell]:
    for place, column in enumerate(block.columns):
        has_axis = place == 0 and block.form in ("bands", "dots")
        palette = writer.theme.palette
        drawn = chart_axis(block, language=writer.language, palette=palette) if has_axis else ""
        yield heading_cell(column, writer, _drawing(drawn, writer, bar))


def _cells(row: ChartRow, block: ChartBlock, writer: Writer, bar: float) -> Iterator[Cell]:
    bold = "total" in row.role.split()
    palette = writer.theme.palette
    drawn = ""
    if row.pieces:
        drawn = row_pieces(row, block, palette=palette)
    elif row.bar:
        drawn = row_bar(row.bar, block, palette=palette)
    label: Inline = ReferenceInline(row.target, row.label) if row.target else row.label
    yield cell((label,), writer, bold=bold, more=_drawing(drawn, writer, bar))
    for children, column in zip(row.cells, block.columns[1:], strict=False):
        yield cell(children, writer, figures=column.figures, bold=bold)


def _drawing(drawn: str, writer: Writer, width: float) -> list[WordParagraph]:
    """A drawing below the words of a cell."""
    if not drawn:
        return []
    height = float(drawn.partition('height="')[2].partition('"')[0]) * _PIXEL
    return [WordParagraph(writer.in_style("Table Drawing"), writer.drawings.run(drawn, width, height))]


def _legend(entries: Sequence[LegendEntry], block: ChartBlock, writer: Writer) -> Iterator[Node]:
    for entry in entries:
        words = f"{entry.name} ({entry.range})" if entry.range else entry.name
        svg, width = _sample(entry, entries, block, writer)
        drawn = writer.drawings.run(svg, width * _PIXEL, HEIGHT * _PIXEL, lowered=2)
        yield writer.paragraph("Legend", (f" {words}",), inside=drawn)


def _sample(entry: LegendEntry, entries: Sequence[LegendEntry], block: ChartBlock, writer: Writer) -> tuple[str, float]:
    """What a legend shows of a rank, and how wide it is."""
    palette, ranks = writer.theme.palette, ranks_of(tuple(entries))
    if block.form == "bands":
        return marker(entry.rank, ranks, palette=palette), HEIGHT
    if block.form == "dots":
        return dot_swatch(entry.rank, len(entries), palette=palette), HEIGHT
    return named_swatch(entry.rank, f"sample-{entry.rank}", ranks, palette=palette), 2 * HEIGHT
