"""What may be wrong with the head of a sheet: its headings stand elsewhere, are missing or belong to another one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache

from omi_report.evidence import evidence_rules as rules
from omi_report.evidence.delimited import DELIMITERS
from omi_report.evidence.table import Cells, Explained, Table
from omi_report.evidence.tabulate import Column, name_of_heading
from omi_report.problems import excerpt

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
