"""A sheet with much wrong in it: the cause in one message, and nothing of what follows from it."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from omi_report.evidence.read import read_evidence
from omi_report.model.evidence import Evidence
from omi_report.problems import Location, Problem
from omi_report.source.snapshot import Snapshot
from tests.samples import random_cases, westmark_framework

FRAMEWORK = westmark_framework()
COLUMNS = ["case", *FRAMEWORK.attributes, *FRAMEWORK.questions]
CASES = random_cases(FRAMEWORK, 40, random.Random(8))
GOOD = [COLUMNS, *([case[name] for name in COLUMNS] for case in CASES)]

Rows = list[list[str]]
Write = Callable[[Path, Rows], None]


def write_csv(folder: Path, rows: Rows) -> None:
    (folder / "cases.csv").write_text("\n".join(",".join(row) for row in rows) + "\n", encoding="utf-8")


def write_workbook(folder: Path, rows: Rows) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append([cell or None for cell in row])
    book.save(folder / "cases.xlsx")


@pytest.fixture(params=[write_csv, write_workbook], ids=["csv", "xlsx"])
def write(request: pytest.FixtureRequest) -> Write:
    found: Write = request.param
    return found


def read(write: Write, folder: Path, rows: Rows) -> tuple[Evidence, list[Problem]]:
    (folder / "evidence").mkdir(exist_ok=True)
    (folder / "area.yaml").touch()
    write(folder / "evidence", rows)
    return read_evidence(Snapshot.of(folder), FRAMEWORK, Location("area.yaml", 2, 12))


def rows_with(change: Callable[[list[str]], list[str]]) -> Rows:
    return [COLUMNS, *map(change, GOOD[1:])]


def told(problems: list[Problem]) -> list[tuple[str, int, str]]:
    return [(problem.code, problem.location.line, problem.message) for problem in problems]


def test_good_rows_have_no_cause(write: Write, tmp_path: Path) -> None:
    found, problems = read(write, tmp_path, GOOD)
    assert problems == []
    assert found.sound


def test_a_word_in_many_cells_is_one_problem(write: Write, tmp_path: Path) -> None:
    rows = rows_with(lambda row: ["N/A" if cell in ("", "not-relevant") else cell for cell in row])
    count = sum(row.count("N/A") for row in rows)
    found, (problem,) = read(write, tmp_path, rows)
    assert problem.message == f"«N/A» stands in {count} cells of 6 columns, and is no answer to them"
    assert problem.hint.startswith("leave the cell empty where a question does not apply, and write not-relevant")
    assert problem.location.line == min(number for number, row in enumerate(rows, start=1) if "N/A" in row)
    assert not found.sound


def test_merged_cells_are_one_problem_of_each_attribute(write: Write, tmp_path: Path) -> None:
    rows = [list(row) for row in GOOD]
    blank = [n for n in range(2, len(rows)) if GOOD[n][1] == GOOD[n - 1][1]]
    for number in blank:
        rows[number][1] = ""
    _, (problem,) = read(write, tmp_path, rows)
    assert told([problem]) == [("OMI225", blank[0] + 1, f"{len(blank)} of 40 cases have no «{COLUMNS[1]}»")]
    assert problem.hint.endswith("were the cells merged?")


def test_other_problems_are_told_beside_a_cause(write: Write, tmp_path: Path) -> None:
    rows = [*(list(row) for row in GOOD), ["Total", *["20"] * (len(COLUMNS) - 1)]]
    rows[3][COLUMNS.index("1.1.1")] = "perhaps"
    _, problems = read(write, tmp_path, rows)
    assert [(problem.code, problem.location.line) for problem in problems] == [("OMI025", 42), ("OMI221", 4)]


def test_headings_that_became_dates_are_one_problem(write: Write, tmp_path: Path) -> None:
    dates = [f"0{name[2]}/0{name[4]}/2001" if name[0].isdigit() else name for name in COLUMNS]
    _, (problem,) = read(write, tmp_path, [dates, *GOOD[1:]])
    assert told([problem]) == [
        ("OMI220", 1, "6 headings are dates, such as «01/01/2001», where the numbers of questions should stand")
    ]
    assert "1.1.1, 1.1.2, 1.1.3 …" in problem.hint


def test_remarks_and_ids_that_are_the_same_are_one_problem_each(write: Write, tmp_path: Path) -> None:
    rows = [[*row, "" if n % 3 else "checked"] for n, row in enumerate(GOOD)]
    rows[0][-1] = ""
    for row in rows[10:20]:
        row[0] = "2.00711E+11"
    _, problems = read(write, tmp_path, rows)
    ids = "«2.00711E+11» is the case of 10 rows (first in row 11 already)"
    assert told(problems)[-1] == ("OMI222", 12, ids)
    assert "scientific notation" in problems[-1].hint
    assert told(problems)[0] == ("OMI220", 4, "13 cells stand under no heading")


def test_rows_with_another_delimiter_are_one_problem(tmp_path: Path) -> None:
    rows = [row if number not in (5, 9) else [";".join(row)] for number, row in enumerate(GOOD)]
    _, (problem,) = read(write_csv, tmp_path, rows)
    assert problem.code == "OMI020"
    assert problem.message.startswith("rows 6, 10 of the sheet: semicolons stand between the cells")


def test_cells_of_a_column_that_were_deleted_are_one_problem(tmp_path: Path) -> None:
    _, (problem,) = read(write_csv, tmp_path, rows_with(lambda row: [*row[:3], *row[4:]]))
    assert told([problem])[0][2].startswith("40 of 40 rows have 8 cells, and there are 9 headings")


def test_a_shift_to_the_left_is_told_too(write: Write, tmp_path: Path) -> None:
    _, (problem,) = read(write, tmp_path, rows_with(lambda row: [row[0], *row[2:], "yes"]))
    assert told([problem]) == [("OMI024", 1, "from «case_type» on the cells stand one column too far to the left")]
