"""OMI621: an address is published."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.rules.people.published import found_of
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI621",
    "address",
    Severity.WARNING,
    "A value of the area that will be published holds a house number with a street. The framework's standard wording, "
    "which gives the inspectorate's address, is passed over.",
    "An address leads to those who live there. An office's own may stand: say so in a comment.",
    bad="He had moved to 14 Mill Lane.",
    good="He had moved to a flat in the town.",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Find addresses in every published value of the area's own."""
    for each in found_of(inspection, "address", standard=False):
        message = f"{each.text} is an address"
        hint = "name the town; the address of an office may stand: say so in a comment"
        yield RULE.at(each.place, message, hint, length=each.length)
