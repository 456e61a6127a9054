"""A code book, wherever it stands in an export → what the codes of each column mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from omi_report.evidence.grids import SheetGrid
from omi_report.importing.sheets.code_book import (
    columns_of_book,
    columns_of_questions,
    is_called_code_book,
    pairs_of_book,
)
from omi_report.importing.sheets.guess.matching import Matching
from omi_report.importing.sheets.headings import Heading
from omi_report.importing.sheets.spellings import folded, value_form

EVERY = "*"
"""The key of codes that hold for all columns."""

Codes = Mapping[str, Mapping[str, str]]


def codes_of(grids: Iterable[SheetGrid], matching: Matching) -> Codes:
    """Return the labels of codes by column and code, in the form in which values are compared."""
    found: dict[str, dict[str, str]] = {}
    for grid in grids:
        for name, code, label in _entries(grid, matching):
            found.setdefault(name, {}).setdefault(value_form(code), label)
    return found


def codes_beside(grid: SheetGrid, books: Sequence[SheetGrid], matching: Matching) -> Codes:
    """Return the labels of codes for a sheet: those of its own file first, and of others where they all agree."""
    own = codes_of((book for book in books if book.file == grid.file), matching)
    others = _agreed([codes_of([book], matching) for book in books if book.file != grid.file])
    return {name: {**others.get(name, {}), **own.get(name, {})} for name in {**others, **own}}


def _agreed(several: Iterable[Codes]) -> Codes:
    """The labels on which code books agree; a code of which two say different things means nothing."""
    found: dict[str, dict[str, str]] = {}
    doubtful: set[tuple[str, str]] = set()
    for codes in several:
        for name, labels in codes.items():
            for code, label in labels.items():
                known = found.setdefault(name, {}).setdefault(code, label)
                if value_form(known) != value_form(label):
                    doubtful.add((name, code))
    return {
        name: {code: label for code, label in labels.items() if (name, code) not in doubtful}
        for name, labels in found.items()
    }


def texts_of(books: Iterable[SheetGrid]) -> dict[str, str]:
    """Return the texts of questions that code books have, by the names of their variables as they are compared."""
    found: dict[str, str] = {}
    for grid in books:
        columns = columns_of_book(grid)
        listed = columns_of_questions(grid) if columns is None else None
        if listed is not None:
            line, variable, text_at = listed
            for row, _cells in grid.rows:
                name, text = grid.at(row, variable).strip(), grid.at(row, text_at).strip()
                if row > line and name and text:
                    found.setdefault(folded(name), text)
        elif columns is None:
            named = (each[0].strip().partition(" ") for each in pairs_of_book(grid) if not each[1])
            found |= {folded(name): text.strip() for name, _space, text in named if text}
        elif columns.variable is not None and columns.text is not None:
            for row, _cells in grid.rows:
                name, text = grid.at(row, columns.variable).strip(), grid.at(row, columns.text).strip()
                if row > columns.line and name and text:
                    found.setdefault(folded(name), text)
    return found


def codes_for(codes: Codes, name: str) -> dict[str, str]:
    """Return the codes that hold for a column."""
    return {**codes.get(EVERY, {}), **codes.get(name, {})}


def _entries(grid: SheetGrid, matching: Matching) -> Iterable[tuple[str, str, str]]:
    columns = columns_of_book(grid)
    if columns is None:
        if not is_called_code_book(grid):
            return
        last = EVERY
        for named, code, label in pairs_of_book(grid):
            last = _name(named, matching, last)
            if code:
                yield last, code, label
        return
    last = EVERY
    for row, _cells in grid.rows:
        if row <= columns.line:
            continue
        if columns.variable is not None and (written := grid.at(row, columns.variable).strip()):
            last = _name(written, matching, "")
        code, label = grid.at(row, columns.code).strip(), grid.at(row, columns.label).strip()
        if code and label and last:
            yield last, code, label


def _name(written: str, matching: Matching, otherwise: str) -> str:
    if not written:
        return otherwise
    if value_form(written) in ("all", "every", "allquestions", "*"):
        return EVERY
    guess = matching.surely(Heading(0, written, written))
    return guess.meant if guess else otherwise
