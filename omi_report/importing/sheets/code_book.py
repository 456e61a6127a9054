"""The shape of a code book: a sheet that says what the codes of an export mean, told by its headings or its name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from omi_report.evidence.grids import SheetGrid
from omi_report.importing.sheets.spellings import words_of

_CODE = frozenset("code codes value values number score".split())
_LABEL = frozenset("label labels meaning answer answers description text means response option".split())
_VARIABLE = frozenset("variable variables question questions field item column name var".split())
_LISTED = _VARIABLE | {"number", "no", "id", "code"}
_TEXT = frozenset("text wording label description question asked".split())
_MOST_OF_LIST = 4
"""So many columns a list of questions has at the most."""

_IS_CODE = re.compile(r"-?\d{1,3}|[A-Za-z]{1,2}")


def is_code_book(grid: SheetGrid) -> bool:
    """Say whether a sheet has the headings of a code book or of a list of questions, or is called one and looks so."""
    return (
        columns_of_book(grid) is not None
        or columns_of_questions(grid) is not None
        or (is_called_code_book(grid) and any(True for _each in pairs_of_book(grid)))
    )


def is_called_code_book(grid: SheetGrid) -> bool:
    """Say whether the title of a sheet, or the name of a file without titles, is that of a code book."""
    words = set(words_of(f"{grid.title} {grid.file.rpartition('/')[2] if not grid.title else ''}"))
    return bool(words & {"code", "codes", "codebook", "labels", "key", "legend", "lookup", "coding", "codelist"})


class BookColumns(NamedTuple):
    """The row of the headings of a code book, and its columns; the first two only where there are any."""

    line: int
    variable: int | None
    text: int | None
    code: int
    label: int


def columns_of_book(grid: SheetGrid) -> BookColumns | None:
    """Return where the columns of a code book stand, by its headings; None where a sheet has none of the kind."""
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
        return BookColumns(line, variable, text, code, label)
    return None


def columns_of_questions(grid: SheetGrid) -> tuple[int, int, int] | None:
    """Return where a list of questions stands: the row of its headings, the column of the variables, and of the texts.

    None where a sheet is no such list.
    """
    for line, cells in grid.rows[:10]:
        words = [set(words_of(cell)) if len(words_of(cell)) <= 3 else set() for cell in cells]
        variable = next((at for at, each in enumerate(words) if each & _LISTED), None)
        text = next((at for at, each in enumerate(words) if each & _TEXT and at != variable), None)
        if variable is None or text is None or sum(bool(each) for each in words) > _MOST_OF_LIST:
            continue
        below = [
            (grid.at(row, variable).strip(), grid.at(row, text).strip()) for row, _cells in grid.rows if row > line
        ]
        names = [name for name, asked in below if name and asked]
        once = len(names) == len(set(names)) > 0  # an export with a row for each answer has them again and again
        if once and all(" " not in name for name in names) and any(" " in asked for _name, asked in below):
            return line, variable, text
    return None


def pairs_of_book(grid: SheetGrid) -> Iterable[tuple[str, str, str]]:
    """Yield rows without headings: the column that is named, the code, the label; or a name alone above its codes."""
    for _line, cells in grid.rows:
        filled = [cell.strip() for cell in cells if cell.strip()]
        if len(filled) == 1:
            yield filled[0], "", ""
        elif len(filled) == 2 and _IS_CODE.fullmatch(filled[0]):
            yield "", filled[0], filled[1]
        elif len(filled) == 3 and _IS_CODE.fullmatch(filled[1]):
            yield filled[0], filled[1], filled[2]
