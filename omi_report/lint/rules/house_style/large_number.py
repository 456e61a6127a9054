"""OMI505: a number from ten is written in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.lint.checked_text import CheckedText, one_line
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.house_style.numerals import IN_WORDS, LARGE, LARGE_WORDS, SMALL_WORDS
from omi_report.lint.rules.house_style.words import is_name
from omi_report.problems import Problem, Rule, Severity
from omi_report.prose.view import begins_sentence

RULE = Rule(
    "OMI505",
    "large-number-in-words",
    Severity.WARNING,
    "A text writes a number from ten in words, and not at the start of a sentence. Set phrases (one in ten, nine or "
    "ten, a ten-week course, ten thousand) are left alone.",
    "House style has numbers from ten in figures, and figures that are looked up are printed so.",
    bad="A visit was made within ten working days in twelve cases.",
    good="A visit was made within 10 working days in 12 cases.",
)


@each_text(language="en-GB", titles=True, quotations=False, words=LARGE)
def check(text: CheckedText) -> Iterator[Problem]:
    """Find the numbers from ten to ninety-nine in words."""
    for match in _large().finditer(text.words):
        if not _is_meant_as_words(text.words, match):
            number = str(IN_WORDS["-".join(match.group().lower().replace("-", " ").split())])
            message = f"«{one_line(match.group())}»: numbers from ten are written in figures"
            yield text.problem(RULE, *match.span(), message, f"write «{number}»", fix=text.fix(*match.span(), number))


def _is_meant_as_words(words: str, match: re.Match[str]) -> bool:
    return bool(
        begins_sentence(words, match.start())
        or is_name(words, *match.span())
        or _after().match(words, match.end())
        or _series_before().search(words, max(0, match.start() - 30), match.start())
    )


@cache
def _large() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){LARGE_WORDS}(?![\w-])", re.IGNORECASE)


@cache
def _series_before() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?<![\w-]){SMALL_WORDS}(?:,?\s+(?:and|or|to|in|(?:times\s+)?out\s+of)|,)|\bhundred(?:\s+and)?|\bthousand(?:\s+and)?"
        r"|\b(?:number|top))\s+\Z",
        re.IGNORECASE,
    )


@cache
def _after() -> re.Pattern[str]:
    return re.compile(
        r"\s+(?:hundreds?|thousands?|millions?|billions?|dozen|per\s?cent|percent|pence|"
        rf"(?:and|or|to)\s+{SMALL_WORDS})\b|\s*%|['’]s\b",
        re.IGNORECASE,
    )
