"""Words and names among the writer's own words."""

from __future__ import annotations

import re
from functools import cache

from omi_report.prose.view import begins_sentence


def is_name(words: str, start: int, end: int) -> bool:
    """Say whether a word is (part of) a name: a capital in mid-sentence, or before another capital."""
    if not words[start].isupper():
        return False
    return not begins_sentence(words, start) or bool(_capitalised().match(words, end))


def with_case_of(pattern: str, word: str) -> str:
    """Return a word with a capital, or in capitals, where another has them."""
    if pattern.isupper() and len(pattern) > 1:
        return word.upper()
    return word[0].upper() + word[1:] if pattern[0].isupper() else word


@cache
def _capitalised() -> re.Pattern[str]:
    return re.compile(r"\s+(?:(?:and|for|in|of|on|the)\s+)*[A-Z]\w*[a-z]")


_LIGHT = frozenset(
    "about after again also been before being could does each from have having more most much only other over shall "
    "should some such than that their them then there these they this those very were what when where which while "
    "whose will with would".split()
)
_STEM = 5


def words_of_weight(text: str) -> frozenset[str]:
    """Return the beginnings of the words of a text that say what it is about: «sente» of «sentences»."""
    words = re.findall(r"[a-z]{4,}", text.lower())
    return frozenset(word[:_STEM] for word in words if word not in _LIGHT)


def are_changed_over(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Say whether, of two pairs of texts that say the same, each first one fits the last of the other pair better."""
    (first, of_first), (second, of_second) = (tuple(map(words_of_weight, pair)) for pair in (one, other))
    return len(first & of_second) > len(first & of_first) and len(second & of_first) > len(second & of_second)
