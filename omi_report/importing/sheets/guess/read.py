"""One sheet of an export → which of the sheets of evidence it is, its headings, and what stands in each column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from omi_report.evidence.grids import SheetGrid
from omi_report.importing.sheets.guess.guessed import Guess
from omi_report.importing.sheets.guess.matching import Matching
from omi_report.importing.sheets.headings import Heading, Headings, headings_at
from omi_report.importing.sheets.rows import why_no_case
from omi_report.importing.sheets.sheet_kinds import SheetKind

_SEARCHED = 20
"""So many rows are looked at for headings."""

_HIGHEST = 3
"""Headings stand in so many rows at the most."""

_FEWEST = 2
"""So many columns of a sheet of evidence a sheet has at the least."""


@dataclass(frozen=True)
class ReadSheet:
    """A sheet that holds what a sheet of evidence holds, with what stands in each column below the headings."""

    grid: SheetGrid
    kind: SheetKind
    matching: Matching
    headings: Headings
    values: Mapping[int, Counter[str]]
    lines: tuple[int, ...]

    @property
    def rows(self) -> int:
        """How many rows hold answers."""
        return len(self.lines)


def read_guessed(
    grid: SheetGrid, matchings: Mapping[str, tuple[SheetKind, Matching]], *, told: bool = False
) -> ReadSheet | None:
    """Choose the sheet of evidence most of whose columns a sheet has, and the rows of its headings.

    None where it is none of the sheets of evidence. Where somebody has ``told`` that it is one, its headings are in the
    row with most cells, if they say nothing.
    """
    tried = _tried(grid)
    found = [(*_best(grid, tried, matching.surely), kind, matching) for kind, matching in matchings.values()]
    headings, named, kind, matching = max(found, key=lambda each: each[1])
    if named < min(_FEWEST, len(kind.columns)):
        single = [each for each in tried if len(each.lines) == 1]
        found = [(*_best(grid, single, matching.likely), kind, matching) for kind, matching in matchings.values()]
        headings, named, kind, matching = max(found, key=lambda each: each[1])
    if named < min(_FEWEST, len(kind.columns)):
        if not told:
            return None
        headings = max(tried[:_SEARCHED], key=lambda each: len(each.columns)) if not named else headings
    columns = {f"{each.column}": each.column for each in headings.columns if matching.likely(each)}
    placed = {form for forms in kind.written.values() for form in forms}
    values: dict[int, Counter[str]] = {}
    lines: list[int] = []
    for line, cells in grid.rows:
        if line <= headings.lines[-1] or why_no_case(cells, headings, columns, None, (), placed):
            continue
        lines.append(line)
        for at, cell in enumerate(cells):
            if cell.strip():
                values.setdefault(at, Counter())[" ".join(cell.split())] += 1
    return ReadSheet(grid, kind, matching, headings, values, tuple(lines))


def _tried(grid: SheetGrid) -> list[Headings]:
    """The rows that may be the headings of a sheet: one row before several, and those higher up first."""
    lines = [line for line, _cells in grid.rows[:_SEARCHED]]
    return [
        headings_at(grid, lines[at : at + height])
        for height in range(1, _HIGHEST + 1)
        for at in range(max(0, len(lines) - height + 1))
    ]


def _best(grid: SheetGrid, tried: list[Headings], look: Callable[[Heading], Guess | None]) -> tuple[Headings, int]:
    """The rows in which most columns are named, the first of several; with how many are named."""
    best, most = tried[0], 0
    for each in tried:
        named = len({guess.meant for heading in each.columns if (guess := look(heading))})
        if named > most:
            best, most = each, named
    return (_with_texts_below(grid, best, look) if most else best), most


def _with_texts_below(grid: SheetGrid, headings: Headings, look: Callable[[Heading], Guess | None]) -> Headings:
    """The headings with the row below, where that says once more which questions they are, in other words."""
    lines = [line for line, _cells in grid.rows]
    at = lines.index(headings.lines[-1]) + 1
    if at >= len(lines):
        return headings
    below = headings_at(grid, [lines[at]])
    named = sum(look(each) is not None for each in below.columns)
    if named * 2 > len(below.columns) and named >= _FEWEST:
        return headings_at(grid, [*headings.lines, lines[at]])
    return headings
