"""OMI517: a word is misspelt in a way that is common."""

from __future__ import annotations

import re
from collections.abc import Iterator

from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.house_style.misspellings import RIGHT
from omi_report.lint.rules.house_style.words import with_case_of
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI517",
    "misspelling",
    Severity.WARNING,
    "A text or title has a common misspelling: one of those that stand in lint/rules/house_style/misspellings.py, "
    "of which none is a word. What is quoted from somebody is left as it is.",
    "A spelling checker finds more, but it does not run before every build.",
    bad="Accomodation was seperate.",
    good="Accommodation was separate.",
)


@each_text(language="en-GB", titles=True, quotations=False, words=frozenset(RIGHT))
def check(text: CheckedText) -> Iterator[Problem]:
    """Look the words of the text up in the list."""
    for word in sorted(text.view.vocabulary & RIGHT.keys()):
        for match in re.finditer(rf"(?<![\w-]){word}(?![\w-])", text.view.own_in_small):
            written = text.text[match.start() : match.end()]
            right = with_case_of(written, RIGHT[word])
            fix = text.fix(*match.span(), right)
            yield text.problem(RULE, *match.span(), f"«{written}» is misspelt", f"write «{right}»", fix=fix)
