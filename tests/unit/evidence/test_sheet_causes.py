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
    where = "in rows 6, 10 write the delimiter of the other rows for the semicolons"
    assert problem.hint == f"open the file as text, and {where}"


def test_most_rows_with_another_delimiter_ask_for_the_sheet_anew(tmp_path: Path) -> None:
    rows = [row if number in (0, 5, 9) else [";".join(row)] for number, row in enumerate(GOOD)]
    _, (problem,) = read(write_csv, tmp_path, rows)
    assert problem.code == "OMI020"
    assert problem.hint == "save the whole sheet anew with one delimiter, as CSV UTF-8"


def test_cells_of_a_column_that_were_deleted_are_one_problem(tmp_path: Path) -> None:
    _, (problem,) = read(write_csv, tmp_path, rows_with(lambda row: [*row[:3], *row[4:]]))
    assert told([problem])[0][2].startswith("40 of 40 rows have 8 cells, and there are 9 headings")


def test_a_shift_to_the_left_is_told_too(write: Write, tmp_path: Path) -> None:
    _, (problem,) = read(write, tmp_path, rows_with(lambda row: [row[0], *row[2:], "yes"]))
    assert told([problem]) == [("OMI024", 1, "from «case_type» on the cells stand one column too far to the left")]


def headed(old: str, new: str) -> Rows:
    return [[new if name == old else name for name in COLUMNS], *GOOD[1:]]


@pytest.mark.parametrize(
    ("rows", "message", "hint"),
    [
        (
            headed("year", "case_type"),
            "the heading «case_type» stands twice, and «year» is missing",
            "by its place, column 3 (C) should read «year»: correct that, and leave the cells",
        ),
        (
            headed("case_type", "year"),  # which is like «case», the heading of the ids
            "the heading «year» stands twice, and «case_type» is missing",
            "by its place, column 2 (B) should read «case_type»: correct that, and leave the cells",
        ),
        (
            headed("1.1.2", "1.2.3"),
            "the heading «1.2.3» stands twice, and «1.1.2» is missing",
            "by its place, column 5 (E) should read «1.1.2»: correct that, and leave the cells",
        ),
        (
            [["case", "case_type", "year", "1.2.3", "1.1.1", "1.1.3", "1.2.3", "1.2.1", "1.2.2"], *GOOD[1:]],
            "the heading «1.2.3» stands twice, and «1.1.2» is missing",
            "one of the columns 4 (D) or 7 (G) should read «1.1.2»: see which from the cells, and leave them",
        ),
    ],
)
def test_a_heading_that_was_written_over_another_is_one_problem(
    write: Write, tmp_path: Path, rows: Rows, message: str, hint: str
) -> None:
    _, problems = read(write, tmp_path, rows)
    assert [(problem.code, problem.message, problem.hint) for problem in problems] == [("OMI021", message, hint)]


def test_a_heading_twice_with_none_missing_is_one_column_too_many(write: Write, tmp_path: Path) -> None:
    _, (problem,) = read(write, tmp_path, [[*row, "year" if row is COLUMNS else row[2]] for row in GOOD])
    assert problem.message == "there are two columns «year»"
    assert problem.hint == "the first is column 3 (C): correct the heading of one, or remove the one that is too many"


@pytest.mark.parametrize(
    ("heading", "what"),
    [("", "column 5 (E) has no heading"), ("Column1", "the heading of column 5 (E) is «Column1»")],
)
def test_a_heading_that_was_lost_is_told_by_its_place(write: Write, tmp_path: Path, heading: str, what: str) -> None:
    _, (problem,) = read(write, tmp_path, headed("1.1.2", heading))
    assert told([problem]) == [("OMI226", 1, f"{what}, and «1.1.2» is missing")]
    assert problem.hint == "by its place, it should read «1.1.2»: write that, and leave the cells"


def test_a_misspelt_heading_is_not_missing_as_well(write: Write, tmp_path: Path) -> None:
    _, (problem,) = read(write, tmp_path, headed("case_type", "cse_type"))
    assert told([problem]) == [("OMI220", 1, "there is no question or attribute «cse_type»")]
    assert problem.hint == "did you mean «case_type»?"


def test_a_heading_that_tells_who_somebody_is_is_to_be_removed(write: Write, tmp_path: Path) -> None:
    for heading in ("name", "Date of birth", "PNC ID", "postcode", "client name"):
        _, (problem,) = read(write, tmp_path, [[*COLUMNS, heading], *([*row, ""] for row in GOOD[1:])])
        assert problem.hint == "remove it, with its cells: a sheet holds nothing that tells who somebody is"
    _, (problem,) = read(write, tmp_path, [[*COLUMNS, "number of plans"], *([*row, ""] for row in GOOD[1:])])
    assert problem.hint == "remove it, or declare it in the framework"


def test_a_cell_that_is_missing_in_the_middle_is_told_by_its_place(tmp_path: Path) -> None:
    for at in range(1, 4):
        rows = [list(row) for row in GOOD]
        del rows[8][at]
        _, (problem,) = read(write_csv, tmp_path, rows)
        assert told([problem]) == [("OMI022", 9, "the row has 8 cells, and there are 9 headings")]
        assert f"«{COLUMNS[at]}»" in problem.hint
        assert problem.hint.endswith("is missing: put it back; those after it stand one column too far to the left")


def test_a_row_that_lacks_several_cells_is_not_to_be_filled_up_at_its_end(tmp_path: Path) -> None:
    _, (problem,) = read(write_csv, tmp_path, [*GOOD[:5], GOOD[5][:3] + GOOD[5][5:], *GOOD[6:]])
    assert problem.hint.startswith("cells are missing: find where")


def test_two_rows_with_one_id_are_told_apart_by_their_cells(write: Write, tmp_path: Path) -> None:
    numbers = [f"WM-{number:03}" for number in range(1, 41)]
    ids = {number: [numbers[number - 1], *row[1:]] for number, row in enumerate(GOOD) if number}
    rows = [COLUMNS, *ids.values()]
    other = next(n for n in range(10, 39) if rows[n][1:] != rows[5][1:] and sum(map(str.__ne__, rows[n], rows[5])) > 3)

    def hint(line: int, *cells: str) -> str:
        _, problems = read(write, tmp_path, [list(cells) if n == line else row for n, row in enumerate(rows)])
        (problem,) = (each for each in problems if each.code == "OMI222")
        assert problem.location.line == max(line, 5) + 1
        assert problem.message == f"the case of this row stands in line {min(line, 5) + 1} already"
        return problem.hint

    assert hint(other, *rows[5]) == "the two rows are alike: remove one"
    missing = f"the two rows differ, and «{numbers[other - 1]}» is missing: is line {other + 1} that case?"
    assert hint(other, rows[5][0], *rows[other][1:]) == missing
    unlike = "the two rows differ, so neither is to be removed: correct the case of the one where it is wrong"
    rows[other - 1][0] = "A"  # no row now stands between two of the same count
    assert hint(other, rows[5][0], *rows[other][1:]) == unlike
    near = [*rows[5][:-1], "yes" if rows[5][-1] == "no" else "no"]
    alone = "the two rows differ in «1.2.3» alone: correct the case of one, or remove the one that is wrong"
    assert hint(other, *near) == alone


def test_two_long_ids_that_a_spreadsheet_rewrote_are_told_as_such(write: Write, tmp_path: Path) -> None:
    rows = [list(row) for row in GOOD]
    rows[7][0] = rows[20][0] = "2.00711E+11"
    _, (problem,) = read(write, tmp_path, rows)
    assert told([problem]) == [("OMI222", 21, "the case of this row stands in line 8 already")]
    assert problem.hint.startswith("a spreadsheet has written long ids as numbers")


def test_a_row_with_a_note_alone(write: Write, tmp_path: Path) -> None:
    note = ["Checked 14/12", *[""] * (len(COLUMNS) - 1)]
    _evidence, problems = read(write, tmp_path, [*GOOD, note])
    assert told(problems) == [("OMI025", len(GOOD) + 1, "this row has nothing but «Checked 14/12»")]


def test_values_of_an_attribute_that_are_none_do_not_blame_its_order(write: Write, tmp_path: Path) -> None:
    asked = {name for question in FRAMEWORK.questions.values() for name in question.applies_to}
    at = next(COLUMNS.index(name) for name in COLUMNS if name in asked)
    rows = rows_with(lambda row: [f"{cell}.50" if index == at else cell for index, cell in enumerate(row)])
    _, problems = read(write, tmp_path, rows)
    assert {problem.code for problem in problems} == {"OMI225"}
