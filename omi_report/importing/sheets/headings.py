"""The headings of a sheet: in which rows they stand, what each column is called, and where a column of the map is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from omi_report.evidence.grids import SheetGrid, column_of_letters
from omi_report.importing.sheets.spellings import folded, words_of
from omi_report.model.evidence_map import MapSource

SEARCHED = 40
"""So many rows are looked at for headings: exports have titles, dates and notes above them."""

MORE = "…"
"""Stands at the end of the first words of a heading."""

JOINT = " / "


class Heading(NamedTuple):
    """What a column is called: by its lowest heading, and by all that stand above it, joined."""

    column: int
    lowest: str
    joined: str


@dataclass(frozen=True)
class Headings:
    """The headings of a sheet and the rows in which they stand."""

    lines: tuple[int, ...]
    columns: tuple[Heading, ...]

    def named(self, column: int) -> str:
        """Return what a column is called; nothing where no heading stands above it."""
        return next((each.joined for each in self.columns if each.column == column), "")

    @cached_property
    def _by_form(self) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
        """The columns by their headings as these are compared: by all that stand above each, and by the lowest."""
        joined: dict[str, list[int]] = {}
        lowest: dict[str, list[int]] = {}
        for each in self.columns:
            joined.setdefault(folded(each.joined), []).append(each.column)
            lowest.setdefault(folded(each.lowest), []).append(each.column)
        return joined, lowest

    @cached_property
    def _by_words(self) -> dict[tuple[str, ...], list[int]]:
        """The columns by the words of their lowest headings: «case_type» is «Case type» too."""
        found: dict[tuple[str, ...], list[int]] = {}
        for each in self.columns:
            if words := words_of(each.lowest):
                found.setdefault(words, []).append(each.column)
        return found

    def has(self, text: str) -> bool:
        """Say whether a text is one of the headings."""
        joined, lowest = self._by_form
        return folded(text) in joined or folded(text) in lowest

    def called(self, key: str) -> list[int]:
        """Return the columns that have a key of the map for a heading, or for its first words."""
        form = folded(key)
        if form.endswith(MORE):
            begins = form.removesuffix(MORE)
            return [each.column for each in self.columns if _begins(each, begins)]
        joined, lowest = self._by_form
        return joined.get(form) or lowest.get(form) or self._by_words.get(words_of(key), [])

    def find(self, key: str, taken: Collection[int] = ()) -> list[int]:
        """Return the columns that a key of the map means: by a heading, by its first words, or by letters.

        Letters mean a column of the sheet that is not ``taken``: two letters may be the heading of one that is gone.
        """
        found = self.called(key)
        column = None if found else column_of_letters(key)
        last = max((each.column for each in self.columns), default=-1)
        return found if column is None or column > last or column in taken else [column]

    def key_of(self, column: int) -> str:
        """Return the shortest key by which the map can name a column and no other: a heading, else its letters.

        A heading that tells who somebody is does not get into a map.
        """
        from omi_report.evidence.grids import letters_of_column
        from omi_report.lint.rules.people.in_line import telling_in

        heading = next((each for each in self.columns if each.column == column), None)
        last = max((each.column for each in self.columns), default=-1)
        if heading is not None and not telling_in(heading.joined):
            for text in (heading.lowest, heading.joined):
                plain = " ".join(text.split())
                short = plain if len(plain) <= LONGEST else plain[:LONGEST].rstrip() + MORE
                letters = column_of_letters(short)
                if short and (letters is None or letters > last) and self.find(short) == [column]:
                    return short
        return letters_of_column(column)


LONGEST = 90
"""Characters of a heading that stand in the map: two questions seldom begin with as many alike."""


def _begins(heading: Heading, begins: str) -> bool:
    return folded(heading.lowest).startswith(begins) or folded(heading.joined).startswith(begins)


def headings_at(grid: SheetGrid, lines: Sequence[int]) -> Headings:
    """Return the headings that stand in some rows of a sheet, merged cells as headings of all their columns."""
    rows = [_filled(grid, line, is_last=line == lines[-1]) for line in lines]
    found: list[Heading] = []
    for column in range(max(map(len, rows), default=0)):
        texts = [text for row in rows if column < len(row) and (text := row[column].strip())]
        different = list(dict.fromkeys(texts))
        if different:
            found.append(Heading(column, different[-1], JOINT.join(different)))
    return Headings(tuple(lines), tuple(found))


def _filled(grid: SheetGrid, line: int, *, is_last: bool) -> list[str]:
    """A row of headings, where each cell of merged ones has their text.

    A text file knows no merged cells: there a heading above others counts for the columns up to the next one.
    """
    cells = list(grid.by_line.get(line, ()))
    cells += [""] * (grid.width - len(cells))
    for merged in grid.merged:
        if merged.first_row <= line <= merged.last_row:
            text = grid.at(merged.first_row, merged.first_column)
            for column in range(merged.first_column, min(merged.last_column + 1, len(cells))):
                cells[column] = text
    if not is_last and not grid.merged:
        last = ""
        for column, text in enumerate(cells):
            last = text if text.strip() else last
            cells[column] = last
    return cells


def find_headings(grid: SheetGrid, source: MapSource) -> Headings:
    """Return the headings of a sheet: in the rows of the map, or where most of its columns stand.

    A title that somebody put above them moves them, and no more.
    """
    given = source.heading_lines
    height = len(given) or 1
    keys = _Keys(each for each in (source.case, source.respondent, *source.columns) if each)
    lines = [line for line, _cells in grid.rows[:SEARCHED]]
    best, most = (given or tuple(lines[:1])), 0
    if given:
        most = keys.held_in(headings_at(grid, given)) * 2
    for at in range(max(0, len(lines) - height + 1)):
        tried = tuple(lines[at : at + height])
        held = keys.held_in(headings_at(grid, tried)) if tried != given else 0
        if held > most:
            best, most = tried, held
    return headings_at(grid, best)


class _Keys:
    """The columns that a map names, to count how many of them stand in a row."""

    def __init__(self, keys: Iterable[str]) -> None:
        forms = [folded(each) for each in keys]
        self._whole = {each for each in forms if not each.endswith(MORE)}
        self._words = {words for each in self._whole if (words := words_of(each))}
        self._beginnings = tuple(each.removesuffix(MORE) for each in forms if each.endswith(MORE))

    def held_in(self, headings: Headings) -> int:
        """Return how many of the headings are columns of the map."""
        return sum(self._holds(each) for each in headings.columns)

    def _holds(self, heading: Heading) -> bool:
        names = (folded(heading.lowest), folded(heading.joined))
        held = any(each in self._whole or each.startswith(self._beginnings) for each in names if each)
        return held or words_of(heading.lowest) in self._words


def repeated(headings: Headings) -> Counter[str]:
    """Return the headings that stand above several columns, with how many."""
    counts = Counter(folded(each.joined) for each in headings.columns)
    return Counter({name: count for name, count in counts.items() if count > 1})
