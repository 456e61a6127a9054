"""What is missing while cases are judged: counted as somebody would who looks at every cell."""

from __future__ import annotations

import csv
import io
import json
import random
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from omi_report.cli.main import main
from tests.sampled import JUDGES, caseload_text, sampled_area
from tests.samples import WESTMARK, Case, as_csv, random_cases, westmark_framework, write_cases


@pytest.fixture
def area(tmp_path: Path) -> Path:
    return Path(shutil.copytree(WESTMARK, tmp_path / "westmark"))


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [*map(str, arguments)], env={"COLUMNS": "160"})


def missing(area: Path, *arguments: object) -> dict[str, Any]:
    result = run("evidence", "missing", area, "--format", "json", *arguments)
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def with_holes(seed: int) -> list[Case]:
    """Cases in which some cells are blank."""
    chance = random.Random(seed)
    cases = random_cases(westmark_framework(), 20, chance)
    for case in cases:
        share = chance.choice([0, 0, 0.2, 1])
        for name in case:
            if name != "case" and chance.random() < share:
                case[name] = ""
    return cases


@pytest.mark.parametrize("seed", range(3))
def test_each_blank_is_counted_where_it_is(area: Path, seed: int) -> None:
    framework, cases = westmark_framework(), with_holes(seed)
    write_cases(area, cases)
    found = missing(area)
    in_cases = {}
    for case in cases:
        lacks: dict[str, list[str]] = {"attributes": [n for n in framework.attributes if not case[n]]}
        lacks |= {"questions": [], "unsettled": []}
        for question in framework.questions.values():
            if not case[question.id]:
                states = {(bool(case[n]) and case[n] in v) or (None if not case[n] else False)
                          for n, v in question.applies_to.items()}  # fmt: skip
                if False not in states:
                    lacks["unsettled" if None in states else "questions"].append(question.id)
        if any(lacks.values()):
            in_cases[case["case"]] = lacks
    got = {
        each["case"]: {key: each[key] for key in ("attributes", "questions", "unsettled")} for each in found["by_case"]
    }
    assert got == in_cases
    assert found["cases"] == 20
    assert found["complete"] == 20 - len(in_cases)
    assert found["missing_answers"] == sum(len(each["questions"]) for each in in_cases.values())
    assert found["missing_answers"] == sum(each["missing_answers"] for each in found["by_criterion"])
    assert found["missing_attributes"] == sum(len(each["attributes"]) for each in in_cases.values())
    assert found["not_begun"] == sum(not any(case[q] for q in framework.questions) for case in cases)


def test_a_column_that_is_not_there_is_missing_in_all_cases(area: Path) -> None:
    cases = random_cases(westmark_framework(), 5, random.Random(7))
    (area / "evidence").mkdir()
    columns = [name for name in cases[0] if name != "1.2.2"]
    text = as_csv([{name: case[name] for name in columns} for case in cases], columns)
    (area / "evidence" / "cases.csv").write_text(text, encoding="utf-8")
    found = missing(area, "--by", "criterion")
    assert {each["number"]: each["cases"] for each in found["by_criterion"]} == {"1.1": 0, "1.2": 5}
    assert "by_case" not in found


def test_what_cannot_be_right_keeps_a_case_from_being_complete(area: Path) -> None:
    cases = random_cases(westmark_framework(), 4, random.Random(8))
    cases[0]["1.1.1"] = "perhaps"
    cases[1] |= {"case_type": "office", "1.1.2": "yes"}
    write_cases(area, cases)
    found = missing(area)
    assert [(each["case"], each["wrong"]) for each in found["by_case"]] == [("C0001", ["1.1.1"]), ("C0002", ["1.1.2"])]
    assert found["cases_with_errors"] == 2
    assert (
        "2 cases with answers that cannot be right: omi validate says which" in run("evidence", "missing", area).output
    )


@pytest.mark.parametrize(
    ("text", "status", "words"),
    [
        ("", 1, "cases.csv"),
        ("case,1.1.1\nA1,yes\nA1,no\n", 1, "stands in line 2 already"),
        ("cases,1.1.1\nA1,yes\n", 1, "there is no column «case»"),
        (None, 2, "neither evidence/cases.csv nor a sample"),
    ],
)
def test_a_sheet_in_which_nobody_can_count_is_told(area: Path, text: str | None, status: int, words: str) -> None:
    if text is not None:
        (area / "evidence").mkdir()
        (area / "evidence" / "cases.csv").write_text(text, encoding="utf-8")
    result = run("evidence", "missing", area)
    assert result.exit_code == status, result.output
    assert words in result.output


def test_the_sample_says_which_cases_there_are_and_whose_they_are(tmp_path: Path) -> None:
    area = sampled_area(tmp_path)
    (tmp_path / "caseload.csv").write_text(caseload_text(), encoding="utf-8")
    key = tmp_path / "key.csv"
    drawn = run("sample", tmp_path / "caseload.csv", area, "--seed", "s", "--prefix", "WM", "--key", key)
    assert drawn.exit_code == 0, drawn.output
    (area / "evidence" / "judges.yaml").write_text(JUDGES, encoding="utf-8")
    assert run("evidence", "allocate", area).exit_code == 0
    found = missing(area)
    assert (found["cases"], found["complete"], found["not_begun"]) == (12, 0, 12)
    assert found["missing_attributes"] == 0  # the sample knows them
    case = found["by_case"][0]
    rows = csv.DictReader(io.StringIO((area / "evidence" / "sample.csv").read_text(encoding="utf-8")))
    known = next(row for row in rows if row["case"] == case["case"])
    done = random_cases(westmark_framework(), 1, random.Random(9))[0]
    done |= {"case": case["case"], "case_type": known["case_type"], "year": known["year"]}
    done["1.1.2"] = "yes" if known["case_type"] == "workshop" else ""
    write_cases(area, [done, done | {"case": "XX-1"}])
    found = missing(area)
    assert (found["complete"], found["cases_not_of_the_sample"]) == (1, 1)
    judges = {each["judge"]: each for each in found["by_judge"]}
    assert judges[case["judge"]]["complete"] == 1
    assert sum(each["cases"] for each in judges.values()) == 12
    complete = {each["name"]: each["complete"] for each in found["asked_of_the_sample"]}
    assert complete == {each: int(each == known["case_type"]) for each in ("workshop", "office")} | {
        "second-year trainees": int(known["year"] == "2")
    }
    shown = run("evidence", "missing", area).output
    assert "Westmark: 1 of 12 cases complete, 0 begun, 11 not begun" in shown
    assert "In the sheet and not of the sample: XX-1" in shown
    assert "second-year trainees" in shown
    assert case["judge"] in run("evidence", "missing", area, "--by", "judge").output
