"""EX001: a sentence ends with an exclamation mark."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "EX001",
    "shouting",
    Severity.WARNING,
    "A sentence ends with an exclamation mark. What is quoted from somebody is left as it is.",
    "A report says what was found, and leaves it to its readers to be surprised.",
    bad="Not one plan was on time!",
    good="Not one plan was on time.",
)


@each_text(titles=True, quotations=False, holds=("!",))
def check(text: CheckedText) -> Iterator[Problem]:
    """Look at the last character of each sentence."""
    for sentence in text.view.sentences:
        if text.words[sentence.end - 1] == "!":
            last = sentence.end - 1
            fix = text.fix(last, sentence.end, ".")
            yield text.problem(RULE, last, sentence.end, "a sentence ends with «!»", "write a full stop", fix=fix)
