"""Finds the texts that a rule looks at, for all texts of a report at once: few rules want more than a handful."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import Wanted

_BETWEEN = "\0"
"""Stands between two texts; no text and no ``holds`` has it."""


class TextIndex:
    """Texts, and in which of them a word or a piece of text stands.

    A rule that is asked for a word that no text has costs one look into a table, however many texts there are.
    """

    def __init__(self, texts: Sequence[CheckedText]) -> None:
        """Take texts in the order of the report."""
        self.texts = texts
        self._all = _BETWEEN.join(text.view.text for text in texts)
        self._starts = list(accumulate((len(text.view.text) + len(_BETWEEN) for text in texts), initial=0))
        self._standard = frozenset(number for number, text in enumerate(texts) if text.is_standard)
        self._standard_titles = frozenset(number for number in self._standard if texts[number].is_standard_title)
        self._of_part: dict[str, frozenset[int]] = {}
        self._of_word: dict[str, list[int]] = {}
        for number, text in enumerate(texts):
            for word in text.view.vocabulary:
                self._of_word.setdefault(word, []).append(number)

    def wanted_by(self, wanted: Wanted) -> Iterator[int]:
        """Return the numbers of the texts that a rule looks at, in order.

        Most rules want texts of every kind. For them ``Wanted.takes`` is not asked text by text: it could only say no
        to the standard titles.
        """
        candidates = self._candidates(wanted)
        if wanted.where is None and (wanted.standard or not self._standard):
            skipped = () if wanted.standard_titles else self._standard_titles
            return (number for number in candidates if number not in skipped) if skipped else iter(candidates)
        return (number for number in candidates if wanted.takes(self.texts[number]))

    def _candidates(self, wanted: Wanted) -> Iterable[int]:
        """The texts with one of the words and one of the parts of text that a rule asks for."""
        if wanted.holds:
            holding = frozenset[int]().union(*map(self._with_part, wanted.holds))
            if not wanted.words or not holding:
                return sorted(holding)
            return sorted(holding.intersection(self._with_a_word(wanted.words)))
        return sorted(self._with_a_word(wanted.words)) if wanted.words else range(len(self.texts))

    def _with_a_word(self, words: frozenset[str]) -> set[int]:
        found: set[int] = set()
        for word in words & self._of_word.keys() if len(words) > len(self._of_word) else words:
            found.update(self._of_word.get(word, ()))
        return found

    def _with_part(self, part: str) -> frozenset[int]:
        if part not in self._of_part:
            self._of_part[part] = frozenset(self._each_with(part))
        return self._of_part[part]

    def _each_with(self, part: str) -> Iterator[int]:
        at = self._all.find(part)
        while at >= 0:
            number = bisect_right(self._starts, at) - 1
            yield number
            at = self._all.find(part, self._starts[number + 1])
