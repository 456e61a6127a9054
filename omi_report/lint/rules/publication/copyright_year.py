"""OMI713: the year of the copyright cannot be right, or is printed nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.rules.publication.in_print import in_print
from omi_report.problems import Problem, Rule, Severity
from omi_report.source.places import IDENTITY_FILE

RULE = Rule(
    "OMI713",
    "copyright-year",
    Severity.WARNING,
    "The year of the copyright lies before the inspection. Or it is given, and the framework does not say whose "
    "copyright it is, so that it is not printed.",
    "The year says from when on a work is protected: a report cannot be older than what it tells of.",
    bad="inspected: 2023-11\ncopyright_year: 2022",
    good="inspected: 2023-11\ncopyright_year: 2024",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Hold the year against that of the inspection, and look for its holder."""
    identity, key = inspection.area.identity, "copyright_year"
    year = identity.copyright_year
    if year is None or not in_print(inspection).is_printed((IDENTITY_FILE, key)):
        return
    place = inspection.area.at(IDENTITY_FILE, (key,))
    if inspection.framework.imprint.copyright is None:
        message = "the year of the copyright is printed nowhere: the framework does not say whose copyright it is"
        hint = "remove it here, or add «imprint: {copyright: …}» to the framework"
        yield RULE.at(place, message, hint, length=len(str(year)))
    elif year < identity.inspected.year:
        message = f"the copyright is of {year}, and the inspection of {identity.inspected}"
        yield RULE.at(place, message, "give the year in which the report is published", length=len(str(year)))
