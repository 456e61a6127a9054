"""A programme with numbers with letters, its own words and names for attributes, through every command."""

from __future__ import annotations

import json
import re
import shutil
from fractions import Fraction
from pathlib import Path

import pytest
from click.testing import CliRunner

from omi_report.build import validate
from omi_report.cli.main import main
from omi_report.document.build import build_document
from omi_report.document.printed import printed_in
from omi_report.opendata.export import export_data
from omi_report.quantity import Quantity
from omi_report.scoring.results import Scored
from tests.changes import change
from tests.samples import inspected

HERE = Path(__file__).parent


@pytest.fixture
def area(tmp_path: Path) -> Path:
    return Path(shutil.copytree(HERE, tmp_path / "saltmouth", ignore=shutil.ignore_patterns("*.py", "__pycache__")))


def said_by(*arguments: str) -> str:
    """What a command prints."""
    found = CliRunner().invoke(main, arguments)
    assert found.exit_code == 0, found.output
    return re.sub(r"[ \u00a0]+", " ", found.output)


def test_it_is_sound(area: Path) -> None:
    assert not validate(area).problems


def test_its_scores_are_those_that_one_works_out_by_hand(area: Path) -> None:
    scores = inspected(area).scores
    marks = {name: result.score for name, result in scores.by_name.items()}
    exact = {name: mark.value for name, mark in marks.items() if isinstance(mark, Scored)}
    # pilots 5 of 6 and high water 2 of 3; lights 2 of 6; and the mean of 75 and 33
    assert exact == {"P1.1": Fraction(75), "P1.2": Fraction(100, 3), "P1": Fraction(54)}


def test_the_table_of_scores_has_its_words_and_numbers(area: Path) -> None:
    printed = said_by("score", str(area))
    assert " Standard Mark Grade" in printed
    assert "P 1.1 Pilots 75%" in printed


def test_parts_of_the_sample_have_their_names(area: Path) -> None:
    printed = said_by("score", str(area), "--by", "berth")
    assert "marks by kind of berth" in printed
    assert "Deep water Tidal" in printed
    assert "deep" not in printed
    parts = json.loads(said_by("score", str(area), "--by", "berth", "--format", "json"))["parts"]
    assert [(part["where"], part["name"], part["cases"]) for part in parts] == [
        ({"berth": "deep"}, "Deep water", 3),
        ({"berth": "tidal"}, "Tidal", 3),
    ]


def test_the_arithmetic_of_a_section_has_its_words(area: Path) -> None:
    printed = said_by("score", str(area), "--detail", "P1")
    assert "the marks of its standards, as rounded: 75 + 33 = 108" in printed
    assert "÷ 2 standards = 54.0000%" in printed


def test_a_figure_of_a_survey_is_of_those_who_have_the_attribute(area: Path) -> None:
    figures = inspected(area).figures
    assert figures["P1.1/officers-told"] == Quantity(Fraction(75), 3, 4)
    printed = said_by("why", "officers-told", str(area))
    assert "only respondents whose rank is Officers" in printed
    assert "3 of 4 respondents answered so" in printed


def test_a_survey_has_attributes_of_its_own_alone(area: Path) -> None:
    change(area / "criteria/P1.1.yaml", "where: {rank: officer}", "where: {berth: tidal}")
    messages = [problem.message for problem in validate(area).problems if problem.code == "OMI303"]
    assert messages == ["the survey «crews» has no attribute «berth»"]


def test_a_value_that_a_survey_does_not_know_is_found_in_its_sheet(area: Path) -> None:
    change(area / "evidence/surveys/crews.csv", "5,rating,no", "5,cook,no")
    messages = [problem.message for problem in validate(area).problems if problem.severity == "error"]
    assert messages == ["«cook» is not a value of «rank»"]


def test_more_cases_of_a_kind_than_the_sample_has_are_found_by_any_attribute(area: Path) -> None:
    change(area / "area.yaml", "tidal: 3", "tidal: 2")
    change(area / "criteria/P1.1.yaml", "  tidal-piloted: {", "  tidal-piloted: {count: 3, base: 3, ")
    (problem,) = (each for each in validate(area).problems if each.code == "OMI212")
    assert problem.message == "«tidal-piloted»: a base of 3 is more than the sample's 2 tidal cases"
    assert problem.hint == "correct the figure, its kind of berth, or the sample in area.yaml"


def test_a_small_part_of_a_survey_takes_another_with_it(area: Path) -> None:
    none = "disclosure: {none: So few crews come in that the reports count each of them.}"
    change(area / "framework.yaml", none, "disclosure: {minimum: 2}")
    change(
        area / "criteria/P1.1.yaml",
        "  officers-told:",
        "  told: {survey: crews, question: told}\n"
        "  ratings-told: {survey: crews, question: told, where: {rank: rating}}\n  officers-told:",
    )
    rows = export_data(inspected(area))["percentages"]
    gone = {row["name"] for row in rows if row["suppressed"]}
    # one rating alone answered: with all and the officers shown, anybody could tell what
    assert "P1.1/ratings-told" in gone
    assert {"P1.1/told", "P1.1/officers-told"} & gone


def test_the_report_has_its_words_and_numbers_and_no_ids(area: Path) -> None:
    document = build_document(inspected(area))
    printed = "\n".join(text for part in document.parts for text in printed_in(part))
    assert "Arrival is treated under standard P\u00a01.1 (Pilots) and standard P\u00a01.2 (Lights)." in printed
    assert "Domain or standard" in printed
    assert "Lights (P\u00a01.2)" in printed
    assert not re.search(r"\b(criteri(on|a)|sections?|scores?|ratings?|P1\.[12])\b", printed, re.IGNORECASE)


def test_an_export_has_names_beside_ids_and_numbers_without_spaces(area: Path) -> None:
    data = json.loads(said_by("export", str(area), "--format", "json"))
    assert {row["number"] for row in data["scores"]} == {"P1", "P1.1", "P1.2"}
    assert {row["question"] for row in data["questions"]} == {"P1.1.1", "P1.1.2", "P1.2.1"}
    assert data["recommendations"][0]["criteria"] == ["P1.2"]
    assert {"survey": "crews", "attribute": "rank", "attribute_name": "rank", "value": "officer",
            "value_name": "Officers"} in data["attributes"]  # fmt: skip


def test_it_is_built(area: Path, tmp_path: Path) -> None:
    said_by("build", str(area), "--html", "--output", str(tmp_path / "reports"))
    page = (tmp_path / "reports" / "saltmouth" / "report.html").read_text(encoding="utf-8")
    assert 'id="criterion-P1.1"' in page
    assert "standard\u00a0P\u00a01.1" in page
    assert "The marks and percentages of this report as data:" in page
