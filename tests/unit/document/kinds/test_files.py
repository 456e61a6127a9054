"""The other files: what the format asks of each beyond the types of its values."""

from __future__ import annotations

import pytest

from omi_report.document.general.images import ImageContent
from omi_report.document.general.key_facts import FactsContent
from omi_report.document.kinds import (
    abbreviations,
    foreword,
    good_practice,
    recommendations,
    service_users,
    summary,
)
from omi_report.document.kinds.mixed import MixedContent
from omi_report.document.kinds.text import TextContent
from omi_report.model.base import ReportDate
from omi_report.model.identity import Identity
from omi_report.model.record import Record
from tests.readings import faults_of, soundly

SMALLEST: dict[type[Record], dict[str, object]] = {
    Identity: {"area": "Northfold", "inspected": "2024-05"},
    foreword.Foreword: {"text": "Welcome.", "signatory": "Ada Quill"},
    abbreviations.Abbreviations: {},
    summary.Summary: {"sections": {}},
    recommendations.Recommendations: {"recommendations": []},
    good_practice.GoodPractice: {"stories": []},
    service_users.ServiceUsers: {"groups": []},
    TextContent: {"text": "So it is."},
    ImageContent: {"file": "images/map.png", "alt": "A map"},
    FactsContent: {"facts": [{"value": "12", "label": "Wells"}]},
    MixedContent: {"blocks": [{"heading": "Wells"}]},
}


@pytest.mark.parametrize("model", SMALLEST)
def test_the_smallest_file_is_valid(model: type[Record]) -> None:
    filled = soundly(model, SMALLEST[model])
    assert vars(filled).keys() == model.keys.keys()


@pytest.mark.parametrize(("model", "key"), [(model, key) for model, smallest in SMALLEST.items() for key in smallest])
def test_no_key_of_the_smallest_file_may_be_left_out(model: type[Record], key: str) -> None:
    less = {name: value for name, value in SMALLEST[model].items() if name != key}
    assert faults_of(model, less) == [((key,), "missing")]


@pytest.mark.parametrize("model", [model for model in SMALLEST if model is not abbreviations.Abbreviations])
def test_no_file_may_hold_an_unknown_key(model: type[Record]) -> None:
    assert faults_of(model, {**SMALLEST[model], "unknown": "x"}) == [(("unknown",), "extra_forbidden")]


def test_an_area_is_a_draft_under_the_shipped_framework_until_it_says_otherwise() -> None:
    identity = soundly(Identity, SMALLEST[Identity])
    assert (identity.stage, identity.framework) == ("draft", "omi-2006")
    assert identity.inspected == ReportDate(2024, 5)


@pytest.mark.parametrize("entry", [{"": "expansion"}, {"PSR": "  "}])
def test_an_abbreviation_and_its_expansion_have_words(entry: dict[str, str]) -> None:
    ((_path, fault),) = faults_of(abbreviations.Abbreviations, entry)
    assert fault == "string_too_short"


def test_nothing_changes_after_reading() -> None:
    filled = soundly(foreword.Foreword, SMALLEST[foreword.Foreword])
    with pytest.raises(AttributeError):
        filled.signatory = "Somebody else"  # type: ignore[misc]  # mypy knows it as well
