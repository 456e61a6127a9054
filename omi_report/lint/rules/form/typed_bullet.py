"""OMI526: the items of a list begin with a bullet that is a character, so that they run together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI526",
    "typed-bullet",
    Severity.WARNING,
    "Lines begin with a bullet that is a character (•, ·, ▪, –, o), or with a hyphen and no space behind it.",
    "Markdown knows no list in them: the lines run together to one paragraph with bullets in it.",
    bad="text: |\n  Three things were missing:\n\n  • a plan\n  • a review\n  • a date",
    good="text: |\n  Three things were missing:\n\n  - a plan\n  - a review\n  - a date",
)

_SIGNS = "•·∙▪■●○◦➢➔►▸✓✔‣⁃–—o-"
_DOUBTFUL = "–—o-"


@each_text()
def check(text: CheckedText) -> Iterator[Problem]:
    """Look for a bullet at the beginning of a line; of a sign that may begin a line anyway, for two of them."""
    if "\n" not in text.text and text.text[:1] not in _SIGNS:
        return
    found = [*_bullet().finditer(text.text)]
    for match in found:
        doubtful = match["sign"] in _DOUBTFUL
        if not doubtful or sum(other["sign"] == match["sign"] for other in found) > 1:
            message = f"«{match['sign']}» at the beginning of a line makes no list, and the lines run together"
            fix = text.fix(*match.span("mark"), "- ")
            yield text.problem(RULE, *match.span("sign"), message, "write «- » in its place", fix=fix)


@cache
def _bullet() -> re.Pattern[str]:
    return re.compile(r"^[ ]{0,3}(?P<mark>(?P<sign>[•·∙▪■●○◦➢➔►▸✓✔‣⁃]|[–—o](?= )|-(?=[A-Za-z])) *)(?=\S)", re.MULTILINE)
