"""OMI622: an account on the internet is published."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.rules.people.published import found_of
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI622",
    "account",
    Severity.WARNING,
    "A value of the area that will be published holds the name of an account on the internet: @name, or a page of "
    "Facebook and the like.",
    "The name of an account leads to the person who has it. An office's own may stand: say so in a comment.",
    bad="He had written to her as @jsmith24.",
    good="He had written to her under another name.",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Find names of accounts in every published value of the area's own."""
    for each in found_of(inspection, "account", standard=False):
        message = f"{each.text} is the name of an account, which leads to a person"
        hint = "leave it out; an office's own may stand: say so in a comment"
        yield RULE.at(each.place, message, hint, length=each.length)
