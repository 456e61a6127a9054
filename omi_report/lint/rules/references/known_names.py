"""The names that a report knows: those of its area, its framework and its list, and what its texts name more than once.

A name of several words is known by its words in small letters, so that its spelling can be compared with another.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate, pairwise
from typing import Literal, TypeAlias

from omi_report.inspection import Inspection, remembered
from omi_report.lint.report_words import small_words
from omi_report.lint.rules.references.abbreviations import abbreviations_of, standard_texts
from omi_report.lint.rules.references.word_slips import SlipIndex
from omi_report.lint.scalars import scalars
from omi_report.prose.places import places_in
from omi_report.prose.view import view_of
from omi_report.source.folder import SourceFile
from omi_report.source.tree import Scalar

Source: TypeAlias = Literal["area.yaml", "the calendar", "the framework", "the list of abbreviations", "the texts"]

_SHORT = 3  # letters of a word inside a name of several
_SHORTEST = 4  # letters: shorter names are too often one slip away from a word
_OFTEN = 2
_LETTERS = bytes(code if chr(code).isalpha() else ord(" ") for code in range(128)) + bytes(range(128, 256))
_ASCII = frozenset(map(chr, range(128)))
_CALENDAR = (
    "January February March April June July August September October November December "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday "
    "Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays"
)


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name of one word or of several, as it is spelt, and where it is from.

    ``whole`` is the name of several words of which it is one.
    """

    spelling: str
    source: Source
    words: tuple[str, ...]
    whole: str = ""

    def part(self, plain: str) -> str:
        """Return a word of the name as it is spelt."""
        return _words(self.spelling)[self.words.index(plain)]


@dataclass(frozen=True)
class KnownNames:
    """The names of a report by their words; ``times`` says how often each word, as written, stands in it.

    ``pairs`` are two capitalised words that stand beside each other more than once.
    """

    times: Counter[str]
    pairs: tuple[str, ...]
    alone: dict[str, KnownName]
    phrases: dict[str, tuple[KnownName, ...]]

    @cached_property
    def index(self) -> SlipIndex:
        """All words of the names, in small letters."""
        return SlipIndex({*self.alone, *self.phrases})

    @cached_property
    def rare(self) -> tuple[str, ...]:
        """The words of the report that stand in it once, in whatever letters."""
        return tuple(word for word in self.times if len(word) >= _SHORT and self.often[word.lower()] == 1)

    @cached_property
    def frequent(self) -> dict[str, list[str]]:
        """The longer words that stand in the report more than once, in small letters, by their first letters."""
        found: dict[str, list[str]] = {}
        for word, times in self.often.items():
            if times >= _OFTEN and len(word) > _SHORTEST:
                found.setdefault(word[0], []).append(word)
        return found

    @cached_property
    def often(self) -> Counter[str]:
        """How often each word stands in the report, in whatever letters."""
        often: Counter[str] = Counter()
        for word, times in self.times.items():
            often[word.lower()] += times
        return often


@remembered
def values_of(inspection: Inspection) -> tuple[tuple[SourceFile, Scalar], ...]:
    """Return the values in which a name can stand: of several words, or with a capital."""
    framework = inspection.area.framework_file
    return tuple(
        (file, value)
        for file, value in scalars(inspection)
        if file.name != framework and (" " in value or value[:1].isupper())
    )


def prose_of(value: Scalar) -> str:
    """Return a value with figures, references, code and addresses masked, at the same offsets."""
    masked = "{" in value or "`" in value or "](" in value or places_in(value)
    return view_of(value).prose if masked else value


@remembered
def joined_values(inspection: Inspection) -> str:
    """Return the prose of these values as one text."""
    return "\0".join(prose_of(value) for _file, value in values_of(inspection))


def values_with(inspection: Inspection, words: Iterable[str]) -> list[tuple[SourceFile, Scalar]]:
    """Return those of the values in whose prose one of some words stands, in order."""
    joined, values, starts = joined_values(inspection), values_of(inspection), _starts(inspection)
    found: set[int] = set()
    for word in words:
        at = joined.find(word)
        while at >= 0:
            number = bisect_right(starts, at) - 1
            found.add(number)
            at = joined.find(word, starts[number + 1])
    return [values[number] for number in sorted(found)]


@remembered
def _starts(inspection: Inspection) -> list[int]:
    """Where each value begins in the joined text, and where the last one ends."""
    return list(accumulate((len(each) + 1 for each in joined_values(inspection).split("\0")), initial=0))


@remembered
def known_names(inspection: Inspection) -> KnownNames:
    """Gather the names that a report knows."""
    text = joined_values(inspection)
    written = Counter(_words("\n".join([text, *standard_texts(inspection)])))
    runs = _runs(text)
    gathered = [*_of_area(inspection), *_of_framework(inspection), *_of_abbreviations(inspection)]
    gathered += [_known(name, "the texts") for name in runs]
    small = small_words(inspection)
    alone: dict[str, KnownName] = {}
    for name in [
        *(each for each in gathered if each.source != "the texts"),
        *(_known(word, "the calendar") for word in _CALENDAR.split()),
    ]:
        for word, plain in zip(_words(name.spelling), name.words, strict=True):
            if word[:1].isupper() and len(word) >= _SHORTEST and plain not in small:
                alone.setdefault(plain, _known(word, name.source))
    for word, times in written.items():
        plain = word.lower()
        if (
            times >= _OFTEN
            and word[1:].islower()
            and word[0].isupper()
            and len(word) > _SHORTEST
            and plain not in small
        ):
            alone.setdefault(plain, _known(word, "the texts"))
    phrases: dict[str, list[KnownName]] = {}
    for name in gathered:
        for plain in set(name.words) if len(name.words) > 1 else ():
            if len(plain) >= _SHORTEST:
                phrases.setdefault(plain, []).append(name)
    pairs = tuple(pair for pair, often in _pairs(runs).items() if often >= _OFTEN)
    return KnownNames(written, pairs, alone, {word: tuple(names) for word, names in phrases.items()})


def _known(spelling: str, source: Source) -> KnownName:
    return KnownName(spelling, source, tuple(word.lower() for word in _words(spelling)))


def _words(text: str) -> list[str]:
    if text.isascii() or not any(map(str.isalnum, set(text).difference(_ASCII))):
        return text.encode("ascii", "replace").translate(_LETTERS).decode("ascii").split()
    return _word().findall(text)


def _of_area(inspection: Inspection) -> list[KnownName]:
    identity = inspection.area.identity
    names = [identity.area, identity.chief_inspector or "", *(name for role in identity.team for name in role.names)]
    return [_known(name, "area.yaml") for name in names if name]


def _of_framework(inspection: Inspection) -> list[KnownName]:
    framework = inspection.framework
    sections = [section.title for section in framework.sections]
    criteria = [each.title for section in framework.sections for each in section.criteria]
    return [_known(title, "the framework") for title in (*sections, *criteria)]


def _of_abbreviations(inspection: Inspection) -> list[KnownName]:
    entries = abbreviations_of(inspection).entries
    return [_known(part, "the list of abbreviations") for each in entries for part in each.expansion.split("/")]


def _runs(text: str) -> Counter[str]:
    """The names of several words in the texts, with how often each of them stands there."""
    return Counter(" ".join(match.split()) for match in _run().findall(text))


def _pairs(runs: Counter[str]) -> Counter[str]:
    pairs: Counter[str] = Counter()
    for name, often in runs.items():
        for one, other in pairwise(name.split()):
            if one[0].isupper() and other[0].isupper():
                pairs[f"{one} {other}"] += often
    return pairs


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+")


@cache
def _run() -> re.Pattern[str]:
    """Capitalised words inside a sentence or at the beginning of a label."""
    return re.compile(
        r"[A-Z](?:(?<=[a-z,(\0]\s.)|(?<=\0.))[a-z]+(?:\s+(?:(?:of|and|for|the|in)\s+)?[A-Z][a-z]+)+(?![\w'’-])"
    )
