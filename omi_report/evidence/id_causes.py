"""Rows of a sheet that have one id: pasted twice, given the id of another, or rewritten by a spreadsheet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from omi_report import limits
from omi_report.evidence import evidence_rules as rules
from omi_report.evidence.table import Cells, Explained, Table, listed
from omi_report.evidence.tabulate import form_of_id
from omi_report.problems import Problem, excerpt

_FEW = 2
"""Two rows that differ in so few of many cells may be one case all the same."""

_REWRITTEN = (
    "a spreadsheet has written long ids as numbers, in scientific notation: give the column the format «Text», "
    "and enter the ids again"
)


def same_id(table: Table) -> Explained | None:
    """Many rows have one id: a spreadsheet has taken long ids for numbers, or they stand for something else."""
    at = table.id_index
    if at is None:
        return None
    counts = Counter(cells[at].strip() for _line, cells in table.whole)
    word, count = next(((word, count) for word, count in counts.most_common(1) if count > 2), ("", 0))
    if not count:
        return None
    lines = [line for line, cells in table.whole if cells[at].strip() == word]
    if word:
        message = f"«{excerpt(word)}» is the {table.known.ids} of {count} rows (first in row {lines[0]} already)"
    else:
        message = f"{count} rows have no {table.known.ids}"
    hint = _REWRITTEN if _scientific().fullmatch(word) else "give each row an id of its own"
    problem = table.problem(rules.ROW_ID, lines[1] if word else lines[0], at, message, hint, len(word) or 1)
    return Explained([problem], table.without(set(lines[1:] if word else lines)))


def id_twice(table: Table) -> Explained | None:
    """A few rows have the id of another: whether they are the same case is seen from their other cells."""
    at = table.id_index
    if at is None:
        return None
    places: dict[str, list[int]] = {}
    for place, (_line, cells) in enumerate(table.whole):
        places.setdefault(form_of_id(cells[at]), []).append(place)
    problems: list[Problem] = []
    lines: set[int] = set()
    for form, found in places.items():
        if not form:
            continue
        for place in found[1:]:
            line, cells = table.whole[place]
            message = f"the {table.known.ids} of this row stands in line {table.whole[found[0]][0]} already"
            hint = _REWRITTEN if _scientific().fullmatch(form) else _hint(table, at, found[0], place)
            problems.append(table.problem(rules.ROW_ID, line, at, message, hint, len(cells[at])))
            lines.add(line)
    if not problems or len(problems) > limits.SHEET_PROBLEMS:
        return None
    return Explained(problems, table.without(lines))


def _hint(table: Table, at: int, first: int, second: int) -> str:
    one, other = table.whole[first][1], table.whole[second][1]
    differing = [index for index in range(table.width) if index != at and not _alike(one[index], other[index])]
    if not differing:
        return "the two rows are alike: remove one"
    ids = table.known.ids
    for place in (second, first):
        missing = _left_out(table, at, place)
        if missing:
            return (
                f"the two rows differ, and «{excerpt(missing)}» is missing: is line {table.whole[place][0]} that {ids}?"
            )
    if len(differing) <= _FEW and len(differing) * 4 < table.width:
        names = listed([table.header[index].strip() for index in differing])
        return f"the two rows differ in {names} alone: correct the {ids} of one, or remove the one that is wrong"
    return f"the two rows differ, so neither is to be removed: correct the {ids} of the one where it is wrong"


def _alike(one: str, other: str) -> bool:
    return " ".join(one.split()).lower() == " ".join(other.split()).lower()


def _left_out(table: Table, at: int, place: int) -> str:
    """The id that should stand between those of the rows around, where ids are counted and it stands nowhere."""
    if not 0 < place < len(table.whole) - 1:
        return ""
    before, after = (_counted().fullmatch(table.whole[each][1][at].strip()) for each in (place - 1, place + 1))
    if not before or not after or before[1] != after[1] or int(after[2]) != int(before[2]) + 2:
        return ""
    wanted = f"{before[1]}{int(before[2]) + 1:0{len(before[2])}}"
    return wanted if _stands_nowhere(table.whole, at, wanted) else ""


def _stands_nowhere(rows: Sequence[tuple[int, Cells]], at: int, wanted: str) -> bool:
    form = form_of_id(wanted)
    return all(form_of_id(cells[at]) != form for _line, cells in rows)


@cache
def _counted() -> re.Pattern[str]:
    return re.compile(r"(.*?)(\d{1,15})")


@cache
def _scientific() -> re.Pattern[str]:
    return re.compile(r"\d(?:[.,]\d+)?E\+?\d+", re.IGNORECASE)
