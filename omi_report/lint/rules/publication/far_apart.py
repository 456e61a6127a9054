"""OMI719: two steps of an inspection lie many years apart."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.rules.publication.dates import steps_of
from omi_report.problems import Problem, Rule, Severity
from omi_report.source.places import IDENTITY_FILE

RULE = Rule(
    "OMI719",
    "dates-far-apart",
    Severity.WARNING,
    "The inspection, the draft and the publication of a report lie more than five years apart.",
    "The year is a slip, and it is printed on the first page.",
    bad="inspected: 2007-11\npublished: 2080-02",
    good="inspected: 2007-11\npublished: 2008-02",
)

_MOST_YEARS = 5


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Hold each date against the step before it."""
    for (_, earlier, before), (path, what, date) in pairwise(steps_of(inspection)):
        years = date.year - before.year
        if years > _MOST_YEARS:
            message = f"{what} ({date}) {years} years after {earlier} ({before})"
            place = inspection.area.at(IDENTITY_FILE, path)
            yield RULE.at(place, message, "is the year right?", length=len(str(date)))
