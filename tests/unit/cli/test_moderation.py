"""`omi evidence agreement` and `omi evidence agree`: from two judgements of a case to one answer, and what is kept."""

from __future__ import annotations

import csv
import datetime
import io
import json
import os
import random
import shutil
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from omi_report.cli.main import main
from tests.moderated import judged_again, moderated_area, rows_of, sheet_text
from tests.sampled import JUDGES, caseload_text, sampled_area
from tests.samples import Case, random_cases, westmark_framework

OWN_PROGRAMME = Path(__file__).parents[2] / "own_programme"
HERE = ("evidence", "agreement", "westmark")


def run(*arguments: object, status: int = 0) -> Result:
    done = CliRunner().invoke(main, [str(each) for each in arguments], env={"COLUMNS": "200"})
    assert done.exit_code == status, done.output
    return done


@pytest.fixture
def area(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An area in which cases were judged twice, in the folder in which commands are run."""
    monkeypatch.chdir(tmp_path)
    return moderated_area(tmp_path)


def by_case(area: Path) -> dict[str, dict[str, str]]:
    return {row["case"]: row for row in rows_of(area / "evidence/cases.csv")}


def problems() -> str:
    """What is wrong: the figures that the area states are not those of its cases."""
    return run("validate", "westmark", "--format", "concise", status=1).output


def to_settle() -> list[dict[str, str]]:
    """The answers that differ, by what is told to other programs."""
    return list(csv.DictReader(io.StringIO(run(*HERE, "--by", "case", "--format", "csv").stdout)))


def test_what_is_shown(area: Path) -> None:
    shown = run(*HERE).output
    found = json.loads(run(*HERE, "--format", "json").stdout)
    assert "10 cases judged twice" in shown
    assert f"Differ and are not settled: {found['to_settle']} answers; settled: 0" in shown
    assert "10 cases say little" in shown
    assert "Assessors beside inspectors" in shown
    assert found["whole"]["answers"] == sum(each["answers"] for each in found["by_question"])
    assert found["whole"]["alike"] + found["to_settle"] == found["whole"]["answers"]
    assert found["to_settle"] == len(to_settle()) == sum(len(each["answers"]) for each in found["by_case"])
    assert f"{found['whole']['kappa']:.2f} (" in shown
    assert "by_case" not in json.loads(run(*HERE, "--format", "json", "--by", "judges").stdout)
    for view, heading in (("question", "Question"), ("judges", "Judges"), ("case", "Would change")):
        assert heading in run(*HERE, "--by", view).output
    table = list(csv.DictReader(io.StringIO(run(*HERE, "--format", "csv").stdout)))
    assert [each["question"] for each in table] == [each["question"] for each in found["by_question"]]


def test_one_answer_is_agreed_on(area: Path) -> None:
    first = to_settle()[0]
    before = (area / "evidence/cases.csv").read_bytes()
    one = ("evidence", "agree", "westmark", first["case"], first["question"], first["second"])
    run(*one, "--reason", "seen again", "--on", "2024-05-02", "--dry-run")
    assert (area / "evidence/cases.csv").read_bytes() == before
    assert not (area / "evidence/agreed.csv").exists()
    done = run(*one, "--reason", "seen again", "--on", "2024-05-02")
    assert "1 answer settled, 1 of them changed in the sheet of cases" in done.output
    assert by_case(area)[first["case"]][first["question"]] == first["second"]
    assert rows_of(area / "evidence/agreed.csv") == [
        {
            **{name: first[name] for name in ("case", "question", "first", "second")},
            "agreed": first["second"],
            "who": f"{first['first_judge']} and assessor-1",
            "when": "2024-05-02",
            "why": "seen again",
        }
    ]
    found = json.loads(run(*HERE, "--format", "json").stdout)
    assert (found["settled"], found["to_settle"]) == (1, len(to_settle()))
    assert "0 answers settled" in run(*one, "--reason", "again").output
    assert len(rows_of(area / "evidence/agreed.csv")) == 1


def test_settling_changes_no_word_of_how_far_judges_agreed(area: Path) -> None:
    before = json.loads(run(*HERE, "--format", "json").stdout)
    for each in to_settle()[:3]:
        run("evidence", "agree", "westmark", each["case"], each["question"], each["second"], "--reason", "so be it")
    after = json.loads(run(*HERE, "--format", "json").stdout)
    for key in ("whole", "by_question", "by_judges", "assessors"):
        assert after[key] == before[key]


def test_what_was_agreed_is_agreed_on_anew_and_both_are_kept(area: Path) -> None:
    first = to_settle()[0]
    one = ("evidence", "agree", "westmark", first["case"], first["question"])
    run(*one, first["second"], "--reason", "seen again")
    kept = (area / "evidence/agreed.csv").read_bytes()
    run(*one, first["first"], "--reason", "seen a third time", "--who", "inspector-2")
    assert (area / "evidence/agreed.csv").read_bytes().startswith(kept)
    assert by_case(area)[first["case"]][first["question"]] == first["first"]
    assert [row["first"] for row in rows_of(area / "evidence/agreed.csv")] == [first["first"]] * 2
    assert "OMI277" not in problems()


def filled(area: Path, answers: dict[int, tuple[str, str]], *, name: str = "settle.xlsx") -> Path:
    """Write the sheet of differences, and fill in an answer and a reason by row."""
    run(*HERE, "--sheet", name)
    book = openpyxl.load_workbook(name)
    sheet = book["differences"]
    columns = {cell.value: cell.column for cell in sheet[1]}
    for row, (answer, why) in answers.items():
        sheet.cell(row, columns["agreed"]).value = answer
        sheet.cell(row, columns["why"]).value = why
    book.save(name)
    return Path(name)


def test_a_meeting_is_settled_by_a_sheet(area: Path) -> None:
    wanted = to_settle()
    names = {each.id: each.name for each in westmark_framework().answers}
    every = {at: (names[each["second"]], f"reason {at}") for at, each in enumerate(wanted, start=2)}
    left = every.popitem()
    filled(area, every)
    assert "is there already" in run(*HERE, "--sheet", "settle.xlsx", status=2).output
    done = run("evidence", "agree", "westmark", "--sheet", "settle.xlsx", "--on", "2024-05-02")
    assert f"{len(every)} answers settled, {len(every)} of them changed" in done.output
    after = by_case(area)
    assert [after[each["case"]][each["question"]] for each in wanted[:-1]] == [each["second"] for each in wanted[:-1]]
    assert [row["why"] for row in rows_of(area / "evidence/agreed.csv")] == [why for _answer, why in every.values()]
    assert len(to_settle()) == 1
    again = run("evidence", "agree", "westmark", "--sheet", "settle.xlsx")
    assert f"0 answers settled, 0 of them changed in the sheet of cases; {len(every)} had been" in again.output
    assert left[0] == len(wanted) + 1


def test_what_cannot_be_settled_is_told_all_at_once_and_nothing_is_written(area: Path) -> None:
    before = (area / "evidence/cases.csv").read_bytes()
    filled(
        area,
        {
            2: ("yes", "good"),
            3: ("perhaps", "who knows"),
            4: ("no", ""),
            5: ("no", "+1 for no"),
            6: ("no", "Mr Smith of 07700 900123 said so"),
        },
    )
    told = run("evidence", "agree", "westmark", "--sheet", "settle.xlsx", status=2).output
    assert "settle.xlsx [differences] I3: " in told
    assert "«perhaps» is no answer to it" in told
    assert "I4: " in told
    assert "say the reason" in told
    assert "I5: " in told
    assert "in a line of words" in told
    assert "I6: " in told
    assert "the reason tells who somebody is: «Mr Smith» (a name) and «07700 900123» (a telephone number)" in told
    assert "I2: " not in told
    assert (area / "evidence/cases.csv").read_bytes() == before
    assert not (area / "evidence/agreed.csv").exists()
    case = next(iter(by_case(area)))
    for arguments, words in (
        ((case, "1.1.9", "yes"), "there is no such question"),
        (("nobody", "1.1.1", "yes"), "two judges have not both answered it"),
    ):
        told = run("evidence", "agree", "westmark", *arguments, "--reason", "x", status=2).output
        assert words in told
    assert "name CASE, QUESTION and ANSWER" in run("evidence", "agree", "westmark", case, status=2).output


def test_an_answer_that_the_second_judge_has_changed_since_is_open_again(area: Path) -> None:
    first = to_settle()[0]
    one = ("evidence", "agree", "westmark", first["case"], first["question"], first["first"])
    run(*one, "--reason", "it stands")
    before = len(to_settle())
    assert first not in to_settle()
    rows = rows_of(area / "evidence/second.csv")
    changed = next(row for row in rows if row["case"] == first["case"])
    other = next(each for each in ("yes", "partly", "no") if each not in (first["first"], first["second"]))
    changed[first["question"]] = other
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    (area / "evidence/second.csv").write_text(text.getvalue(), encoding="utf-8")
    assert len(to_settle()) == before + 1
    assert [each["second"] for each in to_settle() if each["case"] == first["case"]].count(other)


def test_those_who_agreed_are_named_by_their_short_names(area: Path) -> None:
    first = to_settle()[0]
    one = ("evidence", "agree", "westmark", first["case"], first["question"], first["second"], "--reason", "seen again")
    told = run(*one, "--who", "Ann Larkrise", status=2).output
    assert "«Ann Larkrise» (a name): write the short names" in told
    assert not (area / "evidence/agreed.csv").exists()


def test_judges_that_cannot_be_read_are_not_taken_for_none(area: Path) -> None:
    judges = area / "evidence/judges.yaml"
    judges.write_text(judges.read_text(encoding="utf-8") + "judges: [\n", encoding="utf-8")
    told = run(*HERE, status=1).output
    assert "judges.yaml" in told


def test_a_slip_is_told_of_though_a_question_was_never_judged_twice(area: Path) -> None:
    second = area / "evidence/second.csv"
    rows = rows_of(second)
    question = next(name for name in rows[0] if name[:1].isdigit())
    lines = second.read_text(encoding="utf-8").splitlines()
    at = lines[0].split(",").index(question)
    cells = [line.split(",") for line in lines]
    for row in cells[1:]:
        row[at] = ""
    cells[1][at + 1] = "suficient"
    second.write_text("".join(",".join(row) + "\n" for row in cells), encoding="utf-8")
    assert "suficient" in problems()


def test_a_sheet_of_other_answers_or_of_another_area_is_refused(area: Path) -> None:
    path = filled(area, {2: ("yes", "good")})
    first = to_settle()[0]
    second = area / "evidence/second.csv"
    rows = rows_of(second)
    row = next(row for row in rows if row["case"] == first["case"])
    row[first["question"]] = next(
        each.id for each in westmark_framework().answers if each.id not in (first["first"], first["second"])
    )
    second.write_text(sheet_text(rows), encoding="utf-8")
    assert "others by now" in run("evidence", "agree", "westmark", "--sheet", path, status=2).output
    other = area.rename("eastmark") / "area.yaml"
    other.write_text(other.read_text(encoding="utf-8").replace("area: Westmark", "area: Eastmark"), encoding="utf-8")
    assert "made for the area «Westmark»" in run("evidence", "agree", "eastmark", "--sheet", path, status=2).output


def test_a_final_report_is_warned_of_what_is_not_settled(area: Path) -> None:
    assert "OMI278 warning" in problems()
    wanted = to_settle()
    filled(area, {at: (each["first"], "it stands") for at, each in enumerate(wanted, start=2)})
    run("evidence", "agree", "westmark", "--sheet", "settle.xlsx")
    assert "OMI278" not in problems()
    sheet = area / "evidence/cases.csv"
    rows = rows_of(sheet)
    row = next(row for row in rows if row["case"] == wanted[0]["case"])
    row[wanted[0]["question"]] = wanted[0]["second"]
    sheet.write_text(sheet_text(rows), encoding="utf-8")
    assert "OMI277 error" in problems()
    assert "Not as agreed: 1 answer" in run(*HERE).output


def test_a_workbook_of_cases_is_not_written_into(area: Path) -> None:
    first = to_settle()[0]
    book = openpyxl.Workbook()
    for cells in csv.reader(io.StringIO((area / "evidence/cases.csv").read_text(encoding="utf-8"))):
        book.active.append(cells)
    book.save(area / "evidence/cases.xlsx")
    (area / "evidence/cases.csv").unlink()
    one = ("evidence", "agree", "westmark", first["case"], first["question"], first["second"], "--reason", "x")
    assert "is a workbook, into which omi writes no answers" in run(*one, status=2).output
    assert not (area / "evidence/agreed.csv").exists()


def test_an_area_without_second_judgements_is_told(area: Path) -> None:
    (area / "evidence/second.csv").unlink()
    assert "has no second judgements" in run(*HERE, status=2).output
    (area / "evidence/second.csv").write_text("case,judge,1.1.1\nC0001,bo,good\n", encoding="utf-8")
    assert "«good» is not an answer to «1.1.1»" in run(*HERE, status=1).output


def test_nothing_of_moderation_leaves_the_area(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("OMI_CACHE_DIR", str(tmp_path / "cache"))
    area = Path(
        shutil.copytree(OWN_PROGRAMME, tmp_path / "saltmouth", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    )
    sheet = area / "evidence/cases.csv"
    sheet.write_text(sheet.read_text(encoding="utf-8").replace("\nC", "\nQZX-"), encoding="utf-8")
    text = "case,first,judge,P1.1.1,P1.2.1\nQZX-1,inspector-one,assessor-one,missed,done\n"
    (area / "evidence/second.csv").write_text(text, encoding="utf-8")
    assert "1 answer;" in run("evidence", "agreement", "saltmouth").output
    answer = ("QZX-1", "P1.1.1", "done")
    run("evidence", "agree", "saltmouth", *answer, "--reason", "the reason is confidential")
    run("validate", "saltmouth")
    run("build", "saltmouth", "--html", "--json", "-o", "out")
    run("export", "saltmouth", "-o", "out/data.json")
    run("export", "saltmouth", "-o", "out/data.xlsx")
    outside = [path for folder in ("out", "cache") for path in (tmp_path / folder).rglob("*") if path.is_file()]
    assert {path.parts[len(tmp_path.parts)] for path in outside} == {"out", "cache"}
    for path in outside:
        data = path.read_bytes() + os.fsencode(path.name)
        for secret in (b"QZX-", b"confidential", b"assessor-one", b"inspector-one"):
            assert secret not in data, (path, secret)


# --- from the sheets of judges ------------------------------------------------------------------------------------


def drawn_area(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, list[Path], list[Case], list[Case]]:
    """An area with a sample, the workbooks of its judges filled in, and what they have judged first and second."""
    monkeypatch.chdir(tmp_path)
    area = sampled_area(tmp_path)
    (tmp_path / "caseload.csv").write_text(caseload_text(), encoding="utf-8")
    run("sample", "caseload.csv", "westmark", "--seed", "s", "--prefix", "WM")
    (area / "evidence/judges.yaml").write_text(JUDGES, encoding="utf-8")
    run("evidence", "allocate", "westmark")
    run("evidence", "sheet", "westmark", "--each-judge", "-o", "out")
    sample = [row for row in rows_of(area / "evidence/sample.csv") if row["place"] == "sample"]
    chance, framework = random.Random(6), westmark_framework()
    first = random_cases(framework, len(sample), chance)
    for row, case in zip(sample, first, strict=True):
        case |= {name: row[name] for name in ("case", "case_type", "year")}
        case["1.1.2"] = "" if case["case_type"] == "office" else case["1.1.2"] or "yes"
    twice = {row["case"]: row["second"] for row in sample if row["second"]}
    assert twice
    second = judged_again([case for case in first if case["case"] in twice], framework, chance, 0.5)
    judges = {row["case"]: row["judge"] for row in sample}
    for judged in second:
        judged |= {"first": judges[judged["case"]], "judge": twice[judged["case"]]}
    books = sorted(Path("out").glob("*.xlsx"))
    for path in books:
        judge = path.stem.removeprefix("westmark-")
        book = openpyxl.load_workbook(path)
        fill(book["cases"], [case for case in first if judges[case["case"]] == judge])
        own = [case for case in second if case["judge"] == judge]
        if own:
            fill(book["second"], own)
        book.save(path)
    return area, books, first, second


def fill(sheet: object, cases: list[Case]) -> None:
    names = {each.id: each.name for each in westmark_framework().answers}
    rows = {sheet.cell(row, 1).value: row for row in range(2, sheet.max_row + 1)}  # type: ignore[attr-defined]
    columns = {cell.value: cell.column for cell in sheet[1]}  # type: ignore[index]
    for case in cases:
        for name in westmark_framework().questions:
            if case[name]:
                sheet.cell(rows[case["case"]], columns[name]).value = names[case[name]]  # type: ignore[attr-defined]


def test_second_judgements_are_imported_and_what_was_agreed_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    area, books, first, second = drawn_area(tmp_path, monkeypatch)
    assert "of second judgements" in run("evidence", "import", *books, "westmark").output
    assert by_case(area) == {case["case"]: case for case in first}
    found = {row["case"]: row for row in rows_of(area / "evidence/second.csv")}
    assert found == {case["case"]: case for case in second}
    assert not [line for line in problems().splitlines() if "second.csv" in line and "OMI278" not in line]
    run("evidence", "sheet", "westmark", "--each-judge", "-o", "next")
    for path in books:
        old, new = (openpyxl.load_workbook(each) for each in (path, Path("next") / path.name))
        for title in {"cases", "second"} & set(old.sheetnames):
            assert [[cell.value for cell in row] for row in new[title]] == [
                [cell.value for cell in row] for row in old[title]
            ]
    shown = run(*HERE).output
    assert f"{len(second)} of {len(second)} cases that have a second judge judged twice" in shown
    each = to_settle()[0]
    run("evidence", "agree", "westmark", each["case"], each["question"], each["second"], "--reason", "seen again")
    before = {path: path.read_bytes() for path in (area / "evidence").iterdir()}
    again = run("evidence", "import", *books, "westmark")
    assert "answers stay as they were agreed on" in again.output
    assert {path: path.read_bytes() for path in (area / "evidence").iterdir()} == before
    # the judge corrects the workbook to something that nobody agreed on
    judge = next(case["first"] for case in second if case["case"] == each["case"])
    path = Path(f"out/westmark-{judge}.xlsx")
    book = openpyxl.load_workbook(path)
    third = next(
        answer.id for answer in westmark_framework().answers if answer.id not in (each["first"], each["second"])
    )
    case = next(case for case in first if case["case"] == each["case"])
    fill(book["cases"], [case | {each["question"]: third}])
    book.save(path)
    refused = run("evidence", "import", *books, "westmark", "--again", status=1)
    assert "neither the answer that was agreed on nor the one from before" in refused.output
    assert {path: path.read_bytes() for path in (area / "evidence").iterdir()} == before


def test_a_judge_who_has_judged_as_the_second_alone_is_taken_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    area, books, _first, second = drawn_area(tmp_path, monkeypatch)
    judge = second[0]["judge"]
    path = next(each for each in books if each.stem == f"westmark-{judge}")
    book = openpyxl.load_workbook(path)
    for row in book["cases"].iter_rows(min_row=2, min_col=4):
        for cell in row:
            cell.value = None
    book.save(path)
    run("evidence", "import", path, "westmark")
    assert not (area / "evidence/cases.csv").exists()
    assert {row["judge"] for row in rows_of(area / "evidence/second.csv")} == {judge}
    assert "has no evidence/cases.csv" in run(*HERE, status=2).output


def test_two_who_were_second_judges_of_one_case_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _area, books, _first, second = drawn_area(tmp_path, monkeypatch)
    path = next(each for each in books if each.stem == f"westmark-{second[0]['judge']}")
    book = openpyxl.load_workbook(path)
    next(row for row in book["omi"] if row[0].value == "judge")[1].value = "somebody-else"
    book.save("other.xlsx")
    told = run("evidence", "import", *books, "other.xlsx", "westmark", status=1).output
    assert "second judgements of several people" in told
    assert "somebody-else" in told


def test_the_day_is_today_where_none_is_named(area: Path) -> None:
    first = to_settle()[0]
    run("evidence", "agree", "westmark", first["case"], first["question"], first["first"], "--reason", "it stands")
    (row,) = rows_of(area / "evidence/agreed.csv")
    today = datetime.datetime.now().astimezone().date()
    assert (today - datetime.date.fromisoformat(row["when"])).days in (0, 1)
