"""OMI602: a PNC id is published."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.rules.people.check_letters import has_police_letter
from omi_report.lint.rules.people.published import found_of
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI602",
    "pnc-id",
    Severity.ERROR,
    "A value that will be published holds an identity number of the Police National Computer, with its right check "
    "letter: 2003/0011985X or 03/11985X; after «PNC» any number of that look.",
    "It names one person to everybody who works with police records.",
    bad="The previous convictions of 2003/0011985X had not been read.",
    good="One offender's previous convictions had not been read.",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Find PNC ids in every published value; without «PNC» one with another letter at the end is none."""
    for each in found_of(inspection, "pnc"):
        if each.is_named:
            message = f"{each.text} is given as a PNC id"
        elif has_police_letter(each.match["year"], each.match["serial"].zfill(7), each.match["letter"]):
            message = f"{each.text} is a PNC id: its check letter is right"
        else:
            continue
        yield RULE.at(each.place, message, "leave it out: a report names no case", length=each.length)
