"""Exports in the layouts of Smart Survey, SNAP and Microsoft Forms, made for the purpose: all of it is invented."""

from __future__ import annotations

import csv
from functools import cache

import pytest

from omi_report.document.kinds import PART_KINDS
from omi_report.evidence.grids import SheetGrid, read_grids
from omi_report.importing.sheets.guess.guesses import guess_sheets
from omi_report.importing.sheets.guess.map_text import map_text
from omi_report.importing.sheets.sheet_kinds import SheetKind, kinds_of_sheet
from omi_report.model.framework import Framework
from omi_report.model.shipped import load_framework
from tests.export_layouts import AREAS, Table, imported_by_guess, map_of
from tests.exports import csv_of, xlsx_of

PERSONAL = ("Ann", "Other", "example.org", "10.0.0", "went well")


@cache
def framework() -> Framework:
    return load_framework("omi-2006", PART_KINDS)


@cache
def staff() -> tuple[SheetKind, str, Table]:
    """The survey of staff: its kind, the sheet of evidence without ids, and the rows of answers."""
    lines = (AREAS / "wessex" / "evidence" / "surveys" / "staff.csv").read_text(encoding="utf-8").splitlines()
    rows = list(csv.reader(lines))
    without = "".join(f"{','.join(row[1:])}\n" for row in rows)
    return kinds_of_sheet(framework())["staff"], without, rows[1:]


def texts() -> list[str]:
    return [staff()[0].texts[name] for name in staff()[0].columns]


def spelt(row: list[str], yes: str = "Yes", no: str = "No", blank: str = "") -> list[str]:
    return [{"yes": yes, "no": no, "": blank}[cell] for cell in row[1:]]


def expect_staff(grids: list[SheetGrid], *, ids: bool = False) -> None:
    """The exports become the survey of staff, surely, and nothing of a person stands in the map or the evidence."""
    guessed = guess_sheets(grids, framework())
    text = map_text(guessed.sheets)
    assert [each.of for each in guessed.sheets] == ["staff"]
    assert guessed.sheets[0].unsure == []
    found = imported_by_guess(grids, framework())
    assert [cause.line for cause in found.causes] == []
    written = found.files["evidence/surveys/staff.csv"]
    if ids:
        head, *rows = list(csv.reader(written.splitlines()))
        assert head[0] == "respondent"
        written = "".join(f"{','.join(row[1:])}\n" for row in (head, *rows))
    assert written == staff()[1]
    for each in PERSONAL:
        assert each not in written
        assert each not in text


def test_microsoft_forms() -> None:
    head = ["ID", "Start time", "Completion time", "Email", "Name", "Last modified time", *texts()]
    rows = [
        [at, "03/05/2008 10:00:00", "03/05/2008 10:07:00", f"ann{at}@example.org", "Ann Other", "", *spelt(row)]
        for at, row in enumerate(staff()[2], start=1)
    ]
    expect_staff(read_grids(xlsx_of({"Sheet1": [head, *rows]}), "Staff survey(1-64).xlsx"), ids=True)


def test_smart_survey_with_a_matrix_in_two_rows() -> None:
    system = ["UserID", "UserNo", "Name", "Email", "IP Address", "Unique ID", "Started", "Ended"]
    asked = [f"{at}. {text}" for at, text in enumerate(texts()[:4], start=1)]
    matrix = texts()[4:]
    above = [
        *system,
        *asked,
        "5. How far do you agree with each of these?",
        *("" for _each in matrix[1:]),
        "6. Any comments?",
    ]
    below = [*("" for _each in (*system, *asked)), *matrix, ""]
    rows = [
        [str(70_000 + at), str(at), "Ann Other", "ann@example.org", f"10.0.0.{at}", f"abc{at}", "03/05/2008", "1 May",
         *spelt(row, blank="-"), "All of it went well, on the whole, and I would do it again"]
        for at, row in enumerate(staff()[2], start=1)
    ]  # fmt: skip
    table = [["Staff survey"], [], above, below, *rows]
    expect_staff(read_grids(csv_of(table, encoding="utf-8-sig"), "staff.csv"), ids=True)
    merged = [f"M3:{'S'}3"]
    expect_staff(read_grids(xlsx_of({"Raw data": table}, merged), "staff.xlsx"), ids=True)


@pytest.mark.parametrize("form", ["columns", "blocks"])
def test_snap_with_its_codes(form: str) -> None:
    head = ["ID.name", "ID.start", "ID.end", *(f"Q{at}" for at in range(1, len(texts()) + 1))]
    rows = [["Ann Other", "03/05/2008", "03/05/2008", *spelt(row, "1", "2", "0")] for row in staff()[2]]
    codes = [("1", "Yes"), ("2", "No"), ("0", "No reply")]
    book: Table = [["Variable", "Question text", "Code", "Label"]] if form == "columns" else []
    for at, text in enumerate(texts(), start=1):
        if form == "columns":
            book += [
                [f"Q{at}" if code == "1" else "", text if code == "1" else "", code, label] for code, label in codes
            ]
        else:
            book += [[f"Q{at} {text}"], *([code, label] for code, label in codes)]
    expect_staff([*read_grids(csv_of([head, *rows]), "snap.csv"), *read_grids(csv_of(book), "codes.csv")])


def test_codes_without_a_code_book_are_not_sure() -> None:
    head = [f"Q{at} {text}" for at, text in enumerate(texts(), start=1)]
    rows = [spelt(row, "1", "2") for row in staff()[2]]
    (guessed,) = guess_sheets(read_grids(csv_of([head, *rows]), "snap.csv"), framework()).sheets
    assert [each.split(" (")[0] for each in guessed.unsure] == ["answer «1» → yes", "answer «2» → no"]
    assert "unsure:" in map_text([guessed])


def test_headings_that_are_only_like_the_texts_are_not_sure() -> None:
    head = [text.replace("Do you", "Would you say that you").replace("Have you", "Did you") for text in texts()]
    rows = [spelt(row) for row in staff()[2]]
    (guessed,) = guess_sheets(read_grids(csv_of([head, *rows]), "x.csv"), framework()).sheets
    assert guessed.unsure
    right = dict(zip((f"{each}" for each in head), staff()[0].columns, strict=True))
    assert all(right[each.key] == each.guess.meant for each in guessed.columns if each.key in right)
    assert len(guessed.columns) >= 8


def test_answers_that_nobody_knows_are_noted_in_the_map_and_words_of_a_person_are_not() -> None:
    rows = [spelt(row, "Fully met", "No") for row in staff()[2]]
    rows[3][0] = "Ann Other told me that it went well"
    (guessed,) = guess_sheets(read_grids(csv_of([list(staff()[0].columns), *rows]), "x.csv"), framework()).sheets
    text = map_text([guessed])
    assert '#   "Fully met": …  # ' in text
    assert "Ann" not in text
    assert map_of(text).sources[0].of == "staff"
