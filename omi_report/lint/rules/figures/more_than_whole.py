"""OMI251: what is said of a number of people or things does not fit the number."""

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
    "OMI251",
    "part-of-a-number",
    Severity.WARNING,
    "A sentence names a number of people or things and then how many of them were something, and these are more than "
    "the number; or it gives the percentage as well, and the two numbers give another one.",
    "A part is not more than its whole.",
    bad="Of the 12 staff whom we met, 13 were content. Of the 20 reports, 12 were late (70%).",
    good="Of the 13 staff whom we met, 12 were content. Of the 20 reports, 12 were late (60%).",
)


@each_text(language="en", standard=False, words=frozenset(("of", "among")))
def check(text: CheckedText) -> Iterator[Problem]:
    """Look at each number that is a part of another one in the same sentence."""
    reckoning = read(text)
    if reckoning is None or len(reckoning.at) < len(("whole", "part")):
        return
    for pattern in (_of_them_before(), _of_them_after(), _of_whom()):
        for match in pattern.finditer(reckoning.words):
            whole, part = reckoning.number(match, "whole"), reckoning.number(match, "part")
            if whole.base is not None or part.base is not None:
                continue
            if part.count > whole.count:
                message = f"{house(part.count)} is more than the {house(whole.count)} of which they are a part"
                yield reckoning.problem(RULE, part, message, "correct one of the two")
            elif match["percent"] and whole.count:
                yield from _share(reckoning, whole, part, reckoning.number(match, "percent"))


def _share(reckoning: Reckoning, whole: Number, part: Number, percent: Number) -> Iterator[Problem]:
    right = Fraction(100 * part.count, whole.count)
    if not percent.named and abs(right - percent.value) >= Fraction(1, 10**percent.places):
        shown = per_cent(right, percent.places)
        message = f"{house(part.count)} of {house(whole.count)} is {shown}, not {reckoning.written(percent)}"
        yield reckoning.problem(RULE, percent, message, f"write {shown}, or correct one of the numbers")


_SHARE = (
    rf"(?:(?:\s+{WORD}){{0,6}}\s*(?:\(\s*|,\s+(?:or|that\s+is|which\s+(?:is|was)|i\.e\.),?\s+)(?P<percent>{PERCENT})"
    r"(?=\s*(?:[),;:.]|\Z)))?"
)


@cache
def _of_them_before() -> re.Pattern[str]:
    """«Of the 12 staff whom we met, 13 said»."""
    verb = (
        r"(?:agreed|answered|could|did|felt|had|knew|lacked|met|needed|received|reported|said|saw|thought|told|took|was|"
        r"were|(?:of\s+(?:them|these|those))\b)"
    )
    return re.compile(
        rf"\b(?:of|among)\s+(?:(?:the|these|those|our|all)\s+)*(?P<whole>{COUNT})(?:\s+{WORD}){{1,8}}?,\s+"
        rf"(?:(?:only|just|all|about|some|nearly|almost|as\s+many\s+as)\s+)?(?P<part>{COUNT})(?=\s+{verb}|\s*\({PERCENT}\)){_SHARE}",
        re.IGNORECASE,
    )


@cache
def _of_them_after() -> re.Pattern[str]:
    """«There were 12 staff, 13 of whom said», «we read 12 plans and found that 13 of these»."""
    return re.compile(
        rf"(?P<whole>{COUNT})(?:\s+{WORD}){{1,5}}?(?:,\s+(?:(?:and|but)\s+)?|\s+and\s+(?:\w+\s+)?that\s+)(?:(?:only|just|about|some|nearly)\s+)?(?P<part>{COUNT})"
        rf"\s+of\s+(?:them|these|those|which|whom)\b{_SHARE}",
        re.IGNORECASE,
    )


@cache
def _of_whom() -> re.Pattern[str]:
    """«We met 12 staff, of whom 13 said»."""
    return re.compile(
        rf"(?P<whole>{COUNT})(?:\s+{WORD}){{1,5}}?,\s+of\s+(?:which|whom)\s+(?:(?:only|just|about|some|nearly|as\s+many\s+as)\s+)?"
        rf"(?P<part>{COUNT}){_SHARE}",
        re.IGNORECASE,
    )
