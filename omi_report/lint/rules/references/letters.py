"""Whether the letters of an abbreviation stand for words, and entries of the list whose own letters were twisted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from omi_report.inspection import Inspection, remembered
from omi_report.lint.rules.references.abbreviations import BLANK, abbreviations_of
from omi_report.lint.rules.references.known_names import known_names
from omi_report.lint.rules.references.slips import is_one_slip
from omi_report.prose.abbreviation import looks_abbreviated, singular

_SHORT = 3  # letters: an entry with a longer word in its abbreviation explains itself (eOASys: electronic OASys)
_SMALL = frozenset("a an and at by for from in of on or other the to with".split())


@remembered
def twisted(inspection: Inspection) -> Mapping[str, str]:
    """Return the entries of the list whose letters were changed, by the abbreviations of the texts that they should be.

    The letters of such an entry do not stand for its words, and those of an abbreviation that the texts have do, which
    differs from it by a slip of the hand and is not in the list.
    """
    listed = abbreviations_of(inspection)
    wrong = [each for each in listed.entries if BLANK not in each.name and not fits(each.name, each.expansion)]
    if not wrong:
        return {}
    words = {singular(word) for word in known_names(inspection).times if looks_abbreviated(word)}
    return {
        word: entry.name
        for entry in wrong
        for word in sorted(words)
        if listed.entry(word) is None and is_one_slip(word, entry.name) and fits(word, entry.expansion)
    }


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
