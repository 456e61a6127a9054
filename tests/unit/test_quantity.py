"""Exact quantities, the forms that they can take, and rounding."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from omi_report.quantity import Form, FormKind, Quantity, exact, half_up, percent_text

FRACTIONS = st.fractions(min_value=-10_000, max_value=10_000)


@pytest.mark.parametrize(
    ("value", "rounded"),
    [("1/2", 1), ("3/2", 2), ("5/2", 3), ("49/100", 0), ("-1/2", -1), ("-3/2", -2), ("-49/100", 0), ("7", 7)],
)
def test_a_half_is_rounded_away_from_zero(value: str, rounded: int) -> None:
    assert half_up(Fraction(value)) == rounded


@given(FRACTIONS)
def test_rounding_moves_a_value_by_a_half_at_most(value: Fraction) -> None:
    assert abs(half_up(value) - value) <= Fraction(1, 2)


@given(st.decimals(-10_000, 10_000, places=4), st.integers(0, 3))
def test_a_percentage_is_written_as_decimal_arithmetic_rounds_it(value: Decimal, places: int) -> None:
    rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    expected = f"{rounded:.{places}f}"
    assert percent_text(Fraction(value), places) == (expected.lstrip("-") if not rounded else expected)


@given(FRACTIONS)
def test_an_exact_value_is_read_back_without_loss(value: Fraction) -> None:
    assert Fraction(exact(value)) == value


@given(st.integers(0, 500), st.integers(1, 500), st.integers(0, 3))
def test_the_rest_of_the_rest_is_the_quantity(count: int, base: int, places: int) -> None:
    quantity = Quantity(Fraction(100 * count, base), count, base, places)
    assert quantity.rest.rest == quantity
    assert quantity.rest.count == base - count


def test_what_is_not_known_has_no_rest() -> None:
    assert Quantity(count=29).rest == Quantity()
    assert Quantity(percent=Fraction(97)).rest == Quantity(percent=Fraction(3))


@pytest.mark.parametrize(
    ("quantity", "value"),
    [
        (Quantity(Fraction(250, 3), 5, 6), "83"),
        (Quantity(Fraction(25, 2), places=1), "12.5"),
        (Quantity(count=29), "29"),
        (Quantity(base=6), ""),
    ],
)
def test_the_value_for_machines(quantity: Quantity, value: str) -> None:
    assert quantity.value == value


@pytest.mark.parametrize(
    ("quantity", "kinds"),
    [
        (Quantity(Fraction(97)), {"percent"}),
        (Quantity(count=29), {"number", "words"}),
        (Quantity(count=5, base=6), {"number", "words", "count", "base"}),
        (Quantity(Fraction(250, 3), 5, 6), {"number", "words", "count", "base", "percent"}),
        (Quantity(), set()),
    ],
)
def test_a_form_needs_what_it_writes(quantity: Quantity, kinds: set[FormKind]) -> None:
    every: tuple[FormKind, ...] = ("percent", "count", "number", "base", "words")
    assert {kind for kind in every if Form(kind).can_write(quantity)} == kinds


def test_the_rest_needs_a_base_where_it_is_counted() -> None:
    assert not Form("number", rest=True).can_write(Quantity(count=29))
    assert Form("number", rest=True).meant(Quantity(count=5, base=6)).count == 1
