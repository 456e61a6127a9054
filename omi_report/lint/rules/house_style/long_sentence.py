"""OMI509: a sentence is very long."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.lint.declaration import whole
from omi_report.lint.lazy import lazy_regex
from omi_report.lint.rules.house_style.words import sentence_list
from omi_report.lint.subject import Subject
from omi_report.lint.text import MASK
from omi_report.problems import Problem, Rule, Severity

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
_WORD = lazy_regex(rf"\w|{MASK}")  # a dash by itself is none


@whole
def check(subject: Subject) -> Iterator[Problem]:
    """Count the words of every sentence."""
    longest = subject.area.framework.house_style.longest_sentence
    for prose, _parsed in subject.texts:
        for offset, sentence in sentence_list(prose.text):
            if len(sentence) < 2 * longest or len(sentence.split()) <= longest:
                continue  # quicker than counting the words among the pieces
            count = sum(1 for piece in sentence.split() if _WORD.search(piece))
            if count > longest:
                place = subject.at(prose, offset)
                length = len(" ".join(sentence.split(" ")[:_SHOWN]).partition("\n")[0])
                message = f"a sentence of {count} words; house style has at most {longest}"
                yield RULE.at(place, message, "make two of it, or a list", length=length)
