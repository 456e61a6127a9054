"""OMI257: a mean, a share of money or a number for each is not what the numbers beside it give."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.figures.reckoning import COUNT, MARKS, WORD, Reckoning, house, read
from omi_report.problems import Problem, Rule, Severity
from omi_report.quantity import percent_text

RULE = Rule(
    "OMI257",
    "wrong-division",
    Severity.WARNING,
    "A sentence gives some numbers and their average, a total and what each had of it, or a sum of money, a part of it "
    "and a percentage, and a division gives another number; or it names a place in an order that has fewer.",
    "One of the numbers is wrong.",
    bad="The three teams held 20, 22 and 24 cases, on average 36. Of £60,000, £24,000 (32%) had been spent.",
    good="The three teams held 20, 22 and 24 cases, on average 22. Of £60,000, £24,000 (40%) had been spent.",
)

_ORDINALS = "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_FIRST_ORDINAL = 2
_LEAST = 2
_WORDS = frozenset((*_ORDINALS, "average", "averaging", "mean", "each"))


@each_text(language="en", standard=False)
def check(text: CheckedText) -> Iterator[Problem]:
    """Divide what stands together in a sentence."""
    if "£" in text.text:
        yield from _money(text)
    if _WORDS.isdisjoint(text.view.vocabulary):
        return
    reckoning = read(text)
    if reckoning is not None:
        yield from _means(reckoning)
        yield from _for_each(reckoning)
        yield from _places(reckoning)


def _means(reckoning: Reckoning) -> Iterator[Problem]:
    for match in _list().finditer(reckoning.words):
        mean = reckoning.number(match, "mean", "mean_last")
        numbers = [each for each in reckoning.among(*match.span("numbers")) if each.is_count]
        if len(numbers) < _LEAST or not mean.is_count or _between().search(reckoning.words, 0, match.start()):
            continue
        right = sum((each.value for each in numbers), Fraction(0)) / len(numbers)
        if abs(right - mean.value) >= 1:
            shown = _shown(right)
            message = f"the average of these {house(len(numbers))} is {shown}, not {reckoning.written(mean)}"
            yield reckoning.problem(RULE, mean, message, f"write {shown}, or correct one of the numbers")


def _for_each(reckoning: Reckoning) -> Iterator[Problem]:
    for match in (match for pattern in (_total_first(), _each_first()) for match in pattern.finditer(reckoning.words)):
        units, total = reckoning.number(match, "units", "units_last"), reckoning.number(match, "total", "total_first")
        each = reckoning.number(match, "each")
        if units.value < _LEAST or total.value < _LEAST * units.value:
            continue
        right = total.value / units.value
        if abs(right - each.value) >= 1:
            shown = _shown(right)
            said = f"{reckoning.written(total)} divided by {reckoning.written(units)}"
            message = f"{said} is {shown} each, not {reckoning.written(each)}"
            yield reckoning.problem(RULE, each, message, f"write {shown}, or correct one of the numbers")


def _shown(number: Fraction) -> str:
    return percent_text(number, 0 if number.denominator == 1 else 1)


def _places(reckoning: Reckoning) -> Iterator[Problem]:
    for match in _order().finditer(reckoning.words):
        number = reckoning.number(match, "all")
        if number.is_count and _ORDINALS.index(match["place"].lower()) + _FIRST_ORDINAL > number.value >= _LEAST:
            message = f"there is no «{match['place']}» of {reckoning.written(number)}"
            yield reckoning.text.problem(RULE, *match.span("place"), message, "correct the place, or the number")


def _money(text: CheckedText) -> Iterator[Problem]:
    for match in (match for pattern in _shares() for match in pattern.finditer(text.view.own)):
        part, whole = (Fraction(match[key].replace(",", "")) for key in ("part", "whole"))
        said = Fraction(match["share"])
        if not part or not whole or part > whole:
            continue
        right = 100 * part / whole
        if abs(right - said) >= 1:
            shown = percent_text(right, 0)
            message = f"£{match['part']} of £{match['whole']} is {shown}%, not {match['share']}%"
            yield text.problem(RULE, *match.span("share"), message, f"write {shown}%, or correct one of the sums")


@cache
def _between() -> re.Pattern[str]:
    """What stands before the ends of a range: the average of what lies between them may be any number there."""
    return re.compile(r"\bbetween\s+(?:[a-z]+\s+){0,2}\Z", re.IGNORECASE)


@cache
def _list() -> re.Pattern[str]:
    """«20, 22 and 24 cases …, on average 22», «27 and 37 reviews a week, 32 on average»."""
    more = rf"(?:\s+{WORD}){{0,3}}?(?:,\s*(?:and\s+)?|\s+and\s+){COUNT}"
    lead = r"(?:(?:which|that)\s+(?:is|makes)\s+)?(?:on\s+average,?\s+|(?:with\s+)?an\s+average\s+of\s+|averaging\s+)"
    said = rf"{lead}(?P<mean>{COUNT})|(?P<mean_last>{COUNT})(?:\s+{WORD}){{0,2}}?\s+on\s+average\b"
    return re.compile(rf"(?P<numbers>{COUNT}(?:{more})+)(?:\s+{WORD}){{0,8}}?\s*[,(–]\s*(?:{said})", re.IGNORECASE)


@cache
def _total_first() -> re.Pattern[str]:
    """«The 17 officers held 612 cases, 36 each», «612 hours for 17 people, that is 36 hours each»."""
    gap = rf"[^.;:{MARKS}]{{1,50}}?"
    return re.compile(
        rf"(?:(?P<total_first>{COUNT}){gap}\b(?:among|between|by|for)\s+(?:the\s+)?(?P<units_last>{COUNT}){gap}|"
        rf"(?P<units>{COUNT}){gap}(?P<total>{COUNT}){gap})[,(–]\s*(?:or\s+|that\s+is\s+|an\s+average\s+of\s+)?"
        rf"(?P<each>{COUNT})(?:\s+{WORD}){{0,2}}?\s+each\b",
        re.IGNORECASE,
    )


@cache
def _each_first() -> re.Pattern[str]:
    """«Each of the 12 volunteers gave 36 hours, 432 hours in all»."""
    gap = rf"[^.;:{MARKS}]{{1,50}}?"
    return re.compile(
        rf"\beach\s+of\s+(?:the|its|our|these)\s+(?P<units>{COUNT}){gap}(?P<each>{COUNT}){gap}[,(–]\s*(?:or\s+|that\s+is\s+)?"
        rf"(?P<total>{COUNT})(?:\s+{WORD}){{0,2}}?\s+(?:altogether|in\s+all|in\s+total)\b",
        re.IGNORECASE,
    )


@cache
def _order() -> re.Pattern[str]:
    """«Ninth of the eight areas», «eighth out of six»."""
    lead = r"(?<!a )(?<!one-)(?<!a further )(?<!one )"
    return re.compile(
        rf"\b{lead}(?P<place>{'|'.join(_ORDINALS)})\s+(?:out\s+)?of\s+(?:the\s+|all\s+|our\s+)?(?P<all>{COUNT})",
        re.IGNORECASE,
    )


@cache
def _shares() -> tuple[re.Pattern[str], ...]:
    def sum_of(name: str) -> str:
        return rf"£(?P<{name}>\d[\d,]*(?:\.\d+)?)(?![\d,]*\s?(?:m|k|bn|million|thousand)\b)"

    share, gap = r"(?P<share>\d{1,2}(?:\.\d+)?)\s?(?:%|per\s+cent)", r"[^.;:£%\d]"
    part_first = rf"{sum_of('part')}\s+(?:out\s+)?of\s+(?:the\s+|its\s+|a\s+)?{gap}{{0,30}}?{sum_of('whole')}"
    return (
        re.compile(rf"{part_first}{gap}{{0,20}}?[,(]\s*(?:or\s+|that\s+is\s+)?{share}"),
        re.compile(rf"\b[Oo]f\s+{gap}{{0,40}}?{sum_of('whole')},\s+{sum_of('part')}\s*[,(]\s*(?:or\s+)?{share}"),
        re.compile(rf"{share}{gap}{{1,50}}?(?::|,|\()\s*{part_first}"),
    )
