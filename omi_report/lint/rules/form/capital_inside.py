"""OMI555: a word has capitals where none belong, or a space behind its first letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.language.lexicon import is_common
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI555",
    "capital-inside",
    Severity.WARNING,
    "A common word has capitals inside («THe», «plaN», «wIth»), or begins a sentence with a space behind its first "
    "letter («T he»).",
    "The finger was too slow on a key, and nobody who searches for the word finds it.",
    bad="THe plan was late. T he review was wIth the manager.",
    good="The plan was late. The review was with the manager.",
)

_SHORTEST = 3
_MEANT = frozenset("ELearning ESafety EMail GPs IDs ITs MPs".split())


@each_text(language="en-GB", titles=True, quotations=False)
def check(text: CheckedText) -> Iterator[Problem]:
    """Look at words in which a capital follows a letter, and at single capitals before a word."""
    if not _may_be().search(text.words):
        return
    for match in _word().finditer(text.words):
        word = match.group()
        first, _, rest = word.partition(" ")
        if rest:
            right = first + rest
            if is_common(right.lower()) and text.view.begins_sentence(match.start()):
                message = f"«{word}»: a space stands in the wrong place"
                yield text.problem(RULE, *match.span(), message, f"write «{right}»")
        elif len(word) >= _SHORTEST and word not in _MEANT and not _is_plural(word) and is_common(word.lower()):
            right = word.capitalize() if word[0].isupper() else word.lower()
            yield text.problem(RULE, *match.span(), f"«{word}» has a capital inside", f"write «{right}»")


def _is_plural(word: str) -> bool:
    """Say whether a word is an abbreviation with an s."""
    return word.endswith("s") and word[:-1].isupper()


@cache
def _may_be() -> re.Pattern[str]:
    """A quick look: a capital behind a small letter, two before one, or one before a space and a small letter."""
    return re.compile(r"[A-Z](?:[A-Z][a-z]|(?<=[a-z].)|(?<=[B-HJ-Z]) [a-z])")


@cache
def _word() -> re.Pattern[str]:
    before, after = r"(?<![\w.'’/@&-])", r"(?![\w'’/@&-]|\.\w)"
    return re.compile(rf"{before}(?:[A-Z]{{2,}}[a-z]+|[a-z]+[A-Z]+[a-z]*|[B-HJ-Z] [a-z]{{2,}}){after}")
