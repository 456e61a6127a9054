"""One sheet of an export and what the map says of it → the rows that it brings, and what is wrong with it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from omi_report.evidence.grids import SheetGrid
from omi_report.importing.sheets.answers import NO_ANSWER, Read, reader_of
from omi_report.importing.sheets.causes import Cause, CellPlace, cause_of
from omi_report.importing.sheets.columns import ColumnsTaken, columns_taken
from omi_report.importing.sheets.headings import Headings, find_headings
from omi_report.importing.sheets.rows import why_no_case
from omi_report.importing.sheets.sheet_kinds import SheetKind
from omi_report.importing.sheets.spellings import reads_like_a_name, value_form
from omi_report.importing.sheets.unplaced import UnplacedCell, causes_of_unplaced
from omi_report.model.evidence_map import CASELOAD, MapSource
from omi_report.visible import begins_formula

_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?E\+?\d+", re.IGNORECASE)
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


@dataclass(frozen=True, slots=True)
class TakenRow:
    """A row that an export brings: its id, and the answers that are not blank, with the column of each.

    ``is_part`` says that its case has other rows too, since each has one answer.
    """

    place: CellPlace
    id: str
    answers: Mapping[str, str]
    columns: Mapping[str, int]
    is_part: bool = False


@dataclass(frozen=True, slots=True)
class TakenSheet:
    """What a sheet brings.

    ``left_out`` are the numbers of the rows that are no cases by the reason, ``values`` how often each written value
    was taken for each answer. ``causes`` are what nothing can be imported for, ``notes`` what is to be told besides.
    """

    shown: str
    of: str
    headings: tuple[int, ...]
    columns: ColumnsTaken
    rows: tuple[TakenRow, ...] = ()
    left_out: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    values: Mapping[tuple[str, str], int] = field(default_factory=dict)
    causes: tuple[Cause, ...] = ()
    notes: tuple[Cause, ...] = ()


def take(grid: SheetGrid, source: MapSource, kind: SheetKind) -> TakenSheet:
    """Read a sheet by what the map says of it."""
    headings = find_headings(grid, source)
    columns = columns_taken(grid, source, kind, headings)
    if columns.stops:
        return TakenSheet(grid.shown, kind.of, headings.lines, columns, causes=columns.causes)
    return SheetReading(grid, source, kind, headings, columns).taken()


class SheetReading:
    """The rows of one sheet, as they are read."""

    def __init__(
        self, grid: SheetGrid, source: MapSource, kind: SheetKind, headings: Headings, columns: ColumnsTaken
    ) -> None:
        self._grid, self._source, self._kind = grid, source, kind
        self._headings, self._columns = headings, columns
        self._readers: dict[str, Read] = {name: reader_of(source, kind, name) for name in columns.places}
        self._placed = {form for forms in kind.written.values() for form in forms} | {
            value_form(written) for answers in source.answers.values() for written in answers
        }
        self._flat = {name: places[0] for name, places in columns.places.items()}
        self._every = {f"{name} {place}": place for name, places in columns.places.items() for place in places}
        self._rows: list[TakenRow] = []
        self._left: dict[str, list[int]] = {}
        self._values: Counter[tuple[str, str]] = Counter()
        self._unplaced: list[UnplacedCell] = []
        self._filled: Counter[int] = Counter()
        self._without_id: list[CellPlace] = []
        self._twice_in_row: list[CellPlace] = []
        self._beyond: list[CellPlace] = []
        self._ids: list[CellPlace] = []

    def taken(self) -> TakenSheet:
        """Read all rows below the headings."""
        last = self._headings.lines[-1] if self._headings.lines else 0
        for line, cells in self._grid.rows:
            if line <= last:
                continue
            why = self._why_no_case(cells)
            if why:
                self._left.setdefault(why, []).append(line)
            else:
                self._row(line, cells)
        return TakenSheet(
            self._grid.shown,
            self._kind.of,
            self._headings.lines,
            self._columns,
            tuple(self._rows),
            {why: tuple(lines) for why, lines in self._left.items()},
            self._values,
            (*self._columns.causes, *self._causes()),
            (*self._columns.notes, *self._notes()),
        )

    def _why_no_case(self, cells: Sequence[str]) -> str:
        return why_no_case(cells, self._headings, self._every, self._columns.id, self._source.skip, self._placed)

    def _id_of(self, line: int, cells: Sequence[str]) -> str:
        at = self._columns.id
        given = cells[at].strip() if at is not None and at < len(cells) else ""
        if at is not None and not given:
            self._without_id.append(CellPlace(self._grid.shown, line, at))
        elif at is not None:
            self._ids.append(CellPlace(self._grid.shown, line, at, given))
        return given

    def _row(self, line: int, cells: Sequence[str]) -> None:
        given = self._id_of(line, cells)
        width = max((each.column for each in self._headings.columns), default=0) + 1
        self._beyond += [
            CellPlace(self._grid.shown, line, column, given)
            for column in range(width, len(cells))
            if cells[column].strip()
        ]
        answers: dict[str, str] = {}
        for name, places in self._columns.places.items():
            for column in places:
                cell = cells[column].strip() if column < len(cells) else ""
                if cell:
                    self._cell(name, cell, CellPlace(self._grid.shown, line, column, given), answers)
        self._rows.append(TakenRow(CellPlace(self._grid.shown, line, None, given), given, answers, self._flat))

    def _cell(self, name: str, cell: str, place: CellPlace, answers: dict[str, str]) -> None:
        assert place.column is not None
        self._filled[place.column] += 1
        answer = self._readers[name](cell)
        if answer is None:
            self._unplaced.append(UnplacedCell(place, name, cell))
            return
        if name not in self._columns.attributes:
            self._values[cell, answer] += 1
        if answer == NO_ANSWER:
            return
        if answers.setdefault(name, answer) != answer:
            self._twice_in_row.append(place)

    def _causes(self) -> list[Cause]:
        grid, ids = self._grid, self._kind.ids
        found: list[Cause] = []
        if self._without_id:
            hint = f"write the {ids} there; where one {ids} goes over several merged rows, give it each of them"
            found.append(cause_of(grid, f"rows with answers have no {ids}", self._without_id, hint))
        rewritten = [each for each in self._ids if _SCIENTIFIC.fullmatch(each.case)]
        if rewritten:
            hint = "export it again with the ids as text"
            found.append(cause_of(grid, "a spreadsheet has written long ids as numbers (1.2E+11)", rewritten, hint))
        if self._kind.of == CASELOAD:  # its ids stay outside of the area
            return found + self._not_placed()
        personal = [each._replace(case="") for each in self._ids if _MAIL.fullmatch(each.case)]
        if personal:
            hint = f"give each {ids} an id that means nothing outside of the inspection, and map its column"
            found.append(cause_of(grid, "the ids are e-mail addresses", personal, hint))
        named = [each._replace(case="") for each in self._ids if reads_like_a_name(each.case)]
        if named:  # one among many is one too many
            hint = f"give each {ids} an id that means nothing outside of the inspection, and map its column"
            found.append(cause_of(grid, "ids look like names of people", named, hint))
        if self._twice_in_row:
            hint = "the map takes several columns for one question: correct it, or the cell"
            found.append(cause_of(grid, "one row answers a question in two ways", self._twice_in_row, hint))
        return found + self._not_placed()

    def _not_placed(self) -> list[Cause]:
        return causes_of_unplaced(self._grid, self._unplaced, self._filled, len(self._rows), self._kind)

    def _notes(self) -> list[Cause]:
        found: list[Cause] = []
        guarded = [each for each in self._ids if begins_formula(each.case) and self._kind.of != CASELOAD]
        if guarded:
            message = "ids begin as formulas do, and are written with an apostrophe before them"
            found.append(cause_of(self._grid, message, guarded))
        if self._beyond:
            found.append(cause_of(self._grid, "cells under no heading were left out", self._beyond))
        return found
