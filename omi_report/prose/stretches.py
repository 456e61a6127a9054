"""Stretches of a text in order, so that the one that holds a character is found without looking at all of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate

from omi_report.prose.nodes import Span


class Stretches:
    """Spans of a text, of which one may lie inside another."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]
        self._ends = list(accumulate((span.end for span in self._spans), max))

    def hold(self, offset: int) -> bool:
        """Say whether the character at an offset lies in one of them."""
        before = bisect_right(self._starts, offset)
        return before > 0 and offset < self._ends[before - 1]

    def touch(self, span: Span) -> bool:
        """Say whether one of them has a character of a span."""
        before = bisect_left(self._starts, span.end)
        return before > 0 and span.start < self._ends[before - 1]

    def holding(self, offset: int) -> Span | None:
        """Return the last of them that begins at or before an offset, if it holds the character there."""
        before = bisect_right(self._starts, offset)
        return self._spans[before - 1] if before and offset < self._spans[before - 1].end else None
