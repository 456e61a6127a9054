"""What a framework has names for, and which of them a line is the title of.

A title may be written otherwise than in the framework: in capitals, with a mistake, with words before or behind it
(«General Criterion:», «(Punish)»). How sure it is, is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cached_property
from typing import Literal, NamedTuple, TypeAlias

from omi_report.errors import UnknownNameError
from omi_report.importing.joining import COLUMNS
from omi_report.importing.pieces import bare
from omi_report.model.framework import Framework
from omi_report.numbering import as_written, name_of
from omi_report.problems import meant_or

What: TypeAlias = Literal["section", "criterion", "part", "findings", "box", "thread", "addressee"]

_LONGEST = 160
"""A longer line is no title."""
_MOST_EXTRA = 5
"""So many words may stand around a title in its line."""
_ALIKE = 0.86
"""How alike the words of a line and of a title must be where they are not the same."""
_FEWEST_ALIKE = 8
"""Shorter titles must be the same: «Courts» is not «Count»."""
_PAGE = re.compile(r"(?:\.{3,}|…+|[.\s]{4,}|\t|\s{2,}|\s(?=\d+$))\s*\d{1,3}$")
"""What a line of the contents ends with."""
_SCORE = re.compile(r"(?:[A-Za-z]+\s)?\d{1,3}(?:\.\d+)?\s?%")
_APPENDIX = re.compile(r"^(?:appendix|annex)\s+(?P<number>[A-Z]|\d{1,2})\b[\s:.–-]*", re.IGNORECASE)
_EMPHASIS = re.compile(r"^[*_#\s]+|[*_\s]+$")


class Title(NamedTuple):
    """A line that is the title of something: what, its name, and whether that is sure.

    ``numbered`` says that its number stands there too, ``listed`` that a page number stands behind it, as in contents.
    ``words`` is the line without its mark, ``extra`` says that it has words which are not of the title, and ``begun``
    that it has no more than the first words of the title.
    """

    what: What
    name: str
    sure: bool = True
    numbered: bool = False
    listed: bool = False
    extra: bool = False
    begun: bool = False


@dataclass(frozen=True)
class Titles:
    """The titles of a framework, and what a report has for some of them: the title that is meant by its own words."""

    framework: Framework
    called: Mapping[str, Title] = field(default_factory=dict)
    _seen: dict[tuple[str, int], Title | None] = field(default_factory=dict)

    def of(self, text: str, level: int = 0) -> Title | None:
        """Return what a line is the title of; None for any other. ``level`` is above 0 where the file calls it one."""
        key = (text, min(level, 1))
        if key not in self._seen:
            self._seen[key] = self._found(text, level)
        return self._seen[key]

    def called_so(self, names: Iterable[tuple[str, str]]) -> Titles:
        """Return the titles with more words for some: what the report says, and the name or number in the framework.

        Raises UnknownNameError where the framework has no such name.
        """
        found = {}
        for said, meant in names:
            title = self._meant(meant)
            if title is None:
                known = [name for _title, several in self._all() for name in several]
                hint = meant_or("omi frameworks shows its titles", meant, known)
                raise UnknownNameError(f"«{meant}» is no title of the framework ({hint})")
            found[bare(said)] = title
        return Titles(self.framework, {**self.called, **found})

    def _meant(self, meant: str) -> Title | None:
        for number, what, _title in self._numbers:
            if name_of(meant) == number:
                return Title(what, number)
        return next((title for title, names in self._by_words if bare(meant) in names), None)

    def is_title(self, text: str) -> bool:
        """Say whether a line is a title."""
        return self.of(text) is not None

    def is_listed(self, text: str) -> bool:
        """Say whether a line ends with the number of a page, as in contents."""
        return bool(_PAGE.search(text))

    def appendix_of(self, text: str) -> str:
        """Return the number that a title gives an appendix; empty for any other."""
        found = _APPENDIX.match(_EMPHASIS.sub("", text))
        return found["number"] if found else ""

    def _found(self, text: str, level: int) -> Title | None:
        if len(text) > _LONGEST or not text.strip():
            return None
        words = _EMPHASIS.sub("", COLUMNS.split(text.strip())[0]) if self._has_result(text) else _EMPHASIS.sub("", text)
        listed = _PAGE.search(words)
        title = self._named(_PAGE.sub("", words) if listed else words, level)
        return title._replace(listed=True) if title and listed else title

    def _has_result(self, text: str) -> bool:
        """Whether a line has nothing in its further columns but ratings and scores."""
        first, *further = COLUMNS.split(text.strip())
        return bool(first and further) and all(_SCORE.fullmatch(each) or bare(each) in self._bands for each in further)

    @cached_property
    def _bands(self) -> frozenset[str]:
        return frozenset(bare(name) for band in self.framework.bands for name in (band.name, band.shortest))

    def _named(self, words: str, level: int) -> Title | None:
        if (called := self.called.get(bare(words))) is not None:
            return called
        if (numbered := self._by_number(words)) is not None:
            return numbered
        said = bare(_APPENDIX.sub("", words))
        if not said or (words.rstrip().endswith(".") and level == 0):
            return None
        for title, names in self._by_words:
            if said in names:
                return title
        return self._alike(said, level) or (self._begun(said) if words[:1].isupper() else None)

    def _begun(self, said: str) -> Title | None:
        """The part whose title begins with the words of a line, if nothing else has a name that does."""
        if len(said) < _FEWEST_ALIKE:
            return None
        begun = [title for title, names in self._by_words if any(name.startswith(f"{said} ") for name in names)]
        is_part = len(begun) == 1 and begun[0].what == "part"
        return begun[0]._replace(sure=False, begun=True) if is_part else None

    def _alike(self, said: str, level: int) -> Title | None:
        best, share = None, 0.0
        for title, names in self._by_words:
            for name in names:
                if len(name) < _FEWEST_ALIKE:
                    continue
                extra = len(said.split()) - len(name.split())
                if 0 < extra <= _MOST_EXTRA and said.startswith(f"{name} ") and (level or title.what == "part"):
                    alike = 0.99
                else:
                    alike = _ratio(said, name)
                if alike > share:
                    best, share = title, alike
        return best._replace(sure=False, extra=share == 0.99) if best and share >= _ALIKE else None

    def _by_number(self, words: str) -> Title | None:
        """A section or criterion by its number, with its title in the rest of the line."""
        for number, what, title in self._numbers:
            found = self._patterns[number].match(words)
            if found is None:
                continue
            said = bare(words[found.end() :])
            name = bare(title)
            if not said:
                continue
            extra = len(said.split()) - len(name.split())
            if name in said and extra <= _MOST_EXTRA:
                return Title(what, number, numbered=True, extra=extra > 0)
            behind_label = bare(words[found.end() :].rpartition(":")[2]) or said
            if max(_ratio(said, name), _ratio(behind_label, name)) >= _ALIKE or (
                extra < 0 and name.startswith(said) and len(said) > _FEWEST_ALIKE
            ):
                return Title(what, number, sure=False, numbered=True, extra=True)
        return None

    @cached_property
    def _numbers(self) -> list[tuple[str, What, str]]:
        found: list[tuple[str, What, str]] = []
        for section in self.framework.sections:
            found += [(each.number, "criterion", each.title) for each in section.criteria]
            found.append((section.number, "section", section.title))
        return found

    @cached_property
    def _patterns(self) -> dict[str, re.Pattern[str]]:
        """How a number stands at the beginning of a title, by the number."""
        found = {}
        for number, _what, _title in self._numbers:
            written = re.escape(as_written(number)).replace(r"\ ", r"[\s\xa0]?")
            also = re.escape(name_of(number))
            before = r"(?:[A-Za-z][A-Za-z ]{0,30}[\s:])?"
            found[number] = re.compile(rf"{before}(?:{written}|{also})(?![\d]|\.\d)[.):]?\s+")
        return found

    @cached_property
    def _by_words(self) -> list[tuple[Title, frozenset[str]]]:
        return [(title, frozenset(map(bare, names))) for title, names in self._all()]

    def _all(self) -> Iterator[tuple[Title, tuple[str, ...]]]:
        framework = self.framework
        for kind in framework.findings:
            yield Title("findings", kind.key), (kind.plural, kind.singular)
        for box in framework.boxes:
            yield Title("box", box.id), (box.name,)
        for part in framework.parts:
            if part.heading:
                yield Title("part", part.name), (part.heading,)
        for section in framework.sections:
            yield Title("section", section.number), (section.title,)
        for criterion in framework.criteria.values():
            yield Title("criterion", criterion.number), (criterion.title,)
        for thread in framework.threads:
            yield Title("thread", thread.id), (thread.title,)
        for addressee in framework.recommendations.addressees:
            yield Title("addressee", addressee.id), (addressee.heading,)


def _ratio(one: str, other: str) -> float:
    if abs(len(one) - len(other)) > max(len(one), len(other)) * (1 - _ALIKE) * 2:
        return 0.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE:  # both are upper bounds, and quick
        return 0.0
    return matcher.ratio()
