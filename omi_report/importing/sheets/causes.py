"""What is wrong in exports, by cause: one message for all cells that have it, with the first of them and how many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from omi_report.evidence.grids import SheetGrid, letters_of_column
from omi_report.problems import excerpt

_SHOWN = 3
"""So many cells are shown of a cause."""


class CellPlace(NamedTuple):
    """A cell of an export, as a spreadsheet names it, with the case of its row; of a whole row the cell is empty."""

    sheet: str
    line: int
    column: int | None = None
    case: str = ""

    @property
    def cell(self) -> str:
        """The name of the cell: ``AF2``; or of the row: ``row 2``."""
        return f"row {self.line}" if self.column is None else f"{letters_of_column(self.column)}{self.line}"

    @property
    def shown(self) -> str:
        """The cell with its case, without its sheet: ``AF2 (WX-001)``."""
        return f"{self.cell} ({excerpt(self.case, 30)})" if self.case else self.cell


@dataclass(frozen=True, slots=True)
class Cause:
    """One thing that is wrong, or that is to be told: what, what to do, and where; ``count`` is how often.

    ``sheet`` is the sheet as shown, empty where several are concerned.
    """

    sheet: str
    message: str
    hint: str = ""
    places: tuple[CellPlace, ...] = ()
    count: int = 0

    @property
    def where(self) -> str:
        """The first places, and how many more there are."""
        if not self.places:
            return ""
        first = self.places[:_SHOWN]
        sheets = {each.sheet for each in first}
        if self.sheet or len(sheets) == 1:
            shown = ", ".join(each.shown for each in first)
            shown = shown if self.sheet else f"{first[0].sheet}: {shown}"
        else:
            shown = ", ".join(f"{each.sheet}: {each.shown}" for each in first)
        more = max(self.count, len(self.places)) - min(_SHOWN, len(self.places))
        return f"{shown} and {more:,} more" if more > 0 else shown

    @property
    def line(self) -> str:
        """The cause as a line: where it is, what it is, and what to do."""
        said = f"{self.sheet}: {self.message}" if self.sheet else self.message
        said += f": {self.where}" if self.where else ""
        return f"{said}. {self.hint[:1].upper()}{self.hint[1:]}." if self.hint else f"{said}."


def cause_of(grid: SheetGrid, message: str, places: Sequence[CellPlace] = (), hint: str = "") -> Cause:
    """Return a cause in one sheet, with all its places."""
    return Cause(grid.shown, message, hint, tuple(places[:_SHOWN]), len(places))


def quoted_list(words: Sequence[str], most: int = 4) -> str:
    """Return words as a message lists them: the first few in quotation marks, and how many more."""
    shown = ", ".join(f"«{excerpt(each, 40)}»" for each in words[:most])
    return f"{shown} and {len(words) - most:,} more" if len(words) > most else shown
