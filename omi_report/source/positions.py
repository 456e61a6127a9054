"""Where a character of a value stands in its file.

A value differs from the text that it was written as: lines are folded, indentation is dropped and
escapes are read. Messages about a word inside a text must still point at that word, so the
written form is gone through once more, piece by piece, for the one value that a message is about.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import NamedTuple

from omi_report.source.tree import Position, Scalar

_ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)")


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
    pieces = _block_pieces(lines, value) if value.style in ("|", ">") else _flow_pieces(lines, value)
    last = None
    for piece in pieces:
        if piece.offset > offset:
            break
        last = piece
    if last is None:
        return value.start
    inside = min(offset - last.offset, last.length)
    return Position(last.place.line, last.place.column + inside)


def split_lines(text: str) -> list[str]:
    """Split a file's text into the lines that libyaml counts."""
    return re.split(r"\r\n|[\r\n\x85\u2028\u2029]", text)


def _block_pieces(lines: list[str], value: Scalar) -> list[_Piece]:
    """The pieces of a ``|`` or ``>`` block: its lines, less their indentation."""
    first = value.start.line  # the index of the line after the header, since lines count from 1
    last = value.end.line if value.end.column > 1 else value.end.line - 1
    body = lines[first:last]
    indent = _block_indent(lines[first - 1][value.start.column - 1 :], body, value)
    pieces: list[_Piece] = []
    offset = 0
    for number, line in enumerate(body, start=first + 1):
        content = line[indent:]
        if not content:
            continue
        found = value.find(content, offset)
        if found < 0:
            break
        pieces.append(_Piece(found, len(content), Position(number, indent + 1)))
        offset = found + len(content)
    return pieces


def _block_indent(header: str, body: list[str], value: Scalar) -> int:
    filled = [line for line in body if line.strip()]
    if not filled:
        return 0
    spaces = len(list(takewhile(" ".__eq__, filled[0])))
    # A header such as |2 settles the indentation; the value itself then begins with spaces.
    return spaces - len(list(takewhile(" ".__eq__, value.lstrip("\n")))) if re.match(r"[|>][-+]?\d", header) else spaces


def _flow_pieces(lines: list[str], value: Scalar) -> list[_Piece]:
    """The pieces of a plain or quoted value, which may run over several lines."""
    quoted = 1 if value.style else 0
    pieces: list[_Piece] = []
    offset = 0
    for number in range(value.start.line, value.end.line + 1):
        line = lines[number - 1]
        begin = value.start.column - 1 + quoted if number == value.start.line else 0
        end = value.end.column - 1 - quoted if number == value.end.line else len(line)
        written = line[begin:end]
        content = written.strip(" \t") if number > value.start.line else written.rstrip(" \t")
        begin += len(written) - len(written.lstrip(" \t")) if number > value.start.line else 0
        for token, meant in _tokens(content, value.style):
            found = value.find(meant, offset) if meant else -1
            if found >= 0:
                pieces.append(_Piece(found, len(meant), Position(number, begin + 1)))
                offset = found + len(meant)
            begin += len(token)
    return pieces


def _tokens(content: str, style: str) -> list[tuple[str, str]]:
    """Split a line of a plain or quoted value into (as written, as read) pairs."""
    if style == "'":
        return [(part, "'" if part == "''" else part) for part in re.split(r"('')", content) if part]
    if style == '"':
        parts = re.split(f"({_ESCAPE.pattern})", content)
        return [(part, _unescape(part) if part.startswith("\\") else part) for part in parts if part]
    return [(content, content)] if content else []


def _unescape(escape: str) -> str:
    """The character that an escape stands for; only its being one character matters here."""
    simple = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "/": "/", "_": "\xa0", "0": "\0", " ": " "}
    letter = escape[1]
    return chr(int(escape[2:], 16)) if letter in "xuU" and len(escape) > 2 else simple.get(letter, "")
