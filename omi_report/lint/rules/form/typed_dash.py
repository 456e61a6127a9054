"""OMI559: two hyphens stand in the place of a dash."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI559",
    "typed-dash",
    Severity.WARNING,
    "Two hyphens stand between words, where a dash is meant. Those before the name of somebody who is quoted stand at "
    "the beginning of a line.",
    "They are printed as two hyphens.",
    bad="Victims were told -- and told well.",
    good="Victims were told – and told well.",
)


@each_text(titles=True, quotations=False, holds=("--",))
def check(text: CheckedText) -> Iterator[Problem]:
    """Look at hyphens between words of one line."""
    for match in _dash().finditer(text.words):
        message = "two hyphens stand in the place of a dash"
        yield text.problem(RULE, *match.span(), message, "write a dash with a space on each side: –")


@cache
def _dash() -> re.Pattern[str]:
    return re.compile(r"(?<=[\w,;:)%’'\"”] )---?(?=\s+[\w(‘“\"'])|(?<=[a-z])---?(?=[a-z])")
