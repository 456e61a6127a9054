"""A piece of a report: a paragraph, a line or a table, with the place where it stands in its file."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import NamedTuple

_LETTERS_AND_FIGURES = re.compile(r"[^\W_]+")
SPACES = {
    **dict.fromkeys((0xA0, 0x202F, 0x2007), " "),
    **dict.fromkeys((*range(0x7F, 0x85), *range(0x86, 0xA0), 0xFEFF, 0xFFFE, 0xFFFF), " "),
}
"""What counts as a space like any other, for `str.translate`.

Spaces at which no line ends are set by omi where they belong. The others no YAML file can hold, and no reader sees.
"""
_SMALL = frozenset(("and", "or", "the"))
"""Words that come and go in a title: «abbreviations and acronyms», «abbreviations/acronyms»."""


@dataclass(frozen=True, slots=True)
class ReportPiece:
    """A paragraph, a line of a list or a table.

    ``line`` is its line in a text, or the number of its paragraph in a Word file, from 1. ``level`` is that of a
    heading, from 1, where the file says that it is one; 0 otherwise. ``bullet`` says that the file makes it an entry of
    a list; ``depth`` how deep it stands there, from 0, and ``counted`` that the file puts a number or letter before it.
    A table has ``rows`` of cells, and its text is their words.
    """

    text: str
    line: int
    level: int = 0
    bullet: bool = False
    rows: tuple[tuple[str, ...], ...] = ()
    depth: int = 0
    counted: bool = False

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())

    @property
    def unmarked(self) -> str:
        """Its text without the marks of emphasis and headings around it."""
        return self.text.strip("*_# ")

    def saying(self, text: str) -> ReportPiece:
        """Return the piece with another text."""
        return replace(self, text=text)

    def entry_of(self, text: str) -> ReportPiece:
        """Return the piece as the beginning of an entry that is told apart from its list: another text, no bullet."""
        return replace(self, text=text, bullet=False)


class Left(NamedTuple):
    """A piece that stands in no file of the area, and the reason."""

    piece: ReportPiece
    why: str


class Doubt(NamedTuple):
    """Something that somebody should look at: where it stands in the report, and what is uncertain."""

    line: int
    message: str


def table_piece(rows: tuple[tuple[str, ...], ...], line: int) -> ReportPiece:
    """Return a table as a piece."""
    return ReportPiece("\n".join("\t".join(row) for row in rows), line, rows=rows)


def bare(text: str) -> str:
    """Return the words of a title as they are compared: without capitals, marks and the small words between."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("’", "").replace("'", ""))
    return " ".join(word for word in _LETTERS_AND_FIGURES.findall(plain) if word not in _SMALL)
