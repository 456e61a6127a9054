"""OMI536: a word is taken for another that sounds or looks like it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.lint.checked_text import CheckedText, one_line
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.house_style.words import with_case_of
from omi_report.lint.rules.language.confusions import CONFUSIONS, Confusion
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI536",
    "confused-word",
    Severity.WARNING,
    "A word is taken for another that sounds or looks like it, and the words beside it say so («could of», «their "
    "was», «more then half», «in principal», «was lead by»). What may be right is left alone.",
    "A spelling checker is content with it, for it is a word.",
    bad="Their was little affect on those who could of been seen, and more then half where lost.",
    good="There was little effect on those who could have been seen, and more than half were lost.",
)


@each_text(language="en-GB", titles=True, quotations=False)
def check(text: CheckedText) -> Iterator[Problem]:
    """Look for each confusion in the texts that have its word, and before it a word that may stand there."""
    alone, beside = _by_word(), _by_pair()
    may_be = [each for word in alone.keys() & text.view.vocabulary for each in alone[word]]
    may_be += [each for pair in beside.keys() & text.view.pairs for each in beside[pair]]
    found = (each for confusion in dict.fromkeys(may_be) for each in _found(text, confusion))
    yield from {problem.location: problem for problem in found}.values()


def _found(text: CheckedText, confusion: Confusion) -> Iterator[Problem]:
    for match in _pattern(confusion).finditer(text.view.own_in_small):
        start, end = match.span("wrong")
        shown = one_line(text.text[match.start() : match.end()]).rstrip(".,;")
        word = text.text[start:end]
        right = with_case_of(word, confusion.right)
        yield text.problem(RULE, start, end, f"«{shown}»: «{word}» is taken for «{right}»", f"write «{right}»")


@cache
def _by_word() -> dict[str, list[Confusion]]:
    """The confusions that no word stands before, by their wrong word."""
    found: dict[str, list[Confusion]] = {}
    for confusion in CONFUSIONS:
        if not confusion.before and confusion.wrong.isalpha():
            found.setdefault(confusion.wrong, []).append(confusion)
    return found


@cache
def _by_pair() -> dict[tuple[str, str], list[Confusion]]:
    """The others, by two words that follow each other in them; an apostrophe parts two words, too."""
    found: dict[tuple[str, str], list[Confusion]] = {}
    for confusion in CONFUSIONS:
        first, *rest = confusion.wrong.replace("’", "'").split("'")
        before = [(first, each) for each in rest] or [
            (phrase.split()[-1], confusion.wrong) for phrase in confusion.before.split("|") if phrase
        ]
        for pair in before:
            found.setdefault(pair, []).append(confusion)
    return found


@cache
def _pattern(confusion: Confusion) -> re.Pattern[str]:
    phrases = "|".join(phrase.replace(" ", r"\s+") for phrase in confusion.before.split("|"))
    before = rf"(?:{phrases})\s+" if phrases else ""
    return re.compile(rf"(?<![\w'’-]){before}(?P<wrong>{confusion.wrong})(?![\w'’-]){confusion.after}")
