"""OMI264: a text says that a criterion has the highest or the lowest score of all, and another one has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from omi_report.inspection import Inspection, remembered
from omi_report.language.terms import OMI
from omi_report.lint.checked_text import CheckedText, one_line
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.references.numbered import any_of, criterion_numbers
from omi_report.numbering import name_of
from omi_report.problems import Problem, Rule, Severity
from omi_report.scoring.results import Scored

RULE = Rule(
    "OMI264",
    "best-of-all",
    Severity.WARNING,
    "A sentence says that one criterion has the highest, best, lowest or worst score of all, and another criterion "
    "has it. Sentences about one section are left alone.",
    "The chart of scores shows which it is.",
    bad="Criterion 2.4 had the lowest score of all.   # 2.4 has 80%, and 3.1 has 56%",
    good="Criterion 3.1 had the lowest score of all.",
)

_HIGH = frozenset(("highest", "best"))


@remembered
def _scores(inspection: Inspection) -> dict[str, int]:
    """The scores of the criteria in whole per cent, by their numbers."""
    found = {number: result.score for number, result in inspection.scores.criteria.items()}
    return {number: score.rounded for number, score in found.items() if isinstance(score, Scored)}


@each_text(language="en", standard=False, words=frozenset(("highest", "best", "lowest", "worst")), facts=(_scores,))
def check(text: CheckedText) -> Iterator[Problem]:
    """Look at each sentence with a superlative of a score and one criterion that it names."""
    terms = text.framework.terms
    section = any_of((OMI.section, OMI.sections, terms.section, terms.sections))
    for found in _superlative().finditer(text.words):
        sentence = text.view.sentence_at(found.start())
        if sentence is None or _narrower(section).search(text.words, sentence.start, sentence.end):
            continue
        of_all = _of_all(any_of((OMI.criteria, terms.criteria))).search(text.words, sentence.start, sentence.end)
        named = _named(text, sentence.start, sentence.end)
        if len(named) == 1:
            yield from _compare(text, found, *named, of_all=of_all is not None)


def _compare(text: CheckedText, found: re.Match[str], number: str, *, of_all: bool) -> Iterator[Problem]:
    """Hold a score against all others; what is true of its own section is right where nothing says «of all»."""
    scores, word = text.fact(_scores), found["word"].casefold()
    own, extreme = scores.get(number), max if word in _HIGH else min
    right = extreme(scores.values(), default=0)
    if own is None or own == right:
        return
    beside = (section.criteria for section in text.framework.sections)
    section = next((each for each in beside if number in {one.number for one in each}), ())
    if not of_all and own == extreme((scores[each.number] for each in section if each.number in scores), default=own):
        return
    terms, framework = text.framework.terms, text.framework
    others = " and ".join(framework.shown(each) for each, score in scores.items() if score == right)
    message = f"the {word} {terms.score} of all is {right}%, of {others}; {framework.shown(number)} has {own}%"
    yield text.problem(RULE, *found.span(), message, f"name {others}, or leave «{word}» out")


def _named(text: CheckedText, start: int, end: int) -> set[str]:
    """The criteria that a sentence names, by a reference or by a number that is typed out."""
    roles = (node for node in text.view.parsed.roles if node.role == "criterion" and start <= node.offset < end)
    typed = _number(criterion_numbers(text)).finditer(text.words, start, end)
    return {node.target for node in roles} | {name_of(one_line(match.group())) for match in typed}


@cache
def _superlative() -> re.Pattern[str]:
    return re.compile(r"\b(?P<word>highest|best|lowest|worst)\s+(?:\w+\s+)?scores?\b", re.IGNORECASE)


@lru_cache(maxsize=8)
def _of_all(criteria: str) -> re.Pattern[str]:
    return re.compile(
        rf"\bof\s+(?:all|any)\b|\bin\s+the\s+(?:whole\s+)?report\b|\bof\s+the\s+(?:{criteria})\b", re.IGNORECASE
    )


@lru_cache(maxsize=8)
def _narrower(section: str) -> re.Pattern[str]:
    """Words of a sentence that is about some of the criteria, or about another inspection."""
    return re.compile(
        rf"\b(?:{section}|among|previous|earlier|last|then|second|third|areas?|other|one\s+of|not|no|if)\b",
        re.IGNORECASE,
    )


@lru_cache(maxsize=8)
def _number(numbers: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.])(?:{numbers})(?![\w%]|\.\d|\s*per\s+cent)", re.IGNORECASE)
