"""A file that is being changed: what it holds, and where everything in it begins and ends."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple, TypeAlias

import yaml

from omi_report.problems import Edit, Location
from omi_report.source.positions import indent_of, split_lines, written_start
from omi_report.source.reader import read_tree
from omi_report.source.tree import Mapping, Node, Path, Position, Sequence, is_null

Plain: TypeAlias = Any
"""What a file holds, without places: texts, lists, mappings, and None for a null of YAML."""


_SIGN = re.compile(r"(?:^|(?<=\s))#")


class Extent(NamedTuple):
    """Where a value stands, less its anchor or tag, and how it is written.

    ``kind`` is ``block`` or ``flow`` (in brackets or braces) for a list or a mapping, ``alias``, or the style of a
    text: ``|``, ``>``, ``'``, ``"`` or nothing. ``end`` is the place after the last character. ``key`` is where the
    key begins and ends under which the value stands in a mapping.
    """

    start: Position
    end: Position
    kind: str
    key: tuple[Position, Position] | None = None


class LineRange(NamedTuple):
    """The lines of a key with its value, counted from 1: from ``first`` up to and without ``stop``.

    ``lead`` is the first line of the comment that stands directly above, ``first`` where there is none.
    """

    lead: int
    first: int
    stop: int


@dataclass(frozen=True)
class Page:
    """A file that holds a mapping: its path for messages, its text, and what it says."""

    shown: str
    text: str
    data: dict[str, Plain]

    @classmethod
    def of(cls, text: str, shown: str) -> Page | None:
        """Read a file; None where its text is not sound YAML, or holds something else than a mapping."""
        root, problems = read_tree(text, shown)
        return cls(shown, text, _plain(root)) if isinstance(root, Mapping) and not problems else None

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text, without their ends."""
        return split_lines(self.text)

    @cached_property
    def extents(self) -> dict[Path, Extent]:
        """Where each value stands, by its path. What an alias repeats has no extent but that of the alias."""
        return _Extents(self.text, self.lines).all()

    @cached_property
    def comments(self) -> dict[int, str]:
        """The comments by their lines, from the number sign on. A number sign in a text begins none."""
        texts = [_inside(each) for each in self.extents.values() if each.kind not in ("block", "flow", "alias")]
        found: dict[int, str] = {}
        for number, line in enumerate(self.lines, start=1):
            for match in _SIGN.finditer(line) if "#" in line else ():
                place = Position(number, match.start() + 1)
                if not any(start <= place < end for start, end in texts):
                    found[number] = line[match.start() :].rstrip()
                    break
        return found

    def at(self, path: Path, *, key: bool = False) -> Location:
        """Return the place of a value, or of its key; of the last value on the way where there is none."""
        while path and path not in self.extents:
            path = path[:-1]
        extent = self.extents[path]
        return Location(self.shown, *(extent.key[0] if key and extent.key else extent.start))

    def source(self, start: Position, end: Position) -> str:
        """Return what is written from one place up to another, with a line feed after each line."""
        if start.line == end.line:
            return self.lines[start.line - 1][start.column - 1 : end.column - 1]
        inner = self.lines[start.line : end.line - 1]
        return "\n".join(
            [self.lines[start.line - 1][start.column - 1 :], *inner, self.lines[end.line - 1][: end.column - 1]]
        )

    def replacement(self, start: Position, end: Position, text: str) -> Edit:
        """Return the edit that puts a text in the place of another."""
        return Edit(Location(self.shown, *start), Location(self.shown, *end), text)

    def lines_of(self, path: Path) -> LineRange:
        """Return the lines of a value in a block, with its key or hyphen, and comments that belong to it.

        A comment below belongs to it where it is indented further than the key or the hyphen.
        """
        extent = self.extents[path]
        margin, first = self.margin_of(path), (extent.key[0] if extent.key else extent.start).line
        stop = max(extent.end.line, first) + 1
        while stop <= len(self.lines) and _is_comment(self.lines[stop - 1], deeper_than=margin):
            stop += 1
        lead = first
        while lead > 1 and _is_comment(self.lines[lead - 2]):
            lead -= 1
        return LineRange(lead, first, stop)

    def comments_in(self, lines: LineRange) -> list[str]:
        """Return the comments in lines, without that above them."""
        return [self.comments[number] for number in range(lines.first, lines.stop) if number in self.comments]

    def margin_of(self, path: Path) -> int:
        """Return how many spaces stand before the key of a value, or before the hyphen of an entry."""
        key = self.extents[path].key
        return (key[0] if key else self.extents[path[:-1]].start).column - 1

    def value(self, path: Path) -> Plain:
        """Return what stands at a path. Raises KeyError where there is nothing."""
        found: Plain = self.data
        for step in path:
            found = found[step]
        return found


def _inside(text: Extent) -> tuple[Position, Position]:
    """Where no comment can be: in a text, but for the line of the sign that begins a block of lines."""
    return (Position(text.start.line + 1, 1) if text.kind in ("|", ">") else text.start), text.end


def _is_comment(line: str, deeper_than: int = -1) -> bool:
    return line.lstrip(" ").startswith("#") and indent_of(line) > deeper_than


def _plain(node: Node | None) -> Plain:
    if is_null(node):
        return None
    if isinstance(node, Mapping):
        return {str(key): _plain(value) for key, value in node.items()}
    return [_plain(each) for each in node] if isinstance(node, Sequence) else str(node)


class _Extents:
    """Finds where each value stands, from the events of libyaml."""

    def __init__(self, text: str, lines: list[str]) -> None:
        self._lines = lines
        self._next: Callable[[], Any] = yaml.CBaseLoader(text).get_event
        self._found: dict[Path, Extent] = {}

    def all(self) -> dict[Path, Extent]:
        event = self._next()
        while not isinstance(event, yaml.NodeEvent):
            event = self._next()
        self._node(event, (), None)
        return self._found

    def _node(self, event: Any, path: Path, key: tuple[Position, Position] | None) -> Position:
        """Note the extent of a node and of all that is in it. Returns where it ends."""
        if isinstance(event, yaml.CollectionStartEvent):
            return self._collection(event, path, key)
        kind = "alias" if isinstance(event, yaml.AliasEvent) else event.style or ""
        start, end = _place(event.start_mark), _place(event.end_mark)
        if kind in ("|", ">"):
            end = self._last_written(start, end)
        self._found[path] = Extent(start if start == end else self._written(start), end, kind, key)
        return end

    def _collection(self, event: Any, path: Path, key: tuple[Position, Position] | None) -> Position:
        start = self._written(_place(event.start_mark))
        self._found[path] = Extent(start, start, "block", key)  # keeps its place before what is in it
        inner_end, index = start, 0
        while not isinstance(inner := self._next(), yaml.CollectionEndEvent):
            if isinstance(event, yaml.SequenceStartEvent):
                inner_end = self._node(inner, (*path, index), None)
                index += 1
            else:
                named = self._written(_place(inner.start_mark)), _place(inner.end_mark)
                name = f"*{inner.anchor}" if isinstance(inner, yaml.AliasEvent) else inner.value
                inner_end = self._node(self._next(), (*path, name), named)
        kind, end = ("flow", _place(inner.end_mark)) if event.flow_style else ("block", inner_end)
        self._found[path] = Extent(start, end, kind, key)
        return end

    def _written(self, start: Position) -> Position:
        return written_start(self._lines, start, len(self._lines))

    def _last_written(self, start: Position, end: Position) -> Position:
        """The end of a text in a block, less the empty lines below it."""
        line = end.line if end.column > 1 else end.line - 1
        while line > start.line and not self._lines[line - 1].strip():
            line -= 1
        return Position(line, len(self._lines[line - 1]) + 1)


def _place(mark: Any) -> Position:
    return Position(mark.line + 1, mark.column + 1)
