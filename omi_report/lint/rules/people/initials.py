"""OMI616: somebody is called by initials."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.rules.people.identifiers import identifiers_in, number_in
from omi_report.lint.rules.people.published import length_on_line
from omi_report.lint.rules.references.abbreviations import abbreviations_of
from omi_report.lint.scalars import scalars
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI616",
    "initials",
    Severity.WARNING,
    "A value of the area that will be published calls somebody by initials: J.S., offender JS, Mr S.",
    "In the area everybody knows who is meant.",
    bad="The review of offender JS was late.",
    good="The review of one offender was late.",
)

# Sorted. Letters with stops that stand for no person.
_PLAIN = frozenset("A.D. A.M. B.A. B.C. C.V. D.C. E.U. N.B. P.M. P.S. U.K. U.N. U.S. U.S.A.".split())

_THINGS = frozenset("CD CV EU GB GP HM HQ ID IQ IT OK TB TV UK UN US".split())
"""Abbreviations that need no entry in a list, and are nobody's initials where a word for a person stands before."""


@whole(knows="en")
def check(inspection: Inspection) -> Iterator[Problem]:
    """Find initials in every published value of the area's own; an abbreviation that the list explains is none."""
    listed = abbreviations_of(inspection)
    framework = inspection.area.framework_file
    for file, value in scalars(inspection):
        if file.name == framework or value.isalnum() or not _may_hold().search(value):
            continue
        for match in identifiers_in("initials", value):
            start, end = number_in(match)
            letters = "".join(value[start:end].split())
            if letters in _PLAIN or letters in _THINGS or (len(letters) > 1 and listed.explains(letters)):
                continue
            message = f"«{letters}» may be the initials of a person"
            length = length_on_line(file, value, start, end)
            yield RULE.at(file.inside(value, start), message, "leave them out: one person, a victim", length=length)


@cache
def _may_hold() -> re.Pattern[str]:
    """A quick look: one or two capitals that stand alone."""
    return re.compile(r"[A-Z](?:\.\s?[A-Z]\.|(?<=\s.)[A-Z]?(?![\w-]))")
