"""What a place of a report becomes, and what all who make it need."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from omi_report.importing.figures import Names, with_figures
from omi_report.importing.markdown import paragraphs
from omi_report.importing.pieces import Doubt, Left, ReportPiece
from omi_report.importing.references import RoleReferences
from omi_report.importing.titles import Titles
from omi_report.importing.writing import Doubtful, LongText
from omi_report.language.known import language_of
from omi_report.language.language import Language
from omi_report.language.tags import is_english
from omi_report.model.framework import Framework
from omi_report.prose.slug import ENGLISH_STOP_WORDS, slug_of


@dataclass
class PlaceContent:
    """What was made of a place: the data of its file, how many of what were found, and the pieces that are left."""

    data: dict[str, Any] = field(default_factory=dict)
    found: Counter[str] = field(default_factory=Counter)
    left: list[Left] = field(default_factory=list)

    def leave(self, pieces: Iterable[ReportPiece], why: str) -> None:
        """Note pieces that stand in no file."""
        self.left += [Left(piece, why) for piece in pieces]


@dataclass(frozen=True)
class Context:
    """The framework, its titles, and how texts are written. ``appendices`` are as in `Structure`."""

    framework: Framework
    titles: Titles
    appendices: Mapping[str, str]

    @cached_property
    def language(self) -> Language:
        """The language of the report."""
        return language_of(self.framework.language)

    @cached_property
    def stop_words(self) -> frozenset[str]:
        """Words that say little, and so stand in no name."""
        return ENGLISH_STOP_WORDS if is_english(self.framework.language) else frozenset()

    def names(self) -> Names:
        """Return the names of the figures of a file that has none yet."""
        return Names(self.language, self.stop_words, self.framework.disclosure.minimum or 0)

    def text(self, pieces: Iterable[ReportPiece], names: Names | None = None) -> LongText:
        """Return pieces as a text; ``names`` are given its figures, which without them stay as they are typed."""
        written = self._references.written(paragraphs(pieces))
        return LongText(with_figures(written, names) if names else written)

    def id_of(self, text: str, taken: set[str]) -> str:
        """Return an id of a text's first words that is not taken yet, as `omi ids` makes it, and take it."""
        stem = slug_of(text, self.stop_words) or "entry"
        found, number = stem, 2
        while found in taken or self._is_place(found):
            found, number = f"{stem}-{'no-' if self._is_place(f'{stem}-{number}') else ''}{number}", number + 1
        taken.add(found)
        return found

    def _is_place(self, name: str) -> bool:
        """Whether a name reads like the letter or number of a finding, or is a number."""
        return name.isdigit() or any(kind.is_place(name) for kind in self.framework.findings)

    @cached_property
    def _references(self) -> RoleReferences:
        return RoleReferences(self.framework, self.appendices)


def doubtful(value: Any, *doubts: Doubt) -> Any:
    """Return a value with its doubts; the value alone where there are none."""
    return Doubtful(value, doubts) if doubts else value


def doubts_of(value: Any) -> tuple[Doubt, ...]:
    """Return the doubts of a value."""
    return value.doubts if isinstance(value, Doubtful) else ()
