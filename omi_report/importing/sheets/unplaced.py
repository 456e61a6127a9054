"""Cells of an export that are no answers: why, by what they have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from omi_report.evidence.grids import SheetGrid, letters_of_column
from omi_report.importing.sheets.causes import Cause, CellPlace, cause_of, quoted_list
from omi_report.importing.sheets.sheet_kinds import SheetKind
from omi_report.importing.sheets.spellings import is_date, is_number, value_form
from omi_report.problems import closest

_FEW = 3
"""So many cells of a column or row are wrong together from here on."""


class UnplacedCell(NamedTuple):
    """A cell that is no answer of its column."""

    place: CellPlace
    name: str
    text: str


def causes_of_unplaced(
    grid: SheetGrid, cells: Sequence[UnplacedCell], filled: Mapping[int, int], rows: int, kind: SheetKind
) -> list[Cause]:
    """Return what is wrong with the cells that are no answers.

    ``filled`` says how many cells of each column hold anything, ``rows`` how many rows there are.
    """
    if not cells:
        return []
    shifted = _in_shifted_rows(cells, filled, rows, kind)
    left = [each for each in cells if each.place.line not in shifted]
    wrong = _wrong_columns(left, filled)
    if len(wrong) * 2 > len(filled):  # most columns: it is not the columns that are wrong, but how answers are written
        wrong = set()
    found: list[Cause] = []
    if shifted:
        places = _first_of_each([each for each in cells if each.place.line in shifted], lambda each: each.place.line)
        hint = (
            "cells stand under other columns than their own: look for one too many or too few at the left of the "
            "first; rows that are no cases are left out where «skip» in the map has their first words"
        )
        found.append(cause_of(grid, "many cells of some rows are no answers of their columns", places, hint))
    if wrong:
        found.append(_of_columns(grid, [each for each in left if each.place.column in wrong], kind))
    rest = [each for each in left if each.place.column not in wrong]
    for chosen, message, hint in _SORTS:
        some = [each for each in rest if chosen(each.text)]
        rest = [each for each in rest if not chosen(each.text)]
        if some:
            found.append(_of_values(grid, some, message, hint))
    if rest:
        found.append(_of_values(grid, rest, "cells hold what is no answer of theirs", _meant(rest, kind)))
    return found


def _in_shifted_rows(cells: Sequence[UnplacedCell], filled: Mapping[int, int], rows: int, kind: SheetKind) -> set[int]:
    """The rows whose cells stand under other columns than their own, where that is not so in most rows.

    Most of their cells are no answers, or several are answers of other columns.
    """
    answers = {form for forms in kind.written.values() for form in forms}
    all_of_row = Counter(each.place.line for each in cells)
    of_others = Counter(each.place.line for each in cells if value_form(each.text) in answers)
    usual = sum(filled.values()) / max(1, rows)
    most = {line for line, count in all_of_row.items() if count >= _FEW and count * 2 > usual}
    several = {line for line, count in of_others.items() if count >= _FEW}
    found = next((each for each in (most | several, several) if len(each) * 2 < rows), set[int]())
    return most if rows == 1 else found


def _wrong_columns(cells: Sequence[UnplacedCell], filled: Mapping[int, int]) -> set[int | None]:
    counts = Counter(each.place.column for each in cells)
    return {
        column
        for column, count in counts.items()
        if column is not None and count >= _FEW and count * 10 >= filled[column] * 6
    }


def _of_columns(grid: SheetGrid, cells: Sequence[UnplacedCell], kind: SheetKind) -> Cause:
    first = _first_of_each(cells, lambda each: each.place.column)
    names = {each.place.column: each.name for each in cells}
    columns = [f"{letters_of_column(each.column or 0)} ({names[each.column]})" for each in first]
    values = [text for text, _count in Counter(each.text for each in cells).most_common()]
    several = len(columns) > 1
    message = (
        f"{'columns hold' if several else 'a column holds'} what is no answer of {'theirs' if several else 'its own'}: "
        f"{', '.join(columns[:4])}{f' and {len(columns) - 4} more' if len(columns) > 4 else ''}; there stands "
        f"{quoted_list(values, 3)}"
    )
    hint = f"look whether the map takes the right columns; else {_meant(cells, kind)}"
    return cause_of(grid, message, first, hint)


def _of_values(grid: SheetGrid, cells: Sequence[UnplacedCell], message: str, hint: str) -> Cause:
    counts = Counter(each.text for each in cells)
    shown = ", ".join(f"«{text[:40]}» {count:,}" for text, count in counts.most_common(4))
    more = f" and {len(counts) - 4} more" if len(counts) > 4 else ""
    return cause_of(grid, f"{message} ({shown}{more})", [each.place for each in cells], hint)


def _meant(cells: Sequence[UnplacedCell], kind: SheetKind) -> str:
    """What to do about words that are no answers: the answer that is most like one, or the map."""
    text, name = Counter((each.text, each.name) for each in cells).most_common(1)[0][0]
    nearest = closest(text.casefold(), kind.columns[name].answers)
    meant = f"did you mean «{nearest[0]}»? Correct the cell, or " if nearest else ""
    return f"{meant}write under «answers» in the map which answer each is, or blank"


def _first_of_each(cells: Sequence[UnplacedCell], by: Callable[[UnplacedCell], int | None]) -> list[CellPlace]:
    found: dict[int | None, CellPlace] = {}
    for each in cells:
        found.setdefault(by(each), each.place)
    return list(found.values())


def _is_error(text: str) -> bool:
    return text.startswith("#") and text.endswith(("!", "?", "A")) and text.upper() == text


_SORTS: tuple[tuple[Callable[[str], bool], str, str], ...] = (
    (_is_error, "cells hold the error of a formula", "mend the formula in the export, and export it again"),
    (is_date, "a spreadsheet has made dates of answers", "export it again with these columns as text"),
    (
        is_number,
        "answers stand as numbers, and the map does not say what they mean",
        "write under «answers» in the map which answer each is",
    ),
)
