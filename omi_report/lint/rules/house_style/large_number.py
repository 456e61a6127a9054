"""OMI505: a number from ten is written in words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from omi_report.lint.declaration import whole
from omi_report.lint.lazy import lazy_regex
from omi_report.lint.marks import begins_sentence, one_line
from omi_report.lint.rules.house_style.fixes import fixed
from omi_report.lint.rules.house_style.numerals import IN_WORDS, LARGE, LARGE_WORDS, SMALL_WORDS
from omi_report.lint.rules.house_style.words import is_english, is_name, own_words, proses, vocabulary
from omi_report.lint.subject import Subject
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI505",
    "large-number-in-words",
    Severity.WARNING,
    "A text writes a number from ten in words, and not at the start of a sentence. Set phrases (one in ten, nine or "
    "ten, a ten-week course, ten thousand) are left alone.",
    "House style has numbers from ten in figures, and figures that are looked up are printed so.",
    bad="A visit was made within ten working days in twelve cases.",
    good="A visit was made within 10 working days in 12 cases.",
)

_WORDS = lazy_regex(rf"(?<![\w-]){LARGE_WORDS}(?![\w-])", re.IGNORECASE)
_SERIES_BEFORE = lazy_regex(
    rf"(?:(?<![\w-]){SMALL_WORDS}(?:,?\s+(?:and|or|to|in|out\s+of)|,)|\bhundred(?:\s+and)?|\bthousand(?:\s+and)?|\b(?:number|top))\s+\Z",
    re.IGNORECASE,
)
_AFTER = lazy_regex(
    rf"\s+(?:hundreds?|thousands?|millions?|billions?|dozen|per\s?cent|percent|pence|(?:and|or|to)\s+{SMALL_WORDS})\b"
    r"|\s*%|['’]s\b",
    re.IGNORECASE,
)


@whole
def check(subject: Subject) -> Iterator[Problem]:
    """Find the numbers from ten to ninety-nine in words."""
    if not is_english(subject):
        return
    for prose in proses(subject):
        if LARGE.isdisjoint(vocabulary(prose.text)):
            continue
        text = own_words(prose.text)
        for match in _WORDS.finditer(text):
            if not _is_meant_as_words(text, match):
                number = str(IN_WORDS["-".join(match.group().lower().replace("-", " ").split())])
                place, fix = fixed(subject, prose, *match.span(), number)
                message = f"«{one_line(match.group())}»: numbers from ten are written in figures"
                yield RULE.at(place.start, message, f"write «{number}»", length=place.length, fix=fix)


def _is_meant_as_words(text: str, match: re.Match[str]) -> bool:
    return bool(
        begins_sentence(text, match.start())
        or is_name(text, *match.span())
        or _AFTER.match(text, match.end())
        or _SERIES_BEFORE.search(text, max(0, match.start() - 30), match.start())
    )
