"""A sheet as rows that can be looked at as a whole, once something is wrong with it; and what may be wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeAlias

from omi_report.evidence.sheet import Sheet, fitted
from omi_report.evidence.tabulate import Column, name_of_heading
from omi_report.problems import Location, Problem, Rule

Cells: TypeAlias = list[str]


@dataclass(frozen=True)
class Known:
    """What is known of a sheet beforehand.

    ``columns`` are those that it should have, ``ids`` the heading of its ids, and ``ids_needed`` says whether it must
    be there. ``depends`` names the attributes that settle whether a question gets an answer. ``others`` are the columns
    of the area's other sheets by their names in the area.
    """

    columns: Mapping[str, Column]
    ids: str
    ids_needed: bool = True
    depends: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    others: Callable[[], Mapping[str, Mapping[str, Column]]] = dict
    blanks: bool = False

    @cached_property
    def codes(self) -> dict[str, dict[str, int]]:
        """The ways in which the answers of each column are written, by its name."""
        made: dict[Column, dict[str, int]] = {column: column.codes() for column in self.columns.values()}
        return {name: made[column] for name, column in self.columns.items()}

    def takes(self, name: str, cell: str) -> bool:
        """Whether a cell is an answer of a column, or blank."""
        codes = self.codes[name]
        written = " ".join(cell.split())
        return written in codes or written.lower() in codes


@dataclass(frozen=True)
class Table:
    """The rows of a sheet with their lines. ``at`` gives the place of a cell by its line and its index, from 0."""

    header: Cells
    header_line: int
    rows: tuple[tuple[int, Cells], ...]
    at: Callable[[int, int], Location]
    known: Known

    @classmethod
    def of(cls, sheet: Sheet, known: Known) -> Table:
        """Read the rows in which anything stands. Raises NotATableError where a sheet cannot be read to its end."""
        width = len(sheet.header)
        rows = tuple((line, fitted(cells, width, sheet.ragged)) for line, cells in sheet.rows if any(cells))
        return cls(list(sheet.header), sheet.header_line, rows, sheet.place, known)

    @cached_property
    def names(self) -> list[str]:
        """The names of the columns as far as they are known, else empty."""
        found = [name_of_heading(heading, self.known.columns) for heading in self.header]
        return [name if name in self.known.columns else "" for name in found]

    @property
    def width(self) -> int:
        """How many headings there are."""
        return len(self.header)

    @cached_property
    def id_index(self) -> int | None:
        """The column of the ids."""
        return next((at for at, name in enumerate(self.header) if name.strip() == self.known.ids), None)

    @cached_property
    def whole(self) -> list[tuple[int, Cells]]:
        """The rows that have a cell for each heading."""
        return [(line, cells) for line, cells in self.rows if len(cells) == self.width]

    def without(self, lines: set[int]) -> Table:
        """Return the table without some rows."""
        return replace(self, rows=tuple(row for row in self.rows if row[0] not in lines))

    def with_rows(self, rows: Sequence[tuple[int, Cells]]) -> Table:
        """Return the table with other rows."""
        return replace(self, rows=tuple(rows))

    def sheet(self, like: Sheet) -> Sheet:
        """Return the rows as a sheet again."""
        return replace(like, header=self.header, rows=iter(self.rows))

    def wrong(self, rows: Sequence[tuple[int, Cells]], index: int) -> Iterator[tuple[int, str]]:
        """Yield the lines and cells of a column that are no answers of it."""
        name = self.names[index]
        if name:
            yield from self.wrong_for(name, index, rows)

    def wrong_for(
        self, name: str, index: int, rows: Sequence[tuple[int, Cells]] | None = None
    ) -> Iterator[tuple[int, str]]:
        """Yield the lines and cells of a column that would be no answers of the column with a name."""
        codes = self.known.codes[name]
        for line, cells in self.whole if rows is None else rows:
            if cells[index] not in codes and not self.known.takes(name, cells[index]):
                yield line, cells[index]

    def problem(self, rule: Rule, line: int, index: int, message: str, hint: str, length: int = 1) -> Problem:
        """Return a problem of a cell."""
        return rule.at(self.at(line, index), message, hint, length=length)


@dataclass(frozen=True)
class Explained:
    """What a cause came to: its problems, and the table as if it had been mended, so that nothing follows from it.

    ``table`` is None where nothing more can be said of the sheet before it is mended.
    """

    problems: list[Problem]
    table: Table | None


Cause: TypeAlias = Callable[[Table], Explained | None]
"""Looks for one cause in a table."""


def listed(names: Sequence[str], most: int = 4) -> str:
    """Return names as a message lists them: the first few, and how many more."""
    shown = ", ".join(f"«{name}»" for name in names[:most])
    return f"{shown} and {len(names) - most} more" if len(names) > most else shown


def lines_listed(lines: Sequence[int], most: int = 5) -> str:
    """Return lines as a message lists them: `5, 7, 8 … (104 in all)`."""
    shown = ", ".join(map(str, lines[:most]))
    return f"rows {shown} …" if len(lines) > most else f"rows {shown}" if len(lines) > 1 else f"row {shown}"
