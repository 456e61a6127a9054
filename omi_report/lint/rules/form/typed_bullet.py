"""OMI526: the items of a list begin with a bullet that is a character, or lack the space of a list or heading."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI526",
    "typed-bullet",
    Severity.WARNING,
    "Lines begin with a bullet that is a character (•, ·, ▪, –, o), or with a hyphen, a star or a number and no space "
    "behind it (-plans, *plans, 1.plans); or number signs have no space behind them (##Plans).",
    "Markdown knows no list and no heading in them: the lines run together to one paragraph with signs in it.",
    bad="text: |\n  Three things were missing:\n\n  • a plan\n  • a review\n  • a date",
    good="text: |\n  Three things were missing:\n\n  - a plan\n  - a review\n  - a date",
)

_SIGNS = "•·∙▪■●○◦➢➔►▸✓✔‣⁃–—o-*+"
_DOUBTFUL = "–—o"


@each_text()
def check(text: CheckedText) -> Iterator[Problem]:
    """Look for a bullet at the beginning of a line; of a sign that may begin a line anyway, for two of them."""
    if "#" in text.text:
        for match in _heading().finditer(text.text):
            message = f"«{match[1]}» at the beginning of a line makes no heading without a space, and is printed"
            yield text.problem(RULE, *match.span(1), message, f"write «{match[1]} » for a heading, or remove it")
    if "\n" not in text.text and text.text[:1] not in _SIGNS:
        return
    found = [*_bullet().finditer(text.text)]
    times = Counter(_kind(match) for match in found)
    for match in found:
        sign, close = match["sign"], match["close"]
        if times[_kind(match)] > 1 or (sign and sign not in _DOUBTFUL):
            hint = f"a space is missing: write «{close} »" if close else "write «- » in its place"
            message = f"«{sign or close}» at the beginning of a line makes no list, and the lines run together"
            fix = text.fix(*match.span("mark"), f"{close} " if close else "- ")
            yield text.problem(RULE, *match.span("mark" if close else "sign"), message, hint, fix=fix)


def _kind(match: re.Match[str]) -> str:
    """What bullets of a list have in common: the sign, or that they are numbers."""
    return match["sign"] or re.sub(r"\d+", "1", match["close"])


def missing_spaces(text: CheckedText) -> frozenset[int]:
    """Return the offsets of the stars that are bullets without a space, which are no emphasis."""
    found = [match.start("mark") for match in _bullet().finditer(text.text) if match["close"] == "*"]
    return frozenset(found if len(found) > 1 else ())


@cache
def _heading() -> re.Pattern[str]:
    return re.compile(r"^ {0,3}(#{1,6})(?=[A-Z][a-z])", re.MULTILINE)


@cache
def _bullet() -> re.Pattern[str]:
    """A bullet that is a character, with the spaces behind it; or the mark of a list with no space behind it."""
    sign = r"(?P<sign>[•·∙▪■●○◦➢➔►▸✓✔‣⁃]|[–—o](?= )) *"
    close = r"(?P<close>[-+](?=[A-Za-z])|\*(?=[A-Za-z])(?![^\n]*\*)|\d{1,2}[.)](?=[A-Za-z]{2}))"
    return re.compile(rf"^[ ]{{0,3}}(?P<mark>{sign}|{close})(?=\S)", re.MULTILINE)
