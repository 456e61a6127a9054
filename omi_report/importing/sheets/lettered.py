"""Columns that a map names by their letters: what stood above each, and whether that stands there still.

Letters are right only as long as nobody puts a column in, or takes one out. So the map keeps the heading beside them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from omi_report.evidence.grids import SheetGrid, column_of_letters, letters_of_column
from omi_report.importing.sheets.causes import Cause, CellPlace, cause_of, quoted_list
from omi_report.importing.sheets.headings import LONGEST, MORE, Heading, Headings
from omi_report.importing.sheets.spellings import folded, words_of
from omi_report.model.evidence_map import IGNORED, MapSource
from omi_report.problems import excerpt

_TOLD = 3
"""So many columns are told of in a message."""


class MovedColumn(NamedTuple):
    """A column of the map that has another heading now: its letters, the heading that it had, and where that is now.

    ``stands`` is the heading that is there now, empty where there is none; ``to`` is empty unless one column alone has
    the heading that is looked for.
    """

    letters: str
    kept: str
    stands: str
    to: str = ""

    @property
    def said(self) -> str:
        """The column in words."""
        now = f"is «{excerpt(self.stands, 40)}» now" if self.stands else "has no heading now"
        gone = f", which stands in {self.to}" if self.to else ""
        return f"{self.letters} {now}, and was «{excerpt(self.kept, 40)}»{gone}"


def kept_heading(text: str) -> str:
    """Return a heading as a map keeps it: without what tells who somebody is, and the first words of a long one."""
    from omi_report.lint.rules.people.in_line import without_people

    plain = without_people(" ".join(text.split()))
    return plain if len(plain) <= LONGEST else plain[:LONGEST].rstrip() + MORE


def is_kept(kept: str, heading: Heading) -> bool:
    """Say whether a heading is the one that a map keeps; «…» stands for anything."""
    first, *others = folded(kept).split(MORE)
    return any(_goes(first, others, folded(text)) for text in (heading.lowest, heading.joined))


def _goes(first: str, others: Sequence[str], text: str) -> bool:
    """Whether a text begins with a piece, has others after it in their order, and ends with the last of them.

    Each piece is taken where it comes first, which leaves the most for those after it: a pattern could try all places.
    """
    if not others:
        return text == first
    at = len(first) if text.startswith(first) else -1
    for piece in others[:-1]:
        found = text.find(piece, at) if at >= 0 else -1
        at = found + len(piece) if found >= 0 else -1
    return 0 <= at <= len(text) - len(others[-1]) and text.endswith(others[-1])


def moved_columns(source: MapSource, headings: Headings) -> list[MovedColumn]:
    """Return the columns that the map names by letters and that have another heading now.

    Where all of them are left out anyway, nothing can be taken for something else, and none is told of.
    """
    if all(_is_left_out(source, letters) for letters in source.headings):
        return []
    by_column = {each.column: each for each in headings.columns}
    found: list[MovedColumn] = []
    for letters, kept in source.headings.items():
        at = column_of_letters(letters)
        here = by_column.get(at) if at is not None else None
        if here is None or not is_kept(kept, here):
            alike = [each.column for each in headings.columns if is_kept(kept, each)]
            to = letters_of_column(alike[0]) if len(alike) == 1 else ""
            found.append(MovedColumn(letters, kept, here.joined if here else "", to))
    return found


def unknown_twins(source: MapSource, unknown: Sequence[Heading]) -> list[Heading]:
    """Return the columns nobody knows that have the heading of one that the map takes by its letters."""
    kept = [each for letters, each in source.headings.items() if not _is_left_out(source, letters) and _says(each)]
    return [heading for heading in unknown if any(is_kept(each, heading) for each in kept)]


def _is_left_out(source: MapSource, letters: str) -> bool:
    return source.columns.get(letters, "") == IGNORED


def _says(kept: str) -> bool:
    """Whether anything is left of a heading in which people were left out."""
    return bool(words_of(kept))


def cause_of_moved(grid: SheetGrid, moved: Sequence[MovedColumn], line: int) -> Cause:
    """Return the cause of columns that have other headings now."""
    shown = "; ".join(each.said for each in moved[:_TOLD])
    more = f" and {len(moved) - _TOLD:,} more" if len(moved) > _TOLD else ""
    places = [CellPlace(grid.shown, line, at) for each in moved if (at := column_of_letters(each.letters)) is not None]
    message = f"columns that the map names by their letters are others now: {shown}{more}"
    hint = (
        "somebody has put a column in, or taken one out: correct the letters in the map, under «columns» and "
        "«headings», or let --guess --again make it anew"
    )
    return cause_of(grid, message, places, hint)


def cause_of_twins(grid: SheetGrid, twins: Sequence[Heading], line: int) -> Cause:
    """Return the cause of columns with the heading of one that goes by its letters, of which the map says nothing."""
    shown = quoted_list([each.joined for each in twins], _TOLD)
    message = f"columns that the map does not know have the heading of one that it names by its letters: {shown}"
    hint = "say in the map what each of them is, or that it is to be ignored"
    return cause_of(grid, message, [CellPlace(grid.shown, line, each.column) for each in twins], hint)
