"""A table → its block of the report."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from omi_report.document.general.block_kind import BlockPlace
from omi_report.document.general.rounding import rounding_note
from omi_report.document.general.table_facts import name_of
from omi_report.document.general.tables import (
    NOTE,
    ColumnDefinition,
    RowSet,
    RowValues,
    TableContent,
    number_in,
    numbers_of,
)
from omi_report.document.later import inlines, tree
from omi_report.document.table_looks import LETTER, table_role
from omi_report.model.outline import table_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from omi_report.document.context import BuildContext

_MARKER = 3
"""The room of the marker of a rating, in digits."""


def table_blocks(place: BlockPlace, table: TableContent, context: BuildContext) -> tree.Blocks:
    """Return the block of a table."""
    name = name_of(place, table)
    number = context.outline.tables[name] if table.numbered else 0
    columns = tuple(tree.TableColumn(column.heading, figures=column.is_figure) for column in table.columns)
    return (
        tree.TableBlock(
            columns=columns,
            groups=_groups(table, context),
            id=table_id(number) if number else f"table-{name}",
            number=number,
            label=context.label("Table %(number)s", number=number) if number else "",
            caption=(table.caption,),
            notes=(
                *rounding_note(_wholes(table), context),
                *_source(table, context),
                *context.text(table.note, place.name, 4),
            ),
            source=table.source or "",
            role=table_role(columns, [_widest(column, table, context) for column in table.columns]),
        ),
    )


def _widest(column: ColumnDefinition, table: TableContent, context: BuildContext) -> float:
    """The room, in digits, of the longest piece of a column that is not broken: a figure, or a word."""
    rows = [*([table.total] if table.total else []), *(row for _path, found in table.sets for row in found.rows)]
    cells = [cell_text(row.values.get(column.id), column, table.scale_of(column), context) or "" for row in rows]
    figures = cells if column.is_figure else []
    words = [*column.heading.split(), *(word for cell in cells for word in cell.split() if not column.is_figure)]
    marker = _MARKER if column.unit == "rating" else 0
    return max([*map(len, figures), *(LETTER * len(word) for word in words)], default=0) + marker


def _source(table: TableContent, context: BuildContext) -> tree.Blocks:
    """Where the figures come from, unless the caption says so."""
    if table.source is None or table.source in table.caption:
        return ()
    return (tree.ParagraphBlock((context.label("Source: %(source)s", source=table.source),), role="source"),)


def _wholes(table: TableContent) -> Iterator[list[Decimal]]:
    """The shares of each column that are all of a whole."""
    for _path, found in table.sets:
        for column in table.columns if found.parts == "complete" else ():
            if column.unit == "per-cent":
                shares = (numbers_of(row, column) for row in found.rows)
                yield [share for share in shares if share is not None]


def _groups(table: TableContent, context: BuildContext) -> tuple[tree.RowGroup, ...]:
    """The groups of rows; those without a heading that stand side by side are one, and the total is in one of them."""
    groups: list[tree.RowGroup] = []
    for heading, rows in _headed(table, context):
        if groups and not heading and not groups[-1].heading:
            groups[-1] = tree.RowGroup((*groups[-1].rows, *rows))
        else:
            groups.append(tree.RowGroup(rows, heading))
    if table.total is None:
        return tuple(groups)
    total, at = row_block(table.total, table, context, "total"), 0 if table.total_first else -1
    if groups[at].heading:
        groups.insert(0 if table.total_first else len(groups), tree.RowGroup((total,)))
    else:
        rows = (total, *groups[at].rows) if table.total_first else (*groups[at].rows, total)
        groups[at] = tree.RowGroup(rows)
    return tuple(groups)


def _headed(table: TableContent, context: BuildContext) -> Iterator[tuple[str, tuple[tree.TableRow, ...]]]:
    if table.groups_of:
        yield "", tuple(_rated_groups(table, context))
    for _path, found in table.sets:
        yield _heading(found, table, context), tuple(row_block(row, table, context) for row in found.rows)


def _rated_groups(table: TableContent, context: BuildContext) -> Iterator[tree.TableRow]:
    """The groups of another table, each name once, with their ratings."""
    other = context.displayed(table.groups_of or "").content
    assert isinstance(other, TableContent)
    label, rating = table.columns
    ratings = {group.name: group.rating for group in other.groups if group.name and group.rating}
    for name, given in ratings.items():
        yield row_block(RowValues(values={label.id: name, rating.id: given}), table, context)


def _heading(found: RowSet, table: TableContent, context: BuildContext) -> str:
    if found.name is None:
        return ""
    rating = context.band_name(table.scale, found.rating) if found.rating else ""
    heading = context.label("%(name)s: %(rating)s", name=found.name, rating=rating) if rating else found.name
    return f"{heading}, {found.note}" if found.note else heading


def row_block(row: RowValues, table: TableContent, context: BuildContext, role: str = "") -> tree.TableRow:
    """Return a row of a table, with a dash in each cell of which nothing is known."""
    label, *columns = table.columns
    header = row.values[label.id]
    if NOTE in row.values:
        cell = tree.TableCell((row.values[NOTE],), len(columns), NOTE)
        return tree.TableRow((header,), (cell,), role)
    cells = (_cell(row.values.get(column.id), column, table.scale_of(column), context) for column in columns)
    return context.row(header, *cells, role=role)


def _cell(
    text: str | None, column: ColumnDefinition, scale: str | None, context: BuildContext
) -> inlines.Inline | None:
    """A cell as it is printed: a rating with its place on the scale, all else in words."""
    found = context.area.framework.scales_by_id.get(scale or "") if column.unit == "rating" else None
    band = found.named(text) if found else None
    return context.rating(band, found) if band else cell_text(text, column, scale, context)


def cell_text(text: str | None, column: ColumnDefinition, scale: str | None, context: BuildContext) -> str | None:
    """Return what a cell prints; None where nothing is known."""
    if text is None:
        return None
    if column.unit == "rating":
        return context.band_name(scale, text)
    if not column.is_numeric:
        return text
    number = number_in(text, column)
    minus = "−" if number < 0 else ""
    if column.is_percentage:
        return f"{minus}{context.percent(abs(number))}"
    return f"{minus}{column.sign or ''}{context.language.decimal(f'{abs(number):f}')}"
