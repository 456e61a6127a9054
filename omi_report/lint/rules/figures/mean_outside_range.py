"""OMI237: a mean lies outside of the range that is said beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.figures.reckoning import MARKS, NUMBER, read
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
_LEAST = r"(?:cheapest|fewest|lowest|minimum|quickest|shortest|smallest|youngest)"
_MOST = r"(?:dearest|greatest|highest|largest|longest|maximum|oldest|slowest)"


@each_text(language="en", standard=False, words=frozenset(_WORDS.split()))
def check(text: CheckedText) -> Iterator[Problem]:
    """Hold each average against the range before it, and the ends of each range against each other."""
    reckoning = read(text)
    if reckoning is None:
        return
    for match in (*_range().finditer(reckoning.words), *_mean_first().finditer(reckoning.words)):
        low = reckoning.number(match, "low", "from", "least")
        high, mean = reckoning.number(match, "high"), reckoning.number(match, "mean", "then")
        if len({each.mark for each in (low, high, mean)}) > 1:
            continue
        if not low.value <= mean.value <= high.value:
            said = f"between {reckoning.written(low)} and {reckoning.written(high)}"
            message = f"an average of {reckoning.written(mean)} is not {said}"
            yield reckoning.problem(RULE, mean, message, "correct the average or the range")
    for match in _ends().finditer(reckoning.words):
        low, high = reckoning.number(match, "low", "from"), reckoning.number(match, "high", "to")
        alike = low.mark == high.mark and low.base is None and high.base is None
        if alike and low.value > high.value:
            message = (
                f"a range from {reckoning.written(low)} to {reckoning.written(high)} begins with the larger number"
            )
            yield reckoning.problem(RULE, high, message, "swap the two, or correct one of them")


@cache
def _ends() -> re.Pattern[str]:
    """The ends of a range; a difference between two numbers is none."""
    apart = r"(?<!\bdifference\s)(?<!\bdifferences\s)(?<!\bgap\s)(?<!\bchoice\s)(?<!\bsplit\s)(?<!\bdivided\s)"
    return re.compile(
        rf"{apart}\bbetween\s+(?P<low>{NUMBER})\s+and\s+(?P<high>{NUMBER})(?!\s+respectively)|"
        rf"\b(?:rang(?:e|ed|es|ing)|var(?:ied|ying))\s+(?:widely\s+)?(?:from\s+)(?P<from>{NUMBER})(?:\s+[a-z]+)?\s+to\s+(?P<to>{NUMBER})",
        re.IGNORECASE,
    )


@cache
def _range() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\bbetween\s+(?P<low>{NUMBER})(?:\s+[a-z]+)?\s+and|\bfrom\s+(?P<from>{NUMBER})(?:\s+[a-z]+)?\s+to|"
        rf"\b{_LEAST}\b(?:\s+[a-z]+){{0,5}}?\s+(?P<least>{NUMBER})[^.{MARKS}]{{1,50}}?\b{_MOST}\b(?:\s+[a-z]+){{0,5}}?)\s+"
        rf"(?P<high>{NUMBER})[^.{MARKS}]{{1,60}}?(?:\b(?:average|averag(?:ed|ing)|mean|median)\b"
        rf"(?:\s+[a-z]+){{0,4}}?\s+(?P<mean>{NUMBER})|\b(?:and|or|but)\s+(?P<then>{NUMBER})(?:\s+[a-z]+)?\s+on\s+average\b)",
        re.IGNORECASE,
    )


@cache
def _mean_first() -> re.Pattern[str]:
    """«An average of 12 weeks, ranging from four to nine»."""
    return re.compile(
        rf"\b(?:average|averag(?:ed|ing)|mean|median)\b(?:\s+[a-z]+){{0,4}}?\s+(?P<mean>{NUMBER})(?:\s+[a-z]+)?\s*[,;(]\s*"
        r"(?:and\s+|with\s+|in\s+)?(?:(?:the|an?)\s+range\s+(?:of\s+|was\s+|being\s+)?(?:between\s+|from\s+)?|rang(?:ed|ing)\s+(?:between\s+|from\s+))"
        rf"(?P<low>{NUMBER})(?:\s+[a-z]+)?\s+(?:and|to)\s+(?P<high>{NUMBER})",
        re.IGNORECASE,
    )
