"""What somebody is typing: read off the lines of a file by their indents, so that the file need not be sound.

A file in which somebody types is no YAML every few characters. Its lines still say which keys the place stands under.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from omi_report.source.positions import indent_of, split_lines
from omi_report.source.structure import Line, line_of, structure_of
from omi_report.source.tree import Path as TreePath

Typing: TypeAlias = Literal["entry", "value", "text"]
"""What is typed: a key or an item of a list, the value of a key, or words after a bar."""


@dataclass(frozen=True, slots=True)
class TypingPlace:
    """A place of a file where somebody types.

    ``path`` leads to the mapping or list of an entry, and to the value or the text. ``typed`` is what stands of it
    before the place, from ``start`` on, and ``line`` all that stands in the line before the place. ``beside`` are the
    other keys of the mapping.
    """

    typing: Typing
    path: TreePath
    typed: str
    start: int
    line: str
    beside: frozenset[str] = frozenset()


def typing_place(text: str, offset: int) -> TypingPlace:
    """Return what is typed at an offset of a file's text."""
    before = split_lines(text[:offset])
    above, line = structure_of(before[:-1]), before[-1]
    last = above[-1] if above else None
    indent = indent_of(line)
    deep = indent if line.strip() else len(line)
    if last is not None and last.opens_text and deep > last.text_indent:
        return TypingPlace("text", _path_of(last, above[:-1]), line.lstrip(), offset - len(line.lstrip()), line)
    current = line_of(len(before), line)
    if not line.strip():  # what is typed next stands where the place is
        current = Line(len(before), line, len(line), 0, len(line) + 1, "", "", len(line) + 1)
    path = _path_of(current, above)
    value = line[current.at - 1 :].lstrip()
    start = offset - len(value)
    typing: Typing = "value" if current.key else "entry"
    if value[:1] in ("{", "["):
        return _in_brackets(value, path, start, line)
    if typing == "value":
        return TypingPlace("value", path, value, start, line)
    return TypingPlace("entry", path, value, start, line, _keys_beside(text, offset, current, above))


def _path_of(line: Line, above: Sequence[Line]) -> TreePath:
    """The keys and indexes that lead to the value of a line, or to the mapping or list in which it is an entry."""
    steps: list[str | int] = [line.key] if line.key else []
    column, dash = line.column - 1, line.indent
    in_list = line.marks > 0
    if in_list:
        steps += [0] * line.marks
    for other in reversed(above):
        begins = other.column - 1
        if in_list:
            if other.marks and other.indent == dash:
                steps[-1] = int(steps[-1]) + 1
            elif other.key and begins <= dash and (other.marks == 0 or begins < dash or other.indent < dash):
                steps.append(other.key)
                column, in_list = begins, False
                if other.marks:
                    steps += [0] * other.marks
                    dash, in_list = other.indent, True
        elif other.marks and begins == column and other.indent < column:
            steps += [0] * other.marks
            dash, in_list = other.indent, True
        elif begins < column and (other.key or other.marks) and not (other.marks and not other.key and other.value):
            if other.key:
                steps.append(other.key)
            column = begins
            if other.marks:
                steps += [0] * other.marks
                dash, in_list = other.indent, True
    return tuple(reversed(steps))


def _keys_beside(text: str, offset: int, current: Line, above: Sequence[Line]) -> frozenset[str]:
    """The keys of the mapping that a line is an entry of, above it and below it."""
    column = current.column - 1
    found: set[str] = set()
    for other in reversed(above) if not current.marks else ():
        if other.column - 1 < column:
            break
        if other.column - 1 == column:
            found.add(other.key)
            if other.marks:
                break
    for other in structure_of(split_lines(text[offset:])[1:]):
        if other.column - 1 < column or (other.marks and other.indent <= column):
            break
        if other.column - 1 == column:
            found.add(other.key)
    return frozenset(found - {""})


_PIECES = re.compile(
    r"\s+|\"(?:[^\"\\]|\\.)*\"?|'(?:[^']|'')*'?|[{}\[\],]|:(?=\s|$)|[^\s{}\[\],:'\"](?:[^{}\[\],:]|:(?!\s|$))*|."
)


@dataclass(slots=True)
class _Bracket:
    """A mapping or a list in brackets that is not closed: the key, or the number of the item, that comes next."""

    opening: str
    key: str = ""
    index: int = 0
    keys: tuple[str, ...] = ()


def _in_brackets(value: str, path: TreePath, start: int, line: str) -> TypingPlace:
    """What is typed inside of mappings and lists that are written in brackets, on one line."""
    open_: list[_Bracket] = []
    begun, typed = 0, ""
    for found in _PIECES.finditer(value):
        piece = found.group()
        if not _takes(piece, typed, open_):
            begun, typed = (begun, typed + piece) if typed else (found.start(), piece)
            continue
        begun, typed = found.end(), ""
    typed = value[begun:].lstrip()
    at = start + len(value) - len(typed)
    for each in open_:
        path = (*path, each.index) if each.opening == "[" else (*path, each.key) if each.key else path
    last = open_[-1] if open_ else None
    if last is None:
        return TypingPlace("value", (*path, ""), typed, at, line)
    if last.opening == "{" and not last.key:
        return TypingPlace("entry", path, typed, at, line, frozenset(last.keys))
    return TypingPlace("value", path, typed, at, line)


def _takes(piece: str, typed: str, open_: list[_Bracket]) -> bool:
    """Take a piece of a line into the brackets that are open, unless it is a part of what is typed."""
    last = open_[-1] if open_ else None
    match piece:
        case "{" | "[":
            open_.append(_Bracket(piece))
        case "}" | "]" if last:
            open_.pop()
        case "," if last:
            last.index, last.key = last.index + 1, ""
        case ":" if last and last.opening == "{":
            last.key = typed.strip()
            last.keys += (last.key,)
        case _:
            return False
    return True
