"""Words that are one slip of the hand apart: a letter lost, added, changed, or two that changed places."""

from __future__ import annotations

from collections.abc import Iterable


def is_one_slip(one: str, other: str) -> bool:
    """Say whether two words, in small letters, are one slip apart."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    left, right = one[start:], other[start:]
    return left[1:] == right[1:] or left[1:] == right or left == right[1:] or left[1::-1] + left[2:] == right


def is_ending(one: str, other: str) -> bool:
    """Say whether two words differ in their last letter alone: a plural, a form of a verb."""
    short, long = sorted((one, other), key=len)
    return long[:-1] == short if len(short) < len(long) else one[:-1] == other[:-1]


class SlipIndex:
    """Known words, among which those are found quickly that are one slip away from another word."""

    def __init__(self, words: Iterable[str]) -> None:
        self._known: dict[str, list[str]] = {}
        for word in words:
            for key in {word, *_without_a_letter(word)}:
                self._known.setdefault(key, []).append(word)

    def near(self, word: str) -> list[str]:
        """Return the known words that are one slip away from a word."""
        found = {known for key in (word, *_without_a_letter(word)) for known in self._known.get(key, ())}
        return sorted(known for known in found if is_one_slip(word, known))


def _without_a_letter(word: str) -> list[str]:
    return [word[:at] + word[at + 1 :] for at in range(len(word))]
