"""OMI342: the letters of an abbreviation do not stand for the words of its entry."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.rules.references.abbreviations import BLANK, abbreviations_of, value_place
from omi_report.problems import Problem, Rule, Severity
from omi_report.prose.abbreviation import singular

RULE = Rule(
    "OMI342",
    "expansion-misfit",
    Severity.WARNING,
    "An entry of abbreviations.yaml has a word that no letter of the abbreviation stands for, or a letter without its "
    "word. Small words (of, and, the) need no letter.",
    "A word was lost or changed, and the reader learns something wrong.",
    bad="MAPPA: Multi-Agency Protection Arrangements",
    good="MAPPA: Multi-Agency Public Protection Arrangements",
)

_SHORT = 3  # letters: an entry with a longer word in its abbreviation explains itself (eOASys: electronic OASys)
_SMALL = frozenset("a an and at by for from in of on or other the to with".split())


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Hold the letters of each entry against the words."""
    for entry in abbreviations_of(inspection).entries:
        if BLANK in entry.name or not entry.expansion:
            continue
        names = [part.strip() for part in entry.name.split("/")]
        expansions = [part.strip() for part in entry.expansion.split("/")]
        if len(names) != len(expansions):
            expansions = [entry.expansion] * len(names)
        for name, expansion in zip(names, expansions, strict=True):
            if not fits(name, expansion):
                message = f"the letters of «{name}» do not stand for the words «{expansion}»"
                hint = "is a word missing, or another one meant?"
                place = value_place(inspection, entry)
                yield RULE.at(place, message, hint, length=len(entry.expansion))
                break


def fits(name: str, expansion: str) -> bool:
    """Say whether the letters of an abbreviation stand for the words in their order, each word from its first on."""
    letters = "".join(each for each in singular(name) if each.isalpha())
    words = [word.casefold() for word in _word().findall(expansion)]
    if not letters or len(words) < 2 or any(len(word) > _SHORT and word in name.casefold() for word in words):
        return True
    return _read(letters, words)


def _read(letters: str, words: Sequence[str]) -> bool:
    """Work out which beginnings of the letters the words so far can stand for, one word after another."""
    reached = {0}
    for word in words:
        following = set(reached) if word in _SMALL else set()
        for done in reached:
            following |= {done + count for count in _taken(letters[done:], word)}
        reached = following
        if not reached:
            return False
    return len(letters) in reached


def _taken(letters: str, word: str) -> Iterator[int]:
    """How many of the letters a word can stand for: its first, and small letters that follow (the ys of OASys)."""
    at = 0
    for count, letter in enumerate(letters, 1):
        at = word.find(letter.casefold(), at) + 1
        if not at or (at > 1 if count == 1 else letter.isupper()):
            return
        yield count


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+(?:['’]s)?")
