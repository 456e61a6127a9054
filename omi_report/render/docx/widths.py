"""How wide the columns of a table are, by the words in them: Word can work it out, other programs cannot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

_LETTER: Final = 132
"""How wide a letter of a table is, about, in twentieths of a point."""
_PADDING: Final = 210


def widths_of(
    rows: Sequence[Sequence[tuple[str, int]]], columns: int, available: int, first: int = 0, larger: float = 1
) -> list[int]:
    """Return the widths of columns, in twentieths of a point, which together take what is available.

    ``rows`` are the words of each cell, with the number of columns that it reaches over; ``first`` is the least width
    of the first column. A column is as wide as its longest word at least, where there is room; what is left goes to
    those that have much to say.

    Letters are ``larger`` than those of the standard edition by so much.
    """
    least, wanted = [600] * columns, [600] * columns
    least[0] = max(least[0], first)
    for row in rows:
        at = 0
        for words, span in row:
            if span == 1 and at < columns:
                longest = max(map(len, words.split()), default=0)
                least[at] = max(least[at], round(longest * _LETTER * larger) + _PADDING)
                wanted[at] = max(wanted[at], round(min(len(words), 60) * _LETTER * larger) + _PADDING)
            at += span
    if sum(least) >= available:
        return _scaled(least, available)
    spare = available - sum(least)
    more = [max(want - need, 0) for want, need in zip(wanted, least, strict=True)]
    if not sum(more):
        return _scaled(least, available)
    return _scaled([need + spare * each // sum(more) for need, each in zip(least, more, strict=True)], available)


def _scaled(widths: Sequence[int], available: int) -> list[int]:
    """Widths in proportion, the first of which takes what rounding leaves."""
    found = [width * available // sum(widths) for width in widths]
    found[0] += available - sum(found)
    return found
