"""A code book, wherever it stands in an export → what the codes of each column mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from omi_report.evidence.grids import SheetGrid
from omi_report.importing.sheets.guess.matching import Matching
from omi_report.importing.sheets.guess.personal import words_of
from omi_report.importing.sheets.headings import Heading
from omi_report.importing.sheets.spellings import folded, value_form

_CODE = frozenset("code codes value values number score".split())
_LABEL = frozenset("label labels meaning answer answers description text means response option".split())
_VARIABLE = frozenset("variable variables question questions field item column name var".split())
_IS_CODE = re.compile(r"-?\d{1,3}|[A-Za-z]{1,2}")

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
        columns = _columns_of(grid)
        if columns is None:
            named = (each[0].strip().partition(" ") for each in _pairs(grid) if not each[1])
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


def is_code_book(grid: SheetGrid) -> bool:
    """Say whether a sheet has the headings of a code book, or is called one and has its shape."""
    return _columns_of(grid) is not None or (_is_called_so(grid) and any(True for _each in _pairs(grid)))


def _is_called_so(grid: SheetGrid) -> bool:
    words = set(words_of(f"{grid.title} {grid.file.rpartition('/')[2] if not grid.title else ''}"))
    return bool(words & {"code", "codes", "codebook", "labels", "key", "legend", "lookup", "coding", "codelist"})


def _entries(grid: SheetGrid, matching: Matching) -> Iterable[tuple[str, str, str]]:
    columns = _columns_of(grid)
    if columns is None:
        if not _is_called_so(grid):
            return
        last = EVERY
        for named, code, label in _pairs(grid):
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


class _BookColumns(NamedTuple):
    """The row of the headings of a code book, and its columns; the first two only where there are any."""

    line: int
    variable: int | None
    text: int | None
    code: int
    label: int


def _columns_of(grid: SheetGrid) -> _BookColumns | None:
    for line, cells in grid.rows[:10]:
        words = [set(words_of(cell)) if len(words_of(cell)) <= 3 else set() for cell in cells]
        code = next((at for at, each in enumerate(words) if each & _CODE and not each & _VARIABLE), None)
        if code is None:
            continue
        labels = [at for at, each in enumerate(words) if each & _LABEL and at != code]
        label = min(labels, key=lambda at: (at < code, at), default=None)
        if label is None:
            continue
        others = [at for at in range(len(words)) if at not in (code, label)]
        variable = next((at for at in others if words[at] & _VARIABLE and not words[at] & _LABEL), None)
        text = next((at for at in others if at != variable and words[at] & (_LABEL | _VARIABLE)), None)
        return _BookColumns(line, variable, text, code, label)
    return None


def _pairs(grid: SheetGrid) -> Iterable[tuple[str, str, str]]:
    """Rows without headings: the column that is named, the code, the label; or a name alone above its codes."""
    for _line, cells in grid.rows:
        filled = [cell.strip() for cell in cells if cell.strip()]
        if len(filled) == 1:
            yield filled[0], "", ""
        elif len(filled) == 2 and _IS_CODE.fullmatch(filled[0]):
            yield "", filled[0], filled[1]
        elif len(filled) == 3 and _IS_CODE.fullmatch(filled[1]):
            yield filled[0], filled[1], filled[2]
