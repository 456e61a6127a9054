"""OMI604: an NHS number is published."""

from __future__ import annotations

import re
from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.rules.people.check_letters import is_nhs_number
from omi_report.lint.rules.people.published import found_of
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI604",
    "nhs-number",
    Severity.ERROR,
    "A value that will be published holds an NHS number with its right check digit: 943 476 5919. Without «NHS number» "
    "before it, only the numbers given in England and Wales are found, which begin with 4, 6 or 7; after these words, "
    "any ten figures.",
    "It names one person, and leads to what doctors know of him or her.",
    bad="The report of the doctor (NHS number 943 476 5919) had not arrived.",
    good="The doctor's report had not arrived.",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Find NHS numbers in every published value."""
    for each in found_of(inspection, "nhs"):
        digits = re.sub(r"\D", "", each.text)
        if each.is_named and not is_nhs_number(digits):
            message = f"{each.text} is given as an NHS number"
        elif (each.is_named or digits[0] in "467") and is_nhs_number(digits):
            message = f"{each.text} is an NHS number: its check digit is right"
        else:
            continue
        yield RULE.at(each.place, message, "leave it out: a report names no patient", length=each.length)
