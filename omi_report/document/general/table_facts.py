"""What a table tells the rest of omi of its content: names, days, shares, totals, measures."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.document.general.block_kind import BlockPlace
from omi_report.document.general.tables import (
    NOT_GIVEN,
    NOTE,
    ColumnDefinition,
    NamedTable,
    RowSet,
    RowValues,
    TableContent,
    numbers_of,
    values_of,
)
from omi_report.model import facts
from omi_report.model.framework import ON_SCALE
from omi_report.source.tree import Path

THE_TOTAL = "the total"


def name_of(place: BlockPlace, table: TableContent) -> str:
    """Return the name by which texts refer to a table: its id, or that of the part which it is."""
    return table.id if isinstance(table, NamedTable) else place.name


def texts(place: BlockPlace, table: TableContent) -> Iterator[facts.WrittenText]:
    """Yield the text below the table."""
    if table.note:
        label = f"{place.name}, below the table {name_of(place, table)}"
        yield facts.WrittenText((*place.path, "note"), table.note, label, place.name)


def titles(place: BlockPlace, table: TableContent) -> Iterator[Path]:
    """Yield the paths of the caption, of the names and notes of groups, of cells with words, and of the source."""
    yield (*place.path, "caption")
    for at, group in enumerate(table.groups):
        yield from ((*place.path, "groups", at, key) for key in ("name", NOTE) if getattr(group, key))
    yield from ((*place.path, "columns", at, "heading") for at in range(len(table.columns)))
    in_words = [NOTE, *(column.id for column in table.columns if column.unit == "text")]
    for path, row in table.all_rows():
        yield from ((*place.path, *path, key) for key in in_words if key in row.values)
    yield (*place.path, "source")


def displays(place: BlockPlace, table: TableContent) -> Iterator[facts.Display]:
    """Yield the table by its name."""
    yield facts.Display((*place.path, "id"), name_of(place, table), "table", table, table.numbered)


def days(place: BlockPlace, table: TableContent) -> Iterator[facts.FiguresOfDay]:
    """Yield the day that the figures are of."""
    if table.day:
        yield facts.FiguresOfDay(f"the table «{table.caption}»", (*place.path, "day"), table.day)


def unique_names(place: BlockPlace, table: TableContent) -> Iterator[facts.UniqueName]:
    """Yield what the rows are about: under one heading, each name stands for one row."""
    label = table.label_column.id
    for path, found in table.sets:
        space = f"{name_of(place, table)} {found.name or ''}"
        for at, row in enumerate(found.rows):
            yield facts.UniqueName("row", space, (*place.path, *path, at, label), row.values[label])


def framework_names(place: BlockPlace, table: TableContent) -> Iterator[facts.FrameworkName]:
    """Yield the scales and the ratings on them, which are the framework's."""
    for name, path in _scales(table):
        yield facts.FrameworkName("scale", (*place.path, *path), name)
    for at, group in enumerate(table.groups):
        if group.rating and table.scale and group.rating != NOT_GIVEN:
            where = (*place.path, "groups", at, "rating")
            yield facts.FrameworkName(f"{ON_SCALE}{table.scale}", where, group.rating, optional=True)
    for row_path, row in table.all_rows():
        for column, text in values_of(row, table.columns):
            scale = table.scale_of(column)
            if column.unit == "rating" and scale and text != NOT_GIVEN:
                yield facts.FrameworkName(
                    f"{ON_SCALE}{scale}", (*place.path, *row_path, column.id), text, optional=True
                )


def _scales(table: TableContent) -> Iterator[tuple[str, Path]]:
    if table.scale:
        yield table.scale, ("scale",)
    for at, column in enumerate(table.columns):
        if column.scale:
            yield column.scale, ("columns", at, "scale")


def measures(place: BlockPlace, table: TableContent) -> Iterator[facts.Measure]:
    """Yield the rows whose values are of one sort, or hold a difference of two of them."""
    printed = tuple(column for column in table.columns if column.unit == "printed")
    differing = tuple(column for column in table.columns if column.difference)
    for path, row in table.all_rows():
        name = row.values[table.label_column.id]
        if printed:
            yield _measure((*place.path, *path), name, row, printed)
        for column in differing:
            if column not in printed:
                three = tuple(each for each in table.columns if each.id in (column.id, *column.difference))
                yield _measure((*place.path, *path), name, row, three)


def _measure(path: Path, name: str, row: RowValues, columns: tuple[ColumnDefinition, ...]) -> facts.Measure:
    values = {column.id: text for column, text in values_of(row, columns)}
    differences = tuple((column.id, *column.difference) for column in columns if len(column.difference) == 2)
    counted = all(column.unit == "count" for column in columns)
    return facts.Measure(path, name, values, differences, counted)


def breakdowns(place: BlockPlace, table: TableContent) -> Iterator[facts.Breakdown]:
    """Yield the rows whose shares are of one whole."""
    shares = [column for column in table.columns if column.unit == "per-cent"]
    counts = [column for column in table.columns if column.unit == "count"]
    # only then do the cases belong to the shares
    beside = counts[0] if len(shares) == len(counts) == 1 else None
    whole = numbers_of(table.total, beside) if table.total and beside else None
    for path, found in table.sets:
        if found.parts in (None, "overlapping"):
            continue
        for column in shares:
            yield facts.Breakdown(
                (*place.path, *path),
                called(found, table),
                tuple(_portions((*place.path, *path), found, column, beside)),
                int(whole) if whole is not None else None,
                THE_TOTAL,
                found.parts == "complete",
            )


def _portions(
    path: Path, found: RowSet, column: ColumnDefinition, beside: ColumnDefinition | None
) -> Iterator[facts.Portion]:
    for at, row in enumerate(found.rows):
        share, cases = numbers_of(row, column), numbers_of(row, beside) if beside else None
        if share is not None:
            yield facts.Portion(share, int(cases) if cases is not None else None, (*path, at, column.id))


def stated_totals(place: BlockPlace, table: TableContent) -> Iterator[facts.StatedTotal]:
    """Yield the totals of columns of numbers with the numbers that are their parts."""
    for _path, found in table.sets:
        for column in table.columns if found.parts in ("separate", "complete") and table.total else ():
            total = numbers_of(table.total, column) if table.total and not column.is_percentage else None
            numbers = [numbers_of(row, column) for row in found.rows]
            parts = tuple(number for number in numbers if number is not None)
            if total is not None and parts:
                complete = found.parts == "complete" and len(parts) == len(numbers)
                path = (*place.path, "total", column.id)
                yield facts.StatedTotal(path, called(found, table), column.heading, parts, total, complete)


def parts_of_wholes(place: BlockPlace, table: TableContent) -> Iterator[facts.PartOfWhole]:
    """Yield the counts that are each a part of the total."""
    for path, found in table.sets:
        for column in table.columns if found.parts == "overlapping" and table.total else ():
            whole = numbers_of(table.total, column) if table.total and column.unit == "count" else None
            for at, row in enumerate(found.rows if whole is not None else ()):
                cases = numbers_of(row, column)
                if cases is not None and whole is not None:
                    title = f"«{row.values[table.label_column.id]}»"
                    place_of_it = (*place.path, *path, at, column.id)
                    yield facts.PartOfWhole(place_of_it, title, int(cases), int(whole), THE_TOTAL)


def called(found: RowSet, table: TableContent) -> str:
    """Return what rows are called in a sentence: the heading above them, or else their own names."""
    names = [row.values[table.label_column.id] for row in found.rows]
    named = " and ".join((", ".join(f"«{name}»" for name in names[:-1]), f"«{names[-1]}»")) if names[1:] else ""
    return f"«{found.name}»" if found.name else named or "".join(f"«{name}»" for name in names)


def shown_values(place: BlockPlace, table: TableContent) -> Iterator[facts.ShownValue]:
    """Yield the values as they are printed, but for large numbers, which stand as they are written."""
    for path, row in table.all_rows():
        yield from shown_of_row((*place.path, *path), row, table.columns)
    if table.source:
        yield facts.ShownValue((*place.path, "source"), table.source)
    yield facts.ShownValue((*place.path, "caption"), table.caption)


def shown_of_row(path: Path, row: RowValues, columns: tuple[ColumnDefinition, ...]) -> Iterator[facts.ShownValue]:
    """Yield the values of one row."""
    by_id = {column.id: column for column in columns}
    for key, text in row.values.items():
        column = by_id.get(key)
        percent = column is not None and column.is_percentage
        yield facts.ShownValue((*path, key), f"{text.rstrip(' %')}%" if percent else text)


FACTS = {
    each.__name__: each
    for each in (
        texts,
        titles,
        displays,
        days,
        unique_names,
        framework_names,
        measures,
        breakdowns,
        stated_totals,
        parts_of_wholes,
        shown_values,
    )
}
"""The facts of a table by their names."""
