"""How wide the columns of a table are, by the words in them: Word can work it out, other programs cannot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

_LETTER: Final = 140
"""How wide a letter of a table is, about, in twentieths of a point: a bold one, as headings have."""
_PADDING: Final = 210
_NARROWEST: Final = 600


def widths_of(
    rows: Sequence[Sequence[tuple[str, int]]], columns: int, available: int, first: int = 0, larger: float = 1
) -> list[int]:
    """Return the widths of columns, in twentieths of a point, which together take what is available.

    ``rows`` are the words of each cell, with the number of columns that it reaches over; ``first`` is the least width
    of the first column. A column is as wide as its longest word at least, where there is room; what is left goes to
    those that have much to say. Where there is none, the widest columns give way first.

    Letters are ``larger`` than those of the standard edition by so much.
    """
    least = least_widths(rows, columns, larger)
    least[0] = max(least[0], first)
    wanted = _widths(rows, columns, larger, lambda words: min(len(words), 60))
    if sum(least) >= available:
        return _scaled(_levelled(least, available), available)
    spare = available - sum(least)
    more = [max(want - need, 0) for want, need in zip(wanted, least, strict=True)]
    if not sum(more):
        return _scaled(least, available)
    return _scaled([need + spare * each // sum(more) for need, each in zip(least, more, strict=True)], available)


def least_widths(rows: Sequence[Sequence[tuple[str, int]]], columns: int, larger: float = 1) -> list[int]:
    """Return the widths of columns that are as wide as the longest word in each."""
    return _widths(rows, columns, larger, lambda words: max(map(len, words.split()), default=0))


def _widths(
    rows: Sequence[Sequence[tuple[str, int]]], columns: int, larger: float, letters: Callable[[str], int]
) -> list[int]:
    found = [_NARROWEST] * columns
    for row in rows:
        at = 0
        for words, span in row:
            if span == 1 and at < columns:
                found[at] = max(found[at], round(letters(words) * _LETTER * larger) + _PADDING)
            at += span
    return found


def _levelled(widths: Sequence[int], available: int) -> list[int]:
    """Widths that take no more than is available: those above a level are cut to it, and the others stay."""
    level, left = available, available
    for at, width in enumerate(sorted(widths)):
        level = left // (len(widths) - at)
        if width > level:
            break
        left -= width
    return [min(width, level) for width in widths]


def _scaled(widths: Sequence[int], available: int) -> list[int]:
    """Widths in proportion, the first of which takes what rounding leaves."""
    found = [width * available // sum(widths) for width in widths]
    found[0] += available - sum(found)
    return found
