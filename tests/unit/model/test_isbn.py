"""The figures of ISBNs and of their bar codes."""

from __future__ import annotations

import pytest

from omi_report.model.isbn import bar_code_of, check_digit, fault_of, figures_of


@pytest.mark.parametrize(
    "isbn", ["978 1 84099 121 5", "978-1-84099-121-5", "ISBN 978 1 84099 121 5", "isbn-13: 9781840991215"]
)
def test_gaps_and_labels_are_no_figures(isbn: str) -> None:
    assert figures_of(isbn) == "9781840991215"
    assert not fault_of(figures_of(isbn))


@pytest.mark.parametrize(
    ("figures", "digit"), [("978030640615", "7"), ("978184099121", "5"), ("030640615", "2"), ("080442957", "X")]
)
def test_the_check_digit(figures: str, digit: str) -> None:
    assert check_digit(figures) == digit
    assert fault_of(figures + ("1" if digit != "1" else "2")) == f"its check digit would be {digit}"


@pytest.mark.parametrize(
    ("isbn", "code"),
    [
        ("978 1 84099 121 5", "9781840991215"),
        ("0-306-40615-2", "9780306406157"),
        ("0-8044-2957-X", "9780804429573"),
        ("978 1 84099 121 6", ""),
        ("to be given", ""),
    ],
)
def test_a_bar_code_has_thirteen_figures(isbn: str, code: str) -> None:
    assert bar_code_of(isbn) == code
    assert not code or not fault_of(code)
