"""Numbers in words and figures."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from omi_report.language.english import in_figures, in_house_style, in_words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "zero"),
        (9, "nine"),
        (13, "thirteen"),
        (19, "nineteen"),
        (20, "twenty"),
        (21, "twenty-one"),
        (40, "forty"),
        (99, "ninety-nine"),
        (100, "100"),
        (23057, "23,057"),
        (-1, "-1"),
    ],
)
def test_numbers_up_to_99_have_words(number: int, words: str) -> None:
    assert in_words(number) == words


@pytest.mark.parametrize(("number", "written"), [(0, "zero"), (9, "nine"), (10, "10"), (1000, "1,000"), (-5, "-5")])
def test_house_style_writes_out_what_is_below_ten(number: int, written: str) -> None:
    assert in_house_style(number) == written


def test_no_two_numbers_have_the_same_words() -> None:
    assert len({in_words(number) for number in range(200)}) == 200


@given(st.integers())
def test_figures_are_the_number_with_thousands_set_off(number: int) -> None:
    assert int(in_figures(number).replace(",", "")) == number


@given(st.integers(0, 99))
def test_a_number_in_words_is_read_back(number: int) -> None:
    units = {in_words(each): each for each in range(20)}
    tens, _, unit = in_words(number).partition("-")
    known = units | {in_words(each): each for each in range(20, 100, 10)}
    assert known[tens] + (units[unit] if unit else 0) == number
