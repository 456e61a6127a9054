"""The located tree: plain text, lists and mappings that know where in their file they stand.

The three classes are ``str``, ``list`` and ``dict`` with positions added, so that a model can be
filled from a tree as it is. A scalar is always text: its type is the schema's business.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, Protocol, TypeAlias

from omi_report.numbering import as_written

Path: TypeAlias = tuple[str | int, ...]


class Position(NamedTuple):
    """A line and a column, both counted from 1, in characters."""

    line: int
    column: int


class ParserMark(Protocol):
    """A place as the parser gives it: a line and a column, both counted from 0."""

    line: int
    column: int


class ParserEvent(Protocol):
    """A node as the parser gives it. Its place is worked out when it is asked for, and most never are."""

    start_mark: ParserMark
    end_mark: ParserMark
    style: str | None


class _Located:
    """Something that stands in a file."""

    __slots__ = ()

    written: ParserEvent

    @property
    def start(self) -> Position:
        """The place of its first character, its quotation mark or sign, or its anchor or tag."""
        return _position(self.written.start_mark)


class Scalar(_Located, str):
    """A text of the file: its value, its style in YAML (``|``, ``>``, quotes or none) and extent."""

    __slots__ = ("written",)

    @property
    def end(self) -> Position:
        """The place after its last character."""
        return _position(self.written.end_mark)

    @property
    def style(self) -> str:
        """One of ``|``, ``>``, ``'``, ``"`` or empty for a plain one."""
        return self.written.style or ""


class Sequence(_Located, list["Node"]):
    """A list of the file."""

    __slots__ = ("written",)


class Mapping(_Located, dict[Scalar, "Node"]):
    """A mapping of the file; its keys are scalars and so know their own places."""

    __slots__ = ("_keys", "written")

    _keys: dict[str, Scalar]

    def key(self, name: str) -> Scalar | None:
        """Return the key as it stands in the file, or None where there is no such key."""
        known: dict[str, Scalar] = getattr(self, "_keys", {})
        if len(known) != len(self):  # looked up anew for each problem, and a damaged file may have thousands
            known = self._keys = {key: key for key in self}
        return known.get(name)


Node: TypeAlias = Scalar | Sequence | Mapping

_NULLS = frozenset(("", "~", "null", "Null", "NULL"))


def is_null(node: object) -> bool:
    """Say whether a node stands for nothing, as YAML has it: ``null`` or ``~`` without quotes, or an empty value."""
    if isinstance(node, Scalar):
        return len(node) < 5 and node in _NULLS and not node.written.style
    return node is None


def _position(mark: ParserMark) -> Position:
    return Position(mark.line + 1, mark.column + 1)


def find(root: Node, path: Path, *, key: bool = False) -> Node:
    """Return the node at a path of keys and indexes. If there is none, return the last one on the way to it.

    With ``key`` the key of a mapping is returned in place of its value, so that a message about a name
    can mark the name.
    """
    node = root
    for depth, step in enumerate(path):
        last = depth == len(path) - 1
        if isinstance(node, Mapping) and isinstance(step, str):
            found = node.key(step) or node.key(as_written(step))
            if found is None:
                return node
            if key and last:
                return found
            node = node[found]
        elif isinstance(node, Sequence) and isinstance(step, int) and 0 <= step < len(node):
            node = node[step]
        else:
            return node
    return node


def walk(root: Node) -> Iterator[Node]:
    """Yield every node of a tree, keys too, in the order of the file."""
    stack = [root]
    while stack:
        node = stack.pop()
        yield node
        if isinstance(node, Mapping):
            stack.extend(part for pair in reversed(node.items()) for part in reversed(pair))
        elif isinstance(node, Sequence):
            stack.extend(reversed(node))
