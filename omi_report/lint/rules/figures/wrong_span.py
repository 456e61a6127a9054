"""OMI253: a number of days or weeks is not that between the two dates beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.figures.reckoning import COUNT, Number, Reckoning, house, read
from omi_report.lint.rules.publication.calendar_days import ANY_MONTH, MONTHS
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI253",
    "wrong-span",
    Severity.WARNING,
    "A sentence gives two dates, and how many days or weeks lie between them, and there are others. The first day may "
    "be counted or not; about a number of weeks is near enough.",
    "The reader counts, and does not know which of the three is wrong.",
    bad="A letter of 7 October was answered five days later, on 21 October.",
    good="A letter of 7 October was answered 14 days later, on 21 October.",
)

_YEAR = 2023  # stands for a year that is not said: one without a 29 February


@each_text(language="en", standard=False, holds=MONTHS, words=frozenset(("day", "days", "week", "weeks")))
def check(text: CheckedText) -> Iterator[Problem]:
    """Count the days in each sentence that has two dates, and one span that is said to be theirs."""
    reckoning = read(text)
    if reckoning is None:
        return
    for sentence in text.view.sentences:
        span = sentence.start, sentence.end
        dates = list(_date().finditer(text.view.own, *span))
        if len(dates) != len(("first", "last")) or len(_any_span().findall(reckoning.words, *span)) != 1:
            continue
        match = _span().search(reckoning.words, *span)
        days = _between(*dates) if match and _is_theirs(match, dates) else None
        if match and days is not None:
            yield from _compare(reckoning, match, days)


def _compare(reckoning: Reckoning, match: re.Match[str], days: int) -> Iterator[Problem]:
    number = reckoning.number(match, "number")
    if number.base is None and not _fits(number, days, match):
        weeks, rest = divmod(days, 7)
        is_weeks = match["unit"].lower().startswith("week") and not rest
        right = f"{house(weeks)} {'week' if weeks == 1 else 'weeks'}" if is_weeks else f"{house(days)} days"
        message = f"between the two dates lie {right}, not {reckoning.written(number)}"
        yield reckoning.problem(RULE, number, message, f"write {right}, or correct one of the dates")


def _fits(number: Number, days: int, match: re.Match[str]) -> bool:
    """Say whether a number of days or weeks can be what lies between two dates."""
    if match["unit"].lower().startswith("week"):
        return abs(days - 7 * number.count) <= (6 if match["about"] else 4)
    slack = 2 + days // 5 if match["about"] else 1
    return abs(days - number.count) <= slack


def _between(first: re.Match[str], last: re.Match[str]) -> int | None:
    """Return how many days after the first date the second one is, or before it; None where there is no such day."""
    months = [MONTHS.index(match["month"] or last["month"]) + 1 for match in (first, last)]
    years = [int(match["year"] or last["year"] or first["year"] or _YEAR) for match in (first, last)]
    if not first["year"] and not last["year"] and months[0] > months[1] + 6:
        years[1] += 1  # from December to January
    elif not first["year"] and last["year"] and months[0] > months[1]:
        years[0] -= 1
    elif first["year"] and not last["year"] and months[0] > months[1]:
        years[1] += 1
    try:
        days = [
            date(year, month, int(match["day"] or match["bare"]))
            for year, month, match in zip(years, months, (first, last), strict=True)
        ]
    except ValueError:
        return None
    return abs((days[1] - days[0]).days)


def _is_theirs(match: re.Match[str], dates: list[re.Match[str]]) -> bool:
    """Say whether a span is that of the dates: «days after» and «days before» stand next to one of them."""
    if not match["beside"]:
        return True
    gap = [each.start() - match.end() for each in dates if each.start() >= match.end()]
    return bool(gap) and "," not in match.string[match.end() : match.end() + min(gap)] and min(gap) < 40


@cache
def _date() -> re.Pattern[str]:
    """A day and its month; before «to» or «and» the month may stand after the second day alone."""
    return re.compile(
        rf"(?<![\w.,-])(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{ANY_MONTH})\b(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?|"
        rf"(?<![\w.,-])(?P<bare>\d{{1,2}})(?=\s+(?:and|to|until)\s+\d{{1,2}}\s+(?:{ANY_MONTH})\b)"
    )


@cache
def _any_span() -> re.Pattern[str]:
    return re.compile(rf"{COUNT}\s+(?:\w+\s+)?(?:days?|weeks?)\b", re.IGNORECASE)


@cache
def _span() -> re.Pattern[str]:
    """A span with what says that it lies between two dates: «a span of», «later», «in all», or brackets around it."""
    hedge = r"about|almost|around|at\s+least|just\s+(?:over|under)|less\s+than|more\s+than|nearly|over|some|under"
    about = rf"(?P<about>(?:{hedge})\s+)?"
    number = rf"{about}(?P<number>{COUNT})\s+(?:calendar\s+)?(?P<unit>days?|weeks?)\b"
    lead = r"(?:(?:delay|gap|interval|period|space|span|wait)\s+of|lasted|that\s+is|took|(?P<open>\())"
    tail = (
        r"(?:(?:in\s+all|in\s+total|altogether|apart)\b(?!\s+(?:on|in)\s+which)|(?:earlier|later)(?=\s*[,.;)]|\s+on\s+\d)|"
        r"(?:had\s+)?(?:passed|elapsed)\b|(?P<beside>(?:after|before)\b))"
    )
    return re.compile(
        rf"(?<!\w)(?P<lead>{lead}\s*)?{number}(?:\s+{tail}|(?(open)\)|(?(lead)(?=\W)|(?!))))", re.IGNORECASE
    )
