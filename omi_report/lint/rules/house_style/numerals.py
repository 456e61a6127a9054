"""Numbers written in words, as the rules about numbers look for them."""

from __future__ import annotations

from omi_report.language.english import WRITTEN_OUT_BELOW, in_words

IN_WORDS = {in_words(number): number for number in range(1, 100)}
"""Every number from one to ninety-nine by its words."""

_UNITS = "|".join(in_words(number) for number in range(1, 10))
_TENS = "|".join(in_words(number) for number in range(20, 100, 10))
_TEENS = "|".join(in_words(number) for number in range(10, 20))

LARGE_WORDS = rf"(?:(?:{_TENS})(?:[-\s](?:{_UNITS})\b)?|{_TEENS})"
"""A pattern for the numbers from ten in words."""

SMALL_WORDS = rf"(?:{_UNITS})"
"""A pattern for those below ten."""

WORDS = rf"(?:{LARGE_WORDS}|{SMALL_WORDS})"

LARGE = frozenset(words for words, number in IN_WORDS.items() if number >= WRITTEN_OUT_BELOW and "-" not in words)
"""The words that a number from ten begins with."""
