"""Words that lost their fi, fl, ff or ffi: programs that read a PDF drop these letters where they are one character."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.lint.rules.language.lexicon import is_common

_LETTERS = ("fi", "fl", "ff", "ffi")
_SHORTEST = 5
"""The fewest letters of a whole word: shorter ones come about by chance."""


def with_letters(before: str, word: str, after: str) -> Iterator[tuple[str, str, str]]:
    """Yield the words that an unknown word was, with the word before or behind it of which it is a part, if any.

    All are in small letters: «o», «cers» → («o», «officers», "").
    """
    for letters in _LETTERS:
        for first, second in ((before, word), (word, after)):
            if first and second and _is_whole(first + letters + second):
                yield (before if second == word else ""), first + letters + second, (after if first == word else "")
    for letters in _LETTERS:
        for at in range(len(word) + 1):
            whole = word[:at] + letters + word[at:]
            if _is_whole(whole):
                yield "", whole, ""


def _is_whole(word: str) -> bool:
    return len(word) >= _SHORTEST and is_common(word)
