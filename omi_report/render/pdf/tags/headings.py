"""Headings go down one level at a time (ISO 14289-1, 7.4.2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

HEADINGS = {f"H{level}": level for level in range(1, 7)}
"""The levels of headings, by their structure types."""


def closed(levels: Iterable[int]) -> Iterator[int]:
    """Close the gaps in a row of levels, the first of which becomes 1."""
    open_levels: list[int] = []
    for level in levels:
        while open_levels and open_levels[-1] >= level:
            open_levels.pop()
        open_levels.append(level)
        yield len(open_levels)
