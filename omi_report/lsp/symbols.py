"""What an editor lists of a file beside it: its keys and entries, each with what stands inside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from omi_report.lsp.lines import DocumentLines
from omi_report.problems import excerpt
from omi_report.prose.nodes import Span
from omi_report.source.positions import offset_of
from omi_report.source.structure import structure_of
from omi_report.source.tree import Mapping, Node, Position, Scalar, Sequence

SymbolKind: TypeAlias = Literal["key", "entry"]

_NAMES = ("id", "title", "name", "heading", "lead", "role", "text")
"""The keys of an entry of which the first that it has says what it is."""


@dataclass(frozen=True, slots=True)
class OutlineSymbol:
    """A key of a file, or an entry of a list: its name, what it says, where it stands, and what is inside.

    ``name_span`` is the span of the key, or of the first line of the entry.
    """

    kind: SymbolKind
    name: str
    detail: str
    span: Span
    name_span: Span
    children: tuple[OutlineSymbol, ...] = ()


def symbols_of(root: Node | None, lines: DocumentLines) -> tuple[OutlineSymbol, ...]:
    """Return what a file is made of. Of one that is no YAML at the moment these are the keys at the margin."""
    if root is None:
        return tuple(_at_margin(lines))
    return _inside(root, _Places(lines))


@dataclass(frozen=True, slots=True)
class _Places:
    """Where nodes of a tree stand in the lines of its file."""

    lines: DocumentLines

    def offset(self, place: Position) -> int:
        return offset_of(self.lines.text, self.lines.own_starts, *place)

    def span(self, node: Node) -> Span:
        """From the beginning of a node to its last character that is no space."""
        start = self.offset(node.start)
        end = self.end(node)
        return Span(start, max(start, len(self.lines.text[:end].rstrip())))

    def end(self, node: Node) -> int:
        while isinstance(node, Mapping | Sequence) and node:
            node = list(node.values())[-1] if isinstance(node, Mapping) else node[-1]
        return self.offset(node.end) if isinstance(node, Scalar) else self.offset(node.start)


def _inside(node: Node, places: _Places) -> tuple[OutlineSymbol, ...]:
    if isinstance(node, Mapping):
        return tuple(_of_key(key, value, places) for key, value in node.items())
    if isinstance(node, Sequence):
        return tuple(_of_entry(entry, number, places) for number, entry in enumerate(node, start=1))
    return ()


def _of_key(key: Scalar, value: Node, places: _Places) -> OutlineSymbol:
    name = Span(places.offset(key.start), places.offset(key.end))
    detail = excerpt(" ".join(value.split())) if isinstance(value, Scalar) else ""
    span = Span(name.start, max(name.end, places.span(value).end))
    return OutlineSymbol("key", str(key) or "—", detail, span, name, _inside(value, places))


def _of_entry(entry: Node, number: int, places: _Places) -> OutlineSymbol:
    """An entry of a list: only what has parts of its own is listed inside of it."""
    span = places.span(entry)
    named = _named(entry)
    children = _inside(entry, places)
    return OutlineSymbol(
        "entry",
        excerpt(" ".join(named.split())) or str(number),
        "",
        span,
        Span(span.start, span.start),
        tuple(child for child in children if child.children),
    )


def _named(entry: Node) -> str:
    if isinstance(entry, Scalar):
        return str(entry)
    if isinstance(entry, Mapping):
        values = (entry[key] for name in _NAMES if (key := entry.key(name)) is not None)
        return next((str(value) for value in values if isinstance(value, Scalar) and value), "")
    return ""


def _at_margin(lines: DocumentLines) -> list[OutlineSymbol]:
    found = []
    for line in structure_of(lines.own_lines):
        if line.key and not line.indent and not line.marks:
            start = lines.own_starts[line.number - 1]
            whole, name = Span(start, start + len(line.text.rstrip())), Span(start, start + len(line.key))
            found.append(OutlineSymbol("key", line.key, excerpt(line.value), whole, name))
    return found
