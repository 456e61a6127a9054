"""Code books of several files, and columns that tell who somebody is."""

from __future__ import annotations

import pytest

from omi_report.evidence.grids import SheetGrid
from omi_report.importing.sheets.guess.code_books import codes_beside
from omi_report.importing.sheets.guess.matching import Matching
from omi_report.importing.sheets.guess.personal import why_personal
from omi_report.importing.sheets.sheet_kinds import kinds_of_sheet
from omi_report.importing.sheets.spellings import are_names_of_people, reads_like_a_name
from tests.unit.importing.test_evidence_sheets import framework


def book(file: str, *labels: str) -> SheetGrid:
    rows = [["Code", "Label"], *([str(code), label] for code, label in enumerate(labels, 1))]
    return SheetGrid(file, "codes", tuple(enumerate(rows, 1)))


def codes(file: str, *books: SheetGrid) -> dict[str, str]:
    matching = Matching(kinds_of_sheet(framework())["cases"], {})
    return dict(codes_beside(SheetGrid(file, "data", ()), books, matching).get("*", {}))


def test_each_file_goes_by_its_own_code_book() -> None:
    a, b = book("a.xlsx", "yes", "no"), book("b.xlsx", "no", "yes")
    assert codes("a.xlsx", a, b) == {"1": "yes", "2": "no"}
    assert codes("b.xlsx", a, b) == {"1": "no", "2": "yes"}


def test_what_code_books_of_other_files_do_not_agree_on_means_nothing() -> None:
    books = book("a.xlsx", "yes", "no", "N/A"), book("b.xlsx", "no", "yes", "n/a")
    assert codes("c.csv", *books) == {"3": "N/A"}
    assert codes("c.csv", books[0]) == {"1": "yes", "2": "no", "3": "N/A"}


@pytest.mark.parametrize(
    ("heading", "is_personal"),
    [
        ("Address", True), ("Officer", True), ("Name of officer", True), ("Your e-mail address", True),
        ("Was there continuing planning to address what lay behind it", False),
        ("Did the officer visit the home in good time", False),
        ("Please give the name of the person who answered this", True),
    ],
)  # fmt: skip
def test_a_question_about_work_is_not_personal(heading: str, is_personal: bool) -> None:
    assert bool(why_personal(heading, {})) is is_personal


def test_names_of_people_are_told_from_ids() -> None:
    assert are_names_of_people(["Jo Bloggs", "Ann  B. Other", "Mary O'Hara", "x"])
    assert not are_names_of_people(["WX-001", "Case One", "17", "A B"])
    assert not are_names_of_people([])
    assert [each for each in ("Jo  Bloggs", "WX-001", "A B") if reads_like_a_name(each)] == ["Jo  Bloggs"]
