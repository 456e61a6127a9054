"""A count and its base are written as one would say them."""

from __future__ import annotations

import pytest

from omi_report.evidence.figures import written
from omi_report.language.known import ENGLISH
from omi_report.quantity import Quantity


@pytest.mark.parametrize(
    ("count", "base", "words"),
    [
        (5, 6, "five of the six"),
        (6, 6, "all six"),
        (12, 12, "all 12"),
        (2, 2, "both"),
        (0, 6, "none of the six"),
        (0, 12, "none of the 12"),
        (1, 1, "one of the one"),
        (0, 1, "none of the one"),
        (13, 12, "13 of the 12"),
    ],
)
def test_a_count_and_its_base(count: int, base: int, words: str) -> None:
    assert written(Quantity(count=count, base=base), ("count",), ENGLISH) == words
    assert written(Quantity(count=base - count, base=base), ("rest", "count"), ENGLISH) == words


def test_with_a_capital_letter() -> None:
    assert written(Quantity(count=6, base=6), ("count", "capital"), ENGLISH) == "All six"
