"""Stretches in order, of a text or of files, so that the one that holds a place is found without looking at all."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import Any, Generic, Protocol, TypeVar


class Bounded(Protocol):
    """Something that begins at one place and ends before another; places are offsets of a text, or those of files."""

    @property
    def start(self) -> Any:
        """Where it begins."""

    @property
    def end(self) -> Any:
        """The place after its last character."""


E = TypeVar("E", bound=Bounded)


class Stretches(Generic[E]):
    """Stretches, of which one may lie inside another."""

    def __init__(self, spans: Iterable[E]) -> None:
        self._spans = sorted(spans, key=lambda span: (span.start, span.end))
        self._starts = [span.start for span in self._spans]
        self._ends = list(accumulate((span.end for span in self._spans), max))

    def hold(self, offset: Any) -> bool:
        """Say whether the character at a place lies in one of them."""
        before = bisect_right(self._starts, offset)
        return before > 0 and offset < self._ends[before - 1]

    def touch(self, span: Bounded) -> bool:
        """Say whether one of them has a character of a stretch, or holds it where it has none."""
        before = bisect_left(self._starts, span.end)
        return before > 0 and span.start < self._ends[before - 1]

    def holding(self, offset: Any) -> E | None:
        """Return the last of them that begins at or before a place, if it holds the character there."""
        before = bisect_right(self._starts, offset)
        return self._spans[before - 1] if before and offset < self._spans[before - 1].end else None
