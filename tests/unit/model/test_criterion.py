"""A criterion's figures and findings, in their short and long forms."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from omi_report.model.criterion import Criterion, Percentage, criterion_model
from omi_report.model.findings import DEFAULT_FINDINGS, Finding


def errors(value: object) -> list[tuple[tuple[int | str, ...], str]]:
    """Where and with which type a percentage is refused."""
    with pytest.raises(ValidationError) as refused:
        Percentage.model_validate(value)
    return [(error["loc"], error["type"]) for error in refused.value.errors()]


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
    percentage = Percentage.model_validate(written)
    assert {name: getattr(percentage, name) for name in expected} == expected


@pytest.mark.parametrize(("written", "stated"), [("97", True), ("0 of 6", True), ({"question": "1.2.1"}, False)])
def test_a_percentage_is_stated_or_left_to_the_evidence(written: object, stated: bool) -> None:
    assert Percentage.model_validate(written).is_stated is stated


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("nearly all", [((), "value_error")]),
        ("", [((), "value_error")]),
        ("-5", [((), "value_error")]),
        ("1e3", [((), "value_error")]),
        ("٩٧", [((), "value_error")]),
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
    assert errors(written) == expected


def test_a_finding_may_be_no_more_than_its_text() -> None:
    assert Finding.model_validate("One.") == Finding.model_validate({"text": "One."})


def test_empty_lists_and_figures_stand_for_none() -> None:
    written = {"criterion": "1.2", "percentages": "", "strengths": "", "improvements": ""}
    criterion = criterion_model().model_validate(written)
    assert criterion.percentages == {}
    assert [criterion.of_kind(kind) for kind in DEFAULT_FINDINGS] == [(), ()]


def test_a_criterions_number_is_a_text() -> None:
    assert Criterion.model_validate({"criterion": "4.10"}).criterion == "4.10"
