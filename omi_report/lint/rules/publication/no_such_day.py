"""OMI709: a text gives a day that no calendar has."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import cache

from omi_report.lint.checked_text import CheckedText, one_line
from omi_report.lint.declaration import each_text
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI709",
    "no-such-day",
    Severity.WARNING,
    "A text names a day that does not exist: 31 November, or 29 February of a year that is no leap year.",
    "The day or the month is a slip, and only the writer knows which.",
    bad="Staff met on 31 November 2007.",
    good="Staff met on 30 November 2007.",
)

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_LEAP_YEAR = 2000
_JOINING = frozenset("0123456789.,/-–")  # the figures after these are part of a longer number


@each_text(language="en", holds=_MONTHS)
def check(text: CheckedText) -> Iterator[Problem]:
    """Look every day and month up in the calendar."""
    for match in _day().finditer(text.words):
        day, month = int(match[1]), _MONTHS.index(match[2]) + 1
        year = int(match[3]) if match[3] else _LEAP_YEAR
        is_part = text.text[match.start() - 1 : match.start()] in _JOINING if match.start() else False
        if not is_part and not _is_day(year, month, day):
            message = f"there is no {one_line(match.group())}"
            yield text.problem(RULE, *match.span(), message, "correct the day or the month")


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        datetime.date(year, month, day)
    except ValueError:
        return False
    return True


@cache
def _day() -> re.Pattern[str]:
    return re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)?\s+({'|'.join(_MONTHS)})(?:,?\s+(\d{{4}}))?\b")
