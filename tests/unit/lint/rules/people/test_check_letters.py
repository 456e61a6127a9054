"""Check letters and digits tell a number from all those that differ from it in one figure."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from omi_report.lint.rules.people.check_letters import has_police_letter, is_nhs_number

LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"


@pytest.mark.parametrize(
    ("year", "serial", "letter"),
    [("2003", "0011985", "X"), ("03", "0011985", "X"), ("21", "265416", "G"), ("39", "83408", "Q")],
)
def test_known_police_numbers(year: str, serial: str, letter: str) -> None:
    assert has_police_letter(year, serial, letter)


@given(st.integers(0, 99), st.integers(0, 9_999_999))
def test_one_letter_fits_a_police_number(year: int, serial: int) -> None:
    assert sum(has_police_letter(f"{year:02}", f"{serial:07}", letter) for letter in LETTERS) == 1


@given(st.integers(0, 999_999_999))
def test_at_most_one_digit_fits_an_nhs_number(number: int) -> None:
    assert sum(is_nhs_number(f"{number:09}{digit}") for digit in range(10)) <= 1


def test_a_known_nhs_number() -> None:
    assert is_nhs_number("9434765919")
    assert not is_nhs_number("9434765918")
