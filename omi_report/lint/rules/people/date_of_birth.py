"""OMI606: a date of birth is published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.rules.people.published import found
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI606",
    "date-of-birth",
    Severity.WARNING,
    "A value that will be published holds a day after «born», «b.», «date of birth», «birthday» or «DOB».",
    "With a date of birth, an area and an offence, anybody can find the person in a local newspaper.",
    bad="The offender, born on 3 May 1971, had moved twice.",
    good="The offender, in his thirties, had moved twice.",
)

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d{2}"


@whole(language="en")
def check(inspection: Inspection) -> Iterator[Problem]:
    """Find dates of birth in every published value."""
    for each in found(inspection, _date()):
        place = each.file.inside(each.value, each.match.start("date"))
        message = f"{' '.join(each.match['date'].split())} is given as a date of birth"
        yield RULE.at(
            place,
            message,
            "leave it out, or give the age in tens, such as «in their thirties»",
            length=each.length_of("date"),
        )


@cache
def _date() -> re.Pattern[str]:
    return re.compile(
        r"(?:\b(?i:born(?!\s+(?:of|out|from)\b)|date\s+of\s+birth|birth\s?date|birthday)|\b(?i:d\.?o\.?b)\b\.?"
        r"|(?<=[(,] )b\.|(?<=\()b\.)"
        rf"(?:[^.;!?\d]{{0,25}}?[\s:(,]|[\s:(]+)(?:the\s+)?(?P<date>{_DAY}[\s-]+(?:of\s+)?{_MONTH},?[\s-]+{_YEAR}|{_MONTH}\s+{_DAY},?\s+{_YEAR}"
        r"|\d{1,2}(?P<mark>[/.-])\d{1,2}(?P=mark)(?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2})(?![\d/])"
    )
