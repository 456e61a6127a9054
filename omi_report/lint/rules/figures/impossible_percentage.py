"""OMI234: no count out of the number of people or things that a sentence names gives its percentage."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.figures.reckoning import COUNT, PERCENT, WORD, Number, Reckoning, house, per_cent, read
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI234",
    "impossible-percentage",
    Severity.WARNING,
    "A percentage is said of a small number of people or things, and no count out of that number gives it.",
    "The percentage belongs to another number, or one of the two is wrong; of so few, the count itself says more.",
    bad="Of the 11 sentencers who replied, 80% were satisfied.",
    good="Of the 11 sentencers who replied, nine were satisfied.",
)

_MANY = 60
"""Of more than this every whole percentage, or nearly every one, is possible."""


@each_text(language="en", standard=False)
def check(text: CheckedText) -> Iterator[Problem]:
    """Look at each percentage that is said of a number beside it."""
    reckoning = read(text)
    if reckoning is None:
        return
    for pattern in (_of_so_many_before(), _of_so_many_after(), _of_them()):
        for match in pattern.finditer(reckoning.words):
            yield from _compare(reckoning, reckoning.number(match, "percent"), reckoning.number(match, "base"))


def _compare(reckoning: Reckoning, percent: Number, base: Number) -> Iterator[Problem]:
    many, value = base.count, percent.value
    if percent.known or base.base is not None or not 1 < many <= _MANY or not 0 < value < 100:
        return
    unit = Fraction(1, 10**percent.places)
    below = int(value * many / 100)
    near = [Fraction(100 * count, many) for count in (below, below + 1)]
    if all(abs(each - value) >= unit for each in near):
        counts = " and ".join(
            f"{house(count)} of {house(many)} is {per_cent(share, percent.places)}"
            for count, share in zip((below, below + 1), near, strict=True)
        )
        written = per_cent(value, percent.places)
        message = f"no count out of {house(many)} is {written}: {counts}"
        yield reckoning.problem(RULE, percent, message, "give the count, or correct one of the two")


@cache
def _of_so_many_before() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:of|among)\s+(?:(?:the|these|those|our|all)\s+)*(?P<base>{COUNT})(?:\s+{WORD}){{0,8}},\s+"
        rf"(?:(?:just|only|about|some|nearly|over|almost)\s+)?(?P<percent>{PERCENT})(?!\s+of\b)",
        re.IGNORECASE,
    )


@cache
def _of_them() -> re.Pattern[str]:
    """«We heard from 13 staff, and 20% of them felt»."""
    return re.compile(
        rf"(?P<base>{COUNT})(?:\s+{WORD}){{1,6}}?[,;.:]\s+(?:(?:and|but|of\s+whom),?\s+)?"
        rf"(?:(?:just|only|about|some|nearly|over|almost)\s+)?(?P<percent>{PERCENT})\s+of\s+(?:them|these|those|whom)\b",
        re.IGNORECASE,
    )


@cache
def _of_so_many_after() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<percent>{PERCENT})\s+of\s+(?:(?:the|these|those|our|all)\s+)+(?P<base>{COUNT})"
        r"(?!\s*(?:-|%|days?\b|weeks?\b|months?\b|years?\b|hours?\b))",
        re.IGNORECASE,
    )
