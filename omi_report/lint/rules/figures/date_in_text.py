"""OMI242: a text gives another month for the inspection, or for its publication, than area.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.language.known import ENGLISH
from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
from omi_report.model.base import ReportDate
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI242",
    "date-in-text",
    Severity.WARNING,
    "A text says in which month the inspection took place, or the report was published, and area.yaml has another.",
    "The month stands on the first page of the report.",
    bad="We inspected the area in December 2007.   # area.yaml: inspected: 2007-11",
    good="We inspected the area in November 2007.",
)

_MONTHS = "January February March April May June July August September October November December".split()

_REACH = 160  # characters before and after a month that say what happened in it


@each_text(language="en", standard=False, holds=tuple(_MONTHS))
def check(text: CheckedText) -> Iterator[Problem]:
    """Look at each month that is said of the inspection, or of the report."""
    for match in _month().finditer(text.words):
        start, end = next(
            ((each.start, each.end) for each in text.view.sentences if each.start <= match.start() < each.end), (0, 0)
        )
        before = text.words[max(start, match.start() - _REACH) : match.start()]
        after = text.words[match.end() : min(end, match.end() + _REACH)]
        if _another().search(before):
            continue
        identity = text.inspection.area.identity
        if _published().search(before):
            yield from _compare(text, match, identity.published, "published")
        elif _inspected().search(before) or (_in().search(before) and _came().match(after)):
            yield from _compare(text, match, identity.inspected, "inspected")


def _compare(text: CheckedText, match: re.Match[str], right: ReportDate | None, key: str) -> Iterator[Problem]:
    if right is None:
        return
    month, year = _MONTHS.index(match["month"]) + 1, int(match["year"]) if match["year"] else right.year
    if (year, month) != (right.year, right.month):
        written = ENGLISH.date(right.year, right.month)
        message = f"area.yaml has «{key}: {right}», which is {written}, and not {' '.join(match.group().split())}"
        yield text.problem(RULE, *match.span(), message, f"write {written}, or correct area.yaml")


@cache
def _month() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<month>{'|'.join(_MONTHS)})(?:\s+(?P<year>(?:19|20)\d\d))?\b")


@cache
def _inspected() -> re.Pattern[str]:
    """What stands before the month of the inspection."""
    return re.compile(
        r"(?:\b(?:the|this|our)\s+(?:inspection|fieldwork)\b(?:,)?(?:\s+(?:of|in)\s+[\w\s]{1,40}?)?\s+"
        r"(?:(?:which|that)\s+)?(?:(?:was|were)\s+)?(?:took\s+place|carried\s+out|happened|held|made|done|completed)|"
        r"\b(?:we|inspectors|HM\s+Inspectors)\s+(?:inspected|visited|came\s+to|went\s+to|came|were\s+in)(?:\s+\w+){0,5}?|"
        r"\b(?:this|our)\s+inspection)\s+(?:over\s+\w+\s+weeks?\s+)?(?:in|during|of)\s+(?:early\s+|late\s+|mid-)?$",
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
        r"\b(?:previous|last|earlier|former|first|before|since|again|next|re-?inspect\w*|follow-?up|when)\b(?!\s+we\b)|\bprison\b",
        re.IGNORECASE,
    )
