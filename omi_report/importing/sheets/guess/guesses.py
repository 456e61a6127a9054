"""All sheets of all exports → what is guessed of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from omi_report.evidence.grids import SheetGrid
from omi_report.importing.caseload import caseload_kind
from omi_report.importing.sheets.code_book import is_code_book
from omi_report.importing.sheets.guess.code_books import codes_beside, texts_of
from omi_report.importing.sheets.guess.guessed import GuessedSheet
from omi_report.importing.sheets.guess.long import guess_long
from omi_report.importing.sheets.guess.matching import Matching
from omi_report.importing.sheets.guess.sheet import guess_sheet, known_forms
from omi_report.importing.sheets.sheet_kinds import SheetKind, kinds_of_sheet
from omi_report.model.evidence_map import CASELOAD
from omi_report.model.framework import Framework

_FEW_QUESTIONS = 3
"""A sheet that has fewer questions among its headings may have them in its rows."""


@dataclass(frozen=True, slots=True)
class GuessedSheets:
    """What is guessed of exports: the sheets that hold evidence, those that are code books, and all others."""

    sheets: tuple[GuessedSheet, ...]
    code_books: tuple[str, ...]
    others: tuple[str, ...]


def guess_caseload(grids: Sequence[SheetGrid], framework: Framework, ids: str = "") -> GuessedSheets:
    """Guess how a caseload is read: the sheet of it that has most of the attributes which the sampling goes by.

    ``ids`` is the heading of the ids, where somebody has said it.
    """
    books = [grid for grid in grids if is_code_book(grid)]
    data = [grid for grid in grids if grid not in books]
    kind = caseload_kind(framework)
    matching = Matching(kind, texts_of(books))
    guessed = [
        guess_sheet(
            grid,
            {CASELOAD: (kind, matching)},
            {CASELOAD: codes_beside(grid, books, matching)},
            frozenset(),
            told=len(data) == 1,
            called=ids,
        )
        for grid in data
    ]
    sheets = [each for each in guessed if each is not None]
    best = max(sheets, key=lambda each: len(each.columns), default=None)
    return GuessedSheets(
        (best,) if best else (), tuple(each.shown for each in books), tuple(g.shown for g in data if not best)
    )


def guess_sheets(grids: Sequence[SheetGrid], framework: Framework, ids: Iterable[str] = ()) -> GuessedSheets:
    """Guess what the sheets of exports are; ``ids`` are those of cases that the area knows already."""
    books = [grid for grid in grids if is_code_book(grid)]
    labels = texts_of(books)
    kinds = {name: (kind, Matching(kind, labels)) for name, kind in kinds_of_sheet(framework).items()}
    data = [grid for grid in grids if grid not in books]
    known = known_forms(ids)
    found = []
    for grid in data:
        codes = {name: codes_beside(grid, books, matching) for name, (_kind, matching) in kinds.items()}
        guessed = guess_sheet(grid, kinds, codes, known)
        if guessed is None or _questions(guessed, kinds[guessed.of][0]) < _FEW_QUESTIONS:
            long = guess_long(grid, kinds, codes, known)
            guessed = max((each for each in (guessed, long) if each), key=lambda each: len(each.columns), default=None)
        found.append((grid, guessed))
    return GuessedSheets(
        tuple(guessed for _grid, guessed in found if guessed is not None),
        tuple(grid.shown for grid in books),
        tuple(grid.shown for grid, guessed in found if guessed is None),
    )


def _questions(guessed: GuessedSheet, kind: SheetKind) -> int:
    """How many questions a sheet has columns for."""
    return sum(kind.columns[each.guess.meant].kind == "question" for each in guessed.columns)
