"""OMI239: a word for a number does not fit the count beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.figures.reckoning import COUNT, WORD, Reckoning, house, read
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI239",
    "word-against-count",
    Severity.WARNING,
    "«A couple», «a handful» or «a dozen» stands beside a count that is far from it; or «half», «a third» or another "
    "fraction of a number stands beside a count that is not that of the number.",
    "Readers remember the word; the area will point at the count.",
    bad="Half of the 14 managers (five) had been trained, and a couple of the plans (nine) were late.",
    good="Half of the 14 managers (seven) had been trained, and a few of the plans (nine) were late.",
)

_WORDS = {"couple": (2, 3), "pair": (2, 2), "handful": (2, 12), "dozen": (10, 15)}
_FRACTIONS = {
    "half": Fraction(1, 2),
    "a third": Fraction(1, 3),
    "one third": Fraction(1, 3),
    "two thirds": Fraction(2, 3),
    "a quarter": Fraction(1, 4),
    "one quarter": Fraction(1, 4),
    "three quarters": Fraction(3, 4),
    "a fifth": Fraction(1, 5),
    "one fifth": Fraction(1, 5),
}
_UNITS = {"third": Fraction(1, 3), "quarter": Fraction(1, 4), "fifth": Fraction(1, 5), "tenth": Fraction(1, 10)}
_KEYS = (
    *_WORDS,
    "half",
    "third",
    "thirds",
    "quarter",
    "quarters",
    "fifth",
    "fifths",
    "tenth",
    "tenths",
    "one-third",
    "two-thirds",
    "three-quarters",
)


@each_text(language="en", standard=False, words=frozenset(_KEYS))
def check(text: CheckedText) -> Iterator[Problem]:
    """Compare each of the words with the count in brackets after it, or after a comma."""
    reckoning = read(text)
    if reckoning is None:
        return
    for match in _word().finditer(reckoning.words):
        number = reckoning.number(match, "number")
        low, high = _WORDS[match["word"].lower()]
        if number.base is None and not low <= number.count <= high:
            message = f"«a {match['word'].lower()}» stands beside {house(number.count)}"
            yield reckoning.problem(RULE, number, message, "give the number alone, or correct it")
    for match in _fraction().finditer(reckoning.words):
        whole, part = reckoning.number(match, "whole"), reckoning.number(match, "part")
        words, share = _fraction_of(reckoning, match)
        right = whole.count * share
        if whole.base is None and abs(part.count - right) > max(Fraction(1), Fraction(whole.count, 20)):
            value = house(int(right)) if right.denominator == 1 else f"about {house(round(right))}"
            message = f"{words} of {house(whole.count)} is {value}, not {house(part.count)}"
            yield reckoning.problem(RULE, part, message, f"write {value}, or choose another word")


def _fraction_of(reckoning: Reckoning, match: re.Match[str]) -> tuple[str, Fraction]:
    """Return a fraction as it is written, and its value: «two thirds» is a number of parts."""
    if match["words"]:
        words = " ".join(match["words"].lower().replace("-", " ").split())
        return words, _FRACTIONS[words]
    parts, unit = reckoning.number(match, "parts"), match["unit"].lower()
    return f"{reckoning.written(parts).lower()} {unit}", parts.count * _UNITS[unit.removesuffix("s")]


@cache
def _word() -> re.Pattern[str]:
    return re.compile(
        rf"\ba\s+(?P<word>couple|pair|handful|dozen)\b(?:\s+{WORD}){{0,6}}\s*[(,]\s*(?P<number>{COUNT})(?=\s*[),;.])",
        re.IGNORECASE,
    )


@cache
def _fraction() -> re.Pattern[str]:
    words = "|".join(sorted(_FRACTIONS, key=len, reverse=True)).replace(" ", r"[\s-]")
    return re.compile(
        rf"(?<![\w-])(?:(?P<words>{words})|(?P<parts>{COUNT})[\s-](?P<unit>(?:third|quarter|fifth|tenth)s?))\s+of\s+(?:(?:the|these|those|our|all)\s+)*(?P<whole>{COUNT})"
        rf"(?:\s+{WORD}){{0,5}}\s*[(,]\s*(?:(?:or|that\s+is|which\s+is),?\s+)?(?P<part>{COUNT})"
        rf"(?=(?:\s+(?:in\s+all|in\s+total|altogether))?\s*[),;.])",
        re.IGNORECASE,
    )
