"""The other files: what the format asks of each beyond the types of its values."""

from __future__ import annotations

import pytest
from pydantic import BaseModel, ValidationError

from omi_report.document.kinds import (
    abbreviations,
    context,
    foreword,
    good_practice,
    performance,
    recommendations,
    service_users,
    summary,
)
from omi_report.model.base import ReportDate
from omi_report.model.identity import Identity

SMALLEST: dict[type[BaseModel], dict[str, object]] = {
    Identity: {"area": "Northfold", "inspected": "2024-05"},
    foreword.Foreword: {"text": "Welcome.", "signatory": "Ada Quill"},
    abbreviations.Abbreviations: {},
    summary.Summary: {"sections": {}},
    recommendations.Recommendations: {"recommendations": []},
    good_practice.GoodPractice: {"stories": []},
    service_users.ServiceUsers: {"groups": []},
    performance.Performance: {
        "period": "2024",
        "source": "The source",
        "area_grade": "good",
        "domains": [{"name": "One", "grade": "good"}],
    },
    context.Context: {},
}


@pytest.mark.parametrize("model", SMALLEST)
def test_the_smallest_file_is_valid(model: type[BaseModel]) -> None:
    assert model.model_validate(SMALLEST[model]).model_fields_set >= set(SMALLEST[model])


@pytest.mark.parametrize(("model", "key"), [(model, key) for model, smallest in SMALLEST.items() for key in smallest])
def test_no_key_of_the_smallest_file_may_be_left_out(model: type[BaseModel], key: str) -> None:
    less = {name: value for name, value in SMALLEST[model].items() if name != key}
    with pytest.raises(ValidationError) as refused:
        model.model_validate(less)
    assert [(error["loc"], error["type"]) for error in refused.value.errors()] == [((key,), "missing")]


@pytest.mark.parametrize("model", [model for model in SMALLEST if model is not abbreviations.Abbreviations])
def test_no_file_may_hold_an_unknown_key(model: type[BaseModel]) -> None:
    with pytest.raises(ValidationError) as refused:
        model.model_validate({**SMALLEST[model], "unknown": "x"})
    assert [(error["loc"], error["type"]) for error in refused.value.errors()] == [(("unknown",), "extra_forbidden")]


def test_an_area_is_a_draft_under_the_shipped_framework_until_it_says_otherwise() -> None:
    identity = Identity.model_validate(SMALLEST[Identity])
    assert (identity.stage, identity.framework) == ("draft", "omi-2006")
    assert identity.inspected == ReportDate(2024, 5)


@pytest.mark.parametrize("entry", [{"": "expansion"}, {"PSR": "  "}])
def test_an_abbreviation_and_its_expansion_have_words(entry: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        abbreviations.Abbreviations.model_validate(entry)


def test_nothing_changes_after_reading() -> None:
    filled = foreword.Foreword.model_validate(SMALLEST[foreword.Foreword])
    with pytest.raises(ValidationError):
        filled.signatory = "Somebody else"  # type: ignore[misc]  # mypy knows it as well
