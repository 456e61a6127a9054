"""OMI703: the dates of an area are not in order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TypeAlias

from omi_report.inspection import Inspection
from omi_report.language.tags import is_english
from omi_report.lint.declaration import whole
from omi_report.lint.rules.publication.calendar_days import dates_in
from omi_report.model.base import ReportDate
from omi_report.problems import Problem, Rule, Severity
from omi_report.source.places import IDENTITY_FILE

RULE = Rule(
    "OMI703",
    "dates-in-order",
    Severity.ERROR,
    "The report is published or sent out in draft before the inspection, or published before the draft, before the "
    "day by which the area is to answer it or had commented on it, or before the day that the figures of a table or "
    "chart are of. Or the area is told what was found before the inspection or after the draft. Or the "
    "inspection before this one is not before it, or a recommendation is due before the inspection.",
    "One of the two dates is a slip, most often in the year, and both are printed.",
    bad="inspected: 2007-11\npublished: 2007-02",
    good="inspected: 2007-11\npublished: 2008-02",
)

_Step: TypeAlias = tuple[tuple[str, ...], str, ReportDate]
"""The path of a date in area.yaml, what happens then, and when."""

_HINT = "which of the two is wrong?"


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Hold the dates of the inspection, the draft, the publication and the figures against each other."""
    yield from _steps(inspection)
    yield from _beside(inspection)
    area, published = inspection.area, inspection.area.identity.published
    for file, of_day in area.ask(lambda kind: kind.days):
        if published and _is_before(published, of_day.date):
            message = f"{of_day.what} is of {of_day.date}, and the report is published in {published}"
            yield RULE.at(area.at(file, of_day.path), message, _HINT, length=len(str(of_day.date)))


def _steps(inspection: Inspection) -> Iterator[Problem]:
    """A draft follows the inspection, and publication both: each date is held against the step before it."""
    for (_, earlier, before), (path, what, date) in (*pairwise(steps_of(inspection)), *_comments(inspection)):
        if _is_before(date, before):
            message = f"{what} ({date}) before {earlier} ({before})"
            yield RULE.at(inspection.area.at(IDENTITY_FILE, path), message, _HINT, length=len(str(date)))


def steps_of(inspection: Inspection) -> list[_Step]:
    """Return the steps that have a date in area.yaml, in their order: the path, what happens, and when."""
    identity = inspection.area.identity
    steps = (
        (("inspected",), "the inspection", identity.inspected),
        (("feedback",), "the area is told what was found", identity.feedback),
        (("drafted",), "the draft is sent", identity.drafted),
        (("draft", "reply_by"), "the draft is answered", identity.draft.reply_by),
        (("published",), "the report is published", identity.published),
    )
    return [(path, what, date) for path, what, date in steps if date is not None]


def _comments(inspection: Inspection) -> Iterator[tuple[_Step, _Step]]:
    """The comments on a draft and the steps that they lie between; they may well come before they are due."""
    identity = inspection.area.identity
    if identity.commented is None:
        return
    comments = (("commented",), "the draft is commented on", identity.commented)
    if identity.drafted is None:
        yield (("inspected",), "the inspection", identity.inspected), comments
    else:
        yield (("drafted",), "the draft is sent", identity.drafted), comments
    if identity.published is not None:
        yield comments, (("published",), "the report is published", identity.published)


def _beside(inspection: Inspection) -> Iterator[Problem]:
    """Dates that lie before the inspection, and others that do not. Where words name several, the last counts."""
    area, inspected = inspection.area, inspection.area.identity.inspected
    english = is_english(inspection.framework.language)
    for file, each in area.ask(lambda kind: kind.dates_beside):
        named = [each.date] if each.date else dates_in(each.words) if english else []
        if not named:
            continue
        date, written = named[-1], each.words or str(named[-1])
        place = area.at(file, each.path)
        if each.when == "before" and not _is_before(date, inspected):
            message = f"{each.what} {date}, and this inspection is of {inspected}"
            yield RULE.at(place, message, _HINT, length=len(written))
        elif each.when == "after" and _is_before(date, inspected):
            message = f"{each.what} ({written}) before the inspection ({inspected})"
            yield RULE.at(place, message, _HINT, length=len(written))


def _is_before(first: ReportDate, second: ReportDate) -> bool:
    """Compare two dates; days count only where both are known."""
    if first.day and second.day:
        return first < second
    return (first.year, first.month) < (second.year, second.month)
