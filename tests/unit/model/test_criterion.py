"""A criterion's figures and findings, in their short and long forms."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from omi_report.model.criterion import Criterion, Percentage, criterion_model
from omi_report.model.findings import DEFAULT_FINDINGS, Finding
from tests.readings import faults_of, soundly


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("97", {"percent": Decimal(97)}),
        ("97%", {"percent": Decimal(97)}),
        ("12.5 %", {"percent": Decimal("12.5")}),
        ("5 of 6", {"count": 5, "base": 6}),
        ({"percent": "97", "question": "1.2.1"}, {"percent": Decimal(97), "question": "1.2.1"}),
        ({"count": "0"}, {"count": 0}),
        ({"question": "1.2.1", "where": {"case_type": "licence"}}, {"question": "1.2.1"}),
    ],
)
def test_a_percentage_is_read_in_each_of_its_forms(written: object, expected: dict[str, Any]) -> None:
    percentage = soundly(Percentage, written)
    assert {name: getattr(percentage, name) for name in expected} == expected


@pytest.mark.parametrize(("written", "stated"), [("97", True), ("0 of 6", True), ({"question": "1.2.1"}, False)])
def test_a_percentage_is_stated_or_left_to_the_evidence(written: object, stated: bool) -> None:
    assert soundly(Percentage, written).is_stated is stated


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("nearly all", [((), "misfit")]),
        ("", [((), "misfit")]),
        ("-5", [((), "misfit")]),
        ("1e3", [((), "misfit")]),
        ("٩٧", [((), "misfit")]),
        ("5 of 0", [(("base",), "greater_than_equal")]),
        ("9" * 10_000, [(("percent",), "less_than_equal")]),
        ("1 of " + "9" * 10_000, [(("base",), "int_parsing_size")]),
        ({}, [((), "value_error")]),
        ({"base": "6", "question": "1.2.1"}, [((), "value_error")]),
        ({"percent": "97", "of": "6"}, [(("of",), "extra_forbidden")]),
        (["97"], [((), "model_type")]),
    ],
)
def test_a_percentage_that_says_nothing_is_refused(
    written: object, expected: list[tuple[tuple[int | str, ...], str]]
) -> None:
    assert faults_of(Percentage, written) == expected


def test_a_finding_may_be_no_more_than_its_text() -> None:
    assert soundly(Finding, "One.") == soundly(Finding, {"text": "One."})


def test_empty_lists_and_figures_stand_for_none() -> None:
    criterion = soundly(criterion_model(), {"criterion": "1.2", "percentages": None, "strengths": None})
    assert criterion.percentages == {}
    assert [criterion.of_kind(kind) for kind in DEFAULT_FINDINGS] == [(), ()]


def test_a_criterions_number_is_a_text() -> None:
    assert soundly(Criterion, {"criterion": "4.10"}).criterion == "4.10"
