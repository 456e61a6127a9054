"""Which words there are in British English, and which known word another was most likely meant to be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "british"
_BEGINNING = 3
"""Words are listed by so many first letters."""

_PREFIXES = ("re", "un", "non", "over", "under", "pre", "mis", "inter", "co", "sub", "multi")
_SHORTEST_AFTER_PREFIX = 5
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def lines_of(file: str) -> list[str]:
    """Return the lines of one of the lists of words: `phrases.txt`."""
    return (_FOLDER / file).read_text(encoding="utf-8").splitlines()


def is_word(word: str) -> bool:
    """Say whether a word in small letters is one: listed, of the field, or a listed one behind a prefix."""
    return is_listed(word) or any(
        word.startswith(prefix) and len(word) - len(prefix) >= _SHORTEST_AFTER_PREFIX and is_common(word[len(prefix) :])
        for prefix in _PREFIXES
    )


def unknown_among(words: Iterable[str]) -> list[str]:
    """Return those of many words in small letters that are none."""
    for file in ("common.txt", "rare.txt"):
        listed = _listed(file)
        words = [word for word in words if f" {word[_BEGINNING:] or '.'} " not in listed.get(word[:_BEGINNING], "")]
    return [word for word in words if not is_word(word)]


def is_listed(word: str) -> bool:
    """Say whether a word in small letters stands in a list as it is."""
    return is_common(word) or _is_in("rare.txt", word)


def is_common(word: str) -> bool:
    """Say whether a word in small letters is one that most people use, or one of the field."""
    return _is_in("common.txt", word) or word in _of_the_field()


def one_edit_away(word: str) -> Iterator[str]:
    """Yield what a slip of the hand could have made a word of: two letters swapped, one more, less or another.

    Likelier slips come first.
    """
    splits = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    for left, right in splits:
        if len(right) > 1:
            yield f"{left}{right[1]}{right[0]}{right[2:]}"
    for left, right in splits:
        if right:
            yield left + right[1:]
    for left, right in splits:
        for letter in _LETTERS:
            yield f"{left}{letter}{right}"
    for left, right in splits:
        if right:
            for letter in _LETTERS:
                yield f"{left}{letter}{right[1:]}"


def _is_in(file: str, word: str) -> bool:
    listed = _listed(file).get(word[:_BEGINNING], "")
    return f" {word[_BEGINNING:] or '.'} " in listed


@cache
def _listed(file: str) -> dict[str, str]:
    """The words of a file by their first letters: what follows these, between spaces."""
    parted = (line.partition(" ") for line in lines_of(file))
    return {beginning: f" {endings} " for beginning, _, endings in parted}


@cache
def _of_the_field() -> frozenset[str]:
    return frozenset(word for line in lines_of("field.txt") for word in line.split())
