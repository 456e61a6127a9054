"""Where a character of a text stands: for omi, for an editor, and as an offset.

All features of the language server work on offsets. Only here are they places of an editor, which counts from 0 and in
units of an encoding, and places of problems, which count from 1 and in characters. The two do not even agree on where a
line ends.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import Literal, NamedTuple, TypeAlias

from omi_report.problems import Location
from omi_report.source.positions import line_starts, offset_of, split_lines

Units: TypeAlias = Literal["utf-8", "utf-16", "utf-32"]
"""What an editor counts the columns of a line in."""

_EDITOR_BREAK = re.compile(r"\r\n|\r|\n")
_LAST_OF_ONE_UNIT = 0xFFFF


class EditorPlace(NamedTuple):
    """A line and a column as an editor has them: both from 0, the column in its units."""

    line: int
    character: int


class DocumentLines:
    """The lines of one text."""

    def __init__(self, text: str) -> None:
        self.text = text

    def place(self, offset: int, units: Units) -> EditorPlace:
        """Return where an editor has the character at an offset."""
        line = bisect_right(self._editor_starts, offset) - 1
        return EditorPlace(line, _width(self.text[self._editor_starts[line] : offset], units))

    def offset(self, place: EditorPlace, units: Units) -> int:
        """Return the offset of an editor's place: the nearest where the text has no such place."""
        if place.line >= len(self._editor_starts):
            return len(self.text)
        start = self._editor_starts[place.line]
        ending = _EDITOR_BREAK.search(self.text, start)
        line = self.text[start : ending.start() if ending else len(self.text)]
        if units == "utf-32" or line.isascii():
            return start + min(place.character, len(line))
        width = 0
        for at, character in enumerate(line):
            width += _width(character, units)
            if width > place.character:
                return start + at
        return start + len(line)

    def offset_of(self, location: Location) -> int:
        """Return the offset of the place of a problem."""
        return offset_of(self.text, self.own_starts, location.line, location.column)

    def end_of_marked(self, location: Location, length: int) -> int:
        """Return the offset at which so many characters end that are marked from a place on: in the same line."""
        start = self.offset_of(location)
        following = self.own_starts[location.line] if location.line < len(self.own_starts) else len(self.text) + 1
        return max(start, min(start + length, following - 1))

    @cached_property
    def _editor_starts(self) -> list[int]:
        return [0, *(found.end() for found in _EDITOR_BREAK.finditer(self.text))]

    @cached_property
    def own_starts(self) -> list[int]:
        """The offsets at which the lines begin that omi counts."""
        return line_starts(self.text)

    @cached_property
    def own_lines(self) -> list[str]:
        """These lines."""
        return split_lines(self.text)


def _width(text: str, units: Units) -> int:
    """How many units a piece of a text has. Half a pair, which is no character, has as many as others of its size."""
    if units == "utf-32" or text.isascii():
        return len(text)
    if units == "utf-16":
        return len(text) + sum(ord(character) > _LAST_OF_ONE_UNIT for character in text)
    return len(text.encode("utf-8", "surrogatepass"))
