"""What is wrong with a table: with its columns, its cells, its total."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.document.general.block_kind import BlockPlace
from omi_report.document.general.tables import (
    NOT_GIVEN,
    NOTE,
    ColumnDefinition,
    RowValues,
    TableContent,
    number_in,
)
from omi_report.model import shape_rules as rules
from omi_report.model.facts import ContentFault
from omi_report.model.kinds import Contents
from omi_report.problems import closest
from omi_report.source.tree import Path


def table_faults(place: BlockPlace, table: TableContent, area: Contents) -> Iterator[ContentFault]:
    """Find what is wrong with a table, each at its path in the file."""
    found = [*_of_columns(table), *_of_ratings(table), *_of_groups(table, area)]
    if not found:
        found += [*_of_rows(table.columns, table), *_of_total(table)]
    return (fault._replace(path=(*place.path, *fault.path)) for fault in found)


def column_faults(columns: tuple[ColumnDefinition, ...]) -> Iterator[ContentFault]:
    """Find what is wrong with the columns of a table or a chart."""
    known: dict[str, ColumnDefinition] = {}
    if len(columns) < 2:
        yield ContentFault(("columns",), "there is only one column", "the first says what a row is about: add another")
    for at, column in enumerate(columns):
        path: Path = ("columns", at)
        if column.id in known:
            hint = "give each column an id of its own"
            yield ContentFault((*path, "id"), f"there is a second column «{column.id}»", hint)
        elif column.id == NOTE:
            yield ContentFault(
                (*path, "id"), f"the key «{NOTE}» stands for words in place of figures", "choose another"
            )
        known[column.id] = column
        if at == 0 and column.unit != "text":
            message = "the first column says what a row is about, and holds text"
            yield ContentFault((*path, "unit"), message, "remove «unit», or put a column of text before it")
        if (column.unit == "currency") != (column.sign is not None):
            wanted = "add «sign: £»" if column.unit == "currency" else "remove it, or write «unit: currency»"
            key = "unit" if column.unit == "currency" else "sign"
            yield ContentFault((*path, key), "a currency has a sign, and nothing else has", wanted)
    for at, column in enumerate(columns):
        if column.difference:
            yield from _of_difference(("columns", at, "difference"), column, known)


def _of_difference(path: Path, column: ColumnDefinition, known: dict[str, ColumnDefinition]) -> Iterator[ContentFault]:
    missing = [name for name in column.difference if name not in known or name == column.id]
    if len(column.difference) != 2:
        yield ContentFault(path, "a difference is that of two columns", "write [actual, predicted]")
    elif missing:
        hint = f"there are {', '.join(name for name in known if name != column.id)}"
        yield ContentFault((*path, column.difference.index(missing[0])), f"there is no column «{missing[0]}»", hint)
    elif not column.is_figure or len({column.unit, *(known[name].unit for name in column.difference)}) > 1:
        yield ContentFault(path, "a difference is of the unit of its two columns", "give all three the same «unit»")


def _of_columns(table: TableContent) -> Iterator[ContentFault]:
    yield from column_faults(table.columns)


def _of_ratings(table: TableContent) -> Iterator[ContentFault]:
    """Ratings of which nothing says on which scale they are."""
    for at, column in enumerate(table.columns):
        if column.unit == "rating" and table.scale_of(column) is None:
            yield ContentFault(
                ("columns", at, "unit"), "a rating needs its scale", "add «scale: …», one of the framework's"
            )
    for at, group in enumerate(table.groups):
        if group.rating is not None and table.scale is None:
            yield ContentFault(("groups", at, "rating"), "a rating needs its scale", "add «scale: …» to the table")
        for key in ("rating", "note"):
            if getattr(group, key) is not None and group.name is None:
                yield ContentFault(("groups", at, key), f"a {key} is printed after the group's name", "add «name: …»")


def _of_groups(table: TableContent, area: Contents) -> Iterator[ContentFault]:
    """Groups of another table that there is not, and groups of one name with two ratings.

    A rating that the scale has not is told of by itself, and is not held against the others.
    """
    ratings: dict[str, str | None] = {}
    bands = {None, NOT_GIVEN, *area.framework.band_names(table.scale or "")}
    for at, group in enumerate(table.groups):
        if group.rating not in bands:
            continue
        if group.name is not None and ratings.setdefault(group.name, group.rating) != group.rating:
            message = f"«{group.name}» is rated {group.rating or 'not at all'} here, and {ratings[group.name]} before"
            yield ContentFault(("groups", at, "rating" if group.rating else "name"), message, "which of the two is it?")
    if table.groups_of is None:
        return
    other = next(
        (each.content for _, each in area.ask(lambda kind: kind.displays) if each.name == table.groups_of), None
    )
    if not isinstance(other, TableContent) or not other.groups:
        message = f"there is no table «{table.groups_of}» with groups"
        yield ContentFault(("groups_of",), message, "name a table of this report that has «groups»")
    elif [column.unit for column in table.columns] != ["text", "rating"]:
        yield ContentFault(
            ("columns",), "the groups of a table have a name and a rating", "give the table these two columns"
        )
    elif any(group.name is None or group.rating is None for group in other.groups):
        message = f"some groups of «{table.groups_of}» have no name, or no rating"
        yield ContentFault(("groups_of",), message, "give each group there a name and a rating")


def _of_rows(columns: tuple[ColumnDefinition, ...], table: TableContent) -> Iterator[ContentFault]:
    for path, row in table.all_rows():
        yield from row_faults(path, row, columns)


def row_faults(path: Path, row: RowValues, columns: tuple[ColumnDefinition, ...]) -> Iterator[ContentFault]:
    """Find the values of a row that are of no column, or not of their column's unit, and a row without a name."""
    known = {column.id: column for column in columns}
    for key, text in row.values.items():
        column = known.get(key)
        if column is None and key != NOTE:
            nearest = closest(key, known)
            hint = f"did you mean «{nearest[0]}»?" if nearest else f"the table has {', '.join(known)}"
            yield ContentFault((*path, key), f"there is no column «{key}»", hint, key=True, rule=rules.UNKNOWN_KEY)
        elif column is not None and column.is_numeric:
            try:
                number_in(text, column)
            except ValueError as error:
                yield ContentFault((*path, key), str(error), f"the column «{column.heading}» holds {column.unit}")
    if columns[0].id not in row.values:
        message = f"the row does not say what it is about: «{columns[0].id}» is missing"
        yield ContentFault(path, message, f"add «{columns[0].id}: …»", rule=rules.MISSING_KEY)
    others = [key for key in row.values if key in known and key != columns[0].id]
    if NOTE in row.values and others:
        yield ContentFault((*path, NOTE), "a note stands in place of all figures of a row", f"remove «{others[0]}»")


def _of_total(table: TableContent) -> Iterator[ContentFault]:
    """Parts of a total that nothing can be held against."""
    shares = any(column.unit == "per-cent" for column in table.columns)
    named: list[Path] = [("parts",)] if table.parts else []
    named += [("groups", at, "parts") for at, group in enumerate(table.groups) if group.parts]
    if named and not shares and table.total is None:
        hint = "add «total: …», or a column of per-cent"
        yield ContentFault(named[0], "there is no total that the rows are parts of", hint)
