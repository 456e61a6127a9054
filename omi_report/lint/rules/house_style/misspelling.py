"""OMI517: a word is misspelt in a way that is common."""

from __future__ import annotations

import re
from collections.abc import Iterator

from omi_report.lint.declaration import whole
from omi_report.lint.rules.house_style.fixes import fixed
from omi_report.lint.rules.house_style.misspellings import RIGHT
from omi_report.lint.rules.house_style.words import is_english, lowered, proses, vocabulary, with_case_of
from omi_report.lint.subject import Subject
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


@whole
def check(subject: Subject) -> Iterator[Problem]:
    """Look the words of each text up in the list."""
    if not is_english(subject):
        return
    for prose in proses(subject):
        for word in sorted(vocabulary(prose.text) & RIGHT.keys()):
            for match in re.finditer(rf"(?<![\w-]){word}(?![\w-])", lowered(prose.text)):
                written = prose.text[match.start() : match.end()]
                right = with_case_of(written, RIGHT[word])
                place, fix = fixed(subject, prose, *match.span(), right)
                yield RULE.at(place.start, f"«{written}» is misspelt", f"write «{right}»", length=place.length, fix=fix)
