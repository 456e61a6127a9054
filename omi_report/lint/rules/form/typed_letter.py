"""OMI524: a finding begins with the letter or the number that the report prints before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.language.lexicon import is_common
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI524",
    "typed-letter",
    Severity.WARNING,
    "A finding or a recommendation begins with a letter or a number in brackets or before a full stop: «(b) …», "
    "«c. …», «1.2(a) …», «R7: …».",
    "The report letters the findings and numbers the recommendations itself, so that there would be two, and in time "
    "two different ones.",
    bad="strengths:\n  - |\n    (b) Plans were on time.",
    good="strengths:\n  - |\n    Plans were on time.",
)


@each_text(where=lambda prose: prose.manner in ("finding", "lead", "recommended"))
def check(text: CheckedText) -> Iterator[Problem]:
    """Look at the beginning of the finding or recommendation."""
    finding = text.prose.manner in ("finding", "lead")
    match = _letter().match(text.text) or _initial(text.text) or (None if finding else _number().match(text.text))
    if match:
        what, printed = ("finding", "letter") if finding else ("%(term_recommendation)s", "number")
        message = f"«{match['mark']}» is typed before the {what}, and the report prints a {printed} of its own"
        fix = text.fix(match.start("mark"), match.end(), "")
        yield text.problem(RULE, *match.span("mark"), message, "remove it", fix=fix)


def _initial(text: str) -> re.Match[str] | None:
    """The letter A or I with a full stop, unless a name may follow it: «A. Planning was late», but not «I. Newton»."""
    match = _letter_of_names().match(text)
    return match if match and is_common(match["word"].lower()) else None


@cache
def _letter_of_names() -> re.Pattern[str]:
    return re.compile(r"\s*(?P<mark>[AI]\.)\s+(?=(?P<word>[A-Z][a-z]+))")


@cache
def _number() -> re.Pattern[str]:
    """The number of a recommendation, by itself or with what it is called."""
    return re.compile(
        r"\s*(?P<mark>(?:R|Rec\.?|(?i:recommendation))\s?\d{1,2}(?:[:.)]|\s?[-–—](?=\s))?|\d{1,2}(?:\\?[.):]|\s?[-–—](?=\s)))"
        r"\s+(?=\S)"
    )


@cache
def _letter() -> re.Pattern[str]:
    return re.compile(
        r"\s*(?P<mark>(?:\d+(?:\.\d+)*\s?)?\((?:[a-zA-Z]|[ivx]{1,4}|\d{1,2})\\?\)|(?:[a-zA-Z]|[ivx]{2,4})\\?\)"
        r"|[b-hj-z]\\?\.(?!\w)|[B-HJ-Z]\.(?=\s+(?:[A-Z][a-z]|\{\{))|[AI]\.(?=\s+\{\{)|(?:ii|iii|iv|vi{0,3}|ix|a)\."
        r"|\d+(?:\.\d+)*\([a-z]\)|[a-z] [-–](?=\s))"
        r"\s+(?=\S)"
    )
