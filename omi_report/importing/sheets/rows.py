"""Which rows of a sheet are cases: not the headings once more, totals, or notes below the table."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from omi_report.importing.sheets.headings import Headings
from omi_report.importing.sheets.spellings import begins_one_of, folded, is_number, is_total, value_form

TOTAL: Final = "totals"
AGAIN: Final = "the headings once more"
NOTE: Final = "no answers"
SKIPPED: Final = "left out by the map"


def why_no_case(
    cells: Sequence[str],
    headings: Headings,
    columns: Mapping[str, int],
    at: int | None,
    skip: Collection[str],
    placed: Collection[str],
) -> str:
    """Say why a row is no case; nothing where it is one.

    ``columns`` are those that are taken, ``at`` is the column of ids, ``skip`` what the map leaves out; ``placed`` are
    the forms of everything that is an answer somewhere.
    """
    first = next((each.strip() for each in cells if each.strip()), "")
    given = cells[at].strip() if at is not None and at < len(cells) else ""
    if begins_one_of(first, skip) or (given and begins_one_of(given, skip)):
        return SKIPPED
    taken = [cells[each].strip() for each in columns.values() if each < len(cells) and cells[each].strip()]
    only_numbers = all(map(is_number, taken)) and sum(value_form(each) in placed for each in taken) * 2 < len(taken)
    if is_total(first) and (not given or is_total(given) or only_numbers):
        return TOTAL
    if taken and all(map(_is_share, taken)) and not any(value_form(each) in placed for each in taken):
        return TOTAL
    if _is_headings(cells, headings):
        return AGAIN
    if not taken or (at is not None and not given and _is_note(cells, taken, placed)):
        return NOTE
    if given or at is None or not only_numbers:
        return ""
    longer = sum(len(each) > 1 for each in taken)  # codes of answers have one digit, and a case may have lost its id
    return TOTAL if longer * 2 > len(taken) else ""


def _is_note(cells: Sequence[str], taken: Sequence[str], placed: Collection[str]) -> bool:
    """Whether the only words of a row that has no id are no answer of anything."""
    alone = sum(bool(each.strip()) for each in cells) == 1
    return alone and value_form(taken[0]) not in placed and not is_number(taken[0])


def _is_share(text: str) -> bool:
    """Whether a cell holds a share in per cent, which is no answer of a case."""
    return text.endswith("%") and is_number(text)


def _is_headings(cells: Sequence[str], headings: Headings) -> bool:
    """Whether most cells of a row are the headings of their columns."""
    first = next((each for each in cells if each.strip()), "")
    if not headings.has(first):
        return False
    filled = sum(bool(each.strip()) for each in cells)
    again = sum(
        folded(cells[each.column]) in (folded(each.lowest), folded(each.joined))
        for each in headings.columns
        if each.column < len(cells)
    )
    return filled > 1 and again * 2 > filled
