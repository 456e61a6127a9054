"""Figures that are counted in the evidence."""

from __future__ import annotations

import random
from dataclasses import replace
from fractions import Fraction

import pytest

from omi_report.evidence.counts import Tally
from omi_report.evidence.figures import Refusal, computed, quantity_of
from omi_report.language.known import ENGLISH
from omi_report.model.criterion import Percentage
from omi_report.model.evidence import Answers, Evidence
from omi_report.quantity import Quantity
from tests.readings import soundly
from tests.samples import area_with, random_cases, westmark_framework

FRAMEWORK = westmark_framework()
CASES = random_cases(FRAMEWORK, 40, random.Random(9))
SURVEY = Answers(
    "evidence/surveys/trainees.csv", 4, {"would-recommend": b"\1\1\2\0"}, {"would-recommend": ("yes", "no")}
)
AREA = area_with(FRAMEWORK, CASES)
AREA = replace(AREA, evidence=Evidence(AREA.evidence.cases, {"trainees": SURVEY}))


def percentage(**values: object) -> Percentage:
    return soundly(Percentage, values)


def test_a_question_is_counted_in_the_cases_that_where_names() -> None:
    chosen = [case["1.2.1"] for case in CASES if case["year"] == "2"]
    expected = Tally(chosen.count("yes"), sum(answer in ("yes", "partly", "no") for answer in chosen))
    wanted = percentage(question="1.2.1", where={"year": "2"})
    assert computed(AREA, wanted) == expected
    quantity = quantity_of(wanted, expected)
    assert quantity == Quantity(Fraction(100 * expected.count, expected.base), expected.count, expected.base)


def test_a_survey_is_counted() -> None:
    assert computed(AREA, percentage(survey="trainees", question="would-recommend")) == Tally(2, 3)


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"question": "9.9.9"}, "the framework has no question «9.9.9»"),
        ({"question": "1.2.1", "where": {"colour": "red"}}, "the evidence has no attribute «colour»"),
        ({"question": "sleep", "survey": "trainees"}, "the survey «trainees» has no question «sleep»"),
        (
            {"question": "would-recommend", "survey": "trainees", "where": {"year": "1"}},
            "the survey «trainees» has no attribute «year»",
        ),
        (
            {"question": "1.1.2", "where": {"case_type": "office"}},
            "the question is relevant in none of the cases that it asks for",
        ),
    ],
)
def test_what_cannot_be_counted_says_why(values: dict[str, object], reason: str) -> None:
    wanted = percentage(**values)
    quantity = quantity_of(wanted, computed(AREA, wanted))
    assert isinstance(quantity, Refusal)
    assert ENGLISH.say(quantity.reason) == reason


def test_a_stated_percentage_keeps_its_value_and_takes_its_count_from_the_evidence() -> None:
    quantity = quantity_of(percentage(percent=67, question="1.2.1"), Tally(2, 3))
    assert quantity == Quantity(Fraction(67), 2, 3)


def test_a_stated_count_stays_a_count() -> None:
    assert quantity_of(percentage(count=2, question="1.2.1"), Tally(2, 3)) == Quantity(None, 2, None)


def test_without_evidence_nothing_is_computed() -> None:
    without = replace(AREA, evidence=Evidence())
    assert computed(without, percentage(question="1.2.1")) is None
    assert computed(without, percentage(percent=3)) is None


def test_nothing_is_computed_from_evidence_with_errors() -> None:
    unsound = replace(AREA, evidence=replace(AREA.evidence, sound=False))
    found = computed(unsound, percentage(question="1.2.1"))
    assert isinstance(found, Refusal)
    assert ENGLISH.say(found.reason) == "the area's evidence has errors"
