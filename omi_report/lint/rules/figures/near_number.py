"""OMI250: a text gives a large number that is one slip away from the number of the same in another place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from omi_report.inspection import Inspection, remembered
from omi_report.lint.checked_text import CheckedText, CheckedTexts
from omi_report.lint.declaration import all_texts
from omi_report.lint.rules.figures.facts_read import facts_of
from omi_report.lint.rules.figures.reckoning import COUNT, WORD, Number, Reckoning, read
from omi_report.lint.rules.figures.table_rows import tables_of
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI250",
    "near-number",
    Severity.WARNING,
    "A text gives a number of 100 or more, and a key fact, a table or an earlier text has a number of the same things "
    "from which it differs by one digit, or by two that changed places. Sentences that compare are left alone.",
    "One of the two was mistyped, or brought up to date in one place and forgotten in the other.",
    bad="facts: [{value: '1,884', label: people on probation}]\ntext: The unit supervised 1,848 people on probation.",
    good="facts: [{value: '1,884', label: people on probation}]\ntext: The unit supervised 1,884 people on probation.",
)

_LEAST = 100
_EMPTY = frozenset(
    "a about all an and are as at but by different for from further had have in into its many more new of on or other "
    "others our such than that the their these this those to was were when where which who with year years month "
    "months day days week weeks hour hours mile miles number total".split()
)
_EARLIER_WORDS = 4  # words after a number that say what it counts


class _Known(NamedTuple):
    """A number that some place gives: what it counts, where it stands, and how many words another must have of it."""

    number: int
    words: frozenset[str]
    where: str
    least: int


@all_texts(language="en", standard=False)
def check(texts: CheckedTexts) -> Iterator[Problem]:
    """Look at the large numbers of all texts, each against those of facts and tables and of the texts before."""
    known: dict[tuple[str, str], _Known] = {}
    exact: set[tuple[str, int]] = set()
    for each in _of_facts_and_tables(texts.inspection):
        _note(known, exact, each)
    for text in texts:
        reckoning = read(text) if _digits().search(text.view.own) else None
        for number, words in _counted(reckoning) if reckoning else ():
            other = _near(known, exact, number.count, words)
            if other is not None and reckoning is not None and not _compares(reckoning, number, other):
                message = f"{other.where} has {other.number:,}, one slip away from {reckoning.written(number)}"
                yield reckoning.problem(RULE, number, message, f"write {other.number:,}, if the same is meant")
            elif other is None:
                _note(known, exact, _known(number.count, words, _place(text, number)))


def _note(known: dict[tuple[str, str], _Known], exact: set[tuple[str, int]], each: _Known) -> None:
    for word in each.words:
        exact.add((word, each.number))
        for written in _slips(str(each.number)):
            known.setdefault((word, written), each)


def _slips(digits: str) -> Iterator[str]:
    """What two numbers have in common if they differ by one digit, or by two neighbours that changed places."""
    for at in range(len(digits)):
        yield f"{digits[:at]}?{digits[at + 1 :]}"
    for at in range(len(digits) - 1):
        yield f"{digits[:at]}<{''.join(sorted(digits[at : at + 2]))}>{digits[at + 2 :]}"


def _near(
    known: dict[tuple[str, str], _Known], exact: set[tuple[str, int]], number: int, words: list[str]
) -> _Known | None:
    """Return what is known of the same things with a number that is nearly this one; None where this one is known."""
    if any((word, number) in exact for word in words):
        return None
    for written in _slips(str(number)):
        other = known.get((words[0], written))
        if other is not None and sum(word in other.words for word in words) >= other.least:
            return other
    return None


def _counted(reckoning: Reckoning) -> Iterator[tuple[Number, list[str]]]:
    for match in _number().finditer(reckoning.words):
        number = reckoning.number(match, "number")
        is_large = number.base is None and not number.named and number.value >= _LEAST
        if is_large and (words := _content(match["what"])):
            yield number, words[:_EARLIER_WORDS]


def _content(words: str) -> list[str]:
    """The words that say what is counted, as singular as a plain rule makes them."""
    found = re.findall(r"[a-z][a-z-]+", words.lower())
    return [word.removesuffix("s") for word in found if word not in _EMPTY and len(word) > 2]


def _compares(reckoning: Reckoning, number: Number, other: _Known) -> bool:
    """Say whether a sentence sets a number beside another one, or has the other number too."""
    sentence = reckoning.text.view.sentence_at(number.start)
    if sentence is None:
        return True
    others = {each.value for each in reckoning.among(sentence.start, sentence.end)}
    return other.number in others or bool(_comparing().search(reckoning.words, sentence.start, sentence.end))


def _place(text: CheckedText, number: Number) -> str:
    return f"{text.prose.file}, line {text.at(number.start).line},"


@remembered
def _of_facts_and_tables(inspection: Inspection) -> tuple[_Known, ...]:
    found = []
    for fact in facts_of(inspection):
        if _whole().fullmatch(fact.value):
            words = _content(fact.label)[:_EARLIER_WORDS]
            found.append(_known(int(fact.value.replace(",", "")), words, f"{fact.file}, line {fact.value.start.line},"))
    for table in tables_of(inspection):
        for row in table.all_rows:
            for column, value in table.numbers(row, "count"):
                name = "" if row is table.total else row.name
                words = _content(f"{name} {column.heading} {table.label}")
                known = _known(int(value), words, f"{table.file}, line {value.start.line},")
                found.append(known if name else known._replace(least=1))
    return tuple(each for each in found if each.number >= _LEAST and each.words)


def _known(number: int, words: list[str], where: str) -> _Known:
    return _Known(number, frozenset(words), where, min(2, len(set(words))))


@cache
def _digits() -> re.Pattern[str]:
    return re.compile(r"[0-9][0-9,]{2}")


@cache
def _number() -> re.Pattern[str]:
    return re.compile(rf"(?P<number>{COUNT})(?P<what>(?:\s+{WORD}){{1,6}})")


@cache
def _whole() -> re.Pattern[str]:
    return re.compile(r"\d{1,3}(?:,\d{3})+|\d{3,}")


@cache
def _comparing() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:compar\w+|previous\w*|earlier|last|before|ago|since|than|against|another|further|national\w*|target|"
        r"rose|risen|fell|fallen|increase[ds]?|decrease[ds]?|up|down|from|between|(?:19|20)\d\d)\b",
        re.IGNORECASE,
    )
