"""A workbook that came back with comments → its remarks, wherever its columns, rows and sheets stand by now."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from omi_report.comments.remark import Remark, Returned
from omi_report.evidence.sheet import NotATableError
from omi_report.evidence.workbook import all_rows
from omi_report.model.comments import CommentKind
from omi_report.remarks.read_error import ReturnedFileError, cleaned
from omi_report.remarks.sheet_form import (
    ADDRESS,
    AREA_KEY,
    BY,
    COLUMNS,
    DRAFT_KEY,
    HIDDEN_SHEET,
    KIND,
    KINDS,
    PROPOSED,
    SAYS,
    TEXT,
    WHERE,
    WHOLE,
    WORDS_KEY,
)
from omi_report.remarks.words_digest import words_digest

_FIRST_ROWS: Final = 20
"""So many rows may stand above the names of the columns."""
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
"""How Excel writes a character that XML has not, such as the end of a line that was pasted."""
_Rows = list[tuple[int, list[str]]]


def read_sheet(data: bytes, shown: str) -> Returned:
    """Read a workbook that `omi comments out` wrote and somebody filled in.

    Raises ReturnedFileError where it is no workbook that can be read, or has no column in which something is said.
    """
    try:
        sheets = all_rows(data, shown)
    except NotATableError as error:
        hint = f" ({error.hint})" if error.hint else ""
        raise ReturnedFileError(f"{shown}: {error.message}{hint}") from None
    made_from = _MadeFrom.of(sheets.pop(HIDDEN_SHEET, []))
    tables = [found for title, rows in sheets.items() if (found := _Table.of(title, rows)) is not None]
    if not tables:
        hint = f"the sheet has the columns «{SAYS}» and «{PROPOSED}», under these names"
        raise ReturnedFileError(f"{shown} has no column for what somebody says ({hint})")
    reading = _Reading(made_from, _places(tables))
    remarks = [remark for table in tables for remark in reading.remarks(table)]
    return Returned(shown, tuple(remarks), made_from.area, made_from.draft, tuple(reading.notes))


@dataclass(frozen=True, slots=True)
class _MadeFrom:
    """What the hidden sheet says: the area and the draft, and the digests of the texts as they went out."""

    area: str = ""
    draft: int | None = None
    texts: frozenset[str] = frozenset()

    @classmethod
    def of(cls, rows: _Rows) -> _MadeFrom:
        pairs = [(cells[0].strip(), cells[1].strip()) for _line, cells in rows if len(cells) > 1]
        said = dict(pairs)
        draft = said.get(DRAFT_KEY, "")
        number = int(draft) if draft.isascii() and draft.isdecimal() and len(draft) < 7 and int(draft) else None
        texts = frozenset(value for key, value in pairs if key == WORDS_KEY)
        return cls(cleaned(said.get(AREA_KEY, "")), number, texts)


@dataclass(frozen=True, slots=True)
class _Table:
    """A sheet with comments: its title, where its columns stand, and its rows behind that with their names.

    ``others`` are the names of the columns that somebody added, by their places.
    """

    title: str
    columns: Mapping[str, int]
    others: Mapping[int, str]
    rows: _Rows

    @classmethod
    def of(cls, title: str, rows: _Rows) -> _Table | None:
        """The table of a sheet; None for a sheet in which nothing can be said."""
        by_name = {_name(each): each for each in COLUMNS}
        for at, (_line, cells) in enumerate(rows[:_FIRST_ROWS]):
            columns: dict[str, int] = {}
            others: dict[int, str] = {}
            for place, cell in enumerate(cells):
                column = by_name.get(_name(cell))
                if column is not None and column not in columns:
                    columns[column] = place
                elif cell.strip():
                    others[place] = cleaned(cell)
            if columns.keys() & {SAYS, PROPOSED} and columns.keys() & {WHERE, TEXT, ADDRESS}:
                return cls(cleaned(title), columns, others, rows[at + 1 :])
        return None

    def cell(self, cells: list[str], column: str) -> str:
        """The cell of a row in a column; empty where there is none."""
        place = self.columns.get(column, len(cells))
        return cleaned(_ESCAPED.sub(_unescaped, cells[place])) if place < len(cells) else ""


def _unescaped(found: re.Match[str]) -> str:
    return chr(int(found[1], 16))


def _name(heading: str) -> str:
    return " ".join(heading.casefold().split())


@dataclass(frozen=True, slots=True)
class _Said:
    """A place as the workbook names it under «Where»: its address, and its words where it is one row."""

    address: str
    words: str


def _places(tables: list[_Table]) -> dict[str, _Said]:
    """The places that the sheet of comments has, by what stands under «Where»."""
    found: dict[str, _Said] = {}
    for table in tables:
        if not table.columns.keys() >= {WHERE, ADDRESS}:
            continue
        for _line, cells in table.rows:
            where, address = _name(table.cell(cells, WHERE)), table.cell(cells, ADDRESS)
            if where and address:
                known = where in found
                found[where] = _Said(address, "" if known else table.cell(cells, TEXT))
    return found


@dataclass(slots=True)
class _Reading:
    """The remarks of a workbook, and the lines on what cannot be taken in."""

    made_from: _MadeFrom
    places: Mapping[str, _Said]
    notes: list[str] = field(default_factory=list)

    def remarks(self, table: _Table) -> Iterator[Remark]:
        self._note_missing(table)
        for line, cells in table.rows:
            where = f"sheet «{table.title}», row {line}"
            for place, name in table.others.items():
                if place < len(cells) and cells[place].strip():
                    self.notes.append(f"{where}: «{cleaned(cells[place])}» stands in a column of its own, «{name}»")
            for place in range(len(cells)):
                if cells[place].strip() and place not in table.others and place not in table.columns.values():
                    self.notes.append(f"{where}: «{cleaned(cells[place])}» stands in a column without a name")
            yield from self._remark(table, cells, where)

    def _note_missing(self, table: _Table) -> None:
        is_main = TEXT in table.columns or ADDRESS in table.columns
        wanted = COLUMNS if is_main else (WHERE, KIND, SAYS, PROPOSED, BY)
        for column in wanted:
            if column not in table.columns and column != "Page":
                self.notes.append(f"sheet «{table.title}»: the column «{column}» is not there any more{_for(column)}")

    def _remark(self, table: _Table, cells: list[str], where: str) -> Iterator[Remark]:
        words, says = table.cell(cells, TEXT), table.cell(cells, SAYS)
        proposed: str | None = table.cell(cells, PROPOSED) or None
        place = self._place(table, cells, words)
        if self.made_from.texts and words and words_digest(words) not in self.made_from.texts:
            self.notes.append(f"{where}: the text itself was changed in its column; it is taken as the words proposed")
            if proposed is not None:
                says = f"{says}\n\nThe text itself was changed to: {words}".strip()
            proposed, place = proposed or words, _Said(place.address, "")
        if proposed is not None and words_digest(proposed) == words_digest(place.words):
            proposed = None
        if not says and proposed is None:
            self._note_half(table, cells, where)
            return
        yield Remark(
            says=says,
            where=where,
            address=place.address,
            words=place.words,
            proposed=proposed,
            by=table.cell(cells, BY),
            kind=self._kind(table.cell(cells, KIND), where),
        )

    def _place(self, table: _Table, cells: list[str], words: str) -> _Said:
        """Where a row belongs: by its address, or by what somebody chose or typed under «Where»."""
        address, where = table.cell(cells, ADDRESS), table.cell(cells, WHERE)
        if address:
            return _Said(address, words)
        if _name(where) in ("", WHOLE):
            return _Said("", words)
        named = self.places.get(_name(where))
        return _Said(named.address, words or named.words) if named else _Said("" if words else where, words)

    def _kind(self, written: str, where: str) -> CommentKind | None:
        kind = next((each for each in KINDS if each == written.strip().casefold()), None)
        if written.strip() and kind is None:
            self.notes.append(
                f"{where}: «{written}» is no kind of comment ({', '.join(KINDS)}); it is taken as wording"
            )
        return kind

    def _note_half(self, table: _Table, cells: list[str], where: str) -> None:
        kind = table.cell(cells, KIND)
        if kind:
            self.notes.append(f"{where}: a kind is chosen («{kind}»), and nothing is said")


def _for(column: str) -> str:
    """What follows from a column that is missing."""
    match column:
        case "Address":
            return "; places are found by what stands under «Where» and by their words"
        case "Where":
            return "; places are found by their addresses"
        case "What the draft says":
            return "; places are found by their addresses alone"
        case "Your name":
            return "; nobody is named"
        case _:
            return "; nothing that stood there has come back"
