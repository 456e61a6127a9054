"""What a table looks like follows from its columns and the room that they need."""

from __future__ import annotations

import pytest

from omi_report.document.table_looks import table_role
from omi_report.document.tree import TableColumn

WORDS, FIGURES = TableColumn("Name"), TableColumn("Cases", figures=True)


@pytest.mark.parametrize(
    ("figures", "widest", "role"),
    [
        (2, (), "few figures-2"),
        (3, (9, 30, 30, 30), "some figures-3"),
        (5, (), "many figures-5"),
        (5, (9, 7, 7, 7, 7, 7), "many figures-5"),
        (5, (9, 7, 7, 8, 7, 7), "many figures-5 measured"),
        (7, (9, 5, 5, 5, 5, 5, 5, 10), "many figures-7 measured"),
        (8, (9, 5, 5, 5, 5, 5, 5, 5, 5), "many figures-8 measured"),
        (7, (9, 10, 10, 10, 10, 10, 10, 10), "many figures-7 measured across"),
        (9, (9, 7, 7, 7, 7, 7, 7, 7, 7, 7), "many figures-9 measured across"),
    ],
)
def test_what_does_not_fit_has_widths_of_its_own_or_lies_across(
    figures: int, widest: tuple[int, ...], role: str
) -> None:
    assert table_role([WORDS, *[FIGURES] * figures], widest) == role


def test_a_long_word_makes_no_column_of_figures_wider() -> None:
    assert table_role([WORDS, *[FIGURES] * 5], (30, 5, 5, 5, 5, 5)) == "many figures-5"
