"""What is known of a page beside other pages, and what is wrong between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from omi_report.render.pdf.checks.fault import LayoutFault

_GAP = 0.08
"""The room above the heading of a part that runs on, as a part of a page."""


class FilledPage(NamedTuple):
    """How full a page is, from 0 to 1, the name of its paper in the style sheet, and the text that it begins with.

    ``is_lone`` says that a short part stands on it, and nothing else.
    """

    filled: float
    paper: str
    begins: str
    is_lone: bool


def lone_parts(pages: Sequence[FilledPage]) -> Iterator[LayoutFault]:
    """Find short parts that have a page for themselves, though there is room on the page before it or behind it."""
    changed = [True, *(one.paper != other.paper for one, other in pairwise(pages)), True]
    for at, page in enumerate(pages):
        room_before = not changed[at] and pages[at - 1].filled + page.filled + _GAP < 1
        if page.is_lone and (room_before or not changed[at + 1]):
            said = f"{full(page.filled)}: the part that begins with {page.begins} could stand with another"
            yield LayoutFault(at + 1, "lone-part", said)


def full(filled: float) -> str:
    """Say how full a page is."""
    return f"the page is {100 * filled:.0f} % full"
