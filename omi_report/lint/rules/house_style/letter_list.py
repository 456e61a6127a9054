"""OMI512: a finding holds a list whose letters are typed by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from omi_report.lint.declaration import whole
from omi_report.lint.lazy import lazy_regex
from omi_report.lint.marks import mark
from omi_report.lint.rules.house_style.words import own_words
from omi_report.lint.subject import Subject
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
_MARK = lazy_regex(r"(?<![^\s(;,:])(?:\((?P<letter>a|b|i|ii|1|2)|(?P<bare>a|b|i|ii|(?<!\A)(?<!\n)[12]))\)(?=\s+\S)")
_TOGETHER = lazy_regex(r"\W*(?:(?:and|or|to)\W*)*")
"""What stands between «(a)» and «(b)» where they are parts of a law: «paragraphs (a) and (b) of the Act»."""


@whole
def check(subject: Subject) -> Iterator[Problem]:
    """Look for the first two letters of a list in every finding."""
    for prose, _parsed in subject.texts:
        if prose.path[0] not in ("strengths", "improvements") or ")" not in prose.text:
            continue
        marks = {_letter(match): match for match in reversed([*_MARK.finditer(own_words(prose.text))])}
        for first, second in _SERIES:
            begin, then = marks.get(first), marks.get(second)
            if begin is None or then is None or _TOGETHER.fullmatch(prose.text, begin.end(), then.start()):
                continue
            place = mark(subject, prose, *begin.span())
            message = f"the list «{begin.group()} … {then.group()} …» is typed by hand inside a finding"
            hint = "write each item on a line of its own that begins with «- », or as a finding of its own"
            yield RULE.at(place.start, message, hint, length=place.length)


def _letter(match: re.Match[str]) -> str:
    return str(match["letter"] or match["bare"])
