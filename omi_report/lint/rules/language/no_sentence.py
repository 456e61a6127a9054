"""OMI538: what ends with a full stop has no main clause, or a recommendation does not say what is to be done."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from omi_report.inspection import Inspection, remembered
from omi_report.lint.checked_text import CheckedText, one_line
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.language.slots import END, words_of
from omi_report.lint.rules.language.word_classes import (
    ADJECTIVE,
    ADVERB,
    ANY,
    ARTICLE,
    BASE,
    BE,
    HAVE,
    MODAL,
    NOUN,
    NUMBER,
    PARTICIPLE,
    PAST,
    PLURAL,
    PREPOSITION,
    QUANTIFIER,
    THEY,
    THIRD,
    classes_of,
    may_be,
)
from omi_report.problems import Problem, Rule, Severity
from omi_report.prose.view import MASK, Sentence

RULE = Rule(
    "OMI538",
    "no-sentence",
    Severity.WARNING,
    "A sentence has no main clause: it begins with «which», «whose», «although», «because» or «such as», and ends "
    "before anything else is said. Or a recommendation is no sentence that says what is to be done: it has no verb, "
    "or it begins with a small letter, where no words of the framework that end with a colon lead on to it.",
    "The reader looks for the rest of it. A recommendation stands on a card of its own, and is quoted by itself.",
    bad="recommendations:\n  - text: More time for plans, and better reviews.",
    good="recommendations:\n  - text: Give offender managers time for plans, and review each of them.",
)

_JOINS = frozenset(("although", "because", "though", "unless", "whereas"))
_FIRST = frozenset((*_JOINS, "such", "which", "whose"))
_DO = frozenset(("did", "do", "does"))
_AUXILIARY = BE | HAVE | MODAL
_CERTAIN = frozenset(("it", "they", "were", "was", "are", "is", "this", "have", "had", "has"))
"""Behind «such as» these make a subject of it: «such as were found»."""


@remembered
def leads_on(inspection: Inspection) -> bool:
    """Say whether the framework's words above the recommendations end with a colon, so that these go on with them."""
    parts = (part for part in inspection.framework.parts if part.kind == "recommendations")
    return any(str(getattr(part, "text", "") or "").rstrip().endswith(":") for part in parts)


@each_text(language="en", standard=False, quotations=False, facts=(leads_on,))
def check(text: CheckedText) -> Iterator[Problem]:
    """Look at sentences that begin with a word that joins clauses, and at the first one of each recommendation."""
    recommended = text.prose.manner == "recommended" and text.prose.path[0] == "recommendations"
    if not recommended and _FIRST.isdisjoint(text.view.vocabulary):
        return
    for number, sentence in enumerate(text.view.sentences):
        words = words_of(text.view.own_without_names[sentence.start : sentence.end])[1:-2]
        ends = sentence.words.rstrip().endswith(END)
        if words and recommended and not number and sentence.setting == "running" and not text.fact(leads_on):
            yield from _recommendation(text, sentence, words)
        elif (
            words and ends and sentence.setting in ("running", "item") and words[0] in _FIRST and _has_no_clause(words)
        ):
            message = f"«{_beginning(text, sentence)}» begins a sentence that has no main clause"
            hint = "join it to the sentence before, or say what it leads up to"
            yield text.problem(RULE, sentence.start, sentence.end, message, hint)


def _recommendation(text: CheckedText, sentence: Sentence, words: Sequence[str]) -> Iterator[Problem]:
    """A recommendation without a verb, or with a small letter at its beginning."""
    small = text.text[sentence.start].islower()
    if small or not _may_say_what_is_done(words):
        fault = "begins with a small letter" if small else "has no verb"
        message = f"«{_beginning(text, sentence)}» {fault}, and is no sentence that says what is to be done"
        hint = "write a whole sentence: «Plans should be made on time», or «Make plans on time»"
        yield text.problem(RULE, sentence.start, sentence.end, message, hint)


def _beginning(text: CheckedText, sentence: Sentence) -> str:
    words = one_line(text.text[sentence.start : sentence.end]).split()
    return " ".join(words[:5]) + (" …" if len(words) > len(words[:5]) else "")


def _may_say_what_is_done(words: Sequence[str]) -> bool:
    """Say whether a sentence may have a verb of its own: a finite one, or one that asks for something at its head."""
    if any(classes_of(word) == ANY or word in _DO or may_be(word, _AUXILIARY) for word in words):
        return True
    head = [word for word in words if not may_be(word, ADVERB) or may_be(word, BASE)]
    if head and may_be(head[0], BASE) and not (head[1:2] == ["of"] and may_be(head[0], NOUN)):
        return True
    return any(
        may_be(word, BASE) and before in (",", ":", "and", "or", "then") and not may_be(word, NOUN | PLURAL | ADJECTIVE)
        for before, word in itertools.pairwise(words)
    )


def _has_no_clause(words: Sequence[str]) -> bool:
    """Say whether a sentence that begins with a word of `_FIRST` surely ends without a main clause."""
    first, second = words[0], words[1]
    if any(word.startswith(MASK) for word in words[1:2]) or len(words) < len(("which", "was", "so", END)):
        return False
    if first == "such":
        return second == "as" and words[2] not in _CERTAIN and not may_be(words[2], _AUXILIARY | PAST | PARTICIPLE)
    if first == "which":
        return (may_be(second, _AUXILIARY) or second in ("did", "meant")) and words[-1] != "?"
    if first in _JOINS and ("," in words or ":" in words or ";" in words):
        return False
    return _verbs(words) < len((first, "main"))


def _verbs(words: Sequence[str]) -> int:
    """Count the groups of words that may be a finite verb; what is doubtful counts."""
    found, within = 0, False
    for before, word in itertools.pairwise(words):
        classes = classes_of(word)
        if classes == ANY or word.startswith(MASK):
            found += classes == ANY and "-" not in word
            within = False
        elif classes & _AUXILIARY or word in _DO:
            begins = classes & MODAL or (classes & HAVE and not may_be(before, MODAL))
            found += bool(begins or not within) and before != "to"
            within = True
        elif within and (classes & (PARTICIPLE | ADVERB) or word == "not"):
            continue
        elif classes & PAST and not may_be(before, ARTICLE | PREPOSITION) and before not in ("and", "or"):
            found += 1
        elif classes & (BASE | THIRD) and may_be(before, PLURAL | THEY | NOUN | QUANTIFIER | NUMBER):
            found += 1
            within = False
        else:
            within = False
    return found
