"""What a table looks like follows from its shape: its columns, how many hold figures, and the room they need."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from omi_report.document.drawn import TableColumn

FEW, MANY = 3, 6
"""Up to so many columns a table is narrow, and from so many it is wide."""

ACROSS: Final = "across"
"""The role of a table that lies across the page, since its columns do not fit side by side on an upright one."""

_DIGIT, _APART, _PAGE = 2.05, 4.0, 160.0
"""How wide a digit of a wide table is in print, what parts two columns, and the width of the page: in millimetres.
Styles give the sizes; these say what does not fit into them."""

LETTER: Final = 0.92
"""The width of a letter, in digits."""

_WORD: Final = 14
"""A longer word may be divided at its end of line; a figure never is."""

_USUAL: Final = {1: 23.0, 2: 23.0, 3: 23.0, 6: 17.0, 7: 17.0}
"""The width of a column of figures in a wide table by how many of these it has, and of all others."""
_OTHERS: Final = 20.0


def table_role(columns: Sequence[TableColumn], widest: Sequence[float] = ()) -> str:
    """Return the role of a table with these columns, for the styles of a renderer.

    ``widest`` is the room of the longest piece of each column that is not broken, in digits, where that is known.
    """
    count, figures = len(columns), sum(column.figures for column in columns)
    size = "few" if count <= FEW else "many" if count >= MANY else "some"
    room = _room(columns, widest, figures) if size == "many" and widest else ""
    return f"{size} figures-{figures}{room}"


def _room(columns: Sequence[TableColumn], widest: Sequence[float], figures: int) -> str:
    """What the columns of a wide table need beyond the usual: widths of their own, or a page that lies across."""
    longest = [each if column.figures else min(each, _WORD) for column, each in zip(columns, widest, strict=True)]
    needs = [_DIGIT * each + _APART for each in longest]
    if sum(needs) - _APART > _PAGE:
        return f" measured {ACROSS}"
    usual = _USUAL.get(figures, _OTHERS)
    given = [max(need, usual) if column.figures else need for column, need in zip(columns, needs, strict=True)]
    as_usual = all(need <= usual for column, need in zip(columns, needs, strict=True) if column.figures)
    return "" if as_usual and sum(given) - _APART <= _PAGE else " measured"
