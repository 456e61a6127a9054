"""OMI209: a count is larger than its base, or a share larger than the whole, or what is left is less than nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.inspection import Inspection
from omi_report.lint.checked_text import CheckedTexts
from omi_report.lint.declaration import all_texts
from omi_report.lint.rules.figures.entries import place_of
from omi_report.lint.rules.figures.statements import Passage, Stated, passages
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI209",
    "count-over-base",
    Severity.ERROR,
    "A count is larger than its base, or the percentage that answers a question is over 100, or a text writes | rest "
    "of a figure that is over 100, such as growth.",
    "More cases than there are cannot be above the line: two numbers were swapped, or one was mistyped.",
    bad="referral-apt: 6 of 5",
    good="referral-apt: 5 of 6",
)


_OF_SEVERAL = (
    r"\s+of\s+(?:(?:them|us|whom|those\s+who)\b|(?:(?:all|our|the|these|those)\s+){0,2}(?:[\w'’-]+\s+){0,2}?"
    r"(?:[a-z]+s|people|staff)\b)"
)
_NEAR = 60  # characters around a percentage that may say what it measures


@all_texts(standard=False)
def check(texts: CheckedTexts) -> Iterator[Problem]:
    """Hold counts against their bases, in the entries and in the literals of the texts."""
    yield from _in_entries(texts.inspection)
    for passage in passages(texts):
        for stated in passage.stated:
            fault = _fault(passage, stated)
            if fault:
                yield passage.problem(RULE, stated, *fault)


def _fault(passage: Passage, stated: Stated) -> tuple[str, str] | None:
    count, base = stated.quantity.count, stated.quantity.base
    if not stated.name and count is not None and base is not None and count > base:
        return f"{count:,} is more than {base:,}", "correct the ratio"
    if not stated.name and count is None and (stated.quantity.percent or 0) > 100 and _is_of_things(passage, stated):
        return f"{stated.text} of them is more than the whole", "correct it: a part is at most 100%"
    if stated.rest and (stated.quantity.percent or 0) < 0 and (count is None or count >= 0):
        name = stated.name.removeprefix(f"{passage.scope}/")
        return f"nothing is left of «{name}»: this prints {stated.text}", "remove | rest, or recast the sentence"
    return None


def _is_of_things(passage: Passage, stated: Stated) -> bool:
    """Say whether a percentage is of several things, and not growth, a budget or an achievement against a target."""
    near = passage.words[max(0, stated.start - _NEAR) : stated.end + _NEAR].lower()
    after = (
        _several() if not _measured().search(passage.words, max(0, stated.start - 12), stated.start) else _of_several()
    )
    return bool(after.match(passage.words, stated.end)) and not _may_be_more().search(near)


def _in_entries(inspection: Inspection) -> Iterator[Problem]:
    for named in inspection.percentages.values():
        percentage = named.percentage
        if percentage.count is not None and percentage.base is not None and percentage.count > percentage.base:
            place, length = place_of(inspection, named, "count")
            message = f"«{named.name}»: the count {percentage.count:,} is larger than its base {percentage.base:,}"
            yield RULE.at(place, message, f"is it {percentage.base} of {percentage.count}?", length=length)
        elif percentage.percent is not None and percentage.percent > 100 and percentage.question is not None:
            place, length = place_of(inspection, named, "percent")
            message = f"«{named.name}»: {percentage.percent}% is more than everybody"
            hint = "correct it; growth, or an achievement against a target, has no question"
            yield RULE.at(place, message, hint, length=length)


@cache
def _of_several() -> re.Pattern[str]:
    return re.compile(_OF_SEVERAL)


@cache
def _several() -> re.Pattern[str]:
    return re.compile(rf"{_OF_SEVERAL}|\s+(?:agreed|did|felt|said|thought|were)\b")


@cache
def _measured() -> re.Pattern[str]:
    """What stands before a level and not a share: «cells at 110% were the rule»."""
    return re.compile(r"\b(?:at|by|from|over|than|to)\s+$", re.IGNORECASE)


@cache
def _may_be_more() -> re.Pattern[str]:
    return re.compile(
        r"achiev|budget|capacity|\b(?:than|as|of|was|were|been|number|level)\s+expected|grew|grow|increas|rise|rose|target|"
        r"workload|average"
    )
