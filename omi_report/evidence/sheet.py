"""A table as it stands in a file, before anything is known of its columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from omi_report.problems import Location, Problem, Rule

MOST_OF_A_KIND = 500
"""How many problems of a kind are reported; the rest are counted. One column on a wrong scale has thousands."""


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


@dataclass(slots=True)
class SheetProblems:
    """The problems of one sheet: a limited number of each kind, and how many more there were."""

    sheet: Sheet
    problems: list[Problem] = field(default_factory=list)
    counts: dict[Rule, int] = field(default_factory=dict)

    def add(self, rule: Rule, line: int, cell: int, message: str, hint: str = "", *, length: int = 1) -> None:
        """Note a problem of the cell at an index of a row. Its place is looked up only below the limit."""
        self.counts[rule] = self.counts.get(rule, 0) + 1
        if self.counts[rule] <= MOST_OF_A_KIND:
            self.problems.append(rule.at(self.sheet.place(line, cell), message, hint, length=length))

    def all(self) -> list[Problem]:
        """Return the problems, with one more for each kind of which there were too many."""
        file = Location(self.sheet.place(1, 0).file)
        return self.problems + [
            rule.at(file, f"and {count - MOST_OF_A_KIND:,} more of these problems")
            for rule, count in self.counts.items()
            if count > MOST_OF_A_KIND
        ]
