"""The printed score lies where the printed rating says that it does."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from omi_report.language.message import message
from omi_report.model.scales import Band, Scale
from omi_report.scoring.rate import telling
from omi_report.scoring.results import Scored

lows = st.lists(
    st.decimals(0, 100, allow_nan=False, places=1) | st.integers(1, 99).map(Decimal),
    min_size=1,
    max_size=5,
    unique=True,
)
near = st.fractions(Fraction(-1), Fraction(1), max_denominator=10**9)
"""How far a score lies from a bound: those that rounding carries across are near one."""


def scale_of(lowest: list[Decimal]) -> Scale:
    bands = tuple(Band(id=f"b{at}", name=f"B{at}", lowest=each) for at, each in enumerate(sorted(lowest, reverse=True)))
    return Scale(id="s", name="Band", bands=bands)


@given(lows, st.data(), near, st.integers(0, 2))
def test_a_printed_score_lies_in_the_band_that_it_is_placed_in(
    lowest: list[Decimal], data: st.DataObject, off: Fraction, places: int
) -> None:
    scale, bound = scale_of(lowest), data.draw(st.sampled_from(lowest))
    score = telling(Scored(Fraction(bound) + off, message("as published"), places=places), scale)
    assert scale.band_of(Fraction(score.text)) == scale.band_of(score.value)
    assert Fraction(score.text) == score.printed
    shorter = [Scored(score.value, score.basis, places=each).printed for each in range(places, score.decimals)]
    assert all(scale.band_of(each) != scale.band_of(score.value) for each in shorter)  # no decimal more than it takes


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(129, 2), "64.5"),
        (Fraction(6496, 100), "64.96"),
        (65 - Fraction(1, 3 * 10**14), "64.999999999999997"),
        (Fraction(644, 10), "64"),
        (Fraction(65), "65"),
        (Fraction(655, 10), "66"),
    ],
)
def test_a_score_has_the_decimals_that_tell_its_band(value: Fraction, text: str) -> None:
    scale = scale_of([Decimal(65), Decimal(0)])
    assert telling(Scored(value, message("as published")), scale).text == text
