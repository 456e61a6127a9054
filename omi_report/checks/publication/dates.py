"""OMI703: the dates of an area are not in order."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.checks.subject import Subject
from omi_report.model.base import ReportDate
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI703",
    "dates-in-order",
    Severity.ERROR,
    "The report is published before the inspection, or before the day of its caseload figures.",
    "One of the two dates is a slip, most often in the year, and both are printed.",
    bad="inspected: 2007-11\npublished: 2007-02",
    good="inspected: 2007-11\npublished: 2008-02",
)


def check(subject: Subject) -> Iterator[Problem]:
    """Hold the date of publication against the others."""
    area, published = subject.area, subject.area.identity.published
    if published is None:
        return
    caseload = area.context.caseload if area.context else None
    if _is_before(published, area.identity.inspected):
        message = f"the report is published ({published}) before the inspection ({area.identity.inspected})"
        place = area.at("area.yaml", ("published",))
        yield RULE.at(place, message, "which of the two is wrong?", length=len(str(published)))
    if caseload and _is_before(published, caseload.date):
        message = f"the caseload is of {caseload.date}, and the report is published in {published}"
        place = area.at("context.yaml", ("caseload", "date"))
        yield RULE.at(place, message, "which of the two is wrong?", length=len(str(caseload.date)))


def _is_before(first: ReportDate, second: ReportDate) -> bool:
    """Compare two dates; days count only where both are known."""
    if first.day and second.day:
        return first < second
    return (first.year, first.month) < (second.year, second.month)
