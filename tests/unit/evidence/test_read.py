from __future__ import annotations

import codecs
import random
from collections.abc import Iterable
from pathlib import Path

import pytest
from openpyxl import Workbook

from omi_report.evidence import tabulate
from omi_report.evidence.counts import tally
from omi_report.evidence.read import read_evidence, shown_lines
from omi_report.lint.formats import render
from omi_report.lint.shown import ShownProblems
from omi_report.model.evidence import Evidence
from omi_report.problems import Location, Problem
from omi_report.source.snapshot import Snapshot
from tests.samples import as_csv, random_cases, westmark_framework

FRAMEWORK = westmark_framework()
COLUMNS = ["case", *FRAMEWORK.attributes, *FRAMEWORK.questions]
CASES = random_cases(FRAMEWORK, 30, random.Random(5))


def read(folder: Path) -> tuple[Evidence, list[Problem]]:
    (folder / "area.yaml").touch()
    return read_evidence(Snapshot.of(folder), FRAMEWORK, Location("area.yaml", 2, 12))


@pytest.fixture
def evidence(tmp_path: Path) -> Path:
    (tmp_path / "evidence" / "surveys").mkdir(parents=True)
    return tmp_path / "evidence"


def write_workbook(path: Path, rows: list[list[object]], *titles: str) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = titles[0] if titles else "Sheet1"
    for row in rows:
        sheet.append(row)
    for title in titles[1:]:
        book.create_sheet(title)
    book.save(path)


def as_excel_keeps_it(value: str) -> object:
    return int(value) if value.isdigit() else value or None


ROWS: list[list[object]] = [list(COLUMNS), *([as_excel_keeps_it(case[name]) for name in COLUMNS] for case in CASES)]


def test_no_evidence_is_no_problem(tmp_path: Path) -> None:
    assert read(tmp_path) == (Evidence(), [])


def test_a_workbook_reads_as_the_same_cases_in_csv(evidence: Path) -> None:
    (evidence / "cases.csv").write_text(as_csv(CASES, COLUMNS))
    from_csv, problems = read(evidence.parent)
    assert problems == []
    (evidence / "cases.csv").unlink()
    write_workbook(evidence / "cases.xlsx", ROWS)
    from_workbook, problems = read(evidence.parent)
    assert problems == []
    assert from_csv.cases is not None
    assert from_workbook.cases is not None
    assert from_workbook.cases.columns == from_csv.cases.columns


def test_a_bad_cell_of_a_workbook_stands_in_its_row_and_column(evidence: Path) -> None:
    rows = [list(row) for row in ROWS]
    rows[3][COLUMNS.index("1.1.1")] = "perhaps"
    rows[4][COLUMNS.index("year")] = 1.5
    write_workbook(evidence / "cases.xlsx", rows)
    found, problems = read(evidence.parent)
    assert not found.sound
    assert [(p.code, p.location.line, p.location.column) for p in problems] == [("OMI221", 4, 4), ("OMI225", 5, 3)]
    assert problems[1].message == "«1.5» is not a value of «year»"


def test_the_sheet_that_is_meant_has_the_name_of_the_file(evidence: Path) -> None:
    write_workbook(evidence / "cases.xlsx", ROWS, "Cases", "Notes")
    assert read(evidence.parent)[1] == []
    write_workbook(evidence / "cases.xlsx", ROWS, "Sample", "Notes")
    assert [problem.message for problem in read(evidence.parent)[1]] == [
        "the workbook has several sheets (Sample, Notes)"
    ]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"case,1.1.1"])
def test_a_damaged_workbook(evidence: Path, data: bytes) -> None:
    (evidence / "cases.xlsx").write_bytes(data)
    found, problems = read(evidence.parent)
    assert (found.cases, found.sound) == (None, False)
    assert [problem.code for problem in problems] == ["OMI020"]


def test_every_cut_of_a_workbook_is_a_problem_and_no_crash(evidence: Path) -> None:
    write_workbook(evidence / "cases.xlsx", ROWS)
    whole = (evidence / "cases.xlsx").read_bytes()
    for length in range(0, len(whole), 97):
        (evidence / "cases.xlsx").write_bytes(whole[:length])
        assert [problem.code for problem in read(evidence.parent)[1]] == ["OMI020"]


def test_a_survey_counts_who_answered(evidence: Path) -> None:
    (evidence / "surveys" / "trainees.csv").write_text('would-recommend\nyes\nno\n""\nYES\n""\n')
    found, problems = read(evidence.parent)
    assert problems == []
    survey = FRAMEWORK.surveys_by_id["trainees"]
    counted = tally(found.surveys["trainees"], "would-recommend", survey.answers_to(survey.questions[0]))
    assert (counted.count, counted.base) == (2, 3)


def test_a_respondent_who_answers_twice(evidence: Path) -> None:
    (evidence / "surveys" / "trainees.csv").write_text("respondent,would-recommend\n1,yes\n1,yes\n")
    assert [problem.code for problem in read(evidence.parent)[1]] == ["OMI222"]


def test_stray_files_are_named(evidence: Path) -> None:
    for name in ("case.csv", "surveys/trainee.csv", "notes.docx", "~$cases.xlsx"):
        (evidence / name).write_text("x")
    assert [(p.code, p.hint) for p in read(evidence.parent)[1]] == [
        ("OMI010", "did you mean «evidence/cases.csv»?"),
        ("OMI010", "did you mean «evidence/cases.csv»?"),
        ("OMI010", "did you mean «evidence/surveys/trainees.csv»?"),
    ]


def test_a_link_is_not_followed(evidence: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere.csv").write_text(as_csv(CASES, COLUMNS))
    (evidence / "cases.csv").symlink_to(tmp_path / "elsewhere.csv")
    assert "OMI009" in [problem.code for problem in read(evidence.parent)[1]]


def test_cases_without_a_scale_are_one_problem_of_the_framework(evidence: Path) -> None:
    (evidence / "cases.csv").write_text(as_csv(CASES, COLUMNS))
    (evidence.parent / "area.yaml").touch()
    place = Location("area.yaml", 2, 12)
    found, (problem,) = read_evidence(Snapshot.of(evidence.parent), FRAMEWORK.replaced(answers=()), place)
    assert (problem.code, problem.location) == ("OMI108", place)
    assert problem.message == "there is a sample of cases, and the framework has no answers to its questions"
    assert problem.hint.startswith("add «answers: …» to the framework")
    assert not found.sound


def test_the_line_of_a_problem_is_shown_and_no_other_case(evidence: Path) -> None:
    lines = as_csv(CASES, COLUMNS).splitlines()
    lines[0] = lines[0].replace("1.1.2", "1.1.99")
    (evidence / "cases.csv").write_bytes(codecs.BOM_UTF8 + "\r\n".join(lines).encode())
    _, problems = read(evidence.parent)
    unknown = next(problem for problem in problems if problem.code == "OMI220")
    shown = shown_lines(Snapshot.of(evidence.parent), problems)
    assert shown == {unknown.location.file: "\n".join([lines[0], *[""] * (len(lines) - 1)])}
    column = unknown.location.column - 1
    assert lines[0][column : column + unknown.length] == "1.1.99"
    _, line, caret, *_ = render("full", ShownProblems([unknown], shown)).splitlines()
    assert line[caret.index("^") : caret.rindex("^") + 1] == "1.1.99"


def test_a_long_line_is_cut_around_the_place(evidence: Path) -> None:
    (evidence / "cases.csv").write_text(f"case,{'x' * 300},wrng,{'y' * 300}\nC1,,,\n")
    _, problems = read(evidence.parent)
    wrong = next(problem for problem in problems if "«wrng»" in problem.message)
    shown = shown_lines(Snapshot.of(evidence.parent), problems)
    _, line, caret, *_ = render("full", ShownProblems([wrong], shown)).splitlines()
    assert line[caret.index("^") : caret.rindex("^") + 1] == "wrng"
    assert len(line) < 130


def test_no_line_of_a_workbook_is_shown(evidence: Path) -> None:
    write_workbook(evidence / "cases.xlsx", [["case", "wrng"], ["C1", "x"]])
    _, problems = read(evidence.parent)
    shown = shown_lines(Snapshot.of(evidence.parent), problems)
    assert shown == {}
    assert " | " not in render("full", ShownProblems(problems, shown))


def test_bytes_that_are_no_text_are_not_shown(evidence: Path) -> None:
    (evidence / "cases.csv").write_bytes(b"case\0,1.1.1\n")
    _, problems = read(evidence.parent)
    assert problems
    assert shown_lines(Snapshot.of(evidence.parent), problems) == {}


def test_a_column_for_each_of_a_thousand_things_is_looked_up_five_hundred_times(
    evidence: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def closest(word: str, known: Iterable[str]) -> list[str]:
        asked.append(word)
        return []

    monkeypatch.setattr(tabulate, "closest", closest)
    unknown = [f"column-{number}" for number in range(1_000)]
    (evidence / "cases.csv").write_text(",".join([*COLUMNS, *unknown]) + "\n")
    _, problems = read(evidence.parent)
    assert asked == unknown[:500]
    assert [problem.message for problem in problems if not problem.location.line] == ["and 500 more of these problems"]
