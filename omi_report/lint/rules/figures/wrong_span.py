"""OMI253: a number of days, weeks, years or hours is not that between the two dates or times beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
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
    "A sentence gives two dates, and how many days or weeks lie between them, and there are others; or two years and "
    "how many years, or two times of the day and how many hours. The first day or year may be counted or not; about a "
    "number of weeks is near enough.",
    "The reader counts, and does not know which of the three is wrong.",
    bad="A letter of 7 October was answered five days later, on 21 October.",
    good="A letter of 7 October was answered 14 days later, on 21 October.",
)

_YEAR = 2023  # stands for a year that is not said: one without a 29 February


_UNITS = "day days week weeks"


@each_text(language="en", standard=False, words=frozenset((*_UNITS.split(), "year", "years", "hour", "hours")))
def check(text: CheckedText) -> Iterator[Problem]:
    """Count the days in each sentence that has two dates, and one span that is said to be theirs."""
    reckoning = read(text)
    if reckoning is None:
        return
    yield from _of_years(reckoning)
    yield from _of_hours(reckoning)
    if text.view.vocabulary.isdisjoint(_UNITS.split()):
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


def _of_years(reckoning: Reckoning) -> Iterator[Problem]:
    """«From 1997 to 2001, that is for seven years»: the one span of a sentence with two years."""
    view = reckoning.text.view
    for sentence in view.sentences if "years" in view.vocabulary else ():
        span = sentence.start, sentence.end
        years = [int(each) for each in _year().findall(view.own, *span)]
        match = _years().search(reckoning.words, *span)
        if len(years) == len(("first", "last")) and match and len(_any_years().findall(reckoning.words, *span)) == 1:
            number, right = reckoning.number(match, "number"), abs(years[1] - years[0])
            slack = 2 if match["about"] else 1
            if number.base is None and abs(number.value - right) > slack:
                message = f"between the two years lie {house(right)} years, not {reckoning.written(number)}"
                yield reckoning.problem(RULE, number, message, f"write {house(right)} years, or correct one of them")


def _of_hours(reckoning: Reckoning) -> Iterator[Problem]:
    """«From 9am to 5pm, ten hours a day»."""
    own = reckoning.text.view.own
    for times in _times().finditer(own) if "hours" in reckoning.text.view.vocabulary else ():
        match = _hours().match(reckoning.words, times.end())
        if match is None:
            continue
        first, last = (_hour(times, each) for each in ("first", "last"))
        number, right = reckoning.number(match, "number"), last - first
        if right > 0 and number.base is None and abs(number.value - right) >= 1:
            shown = house(int(right)) if right == int(right) else f"{float(right):.1f}"
            message = f"between the two times lie {shown} hours, not {reckoning.written(number)}"
            yield reckoning.problem(RULE, number, message, f"write {shown} hours, or correct one of the times")


def _hour(match: re.Match[str], which: str) -> Fraction:
    """The hour of a time of the day: 17.5 of «5.30pm»."""
    hour, minutes, half = match[which], match[f"{which}_minutes"], match[f"{which}_half"]
    late = 12 if half.lower().startswith("p") and hour != "12" else 0
    return Fraction(int(hour) + late) + Fraction(int(minutes or 0), 60)


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


@cache
def _year() -> re.Pattern[str]:
    return re.compile(r"(?<![\w.,/£–-])(?:19|20)\d\d(?![\w/–-]|[.,]\d)")


@cache
def _any_years() -> re.Pattern[str]:
    return re.compile(rf"{COUNT}\s+(?:\w+\s+)?years?\b", re.IGNORECASE)


@cache
def _years() -> re.Pattern[str]:
    """A number of years with what says that it lies between two of them."""
    about = r"(?P<about>(?:about|almost|around|just\s+(?:over|under)|less\s+than|more\s+than|nearly|over|some)\s+)?"
    lead = r"(?:(?:gap|interval|period|space|span)\s+of|lasted|that\s+is(?:\s+for)?|(?P<open>\())"
    tail = r"(?:earlier|later)(?=\s*[,.;)]|\s+in\s)|(?:in\s+all|in\s+total|altogether)\b"
    return re.compile(
        rf"(?<!\w)(?P<lead>{lead}\s*)?{about}(?P<number>{COUNT})\s+years(?:\s+(?:{tail})|(?(open)\)|(?(lead)(?=\W)|(?!))))",
        re.IGNORECASE,
    )


@cache
def _times() -> re.Pattern[str]:
    """«From 9am to 5.30pm», «between 9am and 5pm»."""

    def time(name: str) -> str:
        return rf"(?P<{name}>1[0-2]|[1-9])(?:[.:](?P<{name}_minutes>[0-5]\d))?\s?(?P<{name}_half>[ap]\.?m\.?)"

    return re.compile(rf"\b(?:from|between)\s+{time('first')}\s+(?:to|until|till|and)\s+{time('last')}", re.IGNORECASE)


@cache
def _hours() -> re.Pattern[str]:
    """The hours that are said to lie between the two, right behind them."""
    return re.compile(
        rf"(?:\s+on\s+(?:\w+\s+)?\w+days?)?\s*(?:,\s+(?:or\s+|that\s+is\s+(?:for\s+)?)?|\()(?P<number>{COUNT})\s+hours\b",
        re.IGNORECASE,
    )
