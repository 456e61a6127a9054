"""Sheets that are filled in come back as the answers that were given, whoever reads them."""

from __future__ import annotations

import csv
import io
import random
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from omi_report.cli.main import main
from omi_report.document.kinds import PART_KINDS
from omi_report.evidence.sheet_titles import LONGEST_TITLE, OWN_SHEETS, SECOND_SHEET, survey_titles
from omi_report.evidence.unfinished import ExpectedCase, Unfinished, applies
from omi_report.judging.filled import read_filled, would_be_lost
from omi_report.judging.form import FormBook, case_sheet, offered, survey_sheet
from omi_report.judging.workbook import applies_not, form_workbook
from omi_report.model.framework import Framework
from omi_report.model.shipped import load_framework
from tests.sampled import JUDGES, caseload_text, sampled_area
from tests.samples import WESTMARK, Case, inspected, random_cases, westmark_framework, write_cases


@pytest.fixture
def area(tmp_path: Path) -> Path:
    return Path(shutil.copytree(WESTMARK, tmp_path / "westmark"))


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["evidence", *map(str, arguments)])


def sheets(area: Path, folder: Path, *arguments: object) -> Path:
    """Write the workbook of an area and return its path."""
    result = run("sheet", area, "-o", folder, *arguments)
    assert result.exit_code == 0, result.output
    (written,) = folder.glob("*.xlsx")
    return written


def fill(path: Path, cases: list[Case], *, title: str = "cases", target: Path | None = None) -> Path:
    """Fill cases into a workbook as a person does, by the answers that it offers."""
    book = load_workbook(path)
    sheet = book[title]
    rows = {sheet.cell(row, 1).value: row for row in range(2, sheet.max_row + 1)}
    columns = {cell.value: cell.column for cell in sheet[1]}
    for case in cases:
        for name, answer in case.items():
            if name != "case" and answer:
                sheet.cell(rows[case["case"]], columns[name]).value = shown(sheet, columns[name], answer)
    book.save(target or path)
    return target or path


def shown(sheet: Any, column: int, answer: str) -> str:
    """An answer as the drop-down of a column offers it."""
    framework = westmark_framework()
    name = sheet.cell(1, column).value
    if name in framework.attributes:
        return answer
    return next(each.name for each in framework.answers if each.id == answer)


def answers_of(area: Path) -> dict[str, dict[str, str]]:
    """The answers of an area by case and column, as omi reads them."""
    found = inspected(area)
    cases = found.area.evidence.cases
    assert found.area.evidence.sound, found.problems
    assert cases is not None
    return {
        case: {name: ("", *cases.values[name])[cells[row]] for name, cells in cases.columns.items()}
        for row, case in enumerate(cases.ids)
    }


def cases_of(size: int, seed: int) -> list[Case]:
    return random_cases(westmark_framework(), size, random.Random(seed))


def without_ids(cases: list[Case]) -> dict[str, dict[str, str]]:
    return {case["case"]: {name: value for name, value in case.items() if name != "case"} for case in cases}


def list_of(cases: list[Case], path: Path) -> Path:
    path.write_text("".join(f"{case['case']}\n" for case in cases), encoding="utf-8")
    return path


def test_what_is_filled_in_is_evidence_as_it_is(area: Path, tmp_path: Path) -> None:
    cases = cases_of(12, 1)
    written = sheets(area, tmp_path / "out", "--cases", list_of(cases, tmp_path / "ids.txt"))
    (area / "evidence").mkdir(exist_ok=True)
    fill(written, cases, target=area / "evidence" / "cases.xlsx")
    assert answers_of(area) == without_ids(cases)


def test_what_several_judges_filled_in_is_joined_by_an_import(area: Path, tmp_path: Path) -> None:
    cases = cases_of(10, 2)
    written = sheets(area, tmp_path / "out", "--cases", list_of(cases, tmp_path / "ids.txt"))
    one = fill(written, cases[:6], target=tmp_path / "one.xlsx")
    other = fill(written, cases[6:], target=tmp_path / "other.xlsx")
    result = run("import", one, other, area)
    assert result.exit_code == 0, result.output
    assert answers_of(area) == without_ids(cases)
    before = (area / "evidence" / "cases.csv").read_bytes()
    assert run("import", one, other, area).exit_code == 0
    assert (area / "evidence" / "cases.csv").read_bytes() == before


def test_the_survey_that_was_typed_in_is_evidence_too(area: Path, tmp_path: Path) -> None:
    written = sheets(area, tmp_path / "out", "--survey", "trainees")
    book = load_workbook(written)
    for row, answer in enumerate(("Yes", "No", "Yes"), start=2):
        book["trainees"].cell(row, 1).value = answer
    book.save(written)
    (area / "evidence" / "surveys").mkdir(parents=True)
    copy = area / "evidence" / "surveys" / "trainees.xlsx"
    shutil.copy(written, copy)
    answers = inspected(area).area.evidence.surveys["trainees"]
    assert answers.columns == {"would-recommend": bytes([1, 2, 1])}
    copy.unlink()
    assert run("import", written, area).exit_code == 0
    assert inspected(area).area.evidence.surveys["trainees"].columns == answers.columns


def test_the_sheet_of_all_has_the_surveys(area: Path, tmp_path: Path) -> None:
    book = load_workbook(sheets(area, tmp_path / "out", "--count", 3, "--prefix", "WX"))
    assert {"cases", "trainees", *OWN_SHEETS} == set(book.sheetnames)
    assert [row[0].value for row in book["cases"].iter_rows(min_row=2)] == ["WX-001", "WX-002", "WX-003"]


def test_answers_that_are_there_stand_in_the_next_sheet(area: Path, tmp_path: Path) -> None:
    cases = cases_of(4, 3)
    cases[1]["1.1.1"] = ""
    write_cases(area, cases)
    sheet = load_workbook(sheets(area, tmp_path / "out"))["cases"]
    columns = {cell.value: cell.column for cell in sheet[1]}
    for row, case in enumerate(cases, start=2):
        for name, answer in case.items():
            wanted = shown(sheet, columns[name], answer) if answer and name != "case" else answer or None
            assert sheet.cell(row, columns[name]).value == wanted


def test_nobody_s_answers_are_written_over(area: Path, tmp_path: Path) -> None:
    cases = cases_of(3, 4)
    ids = list_of(cases, tmp_path / "ids.txt")
    out = tmp_path / "out"
    written = sheets(area, out, "--cases", ids)
    sheets(area, out, "--cases", ids)  # nobody has answered
    fill(written, cases[:1])
    before = written.read_bytes()
    result = run("sheet", area, "-o", out, "--cases", ids)
    assert result.exit_code == 2
    assert "answers that the new file would not have" in result.output
    assert written.read_bytes() == before
    assert run("import", written, area).exit_code == 0
    sheets(area, out, "--cases", ids)  # the area has them now
    sheet = load_workbook(written)["cases"]
    assert sheet.cell(2, 4).value == shown(sheet, 4, cases[0]["1.1.1"])


def test_another_file_is_not_written_over(area: Path, tmp_path: Path) -> None:
    other = tmp_path / "westmark-cases.xlsx"
    other.write_bytes(b"something else")
    result = run("sheet", area, "-o", tmp_path, "--count", 2)
    assert result.exit_code == 2
    assert other.read_bytes() == b"something else"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "neither a sample nor evidence/cases.csv"),
        (("--survey", "traines"), "did you mean"),
        (("--count", 2, "--prefix", "=WX"), "begins with a letter"),
        (("--count", 2, "--survey", "trainees"), "choose one"),
    ],
)
def test_what_cannot_be_written_is_told(area: Path, tmp_path: Path, arguments: tuple[object, ...], words: str) -> None:
    result = run("sheet", area, "-o", tmp_path, *arguments)
    assert result.exit_code == 2
    assert words in result.output
    assert not list(tmp_path.glob("*.xlsx"))


@pytest.mark.parametrize("text", ["A1\na1\n", "case,x\n=A1,1\n"])
def test_a_list_with_bad_ids_is_refused(area: Path, tmp_path: Path, text: str) -> None:
    (tmp_path / "ids.csv").write_text(text, encoding="utf-8")
    result = run("sheet", area, "-o", tmp_path, "--cases", tmp_path / "ids.csv")
    assert result.exit_code == 2
    assert "ids.csv:2" in result.output


@pytest.fixture
def judged_by(tmp_path: Path) -> Path:
    """An area with a sample whose cases are given to judges."""
    area = sampled_area(tmp_path)
    (tmp_path / "caseload.csv").write_text(caseload_text(), encoding="utf-8")
    draw = ("sample", tmp_path / "caseload.csv", area, "--seed", "s", "--prefix", "WM", "--key", tmp_path / "key.csv")
    assert CliRunner().invoke(main, [*map(str, draw)]).exit_code == 0
    (area / "evidence" / "judges.yaml").write_text(JUDGES, encoding="utf-8")
    assert run("allocate", area).exit_code == 0
    return area


def test_each_judge_gets_their_cases_and_an_import_joins_them(judged_by: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = run("sheet", judged_by, "--each-judge", "-o", out)
    assert result.exit_code == 0, result.output
    sample = list(csv.DictReader(io.StringIO((judged_by / "evidence" / "sample.csv").read_text())))[:12]
    cases = {case["case"]: case for case in cases_of(12, 6)}
    cases = {row["case"]: {**case, **{k: row[k] for k in ("case", "case_type", "year")}}
             for row, case in zip(sample, cases.values(), strict=True)}  # fmt: skip
    for case in cases.values():  # an attribute that the sample knows may settle otherwise what applies
        case["1.1.2"] = "" if case["case_type"] == "office" else case["1.1.2"] or "yes"
    books = sorted(out.glob("*.xlsx"))
    assert len(books) > 2
    for path in books:
        book = load_workbook(path)
        judge = path.stem.removeprefix("westmark-")
        first = [row[0].value for row in book["cases"].iter_rows(min_row=2)]
        assert first == [row["case"] for row in sample if row["judge"] == judge]
        second = [row[0].value for row in book["second"].iter_rows(min_row=2)] if "second" in book.sheetnames else []
        assert second == [row["case"] for row in sample if row["second"] == judge]
        assert b"Secretname" not in path.read_bytes()
        fill(path, [{k: v for k, v in cases[case].items() if k not in ("case_type", "year")} for case in first])
        others = [{"case": case, "1.1.1": "no"} for case in second]
        if others:
            fill(path, others, title="second")
    assert run("sheet", judged_by, "--each-judge", "-o", out).exit_code == 2  # answers are in them
    result = run("import", *books, judged_by)
    assert result.exit_code == 0, result.output
    assert answers_of(judged_by) == without_ids(list(cases.values()))
    # the workbooks know their draw and their area
    (judged_by / "evidence" / "cases.csv").unlink()
    drawn = judged_by / "evidence" / "sampling.yaml"
    before = drawn.read_text()
    drawn.write_text(before.replace("seed: ", "seed: x"))
    refused = run("import", *books, judged_by)
    assert (refused.exit_code, "made for another sample of this area" in refused.output) == (2, True)
    drawn.write_text(before)
    elsewhere = Path(shutil.copytree(judged_by, tmp_path / "elsewhere"))
    assert run("import", *books, elsewhere).exit_code == 0  # a folder may be renamed: the draw is the same
    assert answers_of(elsewhere) == without_ids(list(cases.values()))
    assert run("import", *books, judged_by).exit_code == 0
    (elsewhere / "framework.yaml").write_text(
        (elsewhere / "framework.yaml").read_text().replace("framework: training-checks", "framework: other-checks")
    )
    refused = run("import", *books, elsewhere)
    assert (refused.exit_code, "was made for the framework training-checks" in refused.output) == (2, True), (
        refused.output
    )


def test_a_workbook_without_a_draw_is_known_by_the_name_of_its_area(area: Path, tmp_path: Path) -> None:
    assert run("sheet", area, "--count", "3", "-o", tmp_path).exit_code == 0
    (book,) = tmp_path.glob("*-cases.xlsx")
    renamed = Path(shutil.copytree(area, tmp_path / "renamed"))
    tried = run("import", book, renamed, "--dry-run", "--again")
    assert "was made for" not in tried.output, tried.output
    identity = renamed / "area.yaml"
    identity.write_text(identity.read_text().replace("area: ", "area: East ", 1))
    refused = run("import", book, renamed, "--dry-run", "--again")
    assert refused.exit_code == 2
    assert "was made for the area «Westmark», and this is «East Westmark»" in refused.output
    assert "give its folder the name «westmark»" in refused.output


def test_a_judge_whom_nobody_knows_is_told(judged_by: Path, tmp_path: Path) -> None:
    result = run("sheet", judged_by, "--judge", "inspecter-1", "-o", tmp_path)
    assert (result.exit_code, "did you mean" in result.output) == (2, True), result.output
    shutil.rmtree(judged_by / "evidence")
    result = run("sheet", judged_by, "--each-judge", "-o", tmp_path)
    assert (result.exit_code, "given to judges" in result.output) == (2, True), result.output


def test_a_sample_with_errors_is_not_taken_for_none(judged_by: Path, tmp_path: Path) -> None:
    sample = judged_by / "evidence" / "sample.csv"
    sample.write_text(sample.read_text(encoding="utf-8").replace(",sample,", ",smaple,", 1), encoding="utf-8")
    result = run("sheet", judged_by, "-o", tmp_path)
    assert (result.exit_code, "omi validate" in result.output) == (1, True), result.output


# --- what stands in a workbook --------------------------------------------------------------------------------------


def omi_2006() -> Framework:
    return load_framework("omi-2006", PART_KINDS)


def test_known_attributes_are_locked_and_the_rest_is_to_be_filled_in() -> None:
    framework = westmark_framework()
    cases = [ExpectedCase("A1", {"case_type": "office"}), ExpectedCase("A2")]
    book = load_workbook(io.BytesIO(form_workbook(FormBook("w", "W", (case_sheet(framework, cases, Unfinished()),)))))
    sheet = book["cases"]
    assert [sheet.cell(2, 2).value, sheet.cell(3, 2).value] == ["office", None]
    assert [sheet.cell(row, 2).protection.locked for row in (2, 3)] == [True, False]
    assert sheet.cell(2, 1).protection.locked
    assert sheet.protection.sheet
    assert not sheet.protection.password
    assert sheet.freeze_panes == "B2"


def test_each_heading_has_its_question_as_a_note_and_its_answers_in_a_list() -> None:
    framework = omi_2006()
    form = FormBook("w", "W", (case_sheet(framework, [ExpectedCase("A1")], Unfinished()),))
    book = load_workbook(io.BytesIO(form_workbook(form)))
    sheet, lists = book["cases"], book["lists"]
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    for cell in sheet[1][1:]:
        letter = cell.column_letter
        first, _colon, last = rules[f"{letter}2"].formula1.removeprefix("lists!").replace("$", "").partition(":")
        answers = [each[0].value for each in lists[f"{first}:{last}"]]
        if cell.value in framework.questions:
            question = framework.questions[cell.value]
            assert question.text in cell.comment.text
            assert question.text[:200] in rules[f"{letter}2"].prompt
            assert answers == [each.name for each in framework.answers_to(question)]
        else:
            assert answers == list(framework.attributes[cell.value].names.values())
        assert len(rules[f"{letter}2"].prompt) <= 255


def test_grey_is_what_does_not_apply() -> None:
    framework, random_ = omi_2006(), random.Random(5)
    sheet = case_sheet(framework, [], Unfinished())
    letters = {column.name: f"L{at}" for at, column in enumerate(sheet.columns)}
    for _ in range(20):
        values = {
            name: random_.choice(attribute.ids)
            for name, attribute in framework.attributes.items()
            if random_.random() < 0.8
        }
        offers = {column.name: column.offered for column in sheet.columns}
        cells = {letters[name]: offers[name][value] for name, value in values.items()}
        for column in sheet.columns:
            if column.only:
                grey = worked_out(applies_not(column, letters), cells)
                assert grey == (applies(framework.questions[column.name], values) is False)


def worked_out(formula: str, cells: dict[str, str]) -> bool:
    """Work out a formula of the few forms that grey has."""
    made = re.sub(r'\$(\w+?)2&""', lambda found: repr(cells.get(found[1], "")), formula)
    made = made.replace("<>", "!=").replace("AND(", "all_(").replace("OR(", "any_(")
    return bool(eval(made, {"all_": lambda *of: all(of), "any_": lambda *of: any(of)}))


def test_the_same_is_the_same_file_and_says_nothing_of_a_time() -> None:
    framework = westmark_framework()
    form = FormBook("w", "=W", (case_sheet(framework, [ExpectedCase("A1")], Unfinished()), *map_surveys(framework)))
    assert form_workbook(form) == form_workbook(form)
    for sheet in load_workbook(io.BytesIO(form_workbook(form))):
        assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def map_surveys(framework: Framework) -> list[Any]:
    return [survey_sheet(survey, framework) for survey in framework.surveys_by_id.values()]


def test_what_the_second_judge_sees_has_no_answers_of_the_first() -> None:
    framework = westmark_framework()
    cases = [ExpectedCase("A1", {"case_type": "office"}, "ann", "bo")]
    first, second = (case_sheet(framework, cases, Unfinished(), title=title) for title in ("cases", SECOND_SHEET))
    form = FormBook("w", "W", (first, second), "bo")
    data = form_workbook(form)
    assert load_workbook(io.BytesIO(data)).sheetnames.index(SECOND_SHEET) == 2
    found = read_filled(data, "w")
    assert found is not None
    assert would_be_lost(found, form) == 0
    assert would_be_lost(found, FormBook("w", "W", (first,), "bo")) == 0  # what omi put in is no answer


def test_answers_are_offered_by_their_names_where_these_are_read_back() -> None:
    from omi_report.evidence.tabulate import Column

    assert offered(Column("question", ("a", "b"), ("Good", "Bad"))) == {"a": "Good", "b": "Bad"}
    for names in (("b", "a"), ("Same", "Same"), ("=1", "Bad"), (" Good", "Bad")):
        assert offered(Column("question", ("a", "b"), names)) == {"a": "a", "b": "b"}


def test_surveys_have_titles_that_a_workbook_can_have() -> None:
    survey = next(iter(westmark_framework().surveys_by_id.values()))
    ids = ("lists", "omi", "staff", "a" * 40, "a" * 41, "cases")
    titles = survey_titles(westmark_framework().replaced(surveys=tuple(survey.replaced(id=each) for each in ids)))
    assert titles["staff"] == "staff"
    assert len({each.casefold() for each in titles.values()} | {"lists", "omi", "cases"}) == len(ids) + 3
    assert max(map(len, titles.values())) <= LONGEST_TITLE
