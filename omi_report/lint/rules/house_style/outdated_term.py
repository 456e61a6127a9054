"""OMI513: a text uses a word of people that is outdated or stigmatising."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from omi_report.lint.checked_text import CheckedText, CheckedTexts, one_line
from omi_report.lint.declaration import all_texts
from omi_report.lint.rules.house_style.words import is_name
from omi_report.model.framework import OutdatedTerm
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI513",
    "outdated-term",
    Severity.WARNING,
    "A text or title, be it of the framework, uses a term that the framework lists under house_style.outdated_terms. "
    "Names, and what is quoted from somebody, are left as they are.",
    "Words that reduce people to an offence, an illness or a group offend those described, and date the report.",
    bad="Two addicts had committed suicide.",
    good="Two people who were dependent on drugs had died by suicide.",
)

# What follows «the disabled» where no noun does: the end of a phrase, a verb, a preposition.
_NO_NOUN_AFTER = (
    r"(?=\s*(?:[.,;:!?)]|\Z)|\s+(?:and|are|as|at|but|by|can|could|did|do|for|from|had|has|have|in|is|may|must|need|"
    r"needed|of|on|or|should|that|to|was|were|who|whose|will|with|would)\b)"
)


class _Search(NamedTuple):
    """A listed phrase: its words in small letters, itself, and its entry in the list."""

    words: frozenset[str]
    phrase: str
    term: OutdatedTerm

    @property
    def has_capital(self) -> bool:
        return self.phrase != self.phrase.lower()


@all_texts(titles=True, standard_titles=True, quotations=False)
def check(texts: CheckedTexts) -> Iterator[Problem]:
    """Look for every term that the framework lists."""
    searches = _searches(texts.inspection.framework.house_style.outdated_terms)
    keys = searches.keys()
    for text in texts:
        found = [each for key in keys & text.view.vocabulary for each in _found(text, searches[key])]
        done = 0
        for start, end, term in sorted(found, key=lambda each: (each[0], -each[1])):
            if start < done:  # inside a longer one
                continue
            done = end
            message = f"«{one_line(text.text[start:end])}» is outdated or stigmatising"
            hint = f"say «{term.say}»" + (f": {term.why}" if term.why else "")
            yield text.problem(RULE, start, end, message, hint)


def _found(text: CheckedText, searches: tuple[_Search, ...]) -> Iterator[tuple[int, int, OutdatedTerm]]:
    for search in searches:
        if not search.words <= text.view.vocabulary:
            continue
        for match in _pattern(search.phrase, search.term).finditer(text.words):
            if search.has_capital or not is_name(text.words, *match.span()):
                yield match.start(), match.end(), search.term


@lru_cache(maxsize=8)
def _searches(terms: tuple[OutdatedTerm, ...]) -> Mapping[str, tuple[_Search, ...]]:
    """The phrases by their longest word: a text without that word need not be searched."""
    found: dict[str, list[_Search]] = {}
    for term in terms:
        for phrase in (*term.avoid, *(f"{each}s" for each in term.avoid)):
            words = re.findall("[a-z]+", phrase.lower())
            found.setdefault(max(words, key=len), []).append(_Search(frozenset(words), phrase, term))
    return {key: tuple(searches) for key, searches in found.items()}


@lru_cache(maxsize=512)
def _pattern(phrase: str, term: OutdatedTerm) -> re.Pattern[str]:
    written = r"[\s-]+".join(re.escape(word) for word in re.split(r"[\s-]+", phrase))
    after = ""
    if term.noun:
        after = _NO_NOUN_AFTER
    elif term.before:
        after = rf"(?=\s+(?:{'|'.join(re.escape(word) for word in term.before)})\b)"
    capital = phrase != phrase.lower()
    return re.compile(rf"(?<![\w-]){written}(?![\w-]){after}", re.NOFLAG if capital else re.IGNORECASE)
