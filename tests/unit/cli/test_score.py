from __future__ import annotations

import csv
import io
import json
import random
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from omi_report.cli.main import main
from tests.samples import as_csv, random_cases, westmark_framework, westmark_with

HAMPSHIRE = str(Path(__file__).parents[3] / "areas" / "hampshire")
CASES = random_cases(westmark_framework(), 40, random.Random(21))


@pytest.fixture
def area(tmp_path: Path) -> Path:
    return westmark_with(CASES, tmp_path)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["score", *map(str, arguments)])


def test_the_table_shows_scores_grades_and_bands() -> None:
    result = run(HAMPSHIRE)
    assert result.exit_code == 0
    for words in ("Hampshire (no evidence: scores as published)", "68%", "60%", "69%", "Not met", "(departs)", "█"):
        assert words in result.output


def test_a_published_score_beside_another_is_pointed_out(area: Path) -> None:
    result = run(area)
    assert result.exit_code == 0
    assert "Westmark (40 cases)" in result.output
    assert "1.1 is published as 80%, and the evidence gives" in result.output.replace("\n", " ")


def test_json_and_csv_hold_the_same_scores(area: Path) -> None:
    data = json.loads(run(area, "--format", "json").stdout)
    rows = list(csv.DictReader(io.StringIO(run(area, "--format", "csv").stdout)))
    assert data["cases"] == 40
    assert [row["number"] for row in rows] == [record["number"] for record in data["scores"]]
    assert [row["score"] for row in rows] == [str(r["score"] or "") for r in data["scores"]]
    top, _slash, bottom = data["scores"][1]["fraction"].partition("/")
    assert round(int(top) / int(bottom), 6) == data["scores"][1]["unrounded"]


def test_the_detail_shows_every_question_and_the_steps(area: Path) -> None:
    output = run(area, "--detail", "1.1").stdout
    asked = [case["1.1.1"] for case in CASES if case["1.1.1"] != "not-relevant"]
    assert f"{asked.count('yes')}/{len(asked)}" in output
    for words in (
        "1.1.3",
        "(summary)",
        "mean:",
        "70% ×",
        "rounded half up",
        "Wilson",
        "Do not compare areas",
        "one answer",
    ):
        assert words in output


@pytest.mark.parametrize("name", ["1", "2", "2.1", "safety"])
def test_sections_threads_and_grades_have_a_detail_too(area: Path, name: str) -> None:
    for form in ("table", "json", "csv"):
        result = run(area, "--detail", name, "--format", form)
        assert result.exit_code == 0
        assert result.stdout


def test_the_detail_of_a_graded_criterion_shows_the_questions_about_cases() -> None:
    output = run(str(Path(HAMPSHIRE).parent / "wessex"), "--detail", "4.6").stdout
    assert "4.6 Commissioning of services: Satisfactorily met, by the judgement of inspectors" in output
    assert re.search(r"^  4\.6\.1 +\d+/\d+ ", output, re.MULTILINE)


def test_the_detail_of_an_area_without_evidence_says_so() -> None:
    result = run(HAMPSHIRE, "--detail", "1.2")
    assert result.exit_code == 0
    assert "There is no evidence to show" in result.output
    assert "72 + 64 + 74 + 68 + 62 = 340" in run(HAMPSHIRE, "--detail", "1").output


def test_parts_of_the_sample(area: Path) -> None:
    output = run(area, "--by", "case_type").stdout
    assert "workshop" in output
    parts = json.loads(run(area, "--by", "case_type", "--format", "json").stdout)["parts"]
    assert sum(part["cases"] for part in parts) == 40
    rows = list(csv.DictReader(io.StringIO(run(area, "--by", "case_type", "--format", "csv").stdout)))
    assert {row["value"] for row in rows} == {"workshop", "office", ""}
    assert {row["name"] for row in rows if not row["value"]} == {"All"}


def test_parts_by_two_attributes_have_a_table_each_and_one_of_all(area: Path) -> None:
    output = run(area, "--by", "year,case_type").stdout
    assert [line.strip() for line in output.splitlines() if line in ("1", "2", "All")] == ["1", "2", "All"]
    assert output.splitlines()[0] == "Westmark: scores by year and case type"
    for title in ("workshop", "office", "All"):
        assert len(re.findall(rf"(?m)^ .*\b{title}\b.*$", output)) >= 3


def test_parts_in_detail_show_the_counts_of_each_question(area: Path) -> None:
    arguments = ("--by", "year,case_type", "--detail", "1.1")
    data = json.loads(run(area, *arguments, "--format", "json").stdout)
    assert [part["where"] for part in data["margins"]][-1] == {}
    for part in (*data["parts"], *data["margins"]):
        own = [case for case in CASES if all(case[name] == value for name, value in part["where"].items())]
        for record in part["questions"]:
            answers = [case[record["question"]] for case in own]
            assert record["count"] == answers.count("yes")
            assert record["base"] == sum(answer not in ("", "not-relevant") for answer in answers)
    rows = list(csv.DictReader(io.StringIO(run(area, *arguments, "--format", "csv").stdout)))
    assert len(rows) == sum(len(part["questions"]) for key in ("parts", "margins") for part in data[key])
    table = run(area, *arguments).stdout
    whole = data["margins"][-1]["questions"][0]
    assert f"{whole['count']}/{whole['base']}" in table
    # a question of workshops alone drops out among offices
    assert "–^" in table
    assert "^: a question that counts for all cases drops out: it is relevant in none of these." in " ".join(
        table.split()
    )


@pytest.mark.parametrize("width", [40, 80, 200])
def test_a_table_that_is_too_wide_goes_on_below(area: Path, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    lines = run(area, "--by", "case_type,year").stdout.splitlines()
    assert all(len(line) <= width for line in lines)
    tables = sum("─" in line for line in lines)
    assert tables == 3 if width > 40 else tables > 3


def test_sensitivity(area: Path) -> None:
    assert "Most to gain" in run(area, "--sensitivity").stdout
    records = json.loads(run(area, "--sensitivity", "--format", "json").stdout)["criteria"]
    rows = list(csv.DictReader(io.StringIO(run(area, "--sensitivity", "--format", "csv").stdout)))
    assert [record["number"] for record in records] == [row["number"] for row in rows]


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["nowhere"], 2, "there is no folder nowhere"),
        ([HAMPSHIRE, "--detail", "1.22"], 2, "did you mean 1.2?"),
        ([HAMPSHIRE, "--by", "case_typ"], 2, "did you mean case_type?"),
        ([HAMPSHIRE, "--by", "case_type"], 2, "has no evidence/cases.csv"),
        ([HAMPSHIRE, "--sensitivity"], 2, "has no evidence/cases.csv"),
        ([HAMPSHIRE, "--by", "tier", "--sensitivity"], 2, "a view of its own"),
        ([HAMPSHIRE, "--confidential"], 2, "belongs to --by"),
        ([HAMPSHIRE, "--by", "tier,tier"], 2, "named twice"),
        ([HAMPSHIRE, "--by", ""], 2, "the framework has no attribute"),
        ([HAMPSHIRE, "--format", "yaml"], 2, "'yaml' is not one of"),
        ([], 2, "Missing argument 'AREA...'"),
    ],
)
def test_misuse_is_told_in_one_line(arguments: list[str], status: int, words: str) -> None:
    result = run(*arguments)
    assert result.exit_code == status
    assert words in result.stderr
    assert "Traceback" not in result.output


def test_evidence_with_errors_is_not_scored(area: Path) -> None:
    (area / "evidence" / "cases.csv").write_text(as_csv(CASES).replace("workshop", "garden", 1))
    result = run(area)
    assert result.exit_code == 1
    assert "OMI225" in result.stdout
    assert "not scored, 1 error" in result.stderr


def test_an_empty_sample_is_shown_as_such(area: Path) -> None:
    (area / "evidence" / "cases.csv").write_text(as_csv(CASES).splitlines()[0])
    result = run(area)
    assert result.exit_code == 0
    assert "1.1 has no score: the sample has no cases." in result.output


def test_several_areas_follow_one_another(area: Path, tmp_path: Path) -> None:
    output = run(area, HAMPSHIRE).stdout
    assert output.index("Westmark (40 cases)") < output.index("Hampshire (no evidence")
    detail = run(area, area, HAMPSHIRE, "--detail", "1.1").stdout
    assert detail.count("\n\n1.1 ") == 1
    assert detail.count("95% interval") == 1


def test_a_folder_of_areas_gives_one_list_or_table(area: Path, tmp_path: Path) -> None:
    westmark_with(CASES[:20], tmp_path / "older")
    (alone,) = json.loads(run(tmp_path / "older", "--format", "json").stdout)
    assert (alone["area"], alone["cases"]) == ("Westmark", 20)
    first, second = json.loads(run(tmp_path, "--format", "json").stdout)
    assert (first, second["cases"]) == (alone, 40)
    rows = list(csv.DictReader(io.StringIO(run(tmp_path, "--format", "csv", "--detail", "1.1").stdout)))
    assert [row["area"] for row in rows] == ["Westmark"] * len(rows)
    of_one = run(area, "--format", "csv", "--detail", "1.1").stdout.splitlines()
    assert len(rows) == 2 * (len(of_one) - 1)


def test_one_area_that_cannot_be_scored_does_not_stop_the_others(area: Path, tmp_path: Path) -> None:
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "area.yaml").write_text("area: X\n")
    result = run(tmp_path, "nowhere", "--format", "json")
    assert result.exit_code == 2
    assert "not scored" in result.stderr
    assert "omi: there is no folder nowhere" in result.stderr
    assert [each["area"] for each in json.loads(result.stdout[result.stdout.index("[\n") :])] == ["Westmark"]
