"""OMI320: a text refers to a recommendation, a section or a figure by a number that there is not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from omi_report.language.terms import OMI, Terms
from omi_report.lint.checked_text import CheckedText, one_line
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.figures.inventory import inventory
from omi_report.lint.rules.references.numbered import any_of
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI320",
    "no-such-number",
    Severity.WARNING,
    "A text refers to recommendations or a section of the report by a number past the last one, or to a numbered "
    "figure, of which a report has none.",
    "The reader looks for it in vain: something was taken out, or the number is a slip.",
    bad="This led to recommendation 12.   # there are eight",
    good="This led to recommendation 8.",
)


@each_text(language="en", standard=False, titles=True, holds=tuple("0123456789"), facts=(inventory,))
def check(text: CheckedText) -> Iterator[Problem]:
    """Look at each number after the word for a recommendation, for a section, and after «Figure»."""
    terms = text.framework.terms
    sections = len(text.framework.sections)
    if not _may_hold_any(text.words.lower(), terms):
        return
    asked = next((each.number for each in text.fact(inventory) if OMI.recommendations in each.words), 0)
    words = (OMI.recommendation, terms.recommendation, OMI.recommendations, terms.recommendations)
    for match in _cited(any_of(words)).finditer(text.words):
        if asked and _highest(match) > asked:
            yield _problem(text, match, f"there are {asked} {terms.recommendations}")
    for match in _cited(any_of((terms.section, terms.sections))).finditer(text.words):
        own = match["see"] or match["report"]
        if own and _highest(match) > sections:
            yield _problem(text, match, f"there are {sections} {terms.sections}")
    for match in _figure().finditer(text.words):
        yield _problem(text, match, "a report numbers its tables and charts, and has no such figure")


def _may_hold_any(words: str, terms: Terms) -> bool:
    """Say whether one of the words stands in a text, in small letters, of whose numbers something is asked."""
    asked = (OMI.recommendation, terms.recommendation, terms.recommendations, terms.section, terms.sections, "figure")
    return any(word.lower().split()[0] in words for word in asked)


def _highest(match: re.Match[str]) -> int:
    """The highest of the numbers after a word: 9 of «recommendations 2, 3 and 9»; after one thing, its own."""
    numbers = [int(each) for each in re.findall(r"\d+", match["numbers"])]
    return max(numbers) if match["word"].lower().endswith("s") else numbers[0]


def _problem(text: CheckedText, match: re.Match[str], why: str) -> Problem:
    start, end = match.span("cited")
    message = f"«{one_line(match['cited'])}»: {why}"
    return text.problem(RULE, start, end, message, "correct the number, or refer to what is meant by its role")


@lru_cache(maxsize=8)
def _cited(word: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<see>\bsee\s+(?:also\s+)?)?(?<!['’]s )(?<!\bits )(?<!\btheir )\b"
        rf"(?P<cited>(?P<word>{word})\s+(?:no\.?\s+|number\s+)?(?P<numbers>\d{{1,2}}(?:(?:,\s+(?:and\s+)?|\s+(?:and|or|to)\s+|\s*[–-]\s*)\d{{1,2}}\b){{0,9}}))"
        r"(?![\d%]|\.\d)(?P<report>\s+(?:of|in)\s+(?:this|our|the)\s+report\b)?"
        r"(?!\s+(?:of\s+(?!the\s+\d|\d)|in\b|from\b)|\s+(?-i:[A-Z]))",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _figure() -> re.Pattern[str]:
    return re.compile(r"(?P<cited>(?:\bFigure|\b[Ss]ee\s+figure)\s+\d{1,2})(?![\d%]|\s+(?:of|in|from)\b)")
