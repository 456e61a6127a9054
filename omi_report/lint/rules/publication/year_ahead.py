"""OMI718: a text tells of what happened in a year that lies after the report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.inspection import Inspection
from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.publication.calendar_days import ANY_MONTH
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI718",
    "year-ahead",
    Severity.WARNING,
    "A text says of a year after the publication of the report (or, before it has a date, of one well after the "
    "inspection) what was or had been done by then, or since then.",
    "It cannot have happened yet: a digit of the year is wrong.",
    bad="By 2017 victims were told of each release.   # of a report of 2007",
    good="By 2007 victims were told of each release.",
)

_YEARS_LATER = 2
"""How many years after an inspection a report of it may still be written."""


def _latest(inspection: Inspection) -> int:
    """The last year of which a report can tell."""
    identity = inspection.area.identity
    if identity.published:
        return identity.published.year
    return identity.inspected.year + _YEARS_LATER


@each_text(language="en", standard=False, quotations=False, holds=("19", "20"), facts=(_latest,))
def check(text: CheckedText) -> Iterator[Problem]:
    """Look at each sentence that begins with the time of which it tells, and at what is so since a year."""
    for match in _told().finditer(text.words):
        latest = text.fact(_latest)
        sentence = text.view.sentence_at(match.start())
        if int(match["year"]) <= latest or sentence is None:
            continue
        at_its_head = match.start() == sentence.start
        rest = text.words[match.end() : sentence.end]
        is_since = match["when"].lower() == "since"
        if is_since or (at_its_head and _happened().match(rest) and not _ahead().search(rest)):
            message = f"this tells of {match['year']}, and the report is of {latest} at the latest"
            yield text.problem(RULE, *match.span("year"), message, "is the year right?")


@cache
def _told() -> re.Pattern[str]:
    return re.compile(
        r"\b(?P<when>By|In|During|Since|since|At\s+the\s+end\s+of|Before\s+the\s+end\s+of|By\s+the\s+end\s+of)\s+"
        rf"(?:early\s+|late\s+|mid-)?(?:(?:{ANY_MONTH})\s+)?(?P<year>(?:19|20)\d\d)\b(?![/–-]\d)"
    )


@cache
def _happened() -> re.Pattern[str]:
    return re.compile(r",?(?:\s+(?!that\b|which\b|who\b)[^\s,;:]+){1,8}?\s+(?:was|were|had|did)\s+(?!to\b)")


@cache
def _ahead() -> re.Pattern[str]:
    """Words that look ahead: what is planned for a year may be told in the past."""
    return re.compile(
        r"\b(?:agreed|aim\w*|could|due|expect\w*|forecast\w*|going\s+to|hope\w*|if|intend\w*|likely|may|might|"
        r"need\w*|planned|plans?\s+to|project(?:ed|ions?)|propos\w*|schedul\w*|set\s+to|should|target\w*|will|would)\b",
        re.IGNORECASE,
    )
