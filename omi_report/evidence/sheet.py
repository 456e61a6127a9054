"""A table as it stands in a file, before anything is known of its columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from omi_report import limits
from omi_report.problems import Location, Problem, Rule


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of a file; ``rows`` yields the line of each row and its cells, and can be run once.

    ``place`` gives the place of a cell from the row's line and the cell's index, from 0. ``ragged``
    says that the file leaves out the empty cells at the end of a row, as workbooks do.
    """

    name: str
    header: list[str]
    header_line: int
    rows: Iterator[tuple[int, list[str]]]
    place: Callable[[int, int], Location]
    ragged: bool = False


class NotATableError(Exception):
    """The file is no table; the message and the hint say why. ``location`` is where."""

    def __init__(self, location: Location, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.location, self.message, self.hint = location, message, hint


def fitted(cells: list[str], width: int, ragged: bool) -> list[str]:
    """Return a row without the empty cells that stand beyond the headings, and with those that a workbook leaves out.

    A row that is too long or too short all the same stays as it is.
    """
    if len(cells) > width and not any(cells[width:]):
        return cells[:width]
    return [*cells, *[""] * (width - len(cells))] if ragged and len(cells) < width else cells


def bounded(rows: Iterator[tuple[int, list[str]]], shown: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of a file up to the limits. Raises NotATableError in the row that goes beyond one."""
    first = held = 0
    for number, (line, cells) in enumerate(rows):
        first = first or len(cells)
        held += max(first, len(cells))  # a short row is filled up to the headings
        longest = max(map(len, cells), default=0)
        for found, limit, what in (
            (len(cells), limits.SHEET_COLUMNS, "columns"),
            (number, limits.SHEET_ROWS, "rows"),
            (held, limits.SHEET_CELLS, "cells"),
            (longest, limits.CELL_CHARACTERS, "characters in a cell"),
        ):
            if found > limit:
                hint = "is it the right file? Keep the rows and columns of the sample alone"
                if what == "characters in a cell":
                    hint = "look for a quotation mark that is not closed"
                raise NotATableError(Location(shown, line, 1), f"the file has more than {limit:,} {what}", hint)
        yield line, cells


@dataclass(slots=True)
class SheetProblems:
    """The problems of one sheet: a limited number of each kind, and how many more there were."""

    sheet: Sheet
    problems: list[Problem] = field(default_factory=list)
    counts: dict[Rule, int] = field(default_factory=dict)

    def shows(self, rule: Rule) -> bool:
        """Say whether one more problem of a rule would be shown; if not, nothing need be worked out for its words."""
        return self.counts.get(rule, 0) < limits.SHEET_PROBLEMS

    def add(self, rule: Rule, line: int, cell: int, message: str, hint: str = "", *, length: int = 1) -> None:
        """Note a problem of the cell at an index of a row. Its place is looked up only below the limit."""
        self.counts[rule] = self.counts.get(rule, 0) + 1
        if self.counts[rule] <= limits.SHEET_PROBLEMS:
            self.problems.append(rule.at(self.sheet.place(line, cell), message, hint, length=length))

    def all(self) -> list[Problem]:
        """Return the problems, with one more for each kind of which there were too many."""
        file = Location(self.sheet.place(1, 0).file)
        return self.problems + [
            rule.at(file, f"and {count - limits.SHEET_PROBLEMS:,} more of these problems")
            for rule, count in self.counts.items()
            if count > limits.SHEET_PROBLEMS
        ]
