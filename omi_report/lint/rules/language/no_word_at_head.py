"""Words at the head of a sentence that are none: with its capital such a word may be a name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from omi_report.lint.checked_text import CheckedText, CheckedTexts
from omi_report.lint.rules.language.lexicon import is_word, one_edit_away, unknown_among
from omi_report.lint.rules.people.given_names import NAMES
from omi_report.lint.rules.references.known_names import known_names

_OFTEN = 2
"""So often the area has a word that is taken for what was meant."""


def unknown_heads(texts: CheckedTexts) -> list[tuple[CheckedText, re.Match[str]]]:
    """Return the first words of sentences that stand in no list, once in the area, and are no given names."""
    heads = [(text, match) for text in texts for match in _head().finditer(text.words)]
    unknown = frozenset(unknown_among({match.group().lower() for _text, match in heads}))
    found = [(text, match) for text, match in heads if match.group().lower() in unknown and match.group() not in NAMES]
    times = known_names(texts.inspection).times if found else Counter[str]()
    return [(text, match) for text, match in found if times[match.group()] < 2]


def meant_at_head(word: str, counts: Counter[str]) -> Iterator[str]:
    """Yield the words of the area that a word with a capital was most likely meant to be."""
    for each in dict.fromkeys(one_edit_away(word.lower())):
        if counts[each] >= _OFTEN and is_word(each):
            yield each.capitalize()


@cache
def _head() -> re.Pattern[str]:
    return re.compile(r"(?:(?<=\A)|(?<=[.!?]\s))[A-Z][a-z]{4,}(?=\s[a-z])")
