"""Rows of a sheet that are no cases, or cannot be read as one: totals, headings once more, other delimiters."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from omi_report.evidence import evidence_rules as rules
from omi_report.evidence.cell_causes import against
from omi_report.evidence.delimited import DELIMITERS
from omi_report.evidence.table import Cells, Explained, Table, lines_listed
from omi_report.evidence.tabulate import column_named, too_short
from omi_report.problems import excerpt

_DELIMITER_NAMES = {",": "commas", ";": "semicolons", "\t": "tabs"}
_MANY = 3
"""So many rows with one thing wrong are told of in one message."""


def headings_again(table: Table) -> Explained | None:
    """Two exports stand below each other, each with its headings."""
    header = [cell.strip() for cell in table.header]
    lines = [
        line
        for line, cells in table.rows
        if len(header) > 1
        and sum(one.strip() == other for one, other in zip(cells, header, strict=False)) * 2 > len(header)
    ]
    if not lines:
        return None
    message = f"{lines_listed(lines)} of the sheet: the headings stand here once more"
    problem = table.problem(rules.NO_CASE, lines[0], 0, message, "delete the row: each row is a case")
    return Explained([problem], table.without(set(lines)))


def second_headings(table: Table) -> Explained | None:
    """The row below the headings holds no case, but what the columns mean."""
    if not table.whole or table.rows[0] != table.whole[0]:
        return None
    line, cells = table.whole[0]
    at = table.id_index
    if at is not None and cells[at].strip():
        return None
    named = [index for index, name in enumerate(table.names) if name]
    wrong = sum(1 for index in named if not table.known.takes(table.names[index], cells[index]))
    if wrong < 2 or wrong * 2 < len(named):
        return None
    message = "this row holds no answers: it is a second row of headings"
    problem = table.problem(
        rules.NO_CASE, line, 0, message, "delete it: the headings have one row, and each other row is a case"
    )
    return Explained([problem], table.without({line}))


def total_row(table: Table) -> Explained | None:
    """The last row holds totals."""
    if len(table.rows) < 2:
        return None
    line, cells = table.rows[-1]
    first = next((cell.strip() for cell in cells if cell.strip()), "")
    if not (_total().match(first) or _all_numbers(table, cells)):
        return None
    message = "this row holds totals, and is no case"
    problem = table.problem(rules.NO_CASE, line, 0, message, "delete it: omi counts the cases itself")
    return Explained([problem], table.without({line}))


def bare_rows(table: Table) -> Explained | None:
    """Rows with a word in one cell and nothing else: notes below the cases, or cases of which nobody has written."""
    named = sum(1 for name in table.names if name)
    if named < _MANY:
        return None
    found = {line: [cell.strip() for cell in cells if cell.strip()] for line, cells in table.whole}
    bare = {line: cells[0] for line, cells in found.items() if len(cells) == 1}
    if not bare:
        return None
    problems = [
        table.problem(
            rules.NO_CASE,
            line,
            0,
            f"this row has nothing but «{excerpt(cell)}»",
            "delete it if it is a note; if it is a case, fill in its attributes and answers",
        )
        for line, cell in bare.items()
    ]
    return Explained(problems, table.without(set(bare)))


def _all_numbers(table: Table, cells: Cells) -> bool:
    """Whether most cells are numbers that are no answers, without an id before them."""
    at = table.id_index
    if len(cells) != table.width or at is None or cells[at].strip():
        return False
    named = [index for index, name in enumerate(table.names) if name and cells[index].strip()]
    odd = [index for index in named if not table.known.takes(table.names[index], cells[index])]
    return (
        len(odd) > 1 and len(odd) * 2 > len(named) and all(_number().fullmatch(cells[index].strip()) for index in odd)
    )


def other_delimiter(table: Table) -> Explained | None:
    """Some rows have another delimiter than the headings."""
    found: dict[str, list[int]] = {}
    for line, cells in table.rows:
        if len(cells) != table.width:
            for delimiter in DELIMITERS:
                if len(cells) <= 2 and sum(cell.count(delimiter) + 1 for cell in cells) == table.width > 1:
                    found.setdefault(delimiter, []).append(line)
    if not found:
        return None
    delimiter, lines = max(found.items(), key=lambda item: len(item[1]))
    what = _DELIMITER_NAMES[delimiter]
    few = len(lines) * 2 < len(table.rows)
    rest = "the other rows" if few else "the headings"
    message = f"{lines_listed(lines)} of the sheet: {what} stand between the cells, and {rest} have another delimiter"
    hint = "save the whole sheet anew with one delimiter, as CSV UTF-8"
    if few:  # a spreadsheet takes such a row for a single cell, and saves it as one
        hint = (
            f"open the file as text, and in {lines_listed(lines)} write the delimiter of the other rows for the {what}"
        )
    return Explained([table.problem(rules.NOT_A_TABLE, lines[0], 0, message, hint)], table.without(set(lines)))


def rows_too_long_or_short(table: Table) -> Explained | None:
    """Many rows have the same wrong number of cells: a column was cut from them, or added."""
    lengths = Counter(len(cells) for _line, cells in table.rows if _is_other_length(table, cells))
    if not lengths:
        return None
    length, count = lengths.most_common(1)[0]
    if count < _MANY:
        return None
    lines = [line for line, cells in table.rows if len(cells) == length]
    more = length > table.width
    message = f"{count} of {len(table.rows)} rows have {length} cells, and there are {table.width} headings"
    message += ": the cells stand under other headings than their own" if not more else ""
    if more:
        hint = "look for a heading that is missing, and for a cell that was added: the cells after it are shifted"
    else:
        hint = "look for the column whose cells were deleted, and put them back: the cells after it are shifted"
    problem = table.problem(rules.ROW_LENGTH, lines[0], max(0, min(length, table.width) - 1), message, hint)
    return Explained([problem], table.without(set(lines)))


def cell_missing(table: Table) -> Explained | None:
    """A row lacks one cell: where, is seen from the cells after it, which stand under the headings before their own."""
    problems = []
    lines = set()
    for line, cells in table.rows:
        if len(cells) != table.width - 1 or table.width < 2:
            continue
        first, last = _gap(table, cells)
        hint = too_short(1)
        if (first, last) != (0, len(cells)):
            where = f"the cell of {_named(table, first)}"
            if first < last:
                where = f"one of the cells from {_named(table, first)} to {_named(table, last)}"
            hint = f"{where} is missing: put it back; those after it stand one column too far to the left"
        message = f"the row has {len(cells)} cells, and there are {table.width} headings"
        problems.append(table.problem(rules.ROW_LENGTH, line, len(cells) - 1, message, hint))
        lines.add(line)
    return Explained(problems, table.without(lines)) if problems and len(problems) < _MANY else None


def _named(table: Table, index: int) -> str:
    return f"«{excerpt(table.header[index].strip())}», column {column_named(index)},"


def _gap(table: Table, cells: Cells) -> tuple[int, int]:
    """Between which columns a cell is missing, so that most cells are answers of their columns."""
    here = [_is_odd(table, cells, index, cell) for index, cell in enumerate(cells)]
    moved = [_is_odd(table, cells, index + 1, cell) for index, cell in enumerate(cells)]
    odd = sum(moved)
    counts = [odd]
    for stays, moves in zip(here, moved, strict=True):
        odd += stays - moves
        counts.append(odd)
    best = [at for at, count in enumerate(counts) if count == min(counts)]
    return best[0], best[-1]


def _is_odd(table: Table, cells: Cells, index: int, cell: str) -> bool:
    """Whether a cell is no answer of a column, or is one and the question does not apply to such a case."""
    name = table.names[index]
    if not name:
        return index == table.id_index and not cell.strip()
    if not table.known.takes(name, cell):
        return True
    wanted = table.known.depends.get(name, {})
    places = [table.names.index(each) for each in wanted if each in table.names]
    if not table.known.ids_needed or any(at >= min(index, len(cells)) for at in places) or len(places) < len(wanted):
        return False
    row = [*cells[:index], cell]
    return against(table, index, wanted)(row)


def _is_other_length(table: Table, cells: Cells) -> bool:
    return len(cells) < table.width or any(cell.strip() for cell in cells[table.width :])


@cache
def _total() -> re.Pattern[str]:
    return re.compile(r"(?:grand\s+)?(?:sub-?)?totals?\b|sums?\b|averages?\b|means?\b|n\s*=|%|count\b", re.IGNORECASE)


@cache
def _number() -> re.Pattern[str]:
    return re.compile(r"[-+]?\d+(?:[.,]\d+)?\s*%?")
