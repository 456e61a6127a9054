"""Days and months as the calendar has them: what lies so many weeks after one, and whether one is over."""

from __future__ import annotations

import datetime

from omi_report.model.base import ReportDate, days_in


def first_day(date: ReportDate) -> datetime.date:
    """Return a day, or the first day of a month."""
    return datetime.date(date.year, date.month, date.day or 1)


def last_day(date: ReportDate) -> datetime.date:
    """Return a day, or the last day of a month."""
    return datetime.date(date.year, date.month, date.day or days_in(date.year, date.month))


def weeks_after(date: ReportDate, weeks: int) -> ReportDate:
    """Return the day that lies so many weeks after a day.

    Of a month nobody knows the day: the weeks are counted from its last one, and what comes out is a month again. So
    nothing is late that need not be.
    """
    try:
        day = last_day(date) + datetime.timedelta(weeks=weeks)
    except OverflowError:
        day = datetime.date.max
    return ReportDate(day.year, day.month, day.day if date.day else 0)


def days_over(due: ReportDate, today: datetime.date) -> int:
    """Return for how many days a day or a month has been over; 0 where it is not."""
    return max(0, (today - last_day(due)).days)


def has_come(date: ReportDate, today: datetime.date) -> bool:
    """Say whether a day has come, or a month has begun."""
    return first_day(date) <= today
