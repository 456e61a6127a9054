"""The framework that comes with omi, and the look-ups of any framework."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from omi_report.document.kinds import PART_KINDS
from omi_report.errors import UnknownFrameworkError
from omi_report.model.framework import Framework
from omi_report.model.scales import Band, Scale
from omi_report.model.shipped import load_framework, shipped_frameworks
from tests.readings import faults_of


@pytest.mark.parametrize("name", shipped_frameworks())
def test_each_shipped_framework_loads_under_its_own_name(name: str) -> None:
    framework = load_framework(name, PART_KINDS)
    assert framework.framework == name
    assert (
        len(framework.criteria) == len(framework.section_of) == sum(len(each.criteria) for each in framework.sections)
    )
    assert list(framework.prose())


def test_the_first_programme_is_shipped() -> None:
    assert "omi-2006" in shipped_frameworks()


def test_an_unknown_framework_is_a_key_error() -> None:
    with pytest.raises(UnknownFrameworkError, match="omi-1906"):
        load_framework("omi-1906", PART_KINDS)


def test_the_paths_of_its_texts_lead_to_them() -> None:
    framework = load_framework("omi-2006", PART_KINDS)
    for path, text in framework.prose():
        found: object = framework
        for step in path:
            found = found[step] if isinstance(found, tuple) and isinstance(step, int) else getattr(found, str(step))
        assert found == text


@pytest.mark.parametrize(
    ("score", "band"), [(100, "good"), (70, "good"), (69, "priority"), (60, "priority"), (0, "urgent")]
)
def test_a_score_falls_into_the_band_that_begins_below_it(score: int, band: str) -> None:
    found = load_framework("omi-2006", PART_KINDS).scales_by_id["bands"].band_of(score)
    assert found is not None
    assert found.id == band


def test_a_score_below_every_band_falls_into_none() -> None:
    bands = tuple(Band(id=f"b{lowest}", name=f"x{lowest}", lowest=Decimal(lowest)) for lowest in (80, 50))
    scale = Scale(id="x", name="Band", bands=bands)
    assert scale.band_of(10) is None
    assert scale.band_of(Fraction(161, 2)) == bands[0]
    assert scale.band_of(Fraction(159, 2)) == bands[1]


@pytest.mark.parametrize("language", ["../../area", "English", "en_GB", ""])
def test_a_language_is_a_tag(language: str) -> None:
    assert (("language",), "string_pattern_mismatch") in faults_of(Framework, {"language": language})
