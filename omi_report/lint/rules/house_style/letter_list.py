"""OMI512: a finding holds a list whose letters are typed by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI512",
    "letter-list",
    Severity.WARNING,
    "A finding holds a list whose letters or numbers are typed by hand: «(a) … (b) …», «i) … ii) …».",
    "The report letters the findings themselves, so that there would be two of «(b)»; and a list that is typed into a "
    "sentence is read aloud and laid out as no list.",
    bad="strengths:\n  - The plan (a) was on file, (b) was up to date and (c) had been shared.",
    good="strengths:\n  - |\n    The plan\n\n    - was on file\n    - was up to date\n    - had been shared.",
)

_SERIES = (("a", "b"), ("i", "ii"), ("1", "2"))


@each_text(quotations=False, where=lambda prose: prose.manner == "finding", holds=("a)", "i)", "1)"))
def check(text: CheckedText) -> Iterator[Problem]:
    """Look for the first two letters of a list in a finding."""
    marks = {_letter(match): match for match in reversed([*_mark().finditer(text.words)])}
    for first, second in _SERIES:
        begin, then = marks.get(first), marks.get(second)
        if begin is None or then is None or _together().fullmatch(text.text, begin.end(), then.start()):
            continue
        message = f"the list «{begin.group()} … {then.group()} …» is typed by hand inside a finding"
        hint = "write each item on a line of its own that begins with «- », or as a finding of its own"
        yield text.problem(RULE, *begin.span(), message, hint)


def _letter(match: re.Match[str]) -> str:
    return str(match["letter"] or match["bare"])


@cache
def _mark() -> re.Pattern[str]:
    return re.compile(r"(?<![^\s(;,:])(?:\((?P<letter>a|b|i|ii|1|2)|(?P<bare>a|b|i|ii|(?<!\A)(?<!\n)[12]))\)(?=\s+\S)")


@cache
def _together() -> re.Pattern[str]:
    """What stands between «(a)» and «(b)» where they are parts of a law: «paragraphs (a) and (b) of the Act»."""
    return re.compile(r"\W*(?:(?:and|or|to)\W*)*")
