"""The sentences of a text with every number in them marked and known: counts, percentages, counts out of a base.

Rules of arithmetic look for patterns of marks: «COUNT of the plans were late, leaving COUNT». What a number stands
beside says what it is; how it was written, in figures, in words or as a figure by name, makes no difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from omi_report.language.english import in_house_style
from omi_report.lint.checked_text import CheckedText
from omi_report.lint.rules.figures.literals import NUMBERS, NUMERAL, number_of
from omi_report.lint.rules.figures.statements import Stated, passage_of
from omi_report.lint.rules.publication.calendar_days import ANY_MONTH
from omi_report.problems import Problem, Rule
from omi_report.quantity import percent_text

_COUNT, _PERCENT, _RATIO, _REST = "\ue010", "\ue011", "\ue012", "\ue013"
_MARKS = {"percent": _PERCENT, "ratio": _RATIO, "number": _COUNT, "base": _COUNT}

COUNT = f"{_COUNT}{_REST}*(?!{_REST})"
"""A pattern for one count."""

PERCENT = f"{_PERCENT}{_REST}*(?!{_REST})"
"""A pattern for one percentage."""

RATIO = f"{_RATIO}{_REST}*(?!{_REST})"
"""A pattern for a count out of a base: six of 13."""

NUMBER = f"(?:{COUNT}|{PERCENT})"
"""A pattern for one count or one percentage."""

MARKS = f"{_COUNT}{_PERCENT}{_RATIO}"
"""The marks of all numbers, for a set of characters that leaves them out."""

WORD = r"[^\W\ue010-\ue013][\w'’-]*"
"""A pattern for a word that is no number."""

GAP = rf"(?:\s+{WORD}){{0,6}}"
"""A pattern for up to six words between numbers."""

_YEARS = range(1900, 2100)
_WORDS = frozenset(word for word in NUMBERS if "-" not in word)
_LABELS = (  # «recommendation number nine» names one, «recommendations number nine» counts them
    r"appendi(?:x|ces)|categor(?:y|ies)|chapter|chart|class|criteri(?:on|a)|figure|grade|item|levels?|no|(?<!s\s)number|pages?|"
    "paragraph|part|phases?|question|recommendations?|rule|sections?|stages?|steps?|tables?|tiers?|version|year"
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a text: its place, its value, and the base of a ratio.

    ``mark`` is what stands in its place and says what it is. ``known`` says that it has a count behind, ``named`` that
    it is a figure by name.
    """

    start: int
    end: int
    value: Fraction
    places: int = 0
    base: int | None = None
    known: bool = False
    named: bool = False
    mark: str = _COUNT

    @property
    def is_count(self) -> bool:
        """Whether it is a plain number of things."""
        return self.mark == _COUNT

    @property
    def is_share(self) -> bool:
        """Whether it is a percentage."""
        return self.mark == _PERCENT

    @property
    def count(self) -> int:
        """The number of a count."""
        return int(self.value)


@dataclass(frozen=True, slots=True, eq=False)
class Reckoning:
    """A text with its numbers: ``words`` has a mark in the place of each, at the offsets of the text as written."""

    text: CheckedText
    words: str
    at: dict[int, Number]

    def number(self, match: re.Match[str], *groups: str) -> Number:
        """Return the number of a match: that of the first of some groups that it has."""
        found = match.groupdict()
        return self.at[match.start(next(group for group in groups if found.get(group)))]

    def among(self, start: int, end: int) -> list[Number]:
        """Return the numbers from one offset up to another, in order."""
        marks = _mark().finditer(self.words, start, end)
        return [self.at[match.start()] for match in marks]

    def written(self, number: Number) -> str:
        """Return a number as it is written in the text."""
        return " ".join(self.text.text[number.start : number.end].split())

    def problem(self, rule: Rule, number: Number, message: str, hint: str) -> Problem:
        """Return a rule's problem with one of the numbers."""
        return self.text.problem(rule, number.start, number.end, message, hint)


def reckoning_of(text: CheckedText) -> Reckoning | None:
    """Return a text with its numbers, None where it has none; what is quoted from somebody has none."""
    own, view = text.view.own, text.view
    passage = text.remembered(passage_of)
    stated = passage.stated if passage else ()
    if not stated and view.vocabulary.isdisjoint(_WORDS) and not _digit().search(own):
        return None
    at = {each.start: number for each in stated if (number := _of_stated(each))}
    marked = _with_marks(own, at.values())
    plain = list(_counts(marked, view.vocabulary))
    at |= {number.start: number for number in plain}
    if not at:
        return None
    return Reckoning(text, _with_marks(marked, plain), at)


def read(text: CheckedText) -> Reckoning | None:
    """Return the same, worked out once for each text."""
    return text.remembered(reckoning_of)


def house(number: int) -> str:
    """Write a count as the house does."""
    return in_house_style(number) if 0 <= number < 100 else f"{number:,}"


def per_cent(value: Fraction, places: int = 0) -> str:
    """Write a percentage."""
    return f"{percent_text(value, places)}%"


def _of_stated(stated: Stated) -> Number | None:
    quantity, place, named, mark = stated.quantity, (stated.start, stated.end), bool(stated.name), _MARKS[stated.form]
    if stated.form == "percent":
        if quantity.percent is None:
            return None
        known = quantity.count is not None
        return Number(*place, quantity.percent, quantity.places, known=known, named=named, mark=mark)
    value = quantity.base if stated.form == "base" else quantity.count
    base = quantity.base if stated.form == "ratio" else None
    return None if value is None else Number(*place, Fraction(value), base=base, known=True, named=named, mark=mark)


def _counts(words: str, vocabulary: frozenset[str]) -> Iterator[Number]:
    small, done = words.lower() if len(words.lower()) == len(words) else words, 0
    for begin in (_digit() if vocabulary.isdisjoint(_WORDS) else _begins()).finditer(small):
        match = _plain().match(words, begin.start()) if begin.start() >= done else None
        if match is None:
            continue
        done, text = match.end(), match.group()
        value = number_of(text)
        year = value in _YEARS and "," not in text
        if not year and not _label().search(words, max(0, match.start() - 18), match.start()):
            yield Number(match.start(), match.end(), Fraction(value))


def _with_marks(words: str, numbers: Iterable[Number]) -> str:
    pieces, done = [], 0
    for number in sorted(numbers, key=lambda each: each.start):
        pieces += [words[done : number.start], number.mark, _REST * (number.end - number.start - 1)]
        done = number.end
    return "".join([*pieces, words[done:]])


@cache
def _digit() -> re.Pattern[str]:
    return re.compile(r"[0-9]")


@cache
def _mark() -> re.Pattern[str]:
    return re.compile(f"[{_COUNT}{_PERCENT}{_RATIO}]")


@cache
def _begins() -> re.Pattern[str]:
    """Where a number could begin, in small letters: the first letter is tried first, which is quick."""
    rest: dict[str, list[str]] = {}
    for word in sorted(_WORDS):
        rest.setdefault(word[0], []).append(word[1:])
    words = "|".join(f"(?<={first})(?:{'|'.join(each)})" for first, each in rest.items())
    return re.compile(rf"[0-9{''.join(rest)}](?<![a-z].)(?:(?<=[0-9])|{words})")


@cache
def _plain() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w.,/£$€#&-]){NUMERAL}(?![\w/%-]|[.,:]\d|\s*%|\s+per\s?cent\b|\s+(?:{ANY_MONTH})\b|(?:st|nd|rd|th)\b)",
        re.IGNORECASE,
    )


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_LABELS})\.?\s+$", re.IGNORECASE)
