"""How wide the columns of a sheet are, so that what stands in them is seen whole."""

from __future__ import annotations

from typing import Final

from omi_report.opendata.book import BookSheet, Cell

COVER_WIDTH: Final = 90
"""The width of the cover, in characters."""

_NARROWEST: Final = 11
_WIDEST: Final = 70
"""Longer texts go on in the next line of their cell."""
_ROOM: Final = 1.25
"""How much wider a character of the font is than the unit of Excel, with room at both sides."""


def widths_of(sheet: BookSheet) -> list[float]:
    """Return the widths of the columns of a sheet, in characters."""
    return [_width([column.heading, *(row[at] for row in sheet.rows)]) for at, column in enumerate(sheet.columns)]


def _width(cells: list[Cell]) -> float:
    longest = max(len(line) for cell in cells for line in str(cell).split("\n"))
    return round(min(_WIDEST, max(_NARROWEST, longest * _ROOM + 1)), 2)
