"""OMI242: a text gives another month for the inspection, its publication or a deadline than the area's files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from omi_report.inspection import Inspection
from omi_report.language.known import ENGLISH
from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.publication.calendar_days import ANY_MONTH, MONTHS
from omi_report.model.area import Prose
from omi_report.model.base import ReportDate
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI242",
    "date-in-text",
    Severity.WARNING,
    "A text says in which month the inspection took place, or the report was published, and area.yaml has another; or "
    "the text of a recommendation says by when it is to be done, and its deadline is another month.",
    "The month stands on the first page of the report.",
    bad="We inspected the area in December 2007.   # area.yaml: inspected: 2007-11",
    good="We inspected the area in November 2007.",
)


_OTHER_CLAUSE = (
    "after|and|because|before|begun|but|by|drawn|from|had|has|have|held|if|made|set|since|taken|than|that|until|when|"
    "where|which|while|who|whose|written"
)
_IN = (
    r"(?:between|during|from|in|of|on|over)\s+(?:the\s+\w+\s+(?:half|week|weeks)\s+of\s+)?(?:early\s+|late\s+|mid-)?"
    r"(?:\d{1,2}(?:\s*(?:and|to|[–-])\s*\d{1,2})?\s+)?$"
)
_REACH = 160  # characters before and after a month that say what happened in it


class _Dates(NamedTuple):
    """When the area was inspected, when its report is published, and by when each recommendation is to be done."""

    inspected: ReportDate | None
    published: ReportDate | None
    deadlines: tuple[tuple[object, ReportDate], ...]


def _dates(inspection: Inspection) -> _Dates:
    identity = inspection.area.identity
    due = (each for _, each in inspection.area.ask(lambda kind: kind.dates_beside))
    deadlines = tuple((each.path[1], each.date) for each in due if each.path[0] == "recommendations" and each.date)
    return _Dates(identity.inspected, identity.published, deadlines)


def _is_recommendation(prose: Prose) -> bool:
    return prose.path[0] == "recommendations" and prose.path[-1] == "text"


@each_text(language="en", standard=False, holds=(*MONTHS, "19", "20"), facts=(_dates,))
def check(text: CheckedText) -> Iterator[Problem]:
    """Look at each month that is said of the inspection, or of the report."""
    for match in _month().finditer(text.words):
        sentence = text.view.sentence_at(match.start())
        start, end = (sentence.start, sentence.end) if sentence else (0, 0)
        before = text.words[max(start, match.start() - _REACH) : match.start()]
        after = text.words[match.end() : min(end, match.end() + _REACH)]
        of_year = match["year_alone"] and before.rstrip().endswith(" of")  # «we read plans of 2006»
        if of_year or _another().search(before) or _goes_on().match(after):
            continue
        dates = text.fact(_dates)
        deadline = dict(dates.deadlines).get(text.prose.path[1]) if _is_recommendation(text.prose) else None
        if deadline and match["month"] and match["year"] and _by().search(before):
            yield from _against_deadline(text, match, deadline)
            continue
        if _published().search(before):
            yield from _compare(text, match, dates.published, "published")
        elif _inspected().search(before) or _for_report().search(before) or _came_after(before, after):
            yield from _compare(text, match, dates.inspected, "inspected")


def _compare(text: CheckedText, match: re.Match[str], right: ReportDate | None, key: str) -> Iterator[Problem]:
    if right is None:
        return
    month = MONTHS.index(match["month"]) + 1 if match["month"] else right.month
    said = match["year"] or match["year_alone"]
    if (int(said) if said else right.year, month) != (right.year, right.month):
        written = ENGLISH.date(right.year, right.month)
        message = f"area.yaml has «{key}: {right}», which is {written}, and not {' '.join(match.group().split())}"
        yield text.problem(RULE, *match.span(), message, f"write {written}, or correct area.yaml")


def _against_deadline(text: CheckedText, match: re.Match[str], due: ReportDate) -> Iterator[Problem]:
    said = int(match["year"]), MONTHS.index(match["month"]) + 1
    if said != (due.year, due.month):
        written = ENGLISH.date(due.year, due.month)
        message = (
            f"the deadline of this %(term_recommendation)s is {written}, and not {' '.join(match.group().split())}"
        )
        yield text.problem(RULE, *match.span(), message, f"write {written}, or correct the deadline")


@cache
def _by() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:before|by|no\s+later\s+than|until)\s+(?:the\s+end\s+of\s+|early\s+|late\s+|\d{1,2}\s+)?$", re.IGNORECASE
    )


@cache
def _month() -> re.Pattern[str]:
    year = r"(?:19|20)\d\d"
    return re.compile(rf"\b(?:(?P<month>{ANY_MONTH})(?:\s+(?P<year>{year}))?|(?P<year_alone>{year}))\b(?![/–-]\d)")


@cache
def _goes_on() -> re.Pattern[str]:
    """What follows a month that only begins a span: «from 29 October to 9 November»."""
    return re.compile(rf"\s+(?:and|to)\s+(?:\d{{1,2}}\s+)?(?:{ANY_MONTH})\b")


@cache
def _inspected() -> re.Pattern[str]:
    """What stands before the month of the inspection."""
    return re.compile(
        r"(?:(?:\b(?:the|this|our)\s+inspection|\bfieldwork)\b(?:,)?(?:\s+(?:of|in)\s+[\w\s]{1,40}?)?\s+"
        r"(?:(?:which|that)\s+)?(?:(?:was|were)\s+)?(?:took\s+place|began|carried\s+out|ended|finished|happened|held|made|done|completed|ran|started)|"
        r"\breport\s+(?:of|on|follows|describes|presents|is\s+based\s+on|results\s+from)\s+(?:an|our|the)\s+inspection\b"
        r"(?:\s+(?:of|in)\s+[\w\s]{1,40}?)?(?:\s+(?:which|that))?(?:\s+(?:was\s+)?(?:carried\s+out|conducted|made|took\s+place))?|"
        r"\b(?:we|inspectors|HM\s+Inspectors)\s+(?:inspected|visited|came\s+to|went\s+to|came|were\s+in)"
        rf"(?:\s+(?!(?:{_OTHER_CLAUSE})\b)(?:\w+|\ufffc+)){{0,5}}?|"
        rf"\b(?:this|our)\s+inspection)\s+(?:over\s+\w+\s+weeks?\s+)?{_IN}",
        re.IGNORECASE,
    )


def _came_after(before: str, after: str) -> bool:
    """Say whether what inspectors did stands after the month: «In November 2007 we inspected the area»."""
    return bool(_in().search(before) and _came().match(after))


@cache
def _for_report() -> re.Pattern[str]:
    """What inspectors did, in a sentence that speaks of this report or this inspection before the month.

    No word between the two may begin a clause about something else.
    """
    own = r"\b(?:(?:this|our)\s+(?:report|inspection|fieldwork|visit)|the\s+(?:inspection|fieldwork))\b,?"
    we = r"(?:we|inspectors|(?:our|the)\s+team)\s+(?:(?:all|also|first|both)\s+)?"
    there = (
        r"(?:came|conducted|examined|inspected|interviewed|looked|met|read|spent|spoke|stayed|visited|went|were|worked)"
    )
    done = r"(?:carried\s+out|collected|completed|conducted|done|gathered|held|made|undertaken)"
    between = rf"(?:\s+(?!(?:{_OTHER_CLAUSE})\b|[a-z]+ed\b)[^\s,;:]+){{0,9}}?"
    return re.compile(
        rf"{own}(?:{between},?{between}\s+{we}{there}|{between}\s+(?:(?:was|were)(?:\s+{done})?|took\s+place)){between}"
        rf"\s+{_IN}",
        re.IGNORECASE,
    )


@cache
def _published() -> re.Pattern[str]:
    return re.compile(
        r"(?:\b(?:this|the|our)\s+report\s+(?:is|was|will\s+be|has\s+been)\s+published|^\W*published)\s+in\s+$",
        re.IGNORECASE,
    )


@cache
def _in() -> re.Pattern[str]:
    return re.compile(r"^\W*in\s+(?:early\s+|late\s+)?$", re.IGNORECASE)


@cache
def _came() -> re.Pattern[str]:
    return re.compile(r",?\s+(?:we|inspectors)\s+(?:came|visited|inspected|went|were\s+in)\b", re.IGNORECASE)


@cache
def _another() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:previous|last|earlier|former|first|before|since|again|back|next|re-?inspect\w*|follow-?up|when)\b(?!\s+we\b)|\bprison\b|"
        r"\bof\s+(?:(?:the|a|another)\s+)?(?:court|hostel|national\s+\w+|premises|region|school|team)s?\b",
        re.IGNORECASE,
    )
