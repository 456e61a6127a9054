"""Which question or attribute a heading names: by its number, its id or name, or the words of its text."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from omi_report.importing.sheets.guess.guessed import Guess
from omi_report.importing.sheets.headings import Heading
from omi_report.importing.sheets.sheet_kinds import SheetKind
from omi_report.importing.sheets.spellings import folded, words_of

_NUMBER = r"[A-Za-z]{0,3}[  ]?\d{1,3}(?:[._-]\d{1,3})*"
_AT_HEAD = re.compile(
    rf"\W*(?:(?:question|qn|qu|q|var|v)[\s_.:#-]*)?({_NUMBER})(?![\d/])[\s.:)\]_-]*(.*)", re.IGNORECASE | re.DOTALL
)
_AT_END = re.compile(
    rf"(.*?)[\s]*[(\[][\s]*(?:question|qn|qu|q)?[\s_.:#-]*({_NUMBER})[\s]*[)\]]\W*", re.IGNORECASE | re.DOTALL
)
_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})|(\d{1,2})/(\d{1,2})/(\d{2,4})")
_ORDINAL = re.compile(
    r"^\W*(?:(?:question|qn|qu|q)[\s_.:#-]*)?\d{1,3}(?:[._]\d{1,3})*[a-z]?[\s.:)\]_-]+(?=\D)", re.IGNORECASE
)

_NEGATIONS = frozenset("not no never without nor neither unable failed".split())

_CONTRADICTS = "whose numbers are those of other questions than their words: an export may number them by itself"

_SHORTEST = 4
"""So many words a heading has at least that is held against the texts of questions as a whole."""


class Matching:
    """The names of the columns of a sheet, as headings write them.

    ``labels`` are texts of questions by the names of variables that stand in their place, as a code book has them.
    """

    def __init__(self, kind: SheetKind, labels: Mapping[str, str] = MappingProxyType({})) -> None:
        self._labels = labels
        self._ids = {name.casefold().replace(" ", ""): name for name in kind.columns}
        self._names = _unique((words_of(name), name) for name in kind.columns)
        texts = [(words_of(text), name) for name, text in kind.texts.items() if name in kind.columns]
        self._texts = _unique(texts)
        self._by_name = {name: frozenset(words) for words, name in texts}
        counts = Counter(word for words in self._by_name.values() for word in words)
        self._weights = {word: math.log(1 + len(texts) / count) for word, count in counts.items()}
        self._known: dict[tuple[str, str], Guess | None] = {}

    def surely(self, heading: Heading) -> Guess | None:
        """Return what a heading names by its number, its id or its whole text; None where it names nothing so."""
        key = heading.lowest, heading.joined
        if key not in self._known:
            self._known[key] = self._first(heading, self._exactly)
        return self._known[key]

    def likely(self, heading: Heading) -> Guess | None:
        """Return what a heading names most likely, by the words that it has in common with the text of a question."""
        return self.surely(heading) or self._first(heading, self._by_words)

    def _first(self, heading: Heading, look: Callable[[str], Guess | None]) -> Guess | None:
        label = self._labels.get(folded(heading.lowest), "")
        parts = dict.fromkeys((label, heading.lowest, heading.joined, *heading.joined.split(" / ")[::-1]))
        for text in parts:
            found = look(text)
            if found is not None:
                return found
        return None

    def _exactly(self, text: str) -> Guess | None:
        words = words_of(text)
        if not words:
            return None
        numbered = self._by_number(text)
        if numbered is not None:
            return numbered
        if words in self._names:
            return Guess(self._names[words], 98, "its name")
        for tried in (words, words_of(_ORDINAL.sub("", text))):
            if tried in self._texts:
                return Guess(self._texts[tried], 98, "its text")
        return self._by_beginning(words_of(_ORDINAL.sub("", text))) or self._by_date(text)

    def _by_number(self, text: str) -> Guess | None:
        for match, number, rest in _numbers(text):
            name = self._ids.get(number)
            if name is None:
                continue
            words = frozenset(words_of(rest))
            other = self._names.get(words_of(rest)) or self._texts.get(words_of(rest))
            if other is not None and other != name:
                return Guess(name, 50, f"its number; by its words it is {other}", _CONTRADICTS)
            if len(words) < _SHORTEST or name not in self._by_name:
                return Guess(name, 95 if match else 93, "its number")
            own = self._likeness(words, name)
            likest = max(self._by_name, key=lambda each: self._likeness(words, each))
            if self._likeness(words, likest) > max(own + 0.15, 0.4):
                return Guess(name, 50, f"its number; by its words it is {likest}", _CONTRADICTS)
            if own >= 0.4 and _NEGATIONS & (words ^ self._by_name[name]):
                return Guess(name, 70, "its number; its words may say the opposite")
            if own >= 0.4:
                return Guess(name, 99, "its number and words")
            return Guess(name, 91 if own >= 0.2 else 70, "its number, with other words")
        return None

    def begun_by(self, heading: Heading) -> list[str]:
        """Return what has a text that begins as a heading does: survey tools cut long headings off."""
        words = words_of(_ORDINAL.sub("", heading.lowest))
        return self._beginning(words) if len(words) >= _SHORTEST else []

    def _by_beginning(self, words: tuple[str, ...]) -> Guess | None:
        """The only text that begins as a heading does."""
        found = self._beginning(words) if len(words) >= _SHORTEST else []
        return Guess(found[0], 93, "the first words of its text") if len(found) == 1 else None

    def _beginning(self, words: tuple[str, ...]) -> list[str]:
        last = len(words) - 1  # a word that may be cut off too
        return [
            name
            for text, name in self._texts.items()
            if text[:last] == words[:last] and len(text) > last and text[last].startswith(words[last])
        ]

    def _by_date(self, text: str) -> Guess | None:
        """The number that a spreadsheet has made a date of: 1.2.10."""
        match = _DATE.search(text)
        if match is None:
            return None
        year, month, day = (match[1], match[2], match[3]) if match[1] else (match[6], match[5], match[4])
        short = int(year) % 100
        found = {
            name
            for first, second in ((day, month), (month, day))
            if (name := self._ids.get(f"{int(first)}.{int(second)}.{short}"))
        }
        return Guess(found.pop(), 60, "the number that a spreadsheet made a date of") if len(found) == 1 else None

    def _by_words(self, text: str) -> Guess | None:
        words = frozenset(words_of(_ORDINAL.sub("", text)))
        if len(words) < 2:
            return None
        scored = sorted(((self._likeness(words, name), name) for name in self._by_name), reverse=True)[:2]
        if not scored or scored[0][0] < 0.5:
            return None
        second = scored[1][0] if len(scored) > 1 else 0.0
        if scored[0][0] - second < 0.08:
            return None
        likeness, name = scored[0]
        own = self._by_name[name]
        most = 0.97
        if words - own and own - words:
            most = 0.88  # a word in place of another may ask for something else
        if _NEGATIONS & (words ^ own):
            most = 0.6
        return Guess(name, round(100 * min(likeness, most)), "the words of its text")

    def _likeness(self, words: frozenset[str], name: str) -> float:
        """How much of the weight of all words of two texts is in those that both have."""
        own = self._by_name[name]
        usual = 1.0
        both = sum(self._weights.get(word, usual) for word in words & own)
        either = sum(self._weights.get(word, usual) for word in words | own)
        return both / either if either else 0.0


def _numbers(text: str) -> Iterable[tuple[bool, str, str]]:
    """The numbers at the head and at the end of a heading: as an id may be written, with the words beside it."""
    head = _AT_HEAD.fullmatch(text)
    if head:
        yield True, re.sub(r"[_-]", ".", head[1].casefold().replace(" ", "").replace(" ", "")), head[2]
        yield True, re.sub(r"[_-]", ".", text.casefold().strip().replace(" ", "")), ""
    end = _AT_END.fullmatch(text)
    if end:
        yield False, re.sub(r"[_-]", ".", end[2].casefold().replace(" ", "")), end[1]


def _unique(pairs: Iterable[tuple[tuple[str, ...], str]]) -> dict[tuple[str, ...], str]:
    """Names by words, without words that mean several."""
    found: dict[tuple[str, ...], str] = {}
    several: set[tuple[str, ...]] = set()
    for words, name in pairs:
        if not words:
            continue
        if found.setdefault(words, name) != name:
            several.add(words)
    return {words: name for words, name in found.items() if words not in several}
