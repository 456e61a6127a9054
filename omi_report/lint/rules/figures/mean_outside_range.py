"""OMI237: a mean lies outside of the range that is said beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.figures.reckoning import COUNT, PERCENT, read
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI237",
    "mean-outside-range",
    Severity.WARNING,
    "A sentence gives a range and an average of the same values, and the average is not within the range; or the range "
    "begins with the larger number.",
    "One of the three numbers is wrong.",
    bad="Caseloads ranged from 31 to 48, and the average was 52.",
    good="Caseloads ranged from 31 to 48, and the average was 42.",
)


_WORDS = "average averaged averaging mean median between range ranged ranges ranging varied varying"


@each_text(language="en", standard=False, words=frozenset(_WORDS.split()))
def check(text: CheckedText) -> Iterator[Problem]:
    """Hold each average against the range before it, and the ends of each range against each other."""
    reckoning = read(text)
    if reckoning is None:
        return
    for match in _range().finditer(reckoning.words):
        low = reckoning.number(match, "low" if match["low"] else "from")
        high, mean = reckoning.number(match, "high"), reckoning.number(match, "mean")
        if not low.value <= mean.value <= high.value:
            said = f"between {reckoning.written(low)} and {reckoning.written(high)}"
            message = f"an average of {reckoning.written(mean)} is not {said}"
            yield reckoning.problem(RULE, mean, message, "correct the average or the range")
    for match in _ends().finditer(reckoning.words):
        low, high = (reckoning.number(match, key) for key in (("low", "high") if match["low"] else ("from", "to")))
        alike = reckoning.words[low.start] == reckoning.words[high.start] and low.base is None and high.base is None
        if alike and low.value > high.value:
            message = (
                f"a range from {reckoning.written(low)} to {reckoning.written(high)} begins with the larger number"
            )
            yield reckoning.problem(RULE, high, message, "swap the two, or correct one of them")


@cache
def _ends() -> re.Pattern[str]:
    """The ends of a range; a difference between two numbers is none."""
    number = rf"(?:{COUNT}|{PERCENT})"
    apart = r"(?<!\bdifference\s)(?<!\bdifferences\s)(?<!\bgap\s)(?<!\bchoice\s)(?<!\bsplit\s)(?<!\bdivided\s)"
    return re.compile(
        rf"{apart}\bbetween\s+(?P<low>{number})\s+and\s+(?P<high>{number})(?!\s+respectively)|"
        rf"\b(?:rang(?:e|ed|es|ing)|var(?:ied|ying))\s+(?:widely\s+)?(?:from\s+)(?P<from>{number})(?:\s+[a-z]+)?\s+to\s+(?P<to>{number})",
        re.IGNORECASE,
    )


@cache
def _range() -> re.Pattern[str]:
    number = rf"(?:{COUNT}|{PERCENT})"
    return re.compile(
        rf"(?:\bbetween\s+(?P<low>{number})(?:\s+[a-z]+)?\s+and|\bfrom\s+(?P<from>{number})(?:\s+[a-z]+)?\s+to)\s+"
        rf"(?P<high>{number})[^.;]{{1,60}}?\b(?:average|averag(?:ed|ing)|mean|median)\b"
        rf"(?:\s+[a-z]+){{0,4}}?\s+(?P<mean>{number})",
        re.IGNORECASE,
    )
