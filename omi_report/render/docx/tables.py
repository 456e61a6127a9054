"""Tables: header rows that come again on each page, rows that stay whole, cells that say what they are the head of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from omi_report.document.inlines import ChangedInline, Inlines
from omi_report.document.printed import line
from omi_report.document.tree import Block, TableBlock, TableColumn, TableRow
from omi_report.render.docx.fields import field
from omi_report.render.docx.inlines import runs_xml, text_of
from omi_report.render.docx.markup import on, tag
from omi_report.render.docx.nodes import Node, WordParagraph, WordTable, xml_of
from omi_report.render.docx.styles import TABLE_SIZES, TABLE_STYLE
from omi_report.render.docx.widths import widths_of
from omi_report.render.docx.writer import WordPlace, Writer


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell over ``span`` columns; ``head`` for one that names its row or column."""

    paragraphs: Sequence[Node]
    words: str
    span: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """A row; ``header`` for one that comes again on each page, ``change`` marks one that was inserted or deleted."""

    cells: tuple[Cell, ...]
    header: bool = False
    change: str = ""


def cells_come_first(block: Block) -> bool:
    """Whether a block begins with the cells of a table, and not with a paragraph."""
    return isinstance(block, TableBlock) and not block.id


def write_table(block: TableBlock, writer: Writer, place: WordPlace) -> Iterator[Node]:
    """Write a table under its caption, and its notes below it."""
    yield from writer.within((block.id,), _table(block, writer, place))


def _table(block: TableBlock, writer: Writer, place: WordPlace) -> Iterator[Node]:
    if block.id:
        yield caption(block.label, block.number, block.caption, "Table", writer)
    rows = [_head(block.columns, writer)]
    for group in block.groups:
        if group.heading:
            change = change_of((line for row in group.rows for line in _lines_of(row)), writer)
            rows.append(replace(group_row(group.heading, len(block.columns), writer), change=change))
        for row in group.rows:
            bold = "total" in row.role.split()
            at = 0
            cells = [cell(row.header, writer, bold=bold)]
            for each in row.cells:
                at += each.span
                figures = block.columns[at].figures and not each.role
                cells.append(cell(each.children, writer, figures=figures, bold=bold, span=each.span))
            rows.append(Row(tuple(cells), change=change_of(_lines_of(row), writer)))
    title = ": ".join(filter(None, (block.label, line(block.caption)))) or ", ".join(
        column.heading for column in block.columns
    )
    yield WordTable(table_xml(rows, len(block.columns), title, writer, place))
    if block.notes:
        yield from writer.blocks(block.notes, place)


def _lines_of(row: TableRow) -> Iterator[Inlines]:
    yield row.header
    yield from (each.children for each in row.cells)


def _fate(lines: Iterable[Inlines]) -> str:
    """What became of lines all of whose words were inserted, or deleted; empty where some were not."""
    kinds = {each.change if isinstance(each, ChangedInline) else "" for line in lines for each in line}
    return kinds.pop() if kinds in ({"inserted"}, {"deleted"}) else ""


def change_of(lines: Iterable[Inlines], writer: Writer) -> str:
    """Return the mark of a row all of whose words were inserted, or deleted; empty where some were not."""
    fate = _fate(lines)
    return writer.change(fate) if fate else ""


def caption(label: str, number: int, words: Inlines, kind: str, writer: Writer) -> WordParagraph:
    """Return the caption of a table or chart; Word counts its number, if it has one, among those of its kind.

    The number of what was deleted is counted no more: it is a part of the words that go.
    """
    inside, fate = "", _fate([words])
    if label and fate == "deleted":
        inside = writer.change(fate, tag("w:r", text_of(f"{label}: ", deleted=True)))
    elif label:
        before, found, behind = label.rpartition(str(number)) if number else (label, "", "")
        counted = field(f"SEQ {kind} \\* ARABIC", tag("w:r", text_of(found))) if found else ""
        inside = (tag("w:r", text_of(before)) if before else "") + counted + tag("w:r", text_of(f"{behind}: "))
        inside = writer.change(fate, inside) if fate else inside
    return writer.paragraph("caption", words, inside=inside, heading=True)


def _head(columns: Sequence[TableColumn], writer: Writer) -> Row:
    change = change_of((each.children or (each.heading,) for each in columns), writer)
    return Row(tuple(heading_cell(column, writer) for column in columns), header=True, change=change)


def heading_cell(column: TableColumn, writer: Writer, more: Sequence[WordParagraph] = ()) -> Cell:
    """Return the cell over a column."""
    children = column.children or (column.heading,)
    style = "Table Heading Figure" if column.figures else "Table Heading"
    nodes = (cell_paragraph(style, children, writer), *more)
    return Cell([node.with_properties(on("keepNext")) for node in nodes], line(children))


def cell(
    children: Inlines,
    writer: Writer,
    *,
    figures: bool = False,
    bold: bool = False,
    span: int = 1,
    more: Sequence[Node] = (),
) -> Cell:
    """Return a cell of a line; what is ``more`` stands below it."""
    name = ("Table Heading" if bold else "Table") + (" Figure" if figures else "" if bold else " Text")
    return Cell([cell_paragraph(name, children, writer), *more], line(children), span)


def group_row(heading: str, columns: int, writer: Writer) -> Row:
    """Return the row with the heading of a group of rows, which stays with the first of them."""
    paragraph = cell_paragraph("Table Heading", (heading,), writer).with_properties(on("keepNext"))
    return Row((Cell([paragraph], "", columns),))


def cell_paragraph(style: str, children: Inlines, writer: Writer) -> WordParagraph:
    """Return the paragraph of a cell."""
    return WordParagraph(writer.in_style(style), runs_xml(children, writer))


def table_xml(
    rows: Sequence[Row], columns: int, title: str, writer: Writer, place: WordPlace, *, first: int = 0
) -> str:
    """Return a table.

    ``title`` says to those who listen what it is about, ``first`` is the least width of the first column.
    """
    available = room_for(place, writer)
    widths = widths_of(
        [[(each.words, each.span) for each in row.cells] for row in rows], columns, available, first, larger(writer)
    )
    properties = tag(
        "w:tblPr",
        tag("w:tblStyle", val=writer.style(TABLE_STYLE)),
        tag("w:tblW", w=sum(widths), type="dxa"),
        tag("w:tblInd", w=place.depth * writer.theme.hang, type="dxa") if place.depth and not place.framed else "",
        tag("w:tblLayout", type="fixed"),
        tag("w:tblLook", val="00A0", firstRow=1, lastRow=0, firstColumn=1, lastColumn=0, noHBand=1, noVBand=1),
        tag("w:tblCaption", val=title[:250]),
    )
    grid = tag("w:tblGrid", *(tag("w:gridCol", w=width) for width in widths))
    return tag("w:tbl", properties, grid, *(_row(row, widths) for row in rows))


def room_for(place: WordPlace, writer: Writer) -> int:
    """Return how wide a table may be, in twentieths of a point."""
    return place.width - (0 if place.framed else place.depth * writer.theme.hang)


def larger(writer: Writer) -> float:
    """Return how much larger the letters of tables are than in the standard edition."""
    return writer.theme.size(TABLE_SIZES) / TABLE_SIZES[0]


def _row(row: Row, widths: Sequence[int]) -> str:
    head = tag("w:tblHeader") if row.header else ""
    cells, at = "", 0
    for each in row.cells:
        width, at = sum(widths[at : at + each.span]), at + each.span
        properties = tag(
            "w:tcPr",
            tag("w:tcW", w=width, type="dxa"),
            tag("w:gridSpan", val=each.span) if each.span > 1 else "",
            tag("w:vAlign", val="bottom") if row.header else "",
        )
        cells += tag("w:tc", properties, xml_of(each.paragraphs))
    return tag("w:tr", tag("w:trPr", tag("w:cantSplit"), head, row.change), cells)
