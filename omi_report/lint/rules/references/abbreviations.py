"""The list of abbreviations, and the abbreviations that the texts use.

An entry may stand for several forms (``OASys/eOASys``) or be of several words (``HMI Probation``).
In a text an abbreviation also stands in the plural (PPOs) and with an apostrophe.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from omi_report.inspection import Inspection, remembered
from omi_report.lint.rules.references.capitals import PLAIN, STRESSED
from omi_report.numbering import letters_of
from omi_report.problems import Location
from omi_report.prose.abbreviation import looks_abbreviated, singular
from omi_report.source.folder import SourceFile
from omi_report.source.tree import Mapping

BLANK = "TODO"


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


class AbbreviationList:
    """The list of an area, and its file; empty where it has none."""

    def __init__(self, inspection: Inspection) -> None:
        found = next(inspection.area.ask(lambda kind: kind.abbreviations), None)
        self.file, listed = found or ("", {})
        self.entries = tuple(Entry(self.file, name, expansion, _forms(name)) for name, expansion in listed.items())
        self.forms = {form: entry for entry in self.entries for form in entry.forms}
        self.is_blank = any(BLANK in entry.name for entry in self.entries)
        self._parts = {word for form in self.forms for word in form.split() if " " in form}
        self._plain = PLAIN | STRESSED | set(inspection.framework.plain_capitals)
        for number in inspection.framework.numbers:
            self._plain |= {letters_of(number), number.partition(".")[0]}  # the KQ of KQ 1.1

    def entry(self, word: str) -> Entry | None:
        """Return the entry of a word of a text, which may be a plural."""
        return self.forms.get(word) or self.forms.get(singular(word))

    def explains(self, word: str) -> bool:
        """Say whether the list explains a word, be it as a part of a longer abbreviation."""
        return self.entry(word) is not None or singular(word) in self._parts

    def knows(self, word: str) -> bool:
        """Say whether a reader can look a word up, or needs not."""
        return self.explains(word) or self._is_plain(word)

    def unlisted(self, prose: str) -> list[Use]:
        """Return the abbreviations in the prose of a text that need an entry and have none."""
        return [use for use in uses(prose) if not self.knows(use.word)]

    def _is_plain(self, word: str) -> bool:
        return word in self._plain or singular(word) in self._plain or bool(_roman().fullmatch(word))


@remembered
def abbreviations_of(inspection: Inspection) -> AbbreviationList:
    """Return the list of an area."""
    return AbbreviationList(inspection)


@lru_cache(maxsize=1024)
def uses(prose: str) -> tuple[Use, ...]:
    """Return everything in the prose of a text that looks like an abbreviation: PPO, RoH, eOASys, OGRS2, PPOs."""
    found = []
    for match in _capital().finditer(prose):
        if match.group()[1:].islower() or _address().match(prose, match.end()):
            continue
        small = _small_start().search(prose, max(0, match.start() - 3), match.start())
        word = small.group() + match.group() if small else ""
        if word and looks_abbreviated(word) and not _postcode().match(prose, match.start()):
            found.append(Use(word, match.end() - len(word)))
    return tuple(found)


def _forms(name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys([name, *(part.strip() for part in name.split("/") if part.strip())]))


def key_place(inspection: Inspection, entry: Entry) -> Location:
    """Return the place of an entry's abbreviation in the list."""
    return inspection.area.at(entry.file, (entry.name,), key=True)


def value_place(inspection: Inspection, entry: Entry) -> Location:
    """Return the place of what an entry stands for."""
    return inspection.area.at(entry.file, (entry.name,))


def list_source(inspection: Inspection) -> tuple[SourceFile, Mapping] | None:
    """Return the file of the list, and the list as it stands there; None where there is none."""
    for name, _listed in inspection.area.ask(lambda kind: kind.abbreviations):
        source = inspection.area.files[name]
        if isinstance(source.root, Mapping):
            return source, source.root
    return None


def standard_texts(inspection: Inspection) -> Iterator[str]:
    """Yield the texts and titles of a framework that comes with omi: every report prints them."""
    framework = inspection.framework
    for _path, text in framework.prose():
        yield text
    for section in framework.sections:
        yield section.title
        yield from (definition.title for definition in section.criteria)
    for part in framework.parts:
        yield part.heading or ""
        yield from (block.heading for block in part.blocks)


@cache
def _capital() -> re.Pattern[str]:
    return re.compile(r"[A-Z]\w*")


@cache
def _address() -> re.Pattern[str]:
    return re.compile(r"@|\.[a-z]")


@cache
def _small_start() -> re.Pattern[str]:
    """The beginning of an abbreviation in small letters: eOASys; but not the second half of «reOffending»."""
    return re.compile(r"(?<![@\w])[a-z]{0,2}\Z")


@cache
def _postcode() -> re.Pattern[str]:
    return re.compile(r"[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b")


@cache
def _roman() -> re.Pattern[str]:
    return re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
