"""OMI509: a sentence is very long."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
from omi_report.problems import Problem, Rule, Severity
from omi_report.prose.view import MASK

RULE = Rule(
    "OMI509",
    "long-sentence",
    Severity.INFO,
    "A sentence has more words than the framework's house_style.longest_sentence (40). A figure or a reference counts "
    "as one word; each item of a list is a sentence of its own.",
    "Readers lose the thread. Two sentences, or a list, say it better.",
    bad="Plans were made in most cases and they were made on time, although the quality of the plans varied from one "
    "office to another, and managers, who had been told of this more than once, had not taken any steps to put it "
    "right.",
    good="Most plans were made on time. Their quality varied from one office to another. Managers had been told of "
    "this more than once, and had not taken any steps to put it right.",
)

_SHOWN = 3


@each_text()
def check(text: CheckedText) -> Iterator[Problem]:
    """Count the words of every sentence."""
    longest = text.framework.house_style.longest_sentence
    for sentence in text.view.sentences:
        if len(sentence.words) < 2 * longest or len(sentence.words.split()) <= longest:
            continue  # quicker than counting the words among the pieces
        count = sum(1 for piece in sentence.words.split() if _word().search(piece))
        if count > longest:
            first = " ".join(sentence.words.split(" ")[:_SHOWN])
            message = f"a sentence of {count} words; house style has at most {longest}"
            end = sentence.start + len(first)
            yield text.problem(RULE, sentence.start, end, message, "make two of it, or a list")


@cache
def _word() -> re.Pattern[str]:
    return re.compile(rf"\w|{MASK}")  # a dash by itself is none
