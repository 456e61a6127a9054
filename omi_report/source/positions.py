"""Where a character of a value stands in its file.

A value differs from the text that it was written as: lines are folded, indentation is dropped and
escapes are read. A message about a word inside a text must still point at that word. So for the one value
that a message is about, the written form is read once more, piece by piece.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from omi_report.source.tree import Position, Scalar

_BREAK = re.compile(r"\r\n|[\r\n\x85\u2028\u2029]")  # where libyaml, which speaks YAML 1.1, ends a line
_SPACE = re.compile(r"\s*")
_ESCAPE = re.compile(r"(\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.|$))")
_PROPERTY = re.compile(r"[&!]\S*|#.*")  # an anchor or a tag before a value, and a comment between the two


class _Piece(NamedTuple):
    """A run of characters that stands in the value as it stands in the file."""

    offset: int
    length: int
    place: Position


def locate(lines: list[str], value: Scalar, offset: int) -> Position:
    """Return the place in the file of the character at ``offset`` of a value.

    ``lines`` are the lines of the file as ``split_lines`` gives them. An offset past the end, or
    one that stands for no character of the file (a folded line end), is given the nearest place
    before it.
    """
    return WrittenValue(lines, value).at(offset)


class WrittenValue:
    """Where the characters of one value stand in its file. It is worked out once for all that is asked of the value."""

    def __init__(self, lines: list[str], value: Scalar) -> None:
        begin = written_start(lines, value.start, value.end.line)
        is_block = value.style in ("|", ">")
        written = _block_runs(lines, value, begin) if is_block else _flow_runs(lines, value, begin)
        self._start = value.start
        self._pieces = list(_pieces(value, written))

    def at(self, offset: int) -> Position:
        """Return the place of the character at an offset, as ``locate`` does."""
        number = bisect_right(self._pieces, offset, key=_offset_of) - 1
        if number < 0:
            return self._start
        last = self._pieces[number]
        inside = min(offset - last.offset, last.length)
        return Position(last.place.line, last.place.column + inside)


def split_lines(text: str) -> list[str]:
    """Split a file's text into the lines that libyaml counts."""
    return _BREAK.split(text)


def indent_of(line: str) -> int:
    """Return how many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))


def place_of(text: str, index: int) -> Position:
    """Return the line and the column of a character of a file's text."""
    lines = split_lines(text[:index])
    return Position(len(lines), len(lines[-1]) + 1)


def line_starts(text: str) -> list[int]:
    """Return the offset at which each line of a file's text begins, the lines counted as ``split_lines`` does."""
    return [0, *(found.end() for found in _BREAK.finditer(text))]


def offset_of(text: str, starts: list[int], line: int, column: int) -> int:
    """Return the offset of a place in a text whose lines begin at ``starts``; its end for a place beyond it."""
    return min(starts[line - 1] + column - 1, len(text)) if 1 <= line <= len(starts) else len(text)


def _offset_of(piece: _Piece) -> int:
    return piece.offset


class _Run(NamedTuple):
    """A run of characters as a value has them, and the place where they are written."""

    meant: str
    place: Position


def _pieces(value: Scalar, runs: Iterable[_Run]) -> Iterator[_Piece]:
    """Find the runs in the value, one after the other; only folded white space lies between them."""
    offset, following = 0, -1
    for meant, place in runs:
        if following < offset:
            space = _SPACE.match(value, offset)
            following = space.end() if space else offset
        found = value.find(meant, offset, following + len(meant))
        if found < 0:
            continue
        yield _Piece(found, len(meant), place)
        offset = found + len(meant)


def written_start(lines: list[str], start: Position, last_line: int) -> Position:
    """Return where a value itself begins. For libyaml it begins at ``start``, with its anchor or tag."""
    line, column = start
    while line <= last_line:
        written = lines[line - 1]
        column += len(written[column - 1 :]) - len(written[column - 1 :].lstrip(" \t"))
        found = _PROPERTY.match(written, column - 1)
        if found:
            column = found.end() + 1
        elif column <= len(written):
            return Position(line, column)
        else:
            line, column = line + 1, 1
    return start


def _block_runs(lines: list[str], value: Scalar, begin: Position) -> Iterator[_Run]:
    """The lines of a ``|`` or ``>`` block, less their indentation."""
    last = value.end.line if value.end.column > 1 else value.end.line - 1
    body = lines[begin.line : last]  # from the line after the header, since lines count from 1
    indent = _block_indent(lines[begin.line - 1][begin.column - 1 :], body, value)
    for number, line in enumerate(body, start=begin.line + 1):
        content = line[indent:]
        if content.strip():
            yield _Run(content, Position(number, indent + 1))


def _block_indent(header: str, body: list[str], value: Scalar) -> int:
    filled = [line for line in body if line.strip()]
    if not filled:
        return 0
    spaces = indent_of(filled[0])
    # A header such as |2 settles the indentation; the value's first line of words then begins with spaces.
    own = next((indent_of(line) for line in split_lines(value) if line.strip()), 0)
    return spaces - own if re.match(r"[|>][-+]?\d", header) else spaces


def _flow_runs(lines: list[str], value: Scalar, begin: Position) -> Iterator[_Run]:
    """The runs of a plain or quoted value, which may go over several lines."""
    quoted = 1 if value.style else 0
    for number in range(begin.line, value.end.line + 1):
        line = lines[number - 1]
        first = begin.column - 1 + quoted if number == begin.line else 0
        last = value.end.column - 1 - quoted if number == value.end.line else len(line)
        written = line[first:last]
        if number > begin.line:
            first += len(written) - len(written.lstrip(" \t"))
            written = written.lstrip(" \t")
        if number < value.end.line:
            written = _without_trailing_space(written, value.style)
        for token, meant in _tokens(written, value.style):
            if meant:
                yield _Run(meant, Position(number, first + 1))
            first += len(token)


def _without_trailing_space(written: str, style: str) -> str:
    """Drop what folding drops from the end of a line; an escaped space stays."""
    kept = written.rstrip(" \t")
    backslashes = len(kept) - len(kept.rstrip("\\"))
    return written[: len(kept) + 1] if style == '"' and backslashes % 2 else kept


def _tokens(content: str, style: str) -> Iterator[tuple[str, str]]:
    """Split a line of a plain or quoted value into (as written, as read) pairs."""
    if style == "'":
        yield from ((part, "'" if part == "''" else part) for part in re.split(r"('')", content))
    elif style == '"':
        yield from ((part, _unescape(part) if part.startswith("\\") else part) for part in _ESCAPE.split(content))
    else:
        yield content, content


def _unescape(escape: str) -> str:
    """The character that an escape stands for; a backslash at the end of a line stands for nothing."""
    letter = escape[1:2]
    return chr(int(escape[2:], 16)) if letter in ("x", "u", "U") else _ESCAPED.get(letter, letter)


_ESCAPED = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "t": "\t",
    "n": "\n",
    "v": "\v",
    "f": "\f",
    "r": "\r",
    "e": "\x1b",
    "N": "\x85",
    "_": "\xa0",
    "L": "\u2028",
    "P": "\u2029",
}
