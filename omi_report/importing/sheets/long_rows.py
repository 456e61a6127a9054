"""An export with a row for each answer (case, question, answer) → the rows that it brings, as of any other export."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from omi_report.evidence.grids import SheetGrid
from omi_report.importing.sheets.causes import CellPlace
from omi_report.importing.sheets.columns import ColumnsTaken, columns_taken, missing_columns
from omi_report.importing.sheets.headings import MORE, Heading, Headings, find_headings
from omi_report.importing.sheets.lettered import is_kept
from omi_report.importing.sheets.rows import AGAIN, NOTE, SKIPPED, TOTAL
from omi_report.importing.sheets.sheet_kinds import SheetKind
from omi_report.importing.sheets.spellings import begins_one_of, folded, is_total, words_of
from omi_report.importing.sheets.taken import SheetReading, TakenRow, TakenSheet
from omi_report.model.evidence_map import IGNORED, LongColumns, MapSource


def take_long(grid: SheetGrid, source: MapSource, kind: SheetKind) -> TakenSheet:
    """Read a sheet in which each row is one answer, by what the map says of it.

    The keys of ``columns`` are what stands in the column of the questions, or headings of attributes beside it. What
    the framework calls its questions and attributes is known without the map.
    """
    assert source.long is not None
    frame = source.replaced(columns={source.long.question: IGNORED, source.long.answer: IGNORED}, long=None)
    headings = find_headings(grid, frame)
    beside = {key: name for key, name in source.columns.items() if headings.called(key)}
    found = columns_taken(grid, frame.replaced(columns={**frame.columns, **beside}), kind, headings)
    lacking = [(key, "") for key in (source.long.question, source.long.answer) if not headings.find(key)]
    unknown = [each for each in headings.columns if each.joined in found.unknown]
    causes = (*found.causes, *missing_columns(grid, lacking, unknown, headings.lines[-1] if headings.lines else 1))
    if causes:
        return TakenSheet(grid.shown, kind.of, headings.lines, found, causes=causes)
    return _LongReading(grid, source, kind, headings, found, source.long).taken()


class _LongReading(SheetReading):
    """The rows of one sheet in which each row is one answer."""

    def __init__(
        self,
        grid: SheetGrid,
        source: MapSource,
        kind: SheetKind,
        headings: Headings,
        beside: ColumnsTaken,
        long: LongColumns,
    ) -> None:
        self._question, self._answer = headings.find(long.question)[0], headings.find(long.answer)[0]
        self._names = _Names(kind, source)
        self._beside = beside
        first = headings.lines[-1] if headings.lines else 0
        cells = [_cell(row, self._question) for line, row in grid.rows if line > first]
        asked = {text: self._names.named(text) for text in dict.fromkeys(filter(None, cells))}
        names = [name for name in dict.fromkeys((*asked.values(), *source.columns.values())) if name in kind.columns]
        unknown = [text for text, name in asked.items() if not name and not is_total(text)]
        places = dict.fromkeys(names, (self._answer,)) | dict(beside.places)
        columns = ColumnsTaken(
            places,
            beside.id,
            beside.attributes,
            (*beside.ignored, *(text for text, name in asked.items() if name == IGNORED)),
            (*beside.unknown, *unknown),
            beside.causes,
            beside.notes,
        )
        super().__init__(grid, source, kind, headings, columns)
        self._flat = {name: where[0] for name, where in places.items()}

    def _why_no_case(self, cells: Sequence[str]) -> str:
        first = next((each.strip() for each in cells if each.strip()), "")
        question, answer = _cell(cells, self._question), _cell(cells, self._answer)
        if begins_one_of(first, self._source.skip):
            return SKIPPED
        if folded(question) == folded(self._headings.named(self._question)):
            return AGAIN
        if is_total(first) and not self._names.named(question):
            return TOTAL
        return "" if question and answer and self._names.named(question) not in ("", IGNORED) else NOTE

    def _row(self, line: int, cells: Sequence[str]) -> None:
        given = self._id_of(line, cells)
        answers: dict[str, str] = {}
        read = {self._names.named(_cell(cells, self._question)): self._answer}
        read |= {name: where[0] for name, where in self._beside.places.items()}
        for name, column in read.items():
            if cell := _cell(cells, column):
                self._cell(name, cell, CellPlace(self._grid.shown, line, column, given), answers)
        place = CellPlace(self._grid.shown, line, None, given)
        self._rows.append(TakenRow(place, given, answers, self._flat, is_part=True))


class _Names:
    """What stands in the column of the questions, and which question or attribute each of it is."""

    def __init__(self, kind: SheetKind, source: MapSource) -> None:
        own: Mapping[str, str] = {name: name for name in kind.columns}
        self._whole = {folded(key): name for key, name in {**own, **source.columns}.items() if MORE not in key}
        self._words = {words_of(key): name for key, name in self._whole.items()}
        self._parts = [(key, name) for key, name in source.columns.items() if MORE in key]
        self._known: dict[str, str] = {}

    def named(self, text: str) -> str:
        """Return what a text names; nothing where it names nothing that is known."""
        if text not in self._known:
            found = self._whole.get(folded(text)) or self._words.get(words_of(text), "")
            heading = Heading(0, text, text)
            self._known[text] = found or next((name for key, name in self._parts if is_kept(key, heading)), "")
        return self._known[text]


def _cell(cells: Sequence[str], column: int) -> str:
    return " ".join(cells[column].split()) if column < len(cells) else ""
