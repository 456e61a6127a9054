"""OMI604: an NHS number is published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.rules.people.check_letters import is_nhs_number
from omi_report.lint.rules.people.published import found
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI604",
    "nhs-number",
    Severity.ERROR,
    "A value that will be published holds an NHS number with its right check digit: 943 476 5919. Without the words "
    "«NHS number» before it, only the numbers given in England and Wales are found, which begin with 4, 6 or 7.",
    "It names one person, and leads to what doctors know of him or her.",
    bad="The report of the doctor (NHS number 943 476 5919) had not arrived.",
    good="The doctor's report had not arrived.",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Find NHS numbers in every published value."""
    for each in found(inspection, _number()):
        digits = re.sub(r"\D", "", each.text)
        start = each.match.start()
        before = each.value[max(0, start - 30) : start]
        is_likely = digits[0] in "467" or _said().search(before)
        if is_likely and not _inside_another().search(before) and is_nhs_number(digits):
            message = f"{each.text} is an NHS number: its check digit is right"
            yield RULE.at(each.place, message, "leave it out: a report names no patient", length=each.length)


@cache
def _number() -> re.Pattern[str]:
    return re.compile(r"\d{3}(?:[\s-]\d{3}[\s-]\d{4}|\d{7})(?![\s-]?\d)")


@cache
def _inside_another() -> re.Pattern[str]:
    return re.compile(r"(?:[\d£]|\d[\s-])\Z")


@cache
def _said() -> re.Pattern[str]:
    return re.compile(r"\bNHS\s+(?:[Nn]umber|[Nn]o\.?)[\s:]+\Z")
