"""What may be wrong with the head of a sheet: its headings stand elsewhere, are missing or belong to another one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from omi_report import limits
from omi_report.evidence import evidence_rules as rules
from omi_report.evidence.delimited import DELIMITERS
from omi_report.evidence.table import Cells, Explained, Table
from omi_report.evidence.tabulate import Column, column_named, name_of_heading
from omi_report.problems import closest, excerpt

_SEARCHED = 20
"""How many rows may stand above the headings: titles, dates, an empty row."""


def headings_elsewhere(table: Table) -> Explained | None:
    """The headings stand below a title."""
    here = _fitting(table.header, table)
    for line, cells in table.rows[:_SEARCHED]:
        there = max((_fitting(each, table) for each in _split(cells)), default=0)
        if there > max(here, 1) and there * 2 >= len(table.known.columns):
            above = line - table.header_line
            what = "the row" if above == 1 else f"the {above} rows"
            message = f"the headings stand in row {line}, and other things above them"
            hint = f"delete {what} above it: the first row names the columns"
            problem = table.problem(rules.MISPLACED_HEADINGS, table.header_line, 0, message, hint)
            return Explained([problem], None)
    return None


def headings_missing(table: Table) -> Explained | None:
    """The first row holds answers."""
    if _fitting(table.header, table):
        return None
    answers = {written for codes in table.known.codes.values() for written in codes if written}
    filled = [cell for cell in table.header if cell.strip()]
    if len(filled) < 2 or sum(cell in answers for cell in filled) * 2 < len(filled):
        return None
    names = [table.known.ids, *list(table.known.columns)[:3]]
    message = "the row of headings is missing: the first row holds answers"
    hint = f"put a row above it that names the columns: {', '.join(names)} …"
    return Explained([table.problem(rules.MISPLACED_HEADINGS, table.header_line, 0, message, hint)], None)


def headings_of_another_sheet(table: Table) -> Explained | None:
    """The headings are those of another sheet of the area."""
    here = _known_in(table.header, table.known.columns)
    others = table.known.others()
    fits = {file: _known_in(table.header, columns) for file, columns in others.items()}
    best = max(fits, key=lambda file: fits[file] / len(others[file]), default=None)
    if best is None or fits[best] <= here or fits[best] * 2 < len(others[best]) or here * 2 > len(table.known.columns):
        return None
    message = f"these are the headings of {best}"
    hint = "put each sheet where it belongs: this file is to hold " + _few(table.known.columns)
    return Explained([table.problem(rules.MISPLACED_HEADINGS, table.header_line, 0, message, hint)], None)


def headings_as_dates(table: Table) -> Explained | None:
    """A spreadsheet took numbers of questions for dates."""
    dates = [at for at, heading in enumerate(table.header) if _date().fullmatch(heading.strip())]
    missing = [name for name in table.known.columns if name not in table.names]
    if len(dates) < 2 or not missing:
        return None
    first = table.header[dates[0]]
    message = (
        f"{len(dates)} headings are dates, such as «{excerpt(first)}», where the numbers of questions should stand"
    )
    hint = f"give the row of headings the format «Text», and write the numbers again: {', '.join(missing[:3])} …"
    problem = table.problem(rules.UNKNOWN_COLUMN, table.header_line, dates[0], message, hint, len(first))
    if len(dates) != len(missing):
        return Explained([problem], None)
    header = list(table.header)
    for at, name in zip(dates, missing, strict=True):
        header[at] = name
    return Explained([problem], replace(table, header=header))


def heading_twice(table: Table) -> Explained | None:
    """A heading stands twice, and another is missing: one was written over the other, and the cells are right."""
    twice = {name: found for name, found in _places(table).items() if len(found) > 1}
    missing = _missing(table) if twice else []
    problems, header, doubtful = [], list(table.header), False
    for name, found in twice.items():
        meant = _meant_heading(table, found, missing)
        if not meant:
            continue
        wanted, at = meant[0]
        missing.remove(wanted)
        message = f"the heading «{excerpt(name)}» stands twice, and «{excerpt(wanted)}» is missing"
        if len(meant) == 1:
            hint = f"by its place, column {column_named(at)} should read «{wanted}»: correct that, and leave the cells"
        else:
            doubtful = True  # what else is wrong depends on it
            either = " or ".join(column_named(index) for _wanted, index in meant)
            hint = f"one of the columns {either} should read «{wanted}»: see which from the cells, and leave them"
        problems.append(table.problem(rules.BAD_HEADING, table.header_line, at, message, hint, len(header[at])))
        header[at] = wanted
    return Explained(problems, None if doubtful else replace(table, header=header)) if problems else None


def heading_lost(table: Table) -> Explained | None:
    """A heading is empty, or a word of a program, where by its place and its cells another should stand."""
    strange = [at for at, name in enumerate(table.names) if not name and at != table.id_index]
    missing = _missing(table) if strange else []
    problems, header = [], list(table.header)
    for at in strange[: limits.SHEET_PROBLEMS] if missing else ():
        heading = header[at].strip()
        if (
            not any(cells[at].strip() for _line, cells in table.whole)
            or _date().fullmatch(heading)
            or closest(heading.lower(), [each.lower() for each in table.known.columns])
        ):
            continue
        meant = _meant_heading(table, [at], missing, least=1)
        if not meant:
            continue
        wanted = meant[0][0]
        missing.remove(wanted)
        column = column_named(at)
        what = (
            f"the heading of column {column} is «{excerpt(heading)}»" if heading else f"column {column} has no heading"
        )
        message = f"{what}, and «{excerpt(wanted)}» is missing"
        hint = f"by its place, it should read «{wanted}»: write that, and leave the cells"
        problems.append(
            table.problem(rules.MISSING_COLUMN, table.header_line, at, message, hint, max(1, len(header[at])))
        )
        header[at] = wanted
    return Explained(problems, replace(table, header=header)) if problems else None


def _places(table: Table) -> dict[str, list[int]]:
    """Where each known heading stands."""
    places: dict[str, list[int]] = {}
    for index, name in enumerate(table.names):
        if name:
            places.setdefault(name, []).append(index)
    return places


def _missing(table: Table) -> list[str]:
    """The columns that have no heading, and for which none is misspelt."""
    missing = [name for name in table.known.columns if name not in table.names]
    strange = [heading.strip() for heading, name in zip(table.header, table.names, strict=True) if not name]
    for heading in strange[: limits.SHEET_PROBLEMS]:
        if missing and heading not in ("", table.known.ids):
            missing = [name for name in missing if name not in closest(heading, missing)]
    return missing


def _meant_heading(
    table: Table, places: Sequence[int], missing: Sequence[str], *, least: int = 0
) -> list[tuple[str, int]]:
    """Which missing heading should stand in which of the places; several places where nothing tells them apart.

    The headings on both sides tell it, and ``least`` says how many of them must; the cells must not speak against it.
    """
    order = {name: rank for rank, name in enumerate(table.known.columns, start=1)}
    around = [0 if at == table.id_index else order.get(name, -9) for at, name in enumerate(table.names)]
    fits: dict[tuple[str, int], int] = {}
    for wanted in missing:
        for at in places:
            beside = (at > 0 and around[at - 1] == order[wanted] - 1) + (
                at + 1 < len(around) and around[at + 1] == order[wanted] + 1
            )
            if beside >= least and sum(1 for _ in table.wrong_for(wanted, at)) * 2 <= len(table.whole):
                fits[wanted, at] = beside
    best = [each for each, fit in fits.items() if fit == max(fits.values())]
    return best if len({wanted for wanted, _at in best}) == 1 else []


def _fitting(cells: Cells, table: Table) -> int:
    """How many cells are headings of the sheet."""
    return _known_in(cells, table.known.columns) + (table.known.ids in cells)


def _known_in(cells: Cells, columns: Mapping[str, Column]) -> int:
    return len({name for cell in cells if (name := name_of_heading(cell, columns)) in columns})


def _split(cells: Cells) -> Iterable[Cells]:
    """The cells of a row, and what they are with each other delimiter: a title has none that would tell."""
    yield cells
    for delimiter in DELIMITERS:
        if len(cells) == 1 and delimiter in cells[0]:
            yield cells[0].split(delimiter)


def _few(columns: Mapping[str, Column]) -> str:
    names = list(columns)
    return ", ".join(names[:3]) + (" …" if len(names) > 3 else "")


@cache
def _date() -> re.Pattern[str]:
    return re.compile(r"\d{1,4}[-/]\d{1,2}[-/]\d{1,4}\b.*|\d{1,2}-[A-Z][a-z]{2}(-\d+)?|[A-Z][a-z]{2}-\d+")
