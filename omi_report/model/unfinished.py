"""What is not there yet in the files of an area whose stage is «feedback»: it is left out, as if nobody had begun it.

A blank (TODO) is nothing. An entry that then lacks what it needs is left out with it, and a file of which nothing is
left that could be printed is none. What is there is read, and held against the format, as at every other stage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from omi_report.model.readers import read
from omi_report.model.record import Record
from omi_report.source.folder import SourceFile
from omi_report.source.tree import Mapping, Node, Path, Scalar, Sequence

_LACKING = frozenset({"missing", "no_value", "too_short", "string_too_short"})
"""The faults of what lacks something, and is not wrong besides."""


def finished(model: type[Record] | None, file: SourceFile) -> SourceFile | None:
    """Return a file without what is not there yet; None where the rest is nothing that could be printed.

    Values keep their places in the text.
    """
    if file.root is None or model is None:
        return file
    root = _without_blanks(file.root)
    while root is not None:
        lacking = {_left_out_with(path) for path in _lacks(model, root)}
        if not lacking:
            return replace(file, root=root)
        if () in lacking:
            return None
        whole = (path for path in lacking if not any(path[:length] in lacking for length in range(len(path))))
        # from the last on, so that what is left out moves nothing that is to be left out after it
        for path in sorted(whole, key=_order, reverse=True):
            root = _without(root, path) if root is not None else None
    return None


def _lacks(model: type[Record], root: Node) -> Iterator[Path]:
    """Yield the paths of the entries that lack something; that of the whole file is empty."""
    _record, faults = read(model, root)
    for fault in faults:
        if fault.type in _LACKING:
            yield fault.path[:-1] if fault.type == "missing" else fault.path


def _order(path: Path) -> list[tuple[str, int]]:
    """What puts the entries of one list in their order, and what stands in an entry behind it."""
    return [("", step) if isinstance(step, int) else (step, 0) for step in path]


def _left_out_with(path: Path) -> Path:
    """The path of what is left out where something at a path lacks what it needs: the entry of a list that it is in."""
    steps = [at for at, step in enumerate(path) if isinstance(step, int)]
    return path[: steps[-1] + 1] if steps else path


def _without_blanks(node: Node) -> Node | None:
    """A tree without blanks, and without lists and mappings that held nothing but these; None where nothing is left."""
    match node:
        case Scalar():
            return None if _blank().search(node) else node
        case Sequence():
            kept: list[Any] = [each for each in map(_without_blanks, node) if each is not None]
            return _like(node, Sequence(kept)) if kept or not node else None
        case Mapping():
            pairs = {key: _without_blanks(value) for key, value in node.items() if not _blank().search(key)}
            found = {key: value for key, value in pairs.items() if value is not None}
            return _like(node, Mapping(found)) if found or not node else None


def _without(node: Node, path: Path) -> Node | None:
    """A tree without what stands at a path; None where nothing is left."""
    step, rest = path[0], path[1:]
    if isinstance(node, Sequence):
        changed: list[Any] = list(node)
        inner = _without(changed[int(step)], rest) if rest else None
        changed[int(step) : int(step) + 1] = [] if inner is None else [inner]
        return _like(node, Sequence(changed)) if changed else None
    if isinstance(node, Mapping):
        found = {key: _without(value, rest) if rest else None for key, value in node.items() if key == step}
        kept = {key: found.get(key, value) for key, value in node.items()}
        left = {key: value for key, value in kept.items() if value is not None}
        return _like(node, Mapping(left)) if left else None
    return None


def _like(old: Sequence | Mapping, new: Any) -> Any:
    new.written = old.written
    return new


@cache
def _blank() -> re.Pattern[str]:
    return re.compile(r"\bTODO\b")
