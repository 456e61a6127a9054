"""The list of abbreviations, and the abbreviations that the texts use.

An entry may stand for several forms (``OASys/eOASys``) or be of several words (``HMI Probation``).
In a text an abbreviation also stands in the plural (PPOs) and with an apostrophe.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from omi_report.lint.lazy import lazy_regex
from omi_report.lint.rules.references.capitals import PLAIN, STRESSED
from omi_report.lint.subject import Subject
from omi_report.lint.text import masked
from omi_report.problems import Location
from omi_report.source.folder import SourceFile
from omi_report.source.tree import Mapping

BLANK = "TODO"

_CAPITAL = lazy_regex(r"[A-Z]\w*")
_ADDRESS = lazy_regex(r"@|\.[a-z]")
_SMALL_START = lazy_regex(r"(?<![@\w])[a-z]{0,2}\Z")  # eOASys; but not the second half of «reOffending»
_LONGEST = 6  # «ASSESSMENT» in capitals is a word; UNICEF is an abbreviation
_POSTCODE = lazy_regex(r"[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b")
_ROMAN = lazy_regex(r"X{0,3}(?:IX|IV|V?I{0,3})")
_PLURAL = lazy_regex(r"[A-Z0-9]s")


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the list: its file, the abbreviation as listed, its forms and what it stands for."""

    file: str
    name: str
    expansion: str
    forms: tuple[str, ...]


class Use(NamedTuple):
    """An abbreviation in a text, as written, and the offset at which it stands."""

    word: str
    offset: int


class Abbreviations:
    """The list of an area, and its file; empty where it has none."""

    def __init__(self, subject: Subject) -> None:
        found = next(subject.area.ask(lambda kind: kind.abbreviations), None)
        self.file, listed = found or ("", {})
        self.entries = tuple(Entry(self.file, name, expansion, _forms(name)) for name, expansion in listed.items())
        self.forms = {form: entry for entry in self.entries for form in entry.forms}
        self.is_blank = any(BLANK in entry.name for entry in self.entries)
        self._parts = {word for form in self.forms for word in form.split() if " " in form}
        self._plain = PLAIN | STRESSED | set(subject.area.framework.plain_capitals)

    def entry(self, word: str) -> Entry | None:
        """Return the entry of a word of a text, which may be a plural."""
        return self.forms.get(word) or self.forms.get(singular(word))

    def explains(self, word: str) -> bool:
        """Say whether the list explains a word, be it as a part of a longer abbreviation."""
        return self.entry(word) is not None or singular(word) in self._parts

    def unlisted(self, text: str) -> list[Use]:
        """Return the abbreviations of a text that need an entry and have none."""
        return [use for use in uses(text) if not self.explains(use.word) and not self._is_plain(use.word)]

    def _is_plain(self, word: str) -> bool:
        return word in self._plain or singular(word) in self._plain or bool(_ROMAN.fullmatch(word))


@lru_cache(maxsize=4096)
def uses(text: str) -> tuple[Use, ...]:
    """Return everything in a text that looks like an abbreviation: PPO, RoH, eOASys, OGRS2, PPOs.

    Names such as McDonald and PowerPoint have two capitals too, but more small letters than large.
    """
    prose = masked(text)
    found = []
    for match in _CAPITAL.finditer(prose):
        if match.group()[1:].islower() or _ADDRESS.match(prose, match.end()):
            continue
        small = _SMALL_START.search(prose, max(0, match.start() - 3), match.start())
        word = small.group() + match.group() if small else ""
        if word and _is_abbreviation(word) and not _POSTCODE.match(prose, match.start()):
            found.append(Use(word, match.end() - len(word)))
    return tuple(found)


def _is_abbreviation(word: str) -> bool:
    letters = singular(word)
    if not letters.isascii() or not letters.isalnum():
        return False
    if len(letters) > _LONGEST and letters.isupper():
        return False
    large = sum(letter.isupper() for letter in letters)
    return large > 1 and 2 * large >= sum(letter.isalpha() for letter in letters)


def singular(word: str) -> str:
    """Return an abbreviation without the s of its plural; OASys has none."""
    return word[:-1] if _PLURAL.fullmatch(word[-2:]) else word


def _forms(name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys([name, *(part.strip() for part in name.split("/") if part.strip())]))


def key_place(subject: Subject, entry: Entry) -> Location:
    """Return the place of an entry's abbreviation in the list."""
    return subject.area.at(entry.file, (entry.name,), key=True)


def value_place(subject: Subject, entry: Entry) -> Location:
    """Return the place of what an entry stands for."""
    return subject.area.at(entry.file, (entry.name,))


def list_source(subject: Subject) -> tuple[SourceFile, Mapping] | None:
    """Return the file of the list, and the list as it stands there; None where there is none."""
    for name, _listed in subject.area.ask(lambda kind: kind.abbreviations):
        source = subject.area.files[name]
        if isinstance(source.root, Mapping):
            return source, source.root
    return None


def standard_texts(subject: Subject) -> Iterator[str]:
    """Yield the texts and titles of a framework that comes with omi: every report prints them."""
    framework = subject.area.framework
    for _path, text in framework.prose():
        yield text
    for section in framework.sections:
        yield section.title
        yield from (definition.title for definition in section.criteria)
    for part in framework.parts:
        yield part.heading or ""
        yield from (block.heading for block in part.blocks)
