"""What is said of a plan and of dates: how far an action has come, and how late something is, in words."""

from __future__ import annotations

from omi_report.language.language import Language
from omi_report.model.base import ReportDate
from omi_report.plan.standing import Standing, State

_WEEK, _MONTH = 7, 30
_YEAR = 365
_IN_DAYS, _IN_WEEKS, _IN_MONTHS = 14, 91, 730
"""Up to so many days a time is told in days, in weeks, and in months."""


def date_words(date: ReportDate, language: Language) -> str:
    """Write a month or a day."""
    return language.date(date.year, date.month, date.day)


def time_words(days: int, language: Language) -> str:
    """Write how long something takes: in days, whole weeks, months or years, as people would say it."""
    if days <= _IN_DAYS:
        return language.counted("%(number)s day", "%(number)s days", days)
    if days <= _IN_WEEKS:
        return language.counted("%(number)s week", "%(number)s weeks", days // _WEEK)
    if days <= _IN_MONTHS:
        return language.counted("%(number)s month", "%(number)s months", days // _MONTH)
    return language.counted("%(number)s year", "%(number)s years", days // _YEAR)


def late_words(days: int, language: Language) -> str:
    """Say for how long something has been late."""
    return language.label("late by %(time)s", time=time_words(days, language))


def state_words(state: State, language: Language) -> str:
    """Return how far an action has come."""
    match state:
        case "not-begun":
            return language.label("not begun")
        case "under-way":
            return language.label("under way")
        case "finished":
            return language.label("finished")
        case "dropped":
            return language.label("dropped")


def standing_words(standing: Standing, language: Language) -> str:
    """Say how far an action has come, since when that is known, and how late it is: what is late comes first."""
    state = state_words(standing.state, language)
    if standing.since:
        state = language.label("%(state)s, %(date)s", state=state, date=date_words(standing.since, language))
    if standing.days_late:
        late = late_words(standing.days_late, language)
        state = language.label("%(late)s: %(state)s", late=late, state=state)
    return language.capital(state)


def counts_words(standings: tuple[Standing, ...], language: Language) -> str:
    """Count actions by how far they have come, and those that are late."""
    words = [language.counted("%(number)s action", "%(number)s actions", len(standings))]
    states: tuple[State, ...] = ("finished", "under-way", "not-begun", "dropped")
    for state in states:
        if number := sum(each.state == state for each in standings):
            words.append(f"{language.figures(number)} {state_words(state, language)}")
    if late := sum(each.days_late > 0 for each in standings):
        words.append(language.label("%(number)s late", number=late))
    return language.join(words)
