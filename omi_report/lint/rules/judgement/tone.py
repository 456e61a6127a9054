"""OMI418: words of judgement beside a figure do not fit it: «only 97%», «it was worrying that 94%»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.lint.checked_text import CheckedText, one_line
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.figures.reckoning import MARKS, PERCENT, Number, per_cent, read
from omi_report.lint.rules.figures.wrong_comparison import faults
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI418",
    "tone-against-figure",
    Severity.WARNING,
    "A word that makes little of a figure («only», «a mere»), or is sorry for it («worrying», «disappointing»), stands "
    "beside one of 88% and more; or a word that makes much of it («as many as»), or is pleased with it («encouraging», "
    "«impressive»), beside one of 30% and less. Sentences that speak of what was late, missing or not done are left "
    "alone.",
    "The reader does not know which of the two was meant.",
    bad="It was worrying that plans had been made in 94% of cases.",
    good="It was encouraging that plans had been made in 94% of cases.",
)

_HIGH, _LOW = 88, 30
_SORRY = "alarming|concerning|disappointing|unacceptable|unsatisfactory|worrying"
_PLEASED = "commendable|encouraging|gratifying|heartening|impressive|pleasing"
_LITTLE = r"a\s+mere|as\s+few\s+as|just|merely|no\s+more\s+than|only"
_MUCH = r"an\s+impressive|as\s+many\s+as|as\s+much\s+as|no\s+(?:fewer|less)\s+than"
_WORDS = frozenset((*_SORRY.split("|"), *_PLEASED.split("|"), *"few just many mere merely much only than".split()))


@each_text(language="en", standard=False, quotations=False, words=_WORDS)
def check(text: CheckedText) -> Iterator[Problem]:
    """Look at each such word, and the one percentage that it speaks of."""
    reckoning = read(text)
    if reckoning is None or not any(each.is_share for each in reckoning.at.values()):
        return
    seen: set[int] = set()
    for match in (match for pattern in _patterns() for match in pattern.finditer(reckoning.words)):
        number = reckoning.number(match, "figure")
        if number.start in seen or not _is_wrong(match, number) or _speaks_of_faults(text, number):
            continue
        seen.add(number.start)
        said, (start, end) = match["said"], match.span("said")
        message = f"«{one_line(said)}» is said of {per_cent(number.value, number.places)}, which is {_fit(number)}"
        yield text.problem(RULE, start, end, message, "recast the sentence, or correct the figure")


def _patterns() -> tuple[re.Pattern[str], ...]:
    return _beside(), _of_what_follows(), _of_what_stands_before()


def _is_wrong(match: re.Match[str], number: Number) -> bool:
    high = bool(match.groupdict().get("sorry") or match.groupdict().get("little"))
    return number.value >= _HIGH if high else number.value <= _LOW


def _fit(number: Number) -> str:
    return "nearly all" if number.value >= _HIGH else "few"


def _speaks_of_faults(text: CheckedText, number: Number) -> bool:
    sentence = text.view.sentence_at(number.start)
    if sentence is None:
        return True
    words = text.view.own[sentence.start : sentence.end]
    return bool(faults().search(_kept(words)))


def _kept(words: str) -> str:
    """The words of a sentence without those of `_LITTLE` and `_MUCH`, of which some are words for faults elsewhere."""
    return re.sub(rf"\b(?:{_LITTLE}|{_MUCH})\b", " ", words, flags=re.IGNORECASE)


@cache
def _beside() -> re.Pattern[str]:
    """«Only 97%», «as many as 12%»: right before it."""
    return re.compile(rf"\b(?P<said>(?P<little>{_LITTLE})|(?P<much>{_MUCH}))\s+(?P<figure>{PERCENT})", re.IGNORECASE)


_FEELING = rf"(?P<said>(?P<sorry>{_SORRY})|(?P<pleased>{_PLEASED}))"


@cache
def _of_what_follows() -> re.Pattern[str]:
    """«It was worrying that plans had been made in 94% of cases»."""
    return re.compile(
        rf"\bit\s+(?:is|was)\s+(?:also\s+|very\s+)?{_FEELING}\s+that\s[^.;:{MARKS}]{{1,90}}?(?P<figure>{PERCENT})",
        re.IGNORECASE,
    )


@cache
def _of_what_stands_before() -> re.Pattern[str]:
    """«The result, 94%, was worrying», «with 94%, the result for plans was worrying»."""
    return re.compile(
        rf"(?P<figure>{PERCENT})\s*[,)]?\s[^.;:{MARKS}]{{0,50}}?\b(?:is|was)\s+(?:also\s+|very\s+)?{_FEELING}(?=\s*[.,;])",
        re.IGNORECASE,
    )
