"""The located tree: plain text, lists and mappings that know where in their file they stand.

The three classes are ``str``, ``list`` and ``dict`` with positions added, so that a model can be
filled from a tree as it is. A scalar is always text: its type is the schema's business.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

Path: TypeAlias = tuple[str | int, ...]


class Position(NamedTuple):
    """A line and a column, both counted from 1, in characters."""

    line: int
    column: int


class Scalar(str):
    """A text of the file: its value, its style in YAML (``|``, ``>``, quotes or none) and extent."""

    __slots__ = ("end", "start", "style")

    start: Position
    end: Position
    style: str


class Sequence(list["Node"]):
    """A list of the file."""

    __slots__ = ("start",)

    start: Position


class Mapping(dict[Scalar, "Node"]):
    """A mapping of the file; its keys are scalars and so know their own places."""

    __slots__ = ("_keys", "start")

    start: Position
    _keys: dict[str, Scalar]

    def key(self, name: str) -> Scalar | None:
        """Return the key as it stands in the file, or None where there is no such key."""
        known: dict[str, Scalar] = getattr(self, "_keys", {})
        if len(known) != len(self):  # looked up anew for each problem, and a damaged file may have thousands
            known = self._keys = {key: key for key in self}
        return known.get(name)


Node: TypeAlias = Scalar | Sequence | Mapping


def scalar(value: str, start: Position, end: Position, style: str) -> Scalar:
    """Make a scalar. ``style`` is one of ``|``, ``>``, ``'``, ``"`` or empty for a plain one."""
    node = Scalar(value)
    node.start, node.end, node.style = start, end, style
    return node


def find(root: Node, path: Path, *, key: bool = False) -> Node:
    """Return the node at a path of keys and indexes, or the deepest one on the way to it.

    With ``key`` the last step of the path names a mapping's key, which is returned in place of
    its value (a message about a name marks the name).
    """
    node = root
    for depth, step in enumerate(path):
        last = depth == len(path) - 1
        if isinstance(node, Mapping) and isinstance(step, str):
            found = node.key(step)
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
