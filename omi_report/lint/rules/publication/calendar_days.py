"""Days and months that a text in English names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from omi_report.model.base import ReportDate, days_in

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
ANY_MONTH = "|".join(MONTHS)
"""A pattern for the name of a month."""

_LEAP_YEAR = 2000
_JOINING = frozenset("0123456789.,/-–")  # the figures after these are part of a longer number


class NamedDay(NamedTuple):
    """A day and a month as a text names them, perhaps with the year, from one character up to another."""

    start: int
    end: int
    day: int
    month: int
    year: int | None

    @property
    def exists(self) -> bool:
        """Whether a calendar has it; without a year, whether that of any year has."""
        return 1 <= self.day <= days_in(self.year or _LEAP_YEAR, self.month)


def named_days(words: str, text: str = "") -> Iterator[NamedDay]:
    """Yield the days in some words; ``text`` are the words as written, where the others are masked."""
    for match in _day().finditer(words):
        is_part = (text or words)[match.start() - 1 : match.start()] in _JOINING if match.start() else False
        if not is_part:
            year = int(match[3]) if match[3] else None
            yield NamedDay(*match.span(), int(match[1]), MONTHS.index(match[2]) + 1, year)


def dates_in(words: str) -> list[ReportDate]:
    """Return the months, and the days, that some words name with their year."""
    found = [
        ReportDate(int(match[3]), MONTHS.index(match[2]) + 1, int(match[1] or 0)) for match in _date().finditer(words)
    ]
    return sorted(found)


@cache
def _day() -> re.Pattern[str]:
    return re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)?\s+({ANY_MONTH})(?:,?\s+(\d{{4}}))?\b")


@cache
def _date() -> re.Pattern[str]:
    return re.compile(rf"(?:\b(\d{{1,2}})(?:st|nd|rd|th)?\s+)?\b({ANY_MONTH}),?\s+(\d{{4}})\b")
