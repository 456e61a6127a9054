"""Scores are made of all cases of the sample; interim ones of those that are complete."""

from __future__ import annotations

import csv
import io
import json
import random
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from omi_report.cli.main import main
from tests.sampled import caseload_text, sampled_area
from tests.samples import Case, random_cases, westmark_framework, write_cases


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [*map(str, arguments)], env={"COLUMNS": "160"})


@pytest.fixture
def area(tmp_path: Path) -> Path:
    made = sampled_area(tmp_path)
    (tmp_path / "caseload.csv").write_text(caseload_text(), encoding="utf-8")
    key = tmp_path / "key.csv"
    assert run("sample", tmp_path / "caseload.csv", made, "--seed", "s", "--prefix", "WM", "--key", key).exit_code == 0
    return made


def judged(area: Path) -> list[Case]:
    """The cases of the sample, all judged."""
    rows = csv.DictReader(io.StringIO((area / "evidence" / "sample.csv").read_text(encoding="utf-8")))
    sampled = [row for row in rows if row["place"] == "sample"]
    cases = random_cases(westmark_framework(), len(sampled), random.Random(4))
    for row, case in zip(sampled, cases, strict=True):
        case |= {name: row[name] for name in ("case", "case_type", "year")}
        case["1.1.2"] = "" if case["case_type"] == "office" else case["1.1.2"] or "no"
    return cases


def said(area: Path) -> list[str]:
    """What is said of cases that are not judged."""
    lines = run("validate", area, "--format", "concise").output.splitlines()
    return [line.partition("OMI273 error ")[2] for line in lines if "OMI273" in line]


def test_the_whole_sample_is_scored(area: Path) -> None:
    write_cases(area, judged(area))
    assert said(area) == []
    assert run("score", area).exit_code == 0


def test_a_part_of_it_is_scored_as_interim_alone(area: Path, tmp_path: Path) -> None:
    write_cases(area, judged(area)[:9])
    assert said(area) == ["3 of the 12 cases of the sample are not in the sheet"]
    assert run("score", area).exit_code == 1
    assert run("build", area, "--html", "-o", tmp_path / "out").exit_code == 1
    result = run("score", area, "--interim")
    assert result.exit_code == 0, result.output
    assert "INTERIM: 9 of 12 cases are in (0 begun, 3 not begun)" in result.output


def test_other_cases_are_in_no_interim_score(area: Path) -> None:
    cases = judged(area)
    write_cases(area, [*cases, cases[0] | {"case": "WM-013"}])  # in reserve
    with_it = json.loads(run("score", area, "--interim", "--format", "json").stdout)
    write_cases(area, cases)
    without = json.loads(run("score", area, "--interim", "--format", "json").stdout)
    assert with_it["scores"] == without["scores"]
    assert with_it["interim"]["cases_not_of_the_sample"] == 1
