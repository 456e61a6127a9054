"""The HTML page that a PDF is made from, in the pieces that can be laid out by themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple


class PrintedPart(NamedTuple):
    """A part of a report as HTML. One that ``runs_on`` goes on where the part before it ends."""

    html: str
    runs_on: bool = False


@dataclass(frozen=True)
class PrintPage:
    """A page as HTML: what stands before its parts (head, styles), the parts, and what stands behind them.

    A page with one part is laid out in one piece.
    """

    before: str
    parts: tuple[PrintedPart, ...]
    after: str

    @classmethod
    def in_one_piece(cls, html: str) -> PrintPage:
        """Return a page that is laid out in one piece."""
        return cls("", (PrintedPart(html),), "")

    @cached_property
    def html(self) -> str:
        """The whole page."""
        return self.holding(range(len(self.parts)))

    @property
    def is_split(self) -> bool:
        """Whether the page has more than one part."""
        return len(self.parts) > 1

    def holding(self, parts: Sequence[int]) -> str:
        """Return the page with some of its parts, by their numbers from 0 on."""
        return "".join((self.before, *(self.parts[part].html for part in parts), self.after))
