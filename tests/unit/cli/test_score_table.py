"""The colours of bands in the terminal's table."""

from __future__ import annotations

import pytest

from omi_report.cli.score_table import style_of


def test_three_bands_are_green_yellow_and_red() -> None:
    assert [style_of(rank, 3) for rank in range(3)] == ["green", "yellow", "red"]


def test_five_bands_have_five_colours() -> None:
    assert [style_of(rank, 5) for rank in range(5)] == ["green", "cyan", "yellow", "magenta", "red"]


@pytest.mark.parametrize("bands", range(2, 20))
def test_only_the_best_is_green_and_only_the_worst_red(bands: int) -> None:
    styles = [style_of(rank, bands) for rank in range(bands)]
    assert [rank for rank, style in enumerate(styles) if style == "green"] == [0]
    assert [rank for rank, style in enumerate(styles) if style == "red"] == [bands - 1]


def test_a_single_band_is_green() -> None:
    assert style_of(0, 1) == "green"
