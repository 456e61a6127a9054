"""OMI605: a National Insurance number is published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.rules.people.published import found
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI605",
    "national-insurance-number",
    Severity.ERROR,
    "A value that will be published holds what looks like a National Insurance number: AB 12 34 56 C.",
    "It names one person, and it is all that some frauds need.",
    bad="Benefit had been claimed under AB 12 34 56 C.",
    good="Benefit had been claimed under another name.",
)

# The letters that HM Revenue and Customs gives (National Insurance Manual, NIM39110).


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Find National Insurance numbers in every published value."""
    for each in found(inspection, _number()):
        message = f"{each.text} looks like a National Insurance number"
        yield RULE.at(each.place, message, "leave it out", length=each.length)


@cache
def _number() -> re.Pattern[str]:
    return re.compile(r"\b(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?:(?:\s\d{2}){3}\s|\d{6})[A-D]\b")
