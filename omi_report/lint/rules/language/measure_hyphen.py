"""OMI533: a measure before a noun has no hyphen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.lint.checked_text import CheckedText, one_line
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.language.nouns import is_plural, plural_of
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI533",
    "measure-hyphen",
    Severity.WARNING,
    "A measure before a noun has no hyphen («a 16 week stage», «three month review»). Where the unit is a plural (16 "
    "weeks) or no noun follows, there is none.",
    "Without it «three month reviews» may be three reviews, each after a month.",
    bad="Each three month review came late, and none followed the 16 week stage.",
    good="Each three-month review came late, and none followed the stage at 16 weeks.",
)

_UNITS = frozenset("minute hour day night week month year mile page bed".split())
_NUMBERS = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|sixteen|eighteen|twenty|thirty|forty|fifty|"
    r"sixty|ninety|[2-9]|[1-9]\d"
)
_MASS = frozenset("accommodation custody imprisonment probation supervision support training treatment work".split())


@each_text(language="en", titles=True, quotations=False, words=_UNITS)
def check(text: CheckedText) -> Iterator[Problem]:
    """Find a unit in the singular between a number and a noun."""
    for match in _measure().finditer(text.view.own_in_small):
        noun = match["noun"]
        if not (noun in _MASS or plural_of(noun) or is_plural(noun)):
            continue
        start, end = match.span("apart")
        written = one_line(text.text[match.start() : match.end("unit")])
        right = f"{text.text[match.start() : start]}-{match['unit']}"
        message = f"«{written} {noun}»: a measure before a noun has a hyphen"
        yield text.problem(
            RULE, match.start(), match.end("unit"), message, f"write «{right}»", fix=text.fix(start, end, "-")
        )


@cache
def _measure() -> re.Pattern[str]:
    """A number, a unit and a noun, before which an adjective may stand."""
    return re.compile(
        rf"(?<![\w.,/£$'’-])(?:{_NUMBERS})(?P<apart>\s)(?P<unit>{'|'.join(sorted(_UNITS))})\s+"
        r"(?:(?:community|custodial|determinate|extended|initial|suspended)\s+)?(?P<noun>[a-z]{3,})(?![\w'’-])"
    )
