"""OMI243: the caption of a table or chart has another year or month than the day that its figures are of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.rules.figures.entries import place_at
from omi_report.lint.rules.publication.calendar_days import ANY_MONTH, MONTHS
from omi_report.problems import Problem, Rule, Severity
from omi_report.source.tree import Scalar, find

RULE = Rule(
    "OMI243",
    "caption-year",
    Severity.WARNING,
    "The caption of a table or chart names years or a month, and none of them is that of its «day».",
    "The caption was left as it was when the figures were brought up to date, or the day was.",
    bad="caption: Caseload at the end of March 2006\nday: 2007-03",
    good="caption: Caseload at the end of March 2007\nday: 2007-03",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Hold the years and the month of each caption against the day beside it."""
    for file, of_day in inspection.area.ask(lambda kind: kind.days):
        source, path = inspection.area.files.get(file), (*of_day.path[:-1], "caption")
        caption = find(source.root, path) if source and source.root is not None else None
        years = _year().findall(caption) if isinstance(caption, Scalar) else []
        if years and str(of_day.date.year) not in years:
            place, length = place_at(inspection, file, path)
            message = f"the caption has {' and '.join(years)}, and the figures are of {of_day.date}"
            yield RULE.at(place, message, f"write {of_day.date.year}, or correct the day", length=length)
            continue
        months = set(_month().findall(caption)) if isinstance(caption, Scalar) else set()
        month = MONTHS[of_day.date.month - 1]
        if len(months) == 1 and month not in months:
            place, length = place_at(inspection, file, path)
            message = f"the caption has {months.pop()}, and the figures are of {of_day.date}"
            yield RULE.at(place, message, f"write {month}, or correct the day", length=length)


@cache
def _month() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{ANY_MONTH})\b")


@cache
def _year() -> re.Pattern[str]:
    return re.compile(r"\b(?:19|20)[0-9]{2}\b")
