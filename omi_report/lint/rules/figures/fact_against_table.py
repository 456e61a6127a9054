"""OMI247: a key fact is not the number that a table has for the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.rules.figures.facts_read import facts_of
from omi_report.lint.rules.figures.table_rows import WrittenColumn, WrittenRow, WrittenTable, tables_of
from omi_report.lint.rules.figures.table_sums import or_correct_the_table, table_is_wrong
from omi_report.problems import Location, Problem, Rule, Severity
from omi_report.source.tree import Scalar

RULE = Rule(
    "OMI247",
    "fact-against-table",
    Severity.WARNING,
    "A key fact names the row of a table, or what a table counts in all, and the table has another number there.",
    "Both were taken from one sheet, and one of them was mistyped or not brought up to date.",
    bad="facts:\n  - {value: '624', label: of them are women}   # the table has {name: Women, people: 264}",
    good="facts:\n  - {value: '264', label: of them are women}",
)

_GENERAL = frozenset(("all", "cases", "count", "number", "numbers", "people", "total"))
_EMPTY = frozenset("and are had has have them there was were who with all the".split())
_SHORTEST = 3  # letters of a name that is not found by chance
_UNITS = {"": "count", "%": "per-cent"}


class _Cell(NamedTuple):
    table: WrittenTable
    row: WrittenRow
    column: WrittenColumn
    value: Scalar


@whole(language="en")
def check(inspection: Inspection) -> Iterator[Problem]:
    """Hold each fact, and a number in its label, against the rows that its label names."""
    tables = tables_of(inspection)
    for file, value, label, source in facts_of(inspection) if tables else ():
        found = _number().fullmatch(value.strip())
        of_same_day = [table for table in tables if _may_be_of_one_day(table, f"{label} {source}")]
        if found is not None:
            cells = [cell for table in of_same_day for cell in _named(table, label, _UNITS[found["sign"]])]
            yield from _compare(inspection, file, value, found["number"], cells)
        for stated in _counted().finditer(label):
            cells = [
                cell
                for table in of_same_day
                if _says_no_more(table, label.lower())
                for cell in _totals(table, stated["what"].lower())
            ]
            yield from _compare(inspection, file, label, stated["number"], cells)


def _may_be_of_one_day(table: WrittenTable, said: str) -> bool:
    """Say whether a fact may be of the same time as a table: no year, or one that the table has too."""
    years = set(_year().findall(said))
    return not years or not years.isdisjoint(_year().findall(f"{table.day} {table.caption} {table.source}"))


def _named(table: WrittenTable, label: str, unit: str) -> Iterator[_Cell]:
    """The cells of which a label speaks: those of the rows that it names, or else those of the total."""
    said = label.lower()
    if not _says_no_more(table, said):
        return
    rows = [row for row in table.rows if _has(said, row.name)]
    if not rows and table.total is not None and _is_of_all(table, said):
        rows = [table.total]
    for row in rows:
        cells = [_Cell(table, row, column, value) for column, value in table.numbers(row, unit)]
        if row is table.total:
            cells = [cell for cell in cells if _is_meant(cell.column, said)]
        yield from cells if len(cells) == 1 else [cell for cell in cells if _has(said, cell.column.heading)]


def _says_no_more(table: WrittenTable, said: str) -> bool:
    """Say whether every word of a label stands in the table: another word may narrow it («aged under 25»)."""
    names = [*(row.name for row in table.rows), *(column.heading for column in table.columns.values())]
    known = set(_words().findall(" ".join((table.caption, table.source, table.label, *names)).lower()))
    return known.issuperset(word for word in _words().findall(said) if word not in _EMPTY)


def _is_of_all(table: WrittenTable, said: str) -> bool:
    """Say whether a label names what a table counts: by the heading of its names, or of a column."""
    headings = [column.heading for column in table.columns.values() if column.heading.lower() not in _GENERAL]
    return _has(said, table.label) or any(_has(said, heading) for heading in headings)


def _is_meant(column: WrittenColumn, said: str) -> bool:
    """Say whether a label speaks of a column, and gives no number for it itself: «of 76 posts are filled»."""
    heading = column.heading.lower()
    return heading in _GENERAL or (_has(said, heading) and not re.search(rf"\d\s+{re.escape(heading)}", said))


def _totals(table: WrittenTable, what: str) -> Iterator[_Cell]:
    """The totals of the columns whose heading is what a label counts."""
    for column, value in table.numbers(table.total, "count") if table.total is not None else ():
        if column.heading.lower() == what and what not in _GENERAL:
            yield _Cell(table, table.total or WrittenRow("", {}), column, value)


def _compare(inspection: Inspection, file: str, at: Scalar, number: str, cells: list[_Cell]) -> Iterator[Problem]:
    said = int(number.replace(",", ""))
    if not cells or any(int(cell.value) == said for cell in cells):
        return
    table, row, column, value = cells[0]
    place = inspection.area.at(file)
    location = Location(place.file, at.start.line, at.start.column)
    sign = "%" if column.unit == "per-cent" else ""
    right, where = f"{int(value):,}{sign}", f"{table.file}, line {value.start.line}"
    message = f"{where}, has {right} for «{row.name}» ({column.heading}), not {number}{sign}"
    wrong = table_is_wrong(inspection, table.file, column.heading, int(value), said)
    yield RULE.at(location, message, or_correct_the_table(right, wrong, f"{number}{sign}"), length=len(at))


def _has(said: str, name: str) -> bool:
    return len(name) >= _SHORTEST and _word(name.lower()).search(said) is not None


@lru_cache(maxsize=256)
def _word(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")


@lru_cache(maxsize=1)
def _words() -> re.Pattern[str]:
    return re.compile(r"[a-z]{3,}")


@lru_cache(maxsize=1)
def _number() -> re.Pattern[str]:
    return re.compile(r"(?P<number>\d{1,3}(?:,\d{3})+|\d+)(?P<sign>%?)")


@lru_cache(maxsize=1)
def _counted() -> re.Pattern[str]:
    return re.compile(r"(?<![\w.,£$€])(?P<number>\d{1,3}(?:,\d{3})+|\d+)\s+(?P<what>[A-Za-z]{3,})")


@lru_cache(maxsize=1)
def _year() -> re.Pattern[str]:
    return re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
