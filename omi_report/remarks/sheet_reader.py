"""A workbook that came back with comments → its remarks, wherever its columns, rows and sheets stand by now."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from omi_report.comments.place import PlaceNames, address_in, may_be_called
from omi_report.comments.remark import Remark, Returned
from omi_report.evidence.sheet import NotATableError
from omi_report.evidence.workbook import all_rows
from omi_report.model.comments import CommentKind
from omi_report.remarks.read_error import ReturnedFileError, cleaned
from omi_report.remarks.sheet_form import (
    ADDRESS,
    ALSO_KEY,
    AREA_KEY,
    BY,
    COLUMNS,
    DRAFT_KEY,
    FILLED,
    HIDDEN_SHEET,
    KIND,
    KINDS,
    PLACE_KEY,
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
_DAY = re.compile(r"\A(\d{4}-\d\d-\d\d) 00:00:00\Z")
"""What Excel made of a day that somebody typed."""
_MOST_MEANT: Final = 3
"""So many places are named of those that somebody may mean."""
_Rows = list[tuple[int, list[str]]]


def read_sheet(data: bytes, shown: str, known: Sequence[str] = ()) -> Returned:
    """Read a workbook that `omi comments out` wrote and somebody filled in. ``known`` are addresses of the report.

    Raises ReturnedFileError where it is no workbook that can be read, has no column in which something is said, or has
    words under a heading that may be that of a column which is missing.
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
    for table in tables:
        _expect_headings(table, shown)
    reading = _Reading(made_from, _Places.of(tables, made_from, known))
    remarks = [remark for table in tables for remark in reading.remarks(table)]
    return Returned(shown, tuple(remarks), made_from.area, made_from.draft, tuple(reading.notes))


@dataclass(frozen=True, slots=True)
class _MadeFrom:
    """What the hidden sheet says: the area and the draft, and the digests of the texts as they went out.

    ``places`` are addresses with what stood under «Where» for each, ``also`` addresses with further ones of the place.
    """

    area: str = ""
    draft: int | None = None
    texts: frozenset[str] = frozenset()
    places: tuple[tuple[str, str], ...] = ()
    also: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, rows: _Rows) -> _MadeFrom:
        pairs = [(cells[0].strip(), cells[1].strip()) for _line, cells in rows if len(cells) > 1]
        said = dict(pairs)
        draft = said.get(DRAFT_KEY, "")
        number = int(draft) if draft.isascii() and draft.isdecimal() and len(draft) < 7 and int(draft) else None
        texts = frozenset(value for key, value in pairs if key == WORDS_KEY)
        parted = [(key, *cleaned(value).partition(" ")[::2]) for key, value in pairs]
        places, also = (
            tuple((address, name) for key, address, name in parted if key == wanted and name)
            for wanted in (PLACE_KEY, ALSO_KEY)
        )
        return cls(cleaned(said.get(AREA_KEY, "")), number, texts, places, also)


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
        text = cleaned(_ESCAPED.sub(_unescaped, cells[place])) if place < len(cells) else ""
        return _DAY.sub(r"\1", text)


def _expect_headings(table: _Table, shown: str) -> None:
    """Refuse a sheet that lacks a column to fill in and has words under a heading that nobody knows."""
    missing = [each for each in FILLED if each not in table.columns]
    others = [
        name
        for place, name in table.others.items()
        if any(place < len(cells) and cells[place].strip() for _line, cells in table.rows)
    ]
    if missing and others:
        lacks, has = (", ".join(f"«{each}»" for each in several) for several in (missing, others))
        raise ReturnedFileError(
            f"{shown}: the sheet «{table.title}» has no column {lacks}, and has words under {has}: if that is what the "
            "column is called now, give it its name again; if it is not, take it out"
        )


def _unescaped(found: re.Match[str]) -> str:
    return chr(int(found[1], 16))


def _name(heading: str) -> str:
    return " ".join(heading.casefold().split())


@dataclass(frozen=True, slots=True)
class _Said:
    """A place as the workbook names it under «Where»: its address, and its words where it is one row.

    ``named`` is what somebody typed for it, and ``stood`` are the words of all its rows.
    """

    address: str
    words: str
    named: str = ""
    stood: str = ""


@dataclass(frozen=True, slots=True)
class _Places:
    """The places of the draft as a workbook has them: the words of rows by «Where», and all names of places.

    ``texts`` are the words of all rows of a place by its address, and ``now`` addresses of the report as it is now.
    """

    rows: Mapping[str, _Said]
    names: tuple[PlaceNames, ...]
    texts: Mapping[str, str]
    now: Mapping[str, str]

    @classmethod
    def of(cls, tables: list[_Table], made_from: _MadeFrom, known: Iterable[str]) -> _Places:
        """Gather them from the sheets. ``known`` are the addresses of the report as it is now."""
        rows = {_name(where): _Said(address, "") for address, where in made_from.places}
        written = {_name(where): where for _address, where in made_from.places}
        firsts: set[str] = set()
        texts: dict[str, str] = {}
        for table in tables:
            if table.columns.keys() >= {WHERE, ADDRESS}:
                rows |= _rows_of(table, firsts)
                written |= {_name(where): where for _line, cells in table.rows if (where := table.cell(cells, WHERE))}
            if table.columns.keys() >= {TEXT, ADDRESS}:
                _add_texts(table, texts)
        also: dict[str, list[str]] = {}
        for address, further in made_from.also:
            also.setdefault(address, []).append(further)
        names = [
            PlaceNames(
                each.address,
                tuple(also.get(each.address, ())),
                written[name],
                texts.get(each.address, "").partition("\n")[0],
            )
            for name, each in rows.items()
        ]
        of_draft = {each.address for each in rows.values()}
        now = {each.casefold(): each for each in known if each not in of_draft}
        return cls(rows, tuple(names), texts, now)

    def meant(self, typed: str) -> tuple[_Said, ...]:
        """The place that is called so; several where nobody can say which of them it is.

        The draft that somebody had before him counts first, and then what is in the report by now.
        """
        found = self.rows.get(_name(typed))
        if found is not None:
            return (replace(found, named=typed, stood=self.texts.get(found.address, "")),)
        several = may_be_called(typed, self.names)
        if several:
            return tuple(_Said(each.address, "", typed, self.texts.get(each.address, "")) for each in several)
        address = self.now.get(address_in(typed))
        return (_Said(address, "", typed),) if address else ()

    def shown(self, place: _Said) -> str:
        """What the workbook calls a place."""
        return next((each.where for each in self.names if each.address == place.address), place.address)


def _add_texts(table: _Table, texts: dict[str, str]) -> None:
    """Put the texts of the rows of a place together."""
    for _line, cells in table.rows:
        address, text = table.cell(cells, ADDRESS), table.cell(cells, TEXT)
        if address and text:
            texts[address] = f"{texts[address]}\n{text}" if address in texts else text


def _rows_of(table: _Table, firsts: set[str]) -> dict[str, _Said]:
    """The rows of a table by «Where». The first of several rows of a place stands for all of it, and has no words."""
    rows = [
        (_name(table.cell(cells, WHERE)), table.cell(cells, ADDRESS), table.cell(cells, TEXT))
        for _line, cells in table.rows
    ]
    count = Counter(address for _where, address, _words in rows)
    found: dict[str, _Said] = {}
    for where, address, words in rows:
        if where and address:
            is_whole = where in found or (count[address] > 1 and address not in firsts)
            firsts.add(address)
            found[where] = _Said(address, "" if is_whole else words)
    return found


@dataclass(slots=True)
class _Reading:
    """The remarks of a workbook, and the lines on what cannot be taken in."""

    made_from: _MadeFrom
    places: _Places
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
        place = self._place(table, cells, words, where)
        if self.made_from.texts and words and words_digest(words) not in self.made_from.texts:
            self.notes.append(f"{where}: the text itself was changed in its column; it is taken as the words proposed")
            if proposed is not None:
                says = f"{says}\n\nThe text itself was changed to: {words}".strip()
            proposed, place = proposed or words, replace(place, words="")
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
            named=place.named,
            stood=place.stood,
        )

    def _place(self, table: _Table, cells: list[str], words: str, row: str) -> _Said:
        """Where a row belongs: by its address, or by what somebody chose or typed under «Where»."""
        address, where = table.cell(cells, ADDRESS), table.cell(cells, WHERE)
        if address:
            return _Said(address, words)
        if _name(where) in ("", WHOLE):
            return _Said("", words)
        meant = self.places.meant(where)
        if len(meant) == 1:
            return replace(meant[0], words=words or meant[0].words)
        if meant and not words:
            shown = " or ".join(f"«{self.places.shown(each)}»" for each in meant[:_MOST_MEANT])
            self.notes.append(f"{row}: «{where}» may be {shown}{' or others' * (len(meant) > _MOST_MEANT)}")
        return _Said("", words, "" if words else where)

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
