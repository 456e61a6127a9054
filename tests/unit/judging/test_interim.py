"""Interim scores are those of the complete cases, and nothing hides that they are interim."""

from __future__ import annotations

import csv
import io
import json
import random
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from omi_report.cli.main import main
from omi_report.judging.interim import interim_of
from tests.samples import WESTMARK, Case, inspected, random_cases, westmark_framework, write_cases

CASES = random_cases(westmark_framework(), 20, random.Random(31))


@pytest.fixture
def area(tmp_path: Path) -> Path:
    return Path(shutil.copytree(WESTMARK, tmp_path / "westmark"))


@pytest.fixture
def half(area: Path) -> Path:
    """An area in which a third of the cases lack something each."""
    write_cases(area, with_holes(CASES))
    return area


def with_holes(cases: list[Case]) -> list[Case]:
    holes = ({"1.1.1": ""}, {"year": ""}, {name: "" for name in cases[0] if name != "case"}, {"1.2.3": "maybe"})
    return [case | (holes[at // 3 % len(holes)] if at % 3 == 0 else {}) for at, case in enumerate(cases)]


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [*map(str, arguments)], env={"COLUMNS": "160"})


def scores(area: Path, *arguments: object) -> dict[str, object]:
    result = run("score", area, "--format", "json", *arguments)
    assert result.exit_code == 0, result.output
    found: dict[str, object] = json.loads(result.stdout)
    return found


def test_they_are_the_scores_of_an_area_with_the_complete_cases_alone(half: Path, tmp_path: Path) -> None:
    complete = Path(shutil.copytree(WESTMARK, tmp_path / "complete" / "westmark"))
    write_cases(complete, [case for at, case in enumerate(CASES) if at % 3])
    for view in ((), ("--detail", "1.1"), ("--by", "case_type"), ("--sensitivity",)):
        found = scores(half, "--interim", *view)
        interim = found.pop("interim")
        assert isinstance(interim, dict)
        assert (interim["complete"], interim["cases"]) == (13, 20)
        assert found == scores(complete, *view)


def test_a_damaged_sheet_is_told(half: Path) -> None:
    sheet = half / "evidence" / "cases.csv"
    sheet.write_text(sheet.read_text() + "WM-999,office\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["score", str(half), "--interim"])
    assert result.exit_code == 0, result.output
    assert "1 error in the sheet itself, so that cases may be missing" in " ".join(result.output.split())


def test_of_complete_evidence_they_are_its_scores(area: Path) -> None:
    write_cases(area, CASES)
    found = scores(area, "--interim")
    assert found.pop("interim")
    assert found == scores(area)


@pytest.mark.parametrize("view", [(), ("--detail", "1.1"), ("--by", "case_type"), ("--sensitivity",)])
def test_every_view_says_that_it_is_interim(half: Path, view: tuple[str, ...]) -> None:
    lines = run("score", half, "--interim", *view).stdout.strip().splitlines()
    for line in (lines[0], lines[-1]):
        assert line.startswith("INTERIM: 13 of 20 cases are in (5 begun, 2 not begun).")
    rows = list(csv.DictReader(io.StringIO(run("score", half, "--interim", "--format", "csv", *view).stdout)))
    assert rows
    assert {row["interim"] for row in rows} == {"interim: 13 of 20 cases"}


def test_criteria_with_few_cases_are_named(area: Path) -> None:
    few = [case | dict.fromkeys(("1.2.1", "1.2.2", "1.2.3"), "not-relevant") for case in CASES[:8]]
    write_cases(area, [*few, CASES[9] | {"1.1.1": ""}])
    found = interim_of(inspected(area))
    assert [(each.number, each.cases) for each in found.few] == [("1.2", 0)]
    assert "Fewer than 5 cases so far: 1.2 (0)" in run("score", area, "--interim").output


def test_nothing_is_built_or_exported_from_unfinished_evidence(half: Path, tmp_path: Path) -> None:
    assert run("score", half).exit_code == 1
    for command in (("build", half, "--html", "-o", tmp_path / "out"), ("export", half, "-o", tmp_path / "x.json")):
        assert run(*command).exit_code == 1
    assert not (tmp_path / "x.json").exists()
    assert not list((tmp_path / "out").rglob("*.html"))


def test_without_a_complete_case_there_is_nothing_to_score(area: Path) -> None:
    write_cases(area, [case | {"1.1.1": ""} for case in CASES])
    result = run("score", area, "--interim")
    assert result.exit_code == 2
    assert "no case is complete yet" in result.output
