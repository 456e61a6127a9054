"""The rows of a sheet → answers in columns, with every bad heading and cell at its place.

A national sample has a million cells, so a good row is taken in three calls that loop in C; only a
row in which something is unknown is looked at cell by cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import getitem
from typing import Literal

from omi_report.evidence import evidence_rules as rules
from omi_report.evidence.grids import letters_of_column
from omi_report.evidence.sheet import Sheet, SheetProblems, fitted
from omi_report.model.attributes import Attribute
from omi_report.model.evidence import BLANK, Answers
from omi_report.numbering import name_of
from omi_report.problems import closest, excerpt
from omi_report.visible import begins_formula, strange_character

_DATE = re.compile(r"\d{1,4}[-/]\d{1,2}[-/]\d{1,4}\b.*")

_PERSONAL = re.compile(
    r"(?:(?:full|first|last|given|family|middle|case|client|offender|respondent|person|child)?[\s_.-]*)?(?:names?|initials)"
    r"|(?:sur|fore|nick)names?|alias(?:es)?|d\.?o\.?b\.?|(?:date[\s_.-]*of[\s_.-]*birth|birth[\s_.-]*da(?:te|y))"
    r"|(?:home|e-?mail|postal)?[\s_.-]*address|post[\s_.-]*code|(?:tele|mobile)?[\s_.-]*phone(?:[\s_.-]*(?:number|no))?"
    r"|e-?mail|(?:ni|nhs|pnc|cro|prison|passport)[\s_.-]*(?:number|no|id)?",
    re.IGNORECASE,
)
"""Headings of what would tell who somebody is."""


@dataclass(frozen=True, slots=True)
class Column:
    """What may stand in a column: its answers by id, each with its other name, if it has one.

    ``not_relevant`` is the answer for a case to which the question does not matter, empty where there is none.
    """

    kind: Literal["question", "attribute"]
    answers: tuple[str, ...]
    names: tuple[str, ...] = ()
    not_relevant: str = ""

    def codes(self) -> dict[str, int]:
        """Return the code of each way in which an answer is commonly written."""
        written: dict[str, int] = {"": BLANK}
        for texts in (self.answers, self.names):
            for code, text in enumerate(texts, start=1):
                for form in (text, text.lower(), text.capitalize(), text.upper()):
                    written.setdefault(form, code)
        return written


def attribute_columns(attributes: Mapping[str, Attribute]) -> dict[str, Column]:
    """Return the columns of attributes, in which values stand by their ids or their names."""
    return {
        name: Column("attribute", attribute.ids, tuple(attribute.names.values()))
        for name, attribute in attributes.items()
    }


class _AnyText(dict[str, int]):
    """Takes every cell of a column that holds no answers."""

    def __missing__(self, cell: str) -> int:
        return BLANK


@dataclass(frozen=True, slots=True)
class Tabulated:
    """A sheet as read; ``lines`` gives the line of each row and ``indexes`` the place of each column."""

    answers: Answers
    lines: list[int]
    indexes: dict[str, int]


def tabulate(
    sheet: Sheet, columns: Mapping[str, Column], ids: str, found: SheetProblems, *, ids_needed: bool = True
) -> Tabulated:
    """Read the rows of a sheet; ``ids`` is the heading of the column of ids.

    Raises NotATableError where the file is damaged further down.
    """
    indexes = _read_header(sheet, columns, ids, found, ids_needed=ids_needed)
    width = len(sheet.header)
    codes: dict[Column, dict[str, int]] = {column: column.codes() for column in columns.values()}
    lookups: list[Mapping[str, int]] = [_AnyText() if heading.strip() else {"": BLANK} for heading in sheet.header]
    for name, index in indexes.items():
        if name in columns:
            lookups[index] = codes[columns[name]]
    at = indexes.get(ids)
    packed: list[bytes] = []
    lines: list[int] = []
    first_line: dict[str, int] = {}
    in_any_form: dict[str, int] = {}
    for line, cells in _whole_rows(sheet, found):
        try:
            packed.append(bytes(map(getitem, lookups, cells)))
        except KeyError:
            packed.append(_slowly(sheet, line, cells, lookups, columns, found))
        if at is not None:
            given = cells[at].strip()
            if given and begins_formula(given):
                _formula(line, at, cells[at], found)
            form = form_of_id(given)
            if given:
                first_line.setdefault(given, line)
            if not given or in_any_form.setdefault(form, line) != line:
                _bad_id(line, at, ids, in_any_form.get(form, 0), found)
        lines.append(line)
    cells_of_all = b"".join(packed)
    return Tabulated(
        Answers(
            file=sheet.name,
            size=len(packed),
            columns={name: cells_of_all[index::width] for name, index in indexes.items() if name in columns},
            values={name: column.answers for name, column in columns.items()},
            ids=first_line,
        ),
        lines,
        indexes,
    )


def form_of_id(given: str) -> str:
    """What an id is known by: «sm-007» and «SM - 007» are one case."""
    return "".join(given.casefold().split())


def column_named(index: int) -> str:
    """Name a column as people find it, by its number and by the letters of a spreadsheet: ``28 (AB)``."""
    return f"{index + 1} ({letters_of_column(index)})"


def _read_header(
    sheet: Sheet, columns: Mapping[str, Column], ids: str, found: SheetProblems, *, ids_needed: bool
) -> dict[str, int]:
    """Where each known column stands, with the problems of the headings."""
    indexes: dict[str, int] = {}
    unknown: list[tuple[int, str]] = []
    line = sheet.header_line
    for index, heading in enumerate(sheet.header):
        name = name_of_heading(heading, columns)
        if not name:
            continue
        if name in indexes:
            first = column_named(indexes[name])
            hint = f"the first is column {first}: correct the heading of one, or remove the one that is too many"
            message = f"there are two columns «{excerpt(name)}»"
            found.add(rules.BAD_HEADING, line, index, message, hint, length=len(heading))
        elif name == ids or name in columns:
            indexes[name] = index
        else:
            unknown.append((index, name))
    meant = _unknown_headings(sheet, unknown, columns, [each for each in (ids, *columns) if each not in indexes], found)
    if ids_needed and ids not in indexes:
        nearest = closest(ids, sheet.header)
        hint = f"rename «{nearest[0]}»" if nearest else f"give each row an id of its own, under the heading «{ids}»"
        found.add(rules.BAD_HEADING, line, 0, f"there is no column «{ids}»", hint)
    for name, column in columns.items():
        if name not in indexes and name not in meant:
            hint = "add it" + (f", with {column.not_relevant} where it was not asked" if column.not_relevant else "")
            message = f"there is no column for the {column.kind} «{name}»"
            found.add(rules.MISSING_COLUMN, line, 0, message, hint)
    return indexes


def _unknown_headings(
    sheet: Sheet,
    unknown: list[tuple[int, str]],
    columns: Mapping[str, Column],
    missing: list[str],
    found: SheetProblems,
) -> set[str]:
    """Tell of headings that are no columns. Returns the missing columns that some of them are taken for."""
    meant: set[str] = set()
    for index, name in unknown:
        hint = ""
        if found.shows(rules.UNKNOWN_COLUMN):
            taken = _missing_meant(name, [each for each in missing if each not in meant])
            meant.update(taken)
            hint = f"did you mean «{taken[0]}»?{_strange(name, taken[0])}" if taken else _heading_hint(name, columns)
        message = f"there is no question or attribute «{excerpt(name)}»"
        found.add(rules.UNKNOWN_COLUMN, sheet.header_line, index, message, hint, length=len(sheet.header[index]))
    return meant


def _missing_meant(heading: str, missing: list[str]) -> list[str]:
    """The missing column that a heading is most likely meant to be; none where a spreadsheet has written a date."""
    return [] if not missing or _DATE.fullmatch(heading) else _closest(heading, missing)


def _closest(heading: str, columns: Iterable[str]) -> list[str]:
    """The column with the name most like a heading, in capitals or not; none where no name is like it."""
    in_small = {each.lower(): each for each in columns}
    return [in_small[each] for each in closest(heading.lower(), in_small)]


def name_of_heading(heading: str, columns: Mapping[str, Column]) -> str:
    """Return the name of a column: its heading, where the number of a question may stand with a space."""
    plain = heading.strip()
    return plain if plain in columns else name_of(plain)


def _heading_hint(name: str, columns: Mapping[str, Column]) -> str:
    if _DATE.fullmatch(name):
        return "a spreadsheet has taken a question's number for a date: give the row of headings the format «Text»"
    if _PERSONAL.fullmatch(name):
        return "remove it, with its cells: a sheet holds nothing that tells who somebody is"
    nearest = _closest(name, columns)
    return (
        f"did you mean «{nearest[0]}»?{_strange(name, nearest[0])}"
        if nearest
        else "remove it, or declare it in the framework"
    )


def _strange(written: str, meant: str) -> str:
    character = strange_character(written, meant)
    return f" {character}: type it anew" if character else ""


def _whole_rows(sheet: Sheet, found: SheetProblems) -> Iterator[tuple[int, list[str]]]:
    """The rows that hold anything, each as long as the headings; others of another length are problems."""
    width = len(sheet.header)
    for line, cells in sheet.rows:
        if not any(cells):  # spreadsheets leave empty rows behind
            continue
        row = cells if len(cells) == width else fitted(cells, width, sheet.ragged)
        if len(row) == width:
            yield line, row
        else:
            message, hint = wrong_length(len(cells), width)
            found.add(rules.ROW_LENGTH, line, min(len(cells) - 1, width), message, hint)


def wrong_length(length: int, width: int) -> tuple[str, str]:
    """Say that a row has too many cells for the headings, or too few, and what to do."""
    return f"the row has {length} cells, and there are {width} headings", (
        _TOO_LONG if length > width else too_short(width - length)
    )


_TOO_LONG = "look for a missing quotation mark, or a delimiter inside a cell"


def too_short(missing: int) -> str:
    """Say what to do about a row in which cells are missing, nobody knows where."""
    if missing == 1:
        return "a cell is missing: find where, and put it back; the cells after it stand one column too far to the left"
    return "cells are missing: find where, and put them back; those after a gap stand too far to the left"


def _slowly(
    sheet: Sheet,
    line: int,
    cells: list[str],
    lookups: list[Mapping[str, int]],
    columns: Mapping[str, Column],
    found: SheetProblems,
) -> bytes:
    """Read a row cell by cell. Other spaces and capitals are accepted; any other unknown cell is a problem."""
    row = bytearray(len(cells))
    for index, (lookup, cell) in enumerate(zip(lookups, cells, strict=True)):
        written = " ".join(cell.split())
        code = lookup.get(written)
        if code is None and isinstance(lookup, _AnyText):
            code = BLANK
        if code is None:
            code = lookup.get(written.lower())
        if code is None:
            column = columns.get(name_of_heading(sheet.header[index], columns))
            code = BLANK + len(column.answers) + 1 if column else BLANK  # of no answer, and no blank either
            _bad_cell(sheet, line, index, cell, column, found)
        row[index] = code
    return bytes(row)


def _bad_cell(sheet: Sheet, line: int, index: int, cell: str, column: Column | None, found: SheetProblems) -> None:
    if column is None:
        message, hint = f"«{excerpt(cell)}» stands under no heading", "give the column a heading, or empty it"
        found.add(rules.UNKNOWN_COLUMN, line, index, message, hint, length=len(cell))
        return
    if len(cell.strip()) > 1 and begins_formula(cell):
        _formula(line, index, cell, found)
        return
    name = sheet.header[index].strip()
    question = column.kind == "question"
    rule = rules.UNKNOWN_ANSWER if question else rules.BAD_ATTRIBUTE
    nearest = closest(cell.lower(), column.answers) if found.shows(rule) else []
    known = ", ".join(column.answers)
    hint = f"did you mean «{nearest[0]}»?{_strange(cell, nearest[0])}" if nearest else f"use {known}"
    what = "an answer to" if question else "a value of"
    found.add(
        rule,
        line,
        index,
        f"«{excerpt(cell)}» is not {what} «{name}»",
        hint,
        length=len(cell),
    )


def _formula(line: int, index: int, cell: str, found: SheetProblems) -> None:
    message = f"«{excerpt(cell)}» begins as a formula does, which a spreadsheet works out"
    hint = "write it without the sign at its head; where a spreadsheet put it there, paste the values over the formulas"
    found.add(rules.FORMULA, line, index, message, hint, length=len(cell))


def _bad_id(line: int, index: int, ids: str, first: int, found: SheetProblems) -> None:
    if first:
        message, hint = (
            f"the {ids} of this row stands in line {first} already",
            "remove one if the rows are alike, else correct one",
        )
    else:
        message, hint = f"the row has no {ids}", "give each row an id of its own"
    found.add(rules.ROW_ID, line, index, message, hint)
