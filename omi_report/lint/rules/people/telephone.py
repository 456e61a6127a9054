"""OMI609: a telephone number is published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.rules.people.published import found
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI609",
    "telephone",
    Severity.WARNING,
    "A value of the area that will be published holds a British telephone number of a place (01, 02) or a person (07). "
    "Numbers for the public (03, 08, 09) and the framework's standard wording are passed over.",
    "A number leads to the person or household that has it. An office's own may stand: say so in a comment.",
    bad="The victim could be reached on 07700 900123 at any time.",
    good="The victim could be reached at any time.",
)


def numbers_in(text: str) -> Iterator[re.Match[str]]:
    """Yield the telephone numbers of places and persons in a text."""
    return _number().finditer(text)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Find telephone numbers in every published value of the area's own."""
    for each in found(inspection, _number(), standard=False):
        message = f"{each.text} is a telephone number"
        hint = "leave it out; an office's own may stand: say so in a comment"
        yield RULE.at(each.place, message, hint, length=each.length)


@cache
def _number() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\w£.,/-])(?<!\d\s)(?:\+44[\s-]?(?:\(0\)[\s-]?)?|\(?0)(?=[127])(?:\d[\s()-]{0,2}){9}\d(?![\s-]?\d)"
    )
