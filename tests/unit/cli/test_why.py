from __future__ import annotations

import random
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from omi_report.cli.main import main
from tests.samples import random_cases, westmark_framework, westmark_with

HAMPSHIRE = str(Path(__file__).parents[3] / "areas" / "hampshire")
WESSEX = str(Path(__file__).parents[3] / "areas" / "wessex")
CASES = random_cases(westmark_framework(), 40, random.Random(21))


@pytest.fixture
def area(tmp_path: Path) -> Path:
    return westmark_with(CASES, tmp_path)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["why", *map(str, arguments)])


def test_a_number_is_traced_to_its_texts_and_scores() -> None:
    output = run("64%", HAMPSHIRE).stdout
    assert "criteria/1.3.yaml:39:67: criterion 1.3, area for improvement (a)" in output
    assert "The assessment of criminogenic factors was comprehensive in 64% of cases." in output
    assert "3.2 Sustainability of progress: 64%" in output
    assert "performance.yaml" in output


def test_a_number_is_found_as_it_is_printed_and_as_it_is_written() -> None:
    printed = run("5,011", HAMPSHIRE)
    assert "context.yaml" in printed.stdout
    assert printed.stdout == run("5011", HAMPSHIRE).stdout


def test_the_arguments_stand_in_either_order() -> None:
    assert run("1.2/screening-done", HAMPSHIRE).stdout == run(HAMPSHIRE, "1.2/screening-done").stdout


def test_a_computed_figure_is_traced_to_its_counts(area: Path) -> None:
    output = run(area, "1.1/met").stdout
    answers = [case["1.1.1"] for case in CASES]
    above, base = answers.count("yes"), len(answers) - answers.count("not-relevant")
    assert "stated: 95%" in output
    assert f"yes {above}; partly {answers.count('partly')}, no {answers.count('no')}" in output
    assert f"{above} of {base} relevant cases above the line" in output
    assert "C0001" not in output


def test_a_criterion_is_traced_through_its_arithmetic(area: Path) -> None:
    output = run("1.1", area).stdout
    assert "at the head of criterion 1.1" in output
    assert "70% ×" in output


def test_a_question_is_traced_to_its_counts_and_to_the_figures_that_ask_it(area: Path) -> None:
    output = run("1.1.1", area).stdout
    above = [case["1.1.1"] for case in CASES].count("yes")
    assert output.startswith("Question 1.1.1: ")
    assert f"  {above} of " in output.split("\n\n")[0]
    assert "1.1/met, defined in" in output


def test_cases_that_a_question_does_not_apply_to_are_no_missing_answers() -> None:
    output = run("1.2/screened", WESSEX).stdout
    assert "does not apply to 40" in output
    assert "no answer" not in output
    assert "no answer 1" in run("4.4/supervision-quality", WESSEX).stdout


def test_a_bare_name_is_looked_for_in_every_criterion(area: Path) -> None:
    assert "1.1/met" in run("met", area).stdout


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["63.7%", HAMPSHIRE], 1, "«63.7%» stands nowhere in the report of Hampshire"),
        (["1.2/screening-don", HAMPSHIRE], 1, "did you mean 1.2/screening-done?"),
        (["9.9", HAMPSHIRE], 1, "of Hampshire: the criteria are 1.1, 1.2"),
        (["63%", "nowhere"], 2, "neither «63%» nor «nowhere» is the folder of an area"),
        ([" ", HAMPSHIRE], 2, "NUMBER is empty"),
        ([HAMPSHIRE], 2, "Missing argument 'AREA'"),
    ],
)
def test_what_is_not_found_is_told(arguments: list[str], status: int, words: str) -> None:
    result = run(*arguments)
    assert result.exit_code == status
    assert words in result.stderr
