"""Answers written into a sheet of cases, in which all else stays as it is, to the byte."""

from __future__ import annotations

import io
from collections.abc import Mapping

from omi_report.errors import OutputError
from omi_report.evidence.delimited import encoding_of, open_delimited
from omi_report.evidence.tabulate import form_of_id
from omi_report.model.evidence import CASE_COLUMN
from omi_report.numbering import name_of


def with_answers(data: bytes, name: str, shown: str, answers: Mapping[tuple[str, str], str]) -> bytes:
    """Return a sheet of cases in CSV with other answers; these go by `form_of_id` of the case and by the question.

    Delimiter, encoding, line ends and all other cells stay as they are. Raises OutputError where a case or a question
    is not in the sheet, and NotATableError where it is no table.
    """
    sheet = open_delimited(data, name, shown)
    names = [_name(heading) for heading in sheet.header]
    text = data.decode(encoding_of(data))
    begins = _beginnings(text)
    edits: list[tuple[int, int, str]] = []
    left = dict(answers)
    at = names.index(CASE_COLUMN) if CASE_COLUMN in names else 0
    for line, cells in sheet.rows:
        case = form_of_id(cells[at]) if at < len(cells) else ""
        for index, (question, cell) in enumerate(zip(names, cells, strict=False)):
            answer = left.pop((case, question), None)
            if answer is not None:
                place = sheet.place(line, index)
                begin = begins[place.line - 1] + place.column - 1
                edits.append((begin, _end(text, begin, cell), answer))
    if left:
        case, question = next(iter(left))
        raise OutputError(f"{shown} has no cell for {question} of {case}")
    for begin, end, answer in sorted(edits, reverse=True):
        text = text[:begin] + answer + text[end:]
    return text.encode(encoding_of(data))


def _name(heading: str) -> str:
    plain = heading.strip()
    return plain if plain == CASE_COLUMN else name_of(plain)


def _beginnings(text: str) -> list[int]:
    """Where each line begins, as a reader of CSV counts lines."""
    begins = [0]
    for line in io.StringIO(text, newline=""):
        begins.append(begins[-1] + len(line))
    return begins


def _end(text: str, begin: int, cell: str) -> int:
    """Where a cell ends that begins at a place; in quotation marks each mark inside it stands twice."""
    if text[begin : begin + 1] == '"':
        return begin + len(cell) + cell.count('"') + 2
    return begin + len(cell)
