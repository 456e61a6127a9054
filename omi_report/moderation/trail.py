"""The file of agreed answers → its rows; and new rows → the file, in which what is there stays as it is."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Iterable, Iterator, Mapping

from omi_report.errors import OutputError
from omi_report.evidence import evidence_rules
from omi_report.evidence.delimited import open_delimited
from omi_report.evidence.sheet import NotATableError, SheetProblems, fitted
from omi_report.evidence.tabulate import Column, form_of_id, wrong_length
from omi_report.model.framework import Framework
from omi_report.model.moderated import TRAIL_COLUMNS, AgreedAnswer
from omi_report.moderation.moderation_rules import AGREED_ROW
from omi_report.moderation.second import second_columns
from omi_report.numbering import name_of
from omi_report.problems import Problem, excerpt, meant_or
from omi_report.source.places import AGREED_FILE

_ANSWERS = ("first", "second", "agreed")
_OF_ROW = {
    "case": "the case",
    "who": "those who agreed on it",
    "when": "the day on which it was agreed",
    "why": "the reason",
    "question": "the question",
    "agreed": "the answer that was agreed on",
}
"""What each row must have, as a message calls it."""


def read_trail(data: bytes, shown: str, framework: Framework) -> tuple[tuple[AgreedAnswer, ...], list[Problem]]:
    """Read agreed answers, with every problem of headings and cells."""
    try:
        found = SheetProblems(open_delimited(data, AGREED_FILE, shown))
        rows = tuple(_rows(found, second_columns(framework)))
    except NotATableError as error:
        return (), [evidence_rules.NOT_A_TABLE.at(error.location, error.message, error.hint)]
    return rows, found.all()


def _rows(found: SheetProblems, columns: Mapping[str, Column]) -> Iterator[AgreedAnswer]:
    sheet = found.sheet
    names = [heading.strip().casefold() for heading in sheet.header]
    places = {name: names.index(name) for name in TRAIL_COLUMNS if name in names}
    for name in TRAIL_COLUMNS:
        if name not in places:
            hint = f"the headings are {', '.join(TRAIL_COLUMNS)}"
            found.add(evidence_rules.BAD_HEADING, sheet.header_line, 0, f"there is no column «{name}»", hint)
    if len(places) < len(TRAIL_COLUMNS):
        return
    for line, cells in sheet.rows:
        if not any(cells):
            continue
        row = fitted(cells, len(names), sheet.ragged)
        if len(row) != len(names):
            message, hint = wrong_length(len(cells), len(names))
            found.add(evidence_rules.ROW_LENGTH, line, min(len(cells), len(names)) - 1, message, hint)
            continue
        yield _row({name: row[at].strip() for name, at in places.items()}, line, places, columns, found)


def _row(
    cells: dict[str, str], line: int, places: Mapping[str, int], columns: Mapping[str, Column], found: SheetProblems
) -> AgreedAnswer:
    """A row, with what is wrong in it."""

    def tell(name: str, message: str, hint: str) -> None:
        found.add(AGREED_ROW, line, places[name], message, hint, length=len(cells[name]) or 1)

    for name, what in _OF_ROW.items():
        if not cells[name]:
            tell(name, f"the row lacks {what}", f"write it under «{name}»")
    question = cells["question"] if cells["question"] in columns else name_of(cells["question"])
    if question in columns:
        cells["question"] = question
        codes = columns[question].codes()
        for name in _ANSWERS:
            code = codes.get(cells[name], codes.get(cells[name].lower()))
            if code:
                cells[name] = columns[question].answers[code - 1]
            elif cells[name]:
                known = columns[question].answers
                hint = meant_or(f"use {', '.join(known)}", cells[name], known)
                tell(name, f"«{excerpt(cells[name])}» is no answer to {question}", hint)
    elif cells["question"]:
        hint = meant_or("write the number of a question of the framework", cells["question"], columns)
        tell("question", f"there is no question «{excerpt(cells['question'])}»", hint)
    if cells["when"] and not _is_day(cells["when"]):
        tell("when", f"«{excerpt(cells['when'])}» is no day", "write one as 2008-05-14")
    case, asked, first, second, agreed, who, when, why = (cells[name] for name in TRAIL_COLUMNS)
    return AgreedAnswer(case, asked, first, second, agreed, who, when, why, line)


def _is_day(text: str) -> bool:
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def by_cell(trail: Iterable[AgreedAnswer]) -> dict[tuple[str, str], tuple[AgreedAnswer, ...]]:
    """Return the rows of a trail by case and question, in their order: the last of a cell counts.

    Cases go by `form_of_id`.
    """
    found: dict[tuple[str, str], tuple[AgreedAnswer, ...]] = {}
    for each in trail:
        cell = form_of_id(each.case), each.question
        found[cell] = (*found.get(cell, ()), each)
    return found


def with_rows(before: bytes | None, new: Iterable[AgreedAnswer], shown: str) -> bytes:
    """Return the file of agreed answers with rows at its end; ``before`` are the bytes that stand there already.

    Not one of these is changed. Raises OutputError where the file is not as omi writes it, so that nothing can be added
    to it.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    if before is None:
        writer.writerow(TRAIL_COLUMNS)
    elif _head(before) != list(TRAIL_COLUMNS):
        raise OutputError(
            f"{shown} is not as omi writes it, so that no row can be added: save it as CSV in UTF-8, with commas and "
            f"with the headings {', '.join(TRAIL_COLUMNS)}"
        )
    for each in new:
        writer.writerow([getattr(each, name) for name in TRAIL_COLUMNS])
    there = before or b""
    gap = b"\n" if there and not there.endswith(b"\n") else b""
    return there + gap + text.getvalue().encode()


def _head(data: bytes) -> list[str]:
    try:
        first = data.decode("utf-8-sig").splitlines()[:1]
    except UnicodeDecodeError:
        return []
    return [cell.strip() for cell in next(csv.reader(first), [])]
