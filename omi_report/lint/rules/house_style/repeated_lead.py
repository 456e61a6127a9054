"""OMI557: a finding begins with the words of its lead."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, takewhile

from omi_report.lint.checked_text import CheckedText, CheckedTexts
from omi_report.lint.declaration import all_texts
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI557",
    "repeated-lead",
    Severity.WARNING,
    "A finding begins with the words of its lead: with all of them, or with three or more.",
    "The two stand side by side, so readers meet the same words twice and learn nothing from the lead.",
    bad="improvements:\n  - lead: Plans were late\n    text: Plans were late in a third of cases.",
    good="improvements:\n  - lead: Plans were late\n    text: In a third of cases the plan was not ready in time.",
)

_MANY = 3
"""So many words alike at the beginning are no chance."""


@all_texts(where=lambda prose: prose.manner in ("lead", "finding"))
def check(texts: CheckedTexts) -> Iterator[Problem]:
    """Hold each lead against the text that follows it, which is that of the same finding."""
    for lead, text in pairwise(texts):
        if lead.prose.manner == "lead" and _repeats(lead, text):
            message = "the finding begins with the same words as its lead"
            yield lead.problem(RULE, 0, len(lead.text.rstrip()), message, "say in the lead what the finding comes to")


def _repeats(lead: CheckedText, text: CheckedText) -> bool:
    words = lead.view.words
    pairs = zip(words, text.view.words, strict=False)
    alike = len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))
    return alike > 0 and alike >= min(len(words), _MANY)
