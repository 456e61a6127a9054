"""OMI236: «twice as many» is said of numbers of which the one is not twice the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.figures.reckoning import COUNT, PERCENT, WORD, Reckoning, house, read
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI236",
    "wrong-multiple",
    Severity.WARNING,
    "A sentence calls a number twice, double, three times or half another one beside it, and it is far from that.",
    "The word is what the reader remembers.",
    bad="There were 37 referrals, twice as many as the 26 of the year before.",
    good="There were 52 referrals, twice as many as the 26 of the year before.",
)

_TIMES = {"twice": 2, "double": 2, "doubled": 2, "treble": 3, "trebled": 3, "tripled": 3}
_NEAR = Fraction(13, 100)
"""How far from it, as a share, a number may be and still be called twice another."""


@each_text(language="en", standard=False, words=frozenset((*_TIMES, "half", "times")))
def check(text: CheckedText) -> Iterator[Problem]:
    """Divide the one number by the other."""
    reckoning = read(text)
    if reckoning is None:
        return
    for match in _multiple().finditer(reckoning.words):
        many, few = reckoning.number(match, "many"), reckoning.number(match, "few")
        if many.base is not None or few.base is not None or not few.value:
            continue
        times, said = _said(reckoning, match)
        ratio, lead = many.value / few.value / times, (match["lead"] or "").lower()
        low = Fraction(7, 10) if lead in ("almost", "nearly") else 1 - _NEAR
        high = Fraction(1000) if "more" in lead or "over" in lead or "least" in lead else 1 + _NEAR
        if not low <= ratio <= high:
            right = few.value * times
            whole = house(int(right)) if right.denominator == 1 else str(float(right))
            message = f"{said} {reckoning.written(few)} is {whole}, not {reckoning.written(many)}"
            yield reckoning.problem(RULE, many, message, "correct one of the two, or choose other words")


def _said(reckoning: Reckoning, match: re.Match[str]) -> tuple[Fraction, str]:
    """Return what the one number is said to be of the other, as a factor and in words."""
    if match["half"]:
        return Fraction(1, 2), "half"
    if match["times"]:
        times = reckoning.number(match, "times")
        return times.value, f"{reckoning.written(times)} times"
    return Fraction(_TIMES[match["word"].lower()]), match["word"].lower()


@cache
def _multiple() -> re.Pattern[str]:
    number = rf"(?:{COUNT}|{PERCENT})"
    return re.compile(
        rf"(?P<many>{number})(?:\s+{WORD}){{0,5}}\s*[,(–-]\s*(?P<lead>(?:almost|nearly|about|more\s+than|over|at\s+least)"
        rf"(?=\s))?\s*(?:(?P<word>twice|double|treble)|(?P<times>{COUNT})\s+times|(?P<half>half))\s+"
        rf"(?:as\s+(?:many|much|high)(?:\s+{WORD}){{0,2}}?\s+as\s+|the\s+(?:number|figure|rate)\s+of\s+)?(?:(?:in|the)\s+)?"
        rf"(?P<few>{number})(?!\s+times)",
        re.IGNORECASE,
    )
