"""Where a text spells out an abbreviation: «Local Area Agreement (LAA)» or «LAA (Local Area Agreement)»."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from omi_report.lint.rules.references.abbreviations import Entry
from omi_report.prose.abbreviation import singular
from omi_report.prose.view import TextView

_REACH = 150  # characters before a bracket in which an expansion can stand
_SMALL = frozenset("a an and at by for in of on or other the to with".split())
_SHARED = 0.6  # of the listed words: «Multi-Agency Public Protection Panels» has four of the five of MAPPA


class Expansion(NamedTuple):
    """An abbreviation spelled out: the words, and the stretch of the text that they and it take up."""

    name: str
    words: str
    start: int
    end: int
    words_start: int


@lru_cache(maxsize=1024)
def candidates(prose: str) -> tuple[Expansion, ...]:
    """Return every abbreviation of a text's prose with words beside it; the words may be none of its own."""
    found = []
    for match in _bracketed().finditer(prose):
        words_first = match["name"] is not None
        pattern = _words_before() if words_first else _name_before()
        before = pattern.search(prose, max(0, match.start() - _REACH), match.start())
        if before:
            words = before if words_first else match
            name = (match if words_first else before)["name"]
            found.append(Expansion(name, words["words"], before.start(), match.end(), words.start("words")))
    return tuple(found)


def expansion_in(view: TextView, name: str) -> str | None:
    """Return the words whose initials are those of an abbreviation, where a text spells it out."""
    return next((found.words for found in spelled_out(view) if singular(found.name) == name), None)


def spelled_out(view: TextView) -> Iterator[Expansion]:
    """Yield the expansions of a text that its initials show to be such, cut to their own words."""
    for found in candidates(view.prose):
        for tail in _tails(found):
            if has_initials(tail.words, found.name):
                yield tail
                break


def listed_words(
    view: TextView, look_up: Callable[[str], Entry | None], *, same: bool
) -> Iterator[tuple[Entry, Expansion]]:
    """Yield where a text spells out entries of the list: in the words of the list, or in others.

    ``look_up`` returns the entry of an abbreviation.
    """
    for found in candidates(view.prose):
        entry = look_up(found.name)
        if entry is None:
            continue
        own = next((tail for tail in _tails(found) if _is_of(tail.words, found.name, entry)), None)
        shown = own if same else None if own else _other(found, entry)
        if shown:
            yield entry, shown


def words_of_others(
    view: TextView, look_up: Callable[[str], Entry | None], by_words: Mapping[tuple[str, ...], Entry]
) -> Iterator[tuple[Entry, Expansion, Entry]]:
    """Yield where a text spells out an entry of the list in the words of another, with that other one.

    ``by_words`` has the entries by what each stands for (`plain_words`).
    """
    for found in candidates(view.prose):
        entry = look_up(found.name)
        for tail in _tails(found) if entry is not None else ():
            other = by_words.get(tuple(plain_words(tail.words)))
            if entry is not None and other is not None and not _is_of(tail.words, found.name, entry):
                yield entry, tail, other
                break


def _other(found: Expansion, entry: Entry) -> Expansion | None:
    """The words beside an abbreviation, where they look like an expansion but are not the listed one."""
    listed = plain_words(entry.expansion)
    for tail in _tails(found):
        words = plain_words(tail.words)
        alike = len(words) == len(listed) and len(set(words) & set(listed)) >= max(2, _SHARED * len(set(listed)))
        if alike or has_initials(tail.words, found.name):
            return tail
    return None


def _tails(found: Expansion) -> Iterator[Expansion]:
    """The words beside an abbreviation, less none, one, two … of the first."""
    if found.words_start > found.start:  # in brackets, and so all or nothing
        yield found
        return
    for match in _single().finditer(found.words):
        words = found.words[match.start() :]
        start = found.words_start + match.start()
        yield found._replace(words=words, start=start, words_start=start)


def _is_of(words: str, name: str, entry: Entry) -> bool:
    expansions = [entry.expansion]
    parts = entry.expansion.split("/")
    if len(parts) == len(entry.forms) - 1:  # OASys/eOASys: Offender Assessment System/electronic OASys
        expansions += [part for part, form in zip(parts, entry.forms[1:], strict=True) if form == singular(name)]
    return any(plain_words(words) == plain_words(each) for each in expansions)


def has_initials(words: str, name: str) -> bool:
    """Say whether the initials of words make an abbreviation, with or without small words and letters."""
    singles = [word.casefold() for word in _single().findall(words) if not word.isdigit()]
    letters = "".join(letter for letter in singular(name) if letter.isalpha())
    large = "".join(letter for letter in letters if letter.isupper()).casefold()
    initials = "".join(word[0] for word in singles)
    short = "".join(word[0] for word in singles if word not in _SMALL)
    if singles and singles[0] in _SMALL and initials != letters.casefold():
        return False
    return initials == letters.casefold() or short in (large, letters.casefold())


def plain_words(words: str) -> list[str]:
    """Return words as two expansions are compared: without case, hyphens and plurals."""
    return [word[:-1] if len(word) > 3 and word.endswith("s") else word for word in _singles(words)]


def _singles(words: str) -> list[str]:
    plain = words.casefold().replace("’", "'").replace("&", "and")
    return [word.removesuffix("'s") for word in _single().findall(plain)]


_NAME = r"[a-z]{0,2}[A-Z][A-Za-z0-9]{1,15}"
_WORD = r"[^\W_][\w'’/-]*"
_WORDS = rf"{_WORD}(?:,?\s+{_WORD}){{1,9}}"


@cache
def _bracketed() -> re.Pattern[str]:
    return re.compile(rf"(?<=\s)\((?:(?P<name>{_NAME})|(?P<words>{_WORDS}))\)")


@cache
def _words_before() -> re.Pattern[str]:
    return re.compile(rf"(?P<words>{_WORDS})\s+\Z")


@cache
def _name_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<name>{_NAME})\s+\Z")


@cache
def _single() -> re.Pattern[str]:
    return re.compile(r"[^\W_][\w'’]*")
