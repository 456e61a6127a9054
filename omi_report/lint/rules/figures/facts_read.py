"""The key facts of an area as its files have them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from omi_report.inspection import Inspection, remembered
from omi_report.source.tree import Scalar


class WrittenFact(NamedTuple):
    """A key fact: its value, what it is of, and its source."""

    file: str
    value: Scalar
    label: Scalar
    source: str


@remembered
def facts_of(inspection: Inspection) -> tuple[WrittenFact, ...]:
    """Return the facts of all files of an area."""
    return tuple(
        fact
        for file, source in inspection.area.files.items()
        if source.root is not None and "facts:" in source.text
        for fact in _below(file, source.root)
    )


def _below(file: str, node: object) -> Iterator[WrittenFact]:
    if isinstance(node, list):
        for inner in node:
            yield from _below(file, inner)
    elif isinstance(node, dict):
        value, label, source = (node.get(key) for key in ("value", "label", "source"))
        if isinstance(value, Scalar) and isinstance(label, Scalar):
            yield WrittenFact(file, value, label, str(source) if isinstance(source, Scalar) else "")
        else:
            for inner in node.values():
                yield from _below(file, inner)
