"""OMI602: a PNC id is published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.rules.people.check_letters import has_police_letter
from omi_report.lint.rules.people.published import found
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI602",
    "pnc-id",
    Severity.ERROR,
    "A value that will be published holds an identity number of the Police National Computer, with its right check "
    "letter: 2003/0011985X or 03/11985X.",
    "It names one person to everybody who works with police records.",
    bad="The previous convictions of 2003/0011985X had not been read.",
    good="One offender's previous convictions had not been read.",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Find PNC ids in every published value; other numbers of that look have another letter at the end."""
    for each in found(inspection, _id()):
        year, serial, letter = each.match.groups()
        if has_police_letter(year, serial.zfill(7), letter):
            message = f"{each.text} is a PNC id: its check letter is right"
            yield RULE.at(each.place, message, "leave it out: a report names no case", length=each.length)


@cache
def _id() -> re.Pattern[str]:
    return re.compile(r"(?<![\w/])((?:19|20)?\d{2})/(\d{4,7})([A-HJ-NP-RT-Z])(?![\w/])")
