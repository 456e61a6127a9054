"""A sheet without some of its columns: those whose cells are no answers, and those that nobody asked for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field, replace

from omi_report.evidence import evidence_rules as rules
from omi_report.evidence.sheet import Sheet, SheetProblems, fitted
from omi_report.evidence.tabulate import wrong_length


@dataclass(slots=True)
class SetApart:
    """What stood in the columns that were taken out of a sheet, by the line of the row and the heading.

    ``lengths`` are the rows with a wrong number of cells, which were left out, and ``width`` is the number of headings.
    Both are filled while the rows of the sheet are read. ``kept`` is how many columns the sheet still has.
    """

    cells: dict[int, dict[str, str]] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)
    lengths: dict[int, int] = field(default_factory=dict)
    width: int = 0
    kept: int = 0

    def index(self, name: str) -> int:
        """Return the index by which the sheet finds the place of a cell that was taken out of it."""
        return self.kept + self.places.get(name, 0)

    def tell_lengths(self, found: SheetProblems) -> None:
        """Tell of the rows that were left out."""
        for line, length in self.lengths.items():
            message, hint = wrong_length(length, self.width)
            found.add(rules.ROW_LENGTH, line, self.kept + min(length, self.width) - 1, message, hint)


def set_apart(sheet: Sheet, kept: Callable[[str], bool], apart: Collection[str] = ()) -> tuple[Sheet, SetApart]:
    """Return the sheet with the columns alone whose headings are ``kept``, and what stands in those set ``apart``.

    The latter are named in small letters, and may be written in capitals. All other columns are dropped.
    """
    names = [heading.strip() for heading in sheet.header]
    held = [at for at, name in enumerate(names) if name.casefold() not in apart and kept(name)]
    places = {name.casefold(): at for at, name in enumerate(names) if name.casefold() in apart}
    out = SetApart(places=places, width=len(names), kept=len(held))
    narrow = replace(
        sheet,
        header=[sheet.header[at] for at in held],
        rows=_rows(sheet, held, out),
        place=lambda line, cell: sheet.place(line, held[cell] if cell < len(held) else cell - len(held)),
        ragged=False,
    )
    return narrow, out


def _rows(sheet: Sheet, held: list[int], out: SetApart) -> Iterator[tuple[int, list[str]]]:
    for line, cells in sheet.rows:
        if not any(cells):
            continue
        row = fitted(cells, out.width, sheet.ragged)
        if len(row) != out.width:
            out.lengths[line] = len(cells)
            continue
        out.cells[line] = {name: row[at].strip() for name, at in out.places.items()}
        if any(row[at].strip() for at in held) or any(out.cells[line].values()):
            yield line, [row[at] for at in held]
