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
    "A sentence gives a range and an average of the same values, and the average is not within the range.",
    "One of the three numbers is wrong.",
    bad="Caseloads ranged from 31 to 48, and the average was 52.",
    good="Caseloads ranged from 31 to 48, and the average was 42.",
)


@each_text(language="en", standard=False, words=frozenset(("average", "averaged", "averaging", "mean", "median")))
def check(text: CheckedText) -> Iterator[Problem]:
    """Hold each average against the range before it."""
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


@cache
def _range() -> re.Pattern[str]:
    number = rf"(?:{COUNT}|{PERCENT})"
    return re.compile(
        rf"(?:\bbetween\s+(?P<low>{number})(?:\s+[a-z]+)?\s+and|\bfrom\s+(?P<from>{number})(?:\s+[a-z]+)?\s+to)\s+"
        rf"(?P<high>{number})[^.;]{{1,60}}?\b(?:average|averag(?:ed|ing)|mean|median)\b"
        rf"(?:\s+[a-z]+){{0,4}}?\s+(?P<mean>{number})",
        re.IGNORECASE,
    )
