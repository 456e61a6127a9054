"""The lines of a YAML file that hold its structure, told apart from texts by their indents alone.

A file that is no YAML has no tree. Its lines can still be read one by one: which begin an item or a key, and which
belong to a text after a bar. It is looked at only where a file cannot be read, or holds a character that may be meant
for another one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from omi_report.problems import excerpt
from omi_report.source.positions import indent_of

PROSE_WORDS = 4
"""A value of this many words and more is taken for a sentence."""


class Line(NamedTuple):
    """A line outside of block texts.

    ``number`` counts from 1, and so do the columns. ``column`` is where its key or text begins, behind the hyphens of
    items, whose number is ``marks``; ``key`` is empty where it has none. ``value`` is what stands behind both,
    from ``at`` on.
    """

    number: int
    text: str
    indent: int
    marks: int
    column: int
    key: str
    value: str
    at: int

    @property
    def opens_text(self) -> bool:
        """Whether a bar at its end begins a text."""
        return bool(_bar().fullmatch(self.value))

    @property
    def text_indent(self) -> int:
        """The indent of what a text after its bar belongs to: the lines of the text are indented deeper."""
        return self.column - 1 if self.key else max(self.indent, self.column - 3)

    @property
    def named(self) -> str:
        """What stands before its value, as a message names it."""
        return f"«{excerpt(self.key)}:»" if self.key else "the hyphen" if self.marks else "it"

    @property
    def is_prose(self) -> bool:
        """Whether its value is a sentence, or a part of one."""
        return len(self.value.split()) >= PROSE_WORDS


@cache
def _bar() -> re.Pattern[str]:
    return re.compile(r"[|>][-+\d]*(?:\s+#.*)?")


@cache
def _parts() -> re.Pattern[str]:
    return re.compile(r"(?P<indent> *)(?P<marks>(?:-(?: +|$))*)(?:(?P<key>[\w][\w.\-]*)\s*:(?= |$) *)?(?P<value>.*)")


def structure_of(lines: Iterable[str]) -> list[Line]:
    """Return the lines that are neither empty, nor comments, nor inside of a text after a bar, in order."""
    return list(_outside_texts(lines))


def _outside_texts(lines: Iterable[str]) -> Iterator[Line]:
    inside = -1  # the indent of what the text around belongs to
    for number, text in enumerate(lines, start=1):
        bare = text.strip(" ")
        if not bare or (inside >= 0 and indent_of(text) > inside):
            continue
        inside = -1
        if bare.startswith("#"):
            continue
        line = line_of(number, text)
        yield line
        if line.opens_text:
            inside = line.text_indent


def line_of(number: int, text: str) -> Line:
    """Return the parts of a line that stands outside of texts."""
    found = _parts().fullmatch(text.rstrip())
    assert found, "every line fits"
    indent, marks, key, value = found.group("indent", "marks", "key", "value")
    column = len(indent) + len(marks) + 1
    return Line(number, text, len(indent), marks.count("-"), column, key or "", value, found.start("value") + 1)
