"""From a stretch of a text to the places that a message and a fix need."""

from __future__ import annotations

import re
from typing import NamedTuple

from omi_report.lint.subject import Subject
from omi_report.model.area import Prose
from omi_report.problems import Edit, Location
from omi_report.source.positions import split_lines

_SENTENCE_START = re.compile(r"(?:^|[.!?:][\"'’”)]*\s|\n\s*\n)\s*(?:[-*+>]\s+)*\Z")
_UNQUOTED = frozenset("{}[],:#")


class Mark(NamedTuple):
    """Where a stretch of a text begins and ends; ``length`` counts its characters on its first line.

    ``plain`` says that the text is written in YAML without quotes and not as a block.
    """

    start: Location
    end: Location
    length: int
    plain: bool

    def becomes(self, replacement: str) -> Edit | None:
        """Return the fix that puts other characters in its place; None where YAML would misread them."""
        if self.plain and not _UNQUOTED.isdisjoint(replacement):
            return None
        return Edit(self.start, self.end, replacement)


def mark(subject: Subject, prose: Prose, start: int, end: int) -> Mark:
    """Return the places of the characters from ``start`` up to ``end`` of a text."""
    first, last = subject.at(prose, start), subject.at(prose, end)
    plain = prose.text.origin is not None and not prose.text.origin.style
    if first.line == last.line:
        return Mark(first, last, max(1, last.column - first.column), plain)
    source = subject.area.files.get(prose.file)
    line = split_lines(source.text)[first.line - 1].rstrip() if source else ""
    return Mark(first, last, max(1, len(line) - first.column + 1), plain)


def begins_sentence(text: str, offset: int) -> bool:
    """Say whether a sentence begins at an offset: the report prints most references with a small letter."""
    return bool(_SENTENCE_START.search(text, max(0, offset - 20), offset))


def one_line(text: str) -> str:
    """Return words as a message quotes them: a line end in them is a space."""
    return " ".join(text.split())
