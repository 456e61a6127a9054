"""The results of Saltmere, worked out by hand from its evidence, and what the report prints of them."""

from __future__ import annotations

import csv
import json
import re
from fractions import Fraction
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from omi_report.cli.main import main
from tests.saltmere.generate import SALTMERE, files

# Of each key question: its summary question, the cases with a yes, the cases with a yes or a no, and the percentage
# that is printed. They were counted in the columns of evidence/cases.csv.
KEY_QUESTIONS = {
    "2.1-engagement": ("2.1.4", 45, 60, 75),  # 45 ÷ 60 = 0.750
    "2.1-desistance": ("2.1.8", 41, 60, 68),  # 41 ÷ 60 = 0.683
    "2.1-safety": ("2.1.12", 24, 52, 46),  # 24 ÷ 52 = 0.462
    "2.2-engagement": ("2.2.4", 41, 60, 68),  # 41 ÷ 60 = 0.683
    "2.2-desistance": ("2.2.8", 42, 60, 70),  # 42 ÷ 60 = 0.700
    "2.2-safety": ("2.2.12", 28, 52, 54),  # 28 ÷ 52 = 0.538
    "2.3-engagement": ("2.3.4", 50, 60, 83),  # 50 ÷ 60 = 0.833
    "2.3-desistance": ("2.3.8", 45, 60, 75),  # 45 ÷ 60 = 0.750
    "2.3-safety": ("2.3.12", 35, 52, 67),  # 35 ÷ 52 = 0.673
    "2.4-engagement": ("2.4.4", 41, 60, 68),  # 41 ÷ 60 = 0.683
    "2.4-desistance": ("2.4.8", 41, 60, 68),  # 41 ÷ 60 = 0.683
    "2.4-safety": ("2.4.12", 27, 52, 52),  # 27 ÷ 52 = 0.519
}

# Of each standard: its result, where it has one, its rating and the points of that. Outstanding begins at 80, Good at
# 65, Requires improvement at 50.
STANDARDS = {
    "P1.1": (None, "Good", 2),  # judged
    "P1.2": (None, "Requires improvement", 1),  # judged
    "P1.3": (None, "Good", 2),  # judged
    "P2.1": (46, "Inadequate", 0),  # the lowest of 75, 68 and 46; the mean would be 63
    "P2.2": (54, "Requires improvement", 1),  # the lowest of 68, 70 and 54; the mean would be 64
    "P2.3": (67, "Good", 2),  # the lowest of 83, 75 and 67
    "P2.4": (52, "Requires improvement", 1),  # the lowest of 68, 68 and 52
}

# 2 + 1 + 2 + 0 + 1 + 2 + 1 = 9 points, of 7 × 3 = 21; Requires improvement is from 4 to 10.
OVERALL = (9, 21, "Requires improvement")


def run(*arguments: str | Path) -> Result:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result


@pytest.fixture(scope="module")
def records() -> dict[str, dict[str, object]]:
    """What `omi score` says of each key question, standard and the whole, by its number."""
    return {each["number"]: each for each in json.loads(run("score", "--format", "json", SALTMERE).stdout)["scores"]}


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("saltmere")
    run("build", "--html", SALTMERE, "-o", folder)
    return (folder / "saltmere" / "report.html").read_text(encoding="utf-8")


def test_the_evidence_is_what_the_generator_makes() -> None:
    made = files()
    assert {str(path.relative_to(SALTMERE)) for path in SALTMERE.glob("evidence/**/*.csv")} == set(made)
    for name, text in made.items():
        assert (SALTMERE / name).read_bytes() == text.encode(), "run python -m tests.saltmere.generate"


def test_there_is_nothing_wrong_with_it() -> None:
    assert "no problems" in run("validate", "--strict", "--no-cache", SALTMERE).output


def test_the_counts_are_those_of_the_sheet() -> None:
    with (SALTMERE / "evidence/cases.csv").open(encoding="utf-8", newline="") as sheet:
        rows = list(csv.DictReader(sheet))
    assert len(rows) == 60
    for question, yes, relevant, _ in KEY_QUESTIONS.values():
        answers = [row[question] for row in rows]
        assert (answers.count("yes"), answers.count("yes") + answers.count("no")) == (yes, relevant), question


@pytest.mark.parametrize("number", KEY_QUESTIONS)
def test_a_key_question_has_the_percentage_of_its_summary_judgement(
    number: str, records: dict[str, dict[str, object]]
) -> None:
    _, yes, relevant, printed = KEY_QUESTIONS[number]
    assert Fraction(str(records[number]["fraction"])) == Fraction(100 * yes, relevant)
    assert records[number]["score"] == printed
    assert records[number]["rating"] is None


@pytest.mark.parametrize("number", STANDARDS)
def test_a_standard_is_rated_by_its_lowest_key_question(number: str, records: dict[str, dict[str, object]]) -> None:
    score, rating, _ = STANDARDS[number]
    assert (records[number]["score"], records[number]["rating"]) == (score, rating)


def test_the_overall_rating_is_that_of_the_sum_of_points(records: dict[str, dict[str, object]]) -> None:
    assert sum(points for *_, points in STANDARDS.values()) == OVERALL[0]
    (whole,) = (each for each in records.values() if each["kind"] == "overall")
    assert (whole["score"], whole["out_of"], whole["rating"]) == OVERALL


def test_no_domain_has_a_result_or_a_rating(records: dict[str, dict[str, object]]) -> None:
    domains = [each for each in records.values() if each["kind"] == "section"]
    assert [(each["number"], each["score"], each["rating"]) for each in domains] == [
        ("1", None, None),
        ("2", None, None),
    ]


def test_the_report_prints_them(page: str) -> None:
    table = page.partition('<table class="ratings named-rows">')[2].partition("</table>")[0]
    marked = table.split("<tr")[2:]
    assert [row for row in marked if "class=group>" in row] == [marked[0], marked[4]], "the head of each domain"
    rows = [re.sub(r"<[^>]+>", "|", row).replace("\xa0", " ").strip("|") for row in marked if "class=group>" not in row]
    assert len(rows) == 8
    for row, (number, (score, rating, _)) in zip(rows, STANDARDS.items(), strict=False):
        assert f"|{number[0]} {number[1:]} " in row
        assert f"|{'–' if score is None else f'{score}%'}|" in row
        assert f"|{rating}|" in row
    assert "|9 out of 21|" in rows[-1]
    assert "|Requires improvement|" in rows[-1]


def test_under_a_standard_its_key_questions_are_printed(page: str) -> None:
    for number, (*_, printed) in KEY_QUESTIONS.items():
        standard = page.partition(f'id="criterion-P{number[:3]}"')[2].partition("</header>")[0]
        assert f"<dd>{printed}%" in standard.partition("class=key-questions")[2], number
