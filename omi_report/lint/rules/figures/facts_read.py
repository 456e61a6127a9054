"""The key facts of an area as its files have them."""

from __future__ import annotations

from typing import NamedTuple

from omi_report.inspection import Inspection, remembered
from omi_report.source.tree import Scalar, walk


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
        for node in walk(source.root)
        if (fact := _fact(file, node))
    )


def _fact(file: str, node: object) -> WrittenFact | None:
    value, label, source = (node.get(key) if isinstance(node, dict) else None for key in ("value", "label", "source"))
    if not isinstance(value, Scalar) or not isinstance(label, Scalar):
        return None
    return WrittenFact(file, value, label, str(source) if isinstance(source, Scalar) else "")
