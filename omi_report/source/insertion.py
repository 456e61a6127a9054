"""Giving an entry of a list a new key, so that nothing else of the file changes.

An entry that is a text by itself (``- Some text``) becomes a mapping of the key and of the text under its own key. The
lines of a text are indented further where YAML needs that; the text stays the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from omi_report.problems import Edit, Location
from omi_report.source.folder import SourceFile
from omi_report.source.positions import indent_of, written_start
from omi_report.source.tree import Mapping, Node, Position, Scalar, Sequence

_STEP = 2
"""Spaces by which a text is indented below its key."""
_COUNTED_INDENT = re.compile(r"[|>][-+]?([1-9])")


def key_edits(file: SourceFile, entries: Sequence, entry: Node, key: str, value: str, text_key: str) -> list[Edit]:
    """Return the edits that give an entry of a list a key.

    ``value`` is a word that needs no quotation marks, ``text_key`` the key for the text of an entry that is a text by
    itself. An entry that has the key already, with nothing in it or ``null``, is given the value. There are no edits
    where that cannot be done.
    """
    written = _Written(file.shown, file.lines)
    in_flow = written.character(written.start_of(entries)) == "["
    if isinstance(entry, Scalar):
        if in_flow:
            return [
                written.insertion(entry.start, f"{{{key}: {value}, {text_key}: "),
                written.insertion(entry.end, "}"),
            ]
        return list(_text_edits(written, entries, entry, f"{key}: {value}\n", f"{text_key}: "))
    assert isinstance(entry, Mapping)
    if (own := entry.key(key)) is not None:
        return [_filled(written, entry[own], value)]
    return _mapping_edits(written, entry, f"{key}: {value}", in_flow=in_flow)


def value_edits(file: SourceFile, mapping: Mapping, key: str, value: str, behind: str = "") -> list[Edit]:
    """Return the edits that give a key of a mapping a value, which is a word that needs no quotation marks.

    What the key has stays in its place with its comment. A key that is missing comes into the line behind that of the
    key ``behind``, or first where that has no value of one line. Raises ValueError where the key has a list or a
    mapping.
    """
    written = _Written(file.shown, file.lines)
    if (own := mapping.key(key)) is None:
        return _line_behind(written, mapping, behind, f"{key}: {value}") or _mapping_edits(
            written, mapping, f"{key}: {value}", in_flow=False
        )
    held = mapping[own]
    if not isinstance(held, Scalar):
        raise ValueError(f"{key} has no plain value")
    return [_filled(written, held, value)]


def _line_behind(written: _Written, mapping: Mapping, behind: str, line: str) -> list[Edit]:
    """The edit that writes a line behind that of a key; none where the key and its value do not have a line alone."""
    key = mapping.key(behind)
    held = None if key is None else mapping[key]
    if key is None or not isinstance(held, Scalar):
        return []
    at, indent = key.start.line, " " * (key.start.column - 1)
    alone = held.end.line == at < len(written.lines) and written.lines[at - 1].startswith(f"{indent}{behind}")
    return [written.insertion(Position(at + 1, 1), f"{indent}{line}\n")] if alone else []


class _Written:
    """The lines of a file, and edits of them."""

    def __init__(self, shown: str, lines: list[str]) -> None:
        self.shown, self.lines = shown, lines

    def start_of(self, node: Node) -> Position:
        """Where a list or mapping begins, less its anchor or tag."""
        return written_start(self.lines, node.start, len(self.lines))

    def character(self, place: Position) -> str:
        return self.lines[place.line - 1][place.column - 1 : place.column]

    def insertion(self, place: Position, text: str) -> Edit:
        return self.replacement(place, place, text)

    def replacement(self, start: Position, end: Position, text: str) -> Edit:
        return Edit(Location(self.shown, *start), Location(self.shown, *end), text)


def _filled(written: _Written, empty: Node, value: str) -> Edit:
    assert isinstance(empty, Scalar)
    return written.replacement(empty.start, empty.end, value if empty else f" {value}")


def _mapping_edits(written: _Written, entry: Mapping, line: str, *, in_flow: bool) -> list[Edit]:
    first = next(iter(entry))
    # An anchor before the first key is that of the mapping, unless the key begins with it.
    start = entry.start if first.start == entry.start else written.start_of(entry)
    if written.character(start) == "{":
        rest = written.lines[start.line - 1][start.column :]
        spaces = indent_of(rest)
        at_end = not rest.strip()
        place = Position(start.line, start.column + 1 + (0 if at_end else spaces))
        return [written.insertion(place, f"{line}," if at_end else f"{line}, ")]
    if not in_flow:
        return [written.insertion(start, f"{line}\n{' ' * (start.column - 1)}")]
    # A pair without braces, as a list in brackets may hold. Where an alias stands in it, its end is not known.
    (text,) = entry.values()
    if not isinstance(text, Scalar) or text.start < start:
        return []
    return [written.insertion(start, f"{{{line}, "), written.insertion(text.end, "}")]


def _text_edits(written: _Written, entries: Sequence, text: Scalar, line: str, text_key: str) -> Iterator[Edit]:
    indent = text.start.column - 1
    yield written.insertion(text.start, f"{line}{' ' * indent}{text_key}")
    last = text.end.line if text.end.column > 1 else text.end.line - 1
    further = range(text.start.line + 1, last + 1)
    indents = {number: indent_of(written.lines[number - 1]) for number in further if written.lines[number - 1].strip()}
    if not indents:
        return
    least = min(indents.values())
    start = written_start(written.lines, text.start, text.end.line)
    if counted := _COUNTED_INDENT.match(written.lines[start.line - 1], start.column - 1):
        # Such as |2: counted from the hyphen of the list, and from now on from the key.
        hyphen = written.start_of(entries).column - 1
        least, shift = hyphen + int(counted[1]), indent - hyphen
    elif least <= indent:
        shift = indent + _STEP - least
    else:
        return
    is_block = text.style in ("|", ">")
    for number in further:
        # In a block the spaces of an empty line that is longer than the indentation are part of the text.
        if number in indents or (is_block and len(written.lines[number - 1]) > least):
            yield written.insertion(Position(number, 1), " " * shift)
