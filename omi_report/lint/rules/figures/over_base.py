"""OMI209: a count is larger than its base, or a share larger than the whole, or what is left is less than nothing."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from decimal import Decimal
from fractions import Fraction
from functools import cache

from omi_report.inspection import Inspection
from omi_report.lint.checked_text import CheckedTexts
from omi_report.lint.declaration import all_texts
from omi_report.lint.rules.figures.entries import decimal_places, place_of
from omi_report.lint.rules.figures.statements import Passage, Stated, passage_of, passages
from omi_report.problems import Problem, Rule, Severity
from omi_report.quantity import percent_text

RULE = Rule(
    "OMI209",
    "count-over-base",
    Severity.ERROR,
    "A count is larger than its base, or the percentage that answers a question is over 100, or a text or a key figure "
    "says a percentage over 100 of several things or people, or a text writes | rest "
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
    asked = texts.inspection.percentages.items()
    told = {name for name, named in asked if named.percentage.question is not None}
    for passage in passages(texts):
        for stated in passage.stated:
            fault = _fault(passage, stated, told)
            if fault:
                yield passage.problem(RULE, stated, *fault)
    yield from _in_key_figures(texts, told)


def _in_key_figures(texts: CheckedTexts, told: Container[str]) -> Iterator[Problem]:
    """Find what is shown large as more than the whole of what is said beside it."""
    for figure, says in texts.pairs("figure", "says"):
        shown, words = figure.remembered(passage_of), f" {says.view.own.lstrip()}"
        for stated in shown.stated if shown else ():
            if _is_over_all(stated, told) and _of_several().match(words) and not _may_be_more().search(words.lower()):
                yield figure.problem(RULE, 0, len(figure.text.rstrip()), *_more_than_whole(stated))


def _is_over_all(stated: Stated, told: Container[str]) -> bool:
    """Say whether a share is over the whole, and is not that of a figure whose entry is told of already."""
    is_share = stated.form == "percent" and stated.quantity.count is None and stated.name not in told
    return is_share and (stated.quantity.percent or 0) > 100


def _more_than_whole(stated: Stated) -> tuple[str, str]:
    """The message and the hint for a share of several things that is larger than the whole."""
    more = f"{stated.text} of them is more than the whole"
    return f"«{stated.name}»: {more}" if stated.name else more, "correct it: a part is at most 100%"


def _fault(passage: Passage, stated: Stated, told: Container[str]) -> tuple[str, str] | None:
    count, base = stated.quantity.count, stated.quantity.base
    if not stated.name and count is not None and base is not None and count > base:
        return f"{count:,} is more than {base:,}", "correct the ratio"
    if _is_over_all(stated, told) and _is_of_things(passage, stated):
        return _more_than_whole(stated)
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
    alone = _in_some().search(passage.words, max(0, stated.start - _NEAR), stated.start)
    if not after.match(passage.words, stated.end) and not (alone and _clause_end().match(passage.words, stated.end)):
        return False
    return not _may_be_more().search(near)


def _in_entries(inspection: Inspection) -> Iterator[Problem]:
    for named in inspection.percentages.values():
        percentage = named.percentage
        if percentage.count is not None and percentage.base is not None and percentage.count > percentage.base:
            place, length = place_of(inspection, named, "count")
            message = f"«{named.name}»: the count {percentage.count:,} is larger than its base {percentage.base:,}"
            yield RULE.at(
                place, message, _in_reach(percentage.count, percentage.base, percentage.percent), length=length
            )
        elif percentage.percent is not None and percentage.percent > 100 and percentage.question is not None:
            place, length = place_of(inspection, named, "percent")
            message = f"«{named.name}»: {percentage.percent}% is more than everybody"
            hint = "correct it: a share is at most 100%; if it is growth, or beside a target, remove its «question»"
            yield RULE.at(place, message, hint, length=length)


def _in_reach(count: int, base: int, percent: Decimal | None) -> str:
    """What may be meant by a count above its base: the percentage beside them tells, if there is one."""
    if percent:
        stated = percent_text(Fraction(percent), decimal_places(percent))
        likely = round(Fraction(100 * count) / Fraction(percent))
        for one, other, hint in (
            (base, count, f"change the two over: {base} of {count} is {stated}%"),
            (count, likely, f"{count} is {stated}% of {likely}: is that the base?"),
        ):
            if one <= other and percent_text(Fraction(100 * one, other), decimal_places(percent)) == stated:
                return hint
    return f"is it {base} of {count}, or has one of the two lost or gained a digit? See where they were counted"


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
def _in_some() -> re.Pattern[str]:
    """What stands before a share even where nothing is said of what it is: «it was accurate in 110%»."""
    return re.compile(r"\bin\s+(?:(?:about|almost|just|nearly|only|over)\s+)?$", re.IGNORECASE)


@cache
def _clause_end() -> re.Pattern[str]:
    return re.compile(r"\s*(?:[.;,:)]|\Z)")


@cache
def _may_be_more() -> re.Pattern[str]:
    return re.compile(
        r"achiev|budget|capacity|\b(?:than|as|of|was|were|been|number|level)\s+expected|grew|grow|increas|rise|rose|target|"
        r"workload|average"
    )
