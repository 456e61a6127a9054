"""OMI252: a text gives another share or sum for a row of a table than the table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache, lru_cache
from typing import NamedTuple

from omi_report.inspection import Inspection, remembered
from omi_report.lint.checked_text import CheckedText, by_itself, one_line
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.figures.reckoning import PERCENT, WORD, Number, Reckoning, per_cent, read
from omi_report.lint.rules.figures.table_rows import tables_of
from omi_report.lint.rules.references.numbered import any_of
from omi_report.problems import Problem, Rule, Severity
from omi_report.prose.view import Sentence

RULE = Rule(
    "OMI252",
    "amount-against-table",
    Severity.WARNING,
    "A sentence names the row of a table and the heading of a column, and gives a percentage or a sum of money that "
    "the table has not there; or it names a row of several words with capitals, and a percentage that stands nowhere "
    "in the row.",
    "The table is what readers look at; the sentence was not changed with it, or was written from an older one.",
    bad="The budget for 2023/2024 was £1.52 million.   # the table has 1250000",
    good="The budget for 2023/2024 was £1.25 million.",
)

_SHORTEST = 4  # letters of a name, or of a heading, that is not found by chance
_SCALES = {"thousand": 1_000, "k": 1_000, "million": 1_000_000, "m": 1_000_000, "billion": 10**9, "bn": 10**9}


class _Cell(NamedTuple):
    """A value of a row: the heading of its column in small letters, what is written, and where."""

    heading: str
    written: str
    value: Fraction
    where: str


@each_text(language="en", standard=False, holds=("%", "per cent", "£", "$", "€"))
def check(text: CheckedText) -> Iterator[Problem]:
    """Look at each sentence that names a row."""
    shares, sums = _values(text.inspection, "share"), _values(text.inspection, "sum")
    if not shares and not sums:
        return
    reckoning = read(text)
    for match in _any_row((*shares, *sums)).finditer(text.view.own):
        sentence, row = text.view.sentence_at(match.start()), one_line(match.group())
        if sentence is None:
            continue
        if row in shares and reckoning is not None:
            yield from _shares(reckoning, sentence, row, shares[row])
        if row in sums:
            yield from _sums(text, sentence, row, sums[row])


def _shares(reckoning: Reckoning, sentence: Sentence, row: str, cells: list[_Cell]) -> Iterator[Problem]:
    words, span = reckoning.words, (sentence.start, sentence.end)
    headed = [cell for cell in cells if by_itself(cell.heading).search(words, *span)]
    for heading in dict.fromkeys(cell.heading for cell in headed):
        match = _beside(heading).search(words, *span)
        number = reckoning.number(match, "a", "b") if match else None
        if number is not None:
            yield from _compare(reckoning, number, row, [cell for cell in headed if cell.heading == heading])
    numbers = reckoning.among(*span)
    alone = not headed and len(numbers) == 1 and numbers[0].is_share
    if alone and _is_name(row) and not _another().search(words, *span):
        yield from _compare(reckoning, numbers[0], row, cells)


def _compare(reckoning: Reckoning, number: Number, row: str, cells: list[_Cell]) -> Iterator[Problem]:
    said = per_cent(number.value, number.places)
    if said not in (per_cent(cell.value, number.places) for cell in cells):
        listed = ", ".join(dict.fromkeys(cell.written for cell in cells))
        message = f"{cells[0].where} has {listed} for «{row}», not {reckoning.written(number)}"
        yield reckoning.problem(RULE, number, message, f"write {cells[0].written}, or correct the table")


def _sums(text: CheckedText, sentence: Sentence, row: str, cells: list[_Cell]) -> Iterator[Problem]:
    words, span = text.view.own, (sentence.start, sentence.end)
    headed = [cell for cell in cells if _is_sum_of(cell.heading).search(words, *span)]
    amounts = list(_amount().finditer(words, *span))
    if not headed or len(amounts) != 1:
        return
    scale = _SCALES[amounts[0]["scale"].lower()] if amounts[0]["scale"] else 1
    places = len(amounts[0]["number"].partition(".")[2])
    value, half = Fraction(amounts[0]["number"].replace(",", "")) * scale, Fraction(scale, 2 * 10**places)
    if all(abs(value - cell.value) > (half if scale > 1 or places else 0) for cell in headed):
        right, said = f"{amounts[0].group()[0]}{headed[0].written}", one_line(amounts[0].group())
        message = f"{headed[0].where} has {right} for «{row}», not {said}"
        yield text.problem(RULE, *amounts[0].span(), message, f"write {right}, or correct the table")


@remembered
def _all_values(inspection: Inspection) -> Mapping[str, Mapping[str, list[_Cell]]]:
    """The shares and the sums of all tables, by the names of their rows; a year has several names."""
    found: dict[str, dict[str, list[_Cell]]] = {"share": {}, "sum": {}}
    for table in tables_of(inspection):
        for row in table.rows:
            for column, value in table.cells(row):
                cell = _number().fullmatch(str(value).strip())
                kind = _KINDS.get((column.unit, bool(cell["sign"]))) if cell else None
                if cell is None or kind is None or len(row.name) < _SHORTEST:
                    continue
                number = Fraction(cell["number"].replace(",", ""))
                written = f"{cell['number']}%" if kind == "share" else f"{float(number):,.2f}".removesuffix(".00")
                where = f"{table.file}, line {value.start.line},"
                for name in _names_of(row.name):
                    found[kind].setdefault(name, []).append(_Cell(column.heading.lower(), written, number, where))
    return found


_KINDS = {
    ("per-cent", False): "share",
    ("per-cent", True): "share",
    ("printed", True): "share",
    ("currency", False): "sum",
}


def _values(inspection: Inspection, kind: str) -> Mapping[str, list[_Cell]]:
    return _all_values(inspection)[kind]


def _names_of(row: str) -> Iterator[str]:
    """The name of a row, and the other spellings of a financial year."""
    yield one_line(row)
    if years := re.fullmatch(r"(\d{4})[/-](\d\d)(\d\d)", row):
        yield from (f"{years[1]}/{years[3]}", f"{years[1]}-{years[3]}", f"{years[1]}-{years[2]}{years[3]}")


def _is_name(row: str) -> bool:
    """Say whether a row has a name of several words with capitals, which means nothing else in a text."""
    words = row.split()
    return len(words) > 1 and all(word[0].isupper() for word in words)


@lru_cache(maxsize=8)
def _any_row(rows: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){any_of(rows)}(?![\w/-])")


@lru_cache(maxsize=64)
def _beside(heading: str) -> re.Pattern[str]:
    """A percentage after the heading of a column, or directly before it."""
    what = re.escape(heading)
    return re.compile(
        rf"(?<![\w-]){what}(?:\s+{WORD}){{0,7}}\s*\(?(?P<a>{PERCENT})|(?P<b>{PERCENT})\s+(?:{WORD}\s+)?{what}(?![\w-])",
        re.IGNORECASE,
    )


@lru_cache(maxsize=64)
def _is_sum_of(heading: str) -> re.Pattern[str]:
    """The heading of a column, a verb that says how much it is, and a sum: not what it was cut by, or a part of it."""
    return re.compile(
        rf"(?<![\w-]){re.escape(heading)}(?:\s+of|:|[^.;:£$€]{{0,60}}?(?:\s(?:was|is|were|totalled|at|came\s+to)|:))"
        r"\s+(?:(?:about|almost|around|just|nearly|over|some|under)\s+)?[£$€]",
        re.IGNORECASE,
    )


@cache
def _number() -> re.Pattern[str]:
    return re.compile(r"(?P<number>\d[\d,]*(?:\.\d+)?)(?P<sign>%?)")


@cache
def _amount() -> re.Pattern[str]:
    return re.compile(
        r"[£$€]\s?(?P<number>\d[\d,]*(?:\.\d+)?)(?:\s?(?P<scale>thousand|million|billion|bn|[km])\b)?", re.IGNORECASE
    )


@cache
def _another() -> re.Pattern[str]:
    return re.compile(r"\b(?:previous\w*|last|earlier|before|since|now|then|would|should|if)\b", re.IGNORECASE)
