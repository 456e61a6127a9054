from __future__ import annotations

import random

import pytest
from hypothesis import given, strategies as st

from omi_report.evidence.cases import missing_hint, read_cases
from omi_report.evidence.counts import distribution, row_numbers, rows_where, rows_with, size_of, tally
from omi_report.evidence.delimited import open_delimited
from omi_report.evidence.sheet import SheetProblems
from omi_report.evidence.tabulate import Column
from omi_report.limits import SHEET_PROBLEMS
from omi_report.problems import Problem
from tests.samples import Case, as_csv, random_cases, read_sample, westmark_framework

FRAMEWORK = westmark_framework()
SCALE = {answer.id: answer.line for answer in FRAMEWORK.answers}
COLUMNS = ["case", *FRAMEWORK.attributes, *FRAMEWORK.questions]

samples = st.builds(
    lambda size, seed: random_cases(FRAMEWORK, size, random.Random(seed)), st.integers(0, 40), st.integers(0, 2**32)
)


def problems_of(text: str) -> list[Problem]:
    sheet = open_delimited(text.encode(), "evidence/cases.csv", "cases.csv")
    found = SheetProblems(sheet)
    read_cases(sheet, FRAMEWORK, found)
    return found.all()


@given(samples)
def test_counts_are_those_of_the_rows(cases: list[Case]) -> None:
    answers = read_sample(FRAMEWORK, as_csv(cases, COLUMNS))
    for question in FRAMEWORK.questions:
        for part in ({}, {"year": ("2",)}, {"year": ("1", "2"), "case_type": ("office",)}):
            chosen = [case for case in cases if all(case[name] in values for name, values in part.items())]
            lines = [SCALE.get(case[question], "") for case in chosen]
            found = tally(answers, question, FRAMEWORK.answers, rows_where(answers, part))
            assert (found.count, found.base) == (lines.count("above"), lines.count("above") + lines.count("below"))
            given_answers = distribution(answers, question, rows_where(answers, part))
            assert given_answers == {name: [c[question] for c in chosen].count(name) for name in SCALE}
        assert tally(answers, question, FRAMEWORK.answers) == tally(
            answers, question, FRAMEWORK.answers, (1 << len(cases)) - 1
        )


@given(samples)
def test_a_set_of_rows_gives_its_rows_back(cases: list[Case]) -> None:
    answers = read_sample(FRAMEWORK, as_csv(cases, COLUMNS))
    rows = rows_with(answers, "year", ["2"])
    assert row_numbers(rows, answers.size) == [index for index, case in enumerate(cases) if case["year"] == "2"]
    assert size_of(answers, "year", ["2"]) == rows.bit_count()


def test_every_bad_cell_is_found_at_once() -> None:
    cases = random_cases(FRAMEWORK, 6, random.Random(1))
    cases[0]["1.1.1"] = "perhaps"
    cases[1]["case_type"] = ""
    cases[2] |= {"case_type": "office", "1.1.2": "yes"}
    cases[3]["1.2.3"] = ""
    cases[4]["case"] = cases[3]["case"]
    cases[5]["year"] = "3"
    found = problems_of(as_csv(cases, COLUMNS))
    assert sorted((problem.location.line, problem.code) for problem in found) == [
        (2, "OMI221"), (3, "OMI225"), (4, "OMI223"), (5, "OMI224"), (6, "OMI222"), (7, "OMI225"),
    ]  # fmt: skip


def test_a_case_whose_kind_is_unknown_is_not_blamed_for_its_answers() -> None:
    case = {"case": "1", "case_type": "", "year": "1"} | dict.fromkeys(FRAMEWORK.questions, "yes")
    assert [problem.code for problem in problems_of(as_csv([case], COLUMNS))] == ["OMI225"]


def test_a_column_on_another_scale_is_told_once_and_counted() -> None:
    cases = random_cases(FRAMEWORK, 600, random.Random(2))
    for case in cases:
        case["1.1.1"] = "5"
    found = problems_of(as_csv(cases, COLUMNS))
    assert len(found) == SHEET_PROBLEMS + 1
    assert found[-1].message == "and 100 more of these problems"


def test_letter_case_spaces_and_the_names_of_answers_are_understood() -> None:
    case = {"case": "1", "case_type": " Office", "year": "1"} | dict.fromkeys(FRAMEWORK.questions, "YES")
    case |= {"1.1.2": "NOT RELEVANT", "1.2.1": "Not relevant", "1.2.2": "not-relevant ", "1.2.3": " Partly"}
    answers = read_sample(FRAMEWORK, as_csv([case], COLUMNS))
    assert distribution(answers, "1.2.3")["partly"] == 1
    assert [distribution(answers, name)["not-relevant"] for name in ("1.1.2", "1.2.1", "1.2.2")] == [1, 1, 1]
    assert distribution(answers, "case_type") == {"workshop": 0, "office": 1}


def test_a_heading_in_other_letters_is_told_as_it_should_be() -> None:
    found = problems_of(f"{','.join(COLUMNS)},Case_Type\r\n")
    assert [problem.hint for problem in found if "«Case_Type»" in problem.message] == ["did you mean «case_type»?"]


@pytest.mark.parametrize("heading", ["01/02/2010", "2010-02-01 00:00:00", "1/2/10"])
def test_a_heading_that_a_spreadsheet_took_for_a_date(heading: str) -> None:
    found = problems_of(f"{','.join(COLUMNS)},{heading}\r\n")
    assert [problem.code for problem in found] == ["OMI220"]
    assert "date" in found[0].hint


def test_an_answer_may_have_no_second_name() -> None:
    assert Column("attribute", ("a",)).codes()["A"] == 1


def test_a_blank_cell_is_to_be_filled_with_an_answer_that_the_framework_has() -> None:
    """The answer for what does not matter is called by the framework's own name; some frameworks have none."""
    answers = FRAMEWORK.answers
    assert missing_hint(answers) == "fill it in; not-relevant where the question does not matter to the case"
    own = (*answers[:-1], answers[-1].replaced(id="n-a"))
    assert missing_hint(own) == "fill it in; n-a where the question does not matter to the case"
    none = "fill it in; no answer of the framework says that a question does not matter to a case"
    assert missing_hint(answers[:-1]) == none
