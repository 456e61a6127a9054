"""OMI603: a CRO number is published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.rules.people.check_letters import has_police_letter
from omi_report.lint.rules.people.published import Found, found
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI603",
    "cro-number",
    Severity.ERROR,
    "A value that will be published holds a number of the Criminal Records Office, with its right check letter: "
    "265416/21G or SF39/83408Q.",
    "It names one person to everybody who works with police records.",
    bad="The fingerprints under 265416/21G belonged to another offender.",
    good="The fingerprints on one file belonged to another offender.",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Find CRO numbers in every published value; other numbers of that look have another letter at the end."""
    for each in found(inspection, _number()):
        if _has_its_letter(each):
            message = f"{each.text} is a CRO number: its check letter is right"
            yield RULE.at(each.place, message, "leave it out: a report names no case", length=each.length)


def _has_its_letter(each: Found) -> bool:
    parts = each.match
    if parts["serial"] is None:
        return has_police_letter(parts["file_year"], parts["file"], parts["letter"])
    return has_police_letter(parts["year"], parts["serial"].zfill(6), parts["letter"])


@cache
def _number() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\w/])(?:(?P<serial>\d{4,6})/(?P<year>\d{2})|SF(?P<file_year>\d{2})/(?P<file>\d{4,6}))"
        r"(?P<letter>[A-HJ-NP-RT-Z])(?![\w/])"
    )
