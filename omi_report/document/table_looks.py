"""What a table looks like follows from its shape: how many columns it has, and how many of them hold figures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from omi_report.document.drawn import TableColumn

FEW, MANY = 3, 6
"""Up to so many columns a table is narrow, and from so many it is wide."""


def table_role(columns: Sequence[TableColumn]) -> str:
    """Return the role of a table with these columns, for the styles of a renderer."""
    count = len(columns)
    size = "few" if count <= FEW else "many" if count >= MANY else "some"
    return f"{size} figures-{sum(column.figures for column in columns)}"
