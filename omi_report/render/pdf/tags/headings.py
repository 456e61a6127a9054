"""Headings go down one level at a time (ISO 14289-1, 7.4.2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from omi_report.render.pdf.tags.tree import TagNode, changed, walk

KINDS = {f"H{level}": level for level in range(1, 7)}


def without_gaps(root: TagNode) -> TagNode:
    """Raise headings that skip a level; those of one level under one heading stay of one level."""
    levels = closed(KINDS[node.kind] for node in walk((root,)) if node.kind in KINDS)
    return changed(root, lambda node: replace(node, kind=f"H{next(levels)}") if node.kind in KINDS else node)


def closed(levels: Iterable[int]) -> Iterator[int]:
    """Close the gaps in a row of levels, the first of which becomes 1."""
    open_levels: list[int] = []
    for level in levels:
        while open_levels and open_levels[-1] >= level:
            open_levels.pop()
        open_levels.append(level)
        yield len(open_levels)
