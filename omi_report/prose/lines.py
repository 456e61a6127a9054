"""Where the characters of a paragraph stand in its text.

markdown-it hands out the lines of a paragraph without the indentation and the marks of lists, quotations and headings
that stand before them. What it takes away stands at the beginning of a line, so a line of the paragraph ends where the
line of the text ends, and its characters are found from there.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate

from omi_report.prose.nodes import Span

_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n|$)")  # where markdown-it ends a line
_BLANK = re.compile(r"[ \t]*")
_BEFORE_BLANK = " \t>"


class Lines:
    """The lines of a text, numbered from 0."""

    def __init__(self, text: str) -> None:
        self.text = text.replace("\0", "\ufffd")  # as markdown-it has it
        self._written: list[str] = _LINE.findall(self.text)
        self._starts = [0, *accumulate(map(len, self._written))]

    def first(self, line: int, quotations: int) -> int:
        """Return the offset of the first character of a line behind the marks of so many quotations."""
        at = self._starts[line]
        for _ in range(quotations):
            at = self.skip_blank(at)
            at += self.text.startswith(">", at)
        return self.skip_blank(at)

    def skip_blank(self, offset: int) -> int:
        """Return the offset of the next character that is no space and no tab."""
        match = _BLANK.match(self.text, offset)
        return match.end() if match else offset

    def last(self, line: int) -> int:
        """Return the offset after the last character of a line, without the space at its end."""
        line = min(line, len(self._written) - 1)
        return self._starts[line] + len(self._written[line].rstrip())

    def paragraph(self, content: str, start: int, first: int, following: int) -> Stretch:
        """Return where the characters of a paragraph stand that begins at ``start``, in the line ``first``.

        ``following`` is the line after it. Lines that hold nothing but spaces of another kind than Markdown's are not
        among its content.
        """
        lines = content.split("\n")
        rest = self.text[start : self._starts[first + 1]]
        while first < following - len(lines) and not rest.strip(_BEFORE_BLANK).strip():
            first += 1
            rest = self._written[first]
        shifts = []
        begin = 0
        for number, line in enumerate(lines):
            bare = line.lstrip(" \t")
            shifts.append(self._end_of(bare, first + number) - len(line) - begin)
            begin += len(line) + 1
        return Stretch(content, shifts)

    def _end_of(self, words: str, line: int) -> int:
        line = min(line, len(self._written) - 1)
        found = self._written[line].rfind(words) if words else -1
        return self._starts[line] + found + len(words) if found >= 0 else self.last(line)

    def heading(self, content: str, offset: int, marks: int) -> Stretch:
        """Return where the characters of a heading stand that begins at an offset with so many number signs."""
        found = self.text.find(content, offset + marks)
        return Stretch(content, [max(found, offset + marks)])


class Stretch:
    """The content of a paragraph or heading, and how far each of its lines stands from its place in the text."""

    def __init__(self, content: str, shifts: list[int]) -> None:
        self.content = content
        self._shifts = shifts
        self._begins = [0, *accumulate(len(line) + 1 for line in content.split("\n")[:-1])]

    def at(self, offset: int) -> int:
        """Return the offset in the text of a character of the content."""
        line = bisect_right(self._begins, offset) - 1
        return max(offset + self._shifts[line], 0)

    def span(self, start: int, end: int) -> Span:
        """Return where the characters from ``start`` up to ``end`` of the content stand in the text."""
        first = self.at(start)
        return Span(first, max(first, self.at(end - 1) + 1) if end > start else first)
