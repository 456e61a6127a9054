"""A table: columns that say what stands in them, and rows.

Annotations are not put off (``from __future__``): a record reads them when its class is made.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Literal, TypeAlias

from omi_report.model.base import MOST, Key, ReportDate, Text, Words
from omi_report.model.constraints import Filled
from omi_report.model.record import Record, field
from omi_report.source.tree import Path

Unit: TypeAlias = Literal["text", "count", "number", "per-cent", "rate", "currency", "printed", "rating"]
"""What stands in a column.

``per-cent`` is a share of the total, ``rate`` any other percentage, and ``printed`` a figure as somebody else printed
it: 81%, 11.0, n/a.
"""

PartsOfTotal: TypeAlias = Literal["separate", "complete", "overlapping"]
"""What rows are to the total: no case is in two of them; the same, and together they are all; or each by itself."""

NOTE = "note"
"""The key of a row that has words in place of figures."""

NOT_GIVEN = "n/a"
"""Stands for a rating that somebody else does not give."""

_MINUS = ("-", "−")
_WHOLE = re.compile(r"[0-9]+")
_DECIMAL = re.compile(r"[-−]?[0-9]+(?:\.[0-9]+)?")
_SHARE = re.compile(r"([0-9]+(?:\.[0-9]{1,3})?) ?%?")


class ColumnDefinition(Record):
    """A column of a table, and what its values are."""

    id: Key = field(about="the key of its values in the rows")
    heading: Words
    unit: Unit = field(
        default="text",
        about="text, count (a whole number), number, per-cent (a share of the total), rate (any other percentage), "
        "currency, printed (a figure as somebody else printed it: 81%, n/a) or rating (a band of a scale)",
    )
    sign: Words | None = field(default=None, about="of a currency: £")
    scale: Key | None = field(default=None, about="of ratings: a scale of the framework; that of the table if left out")
    difference: tuple[Key, ...] = field(default=(), about="the two columns whose difference it is: [actual, predicted]")

    @property
    def is_figure(self) -> bool:
        """Whether its values are figures, to be read down the column."""
        return self.unit not in ("text", "rating")

    @property
    def is_percentage(self) -> bool:
        """Whether its values are percentages, of whatever."""
        return self.unit in ("per-cent", "rate")

    @property
    def is_numeric(self) -> bool:
        """Whether its values are numbers that can be computed with."""
        return self.is_figure and self.unit != "printed"


class RowValues(Record):
    """A row: its values by the ids of their columns. `note` stands in place of all figures."""

    whole: ClassVar[str] = "values"

    values: dict[str, Words]


class RowSet(Record):
    """Rows that belong together, under a heading of their own or none."""

    name: Words | None = field(default=None, about="what they are about: the heading above them")
    rating: Words | None = field(default=None, about="a band of the table's scale, printed after the name")
    note: Words | None = field(default=None, about="words printed after that: for information")
    parts: PartsOfTotal | None = field(default=None, about="what the rows are to the total")
    rows: tuple[RowValues, ...] = ()


class TableContent(Record):
    """``ID.yaml`` of a part of the kind table: its columns, its rows, and what they are to each other."""

    caption: Words
    columns: Annotated[tuple[ColumnDefinition, ...], Filled()] = field(
        about="the first says what a row is about, the others hold its values"
    )
    rows: tuple[RowValues, ...] = field(default=(), about="each a mapping of a column's id to a value")
    groups: tuple[RowSet, ...] = field(default=(), about="in place of rows: rows under headings")
    groups_of: Key | None = field(
        default=None, about="in place of rows: the groups of this table, each with its rating"
    )
    total: RowValues | None = field(default=None, about="the row of the total")
    total_first: bool = field(default=False, about="whether the total stands above the rows")
    parts: PartsOfTotal | None = field(default=None, about="what the rows are to the total")
    scale: Key | None = field(default=None, about="the scale of the framework that the ratings are on")
    day: ReportDate | None = field(default=None, about="the month or day that the figures are of")
    source: Words | None = field(default=None, about="where the figures come from")
    note: Text | None = field(default=None, about="a text below the table")
    numbered: bool = field(default=True, about="whether it has a number, by which texts can refer to it")

    def complaint(self) -> str:
        """Say that there are rows of two sorts, or none."""
        given = [name for name in ("rows", "groups", "groups_of") if getattr(self, name)]
        return "" if len(given) == 1 else "a table has one of «rows», «groups» and «groups_of»"

    @property
    def label_column(self) -> ColumnDefinition:
        """The column that says what a row is about."""
        return self.columns[0]

    @property
    def sets(self) -> tuple[tuple[Path, RowSet], ...]:
        """The rows in their groups, each with the path of its list; rows without groups are one."""
        if self.rows:
            return ((("rows",), RowSet(rows=self.rows, parts=self.parts)),)
        return tuple((("groups", at, "rows"), each) for at, each in enumerate(self.groups))

    def all_rows(self) -> Iterator[tuple[Path, RowValues]]:
        """Yield every row with its path, that of the total last."""
        for path, found in self.sets:
            yield from (((*path, at), row) for at, row in enumerate(found.rows))
        if self.total is not None:
            yield ("total",), self.total

    def scale_of(self, column: ColumnDefinition) -> str | None:
        """Return the scale that a column of ratings is on; None where nothing says it."""
        return column.scale or self.scale


class NamedTable(TableContent):
    """A table in a part of several blocks."""

    id: Key = field(about="its name: texts refer to it, and criteria show it, by this")


def number_in(text: str, column: ColumnDefinition) -> Decimal:
    """Return the number that stands in a column of numbers. Raises ValueError with words for a user.

    A difference may have a sign, whatever it is a difference of.
    """
    if column.difference and text[:1] in _MINUS and text[1:2].isdigit():
        return -_without_sign(text[1:], column.unit)
    return _without_sign(text, column.unit)


def _without_sign(text: str, unit: Unit) -> Decimal:
    match unit:
        case "count":
            if not _WHOLE.fullmatch(text):
                raise ValueError("a count is a whole number, written without signs")
        case "per-cent" | "rate":
            match = _SHARE.fullmatch(text)
            if match is None:
                raise ValueError("a percentage is written 97 or 97.5, with at most three decimal places")
            text = match[1]
        case _:
            if not _DECIMAL.fullmatch(text):
                raise ValueError("a number is written without commas: 23057000 or -1.5")
    number = Decimal(text.replace("−", "-"))
    if abs(number) > MOST:
        raise ValueError(f"the number is larger than {MOST:,}")
    return number


def values_of(row: RowValues, columns: tuple[ColumnDefinition, ...]) -> Iterator[tuple[ColumnDefinition, str]]:
    """Yield the values that a row has, each with its column, in the order of the columns."""
    for column in columns:
        if column.id in row.values:
            yield column, row.values[column.id]


def numbers_of(row: RowValues, column: ColumnDefinition) -> Decimal | None:
    """Return the number that a sound row has in a column of numbers; None where it has none."""
    text: Any = row.values.get(column.id)
    return number_in(text, column) if text is not None and column.is_numeric else None
