"""Bars: well-formed, to scale, and told apart by more than colour."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given, strategies as st

from omi_report.render.charts.bars import BLACK_ON_WHITE, STANDARD, bar, swatch

SVG = "{http://www.w3.org/2000/svg}"


def drawn(markup: str) -> ET.Element:
    return ET.fromstring(markup)


def width_of(markup: str) -> str:
    edges = [each for each in drawn(markup).iter() if "bar-edge" in each.get("class", "")]
    return edges[0].get("width", "") if edges else ""


@pytest.mark.parametrize(("value", "maximum", "width"), [(64, 100, "64.0%"), (30, 60, "50.0%"), (120, 100, "100.0%")])
def test_is_to_scale(value: float, maximum: float, width: str) -> None:
    assert width_of(bar(value, maximum=maximum)) == width


@pytest.mark.parametrize(("value", "maximum"), [(0, 100), (-1, 100), (0, 0)])
def test_nothing_is_drawn_as_a_track_alone(value: float, maximum: float) -> None:
    assert width_of(bar(value, maximum=maximum)) == ""


def test_marks_stand_inside_the_scale_alone() -> None:
    lines = drawn(bar(50, marks=(0, 60, 70, 100))).findall(f"{SVG}line")
    assert [line.get("x1") for line in lines] == ["60%", "70%"]


def test_each_rank_has_a_pattern_of_its_own() -> None:
    shapes = [
        markup.replace(STANDARD.inks[rank], "").replace(STANDARD.grounds[rank], "")
        for rank in range(4)
        for markup in [swatch(rank, "x")]
    ]
    assert len(set(shapes)) == len(STANDARD.inks)


def test_is_hidden_from_screen_readers() -> None:
    assert drawn(bar(50)).get("aria-hidden") == "true"
    assert drawn(swatch(1, "legend")).get("aria-hidden") == "true"


@given(st.floats(-1e6, 1e6), st.floats(0, 1e6), st.integers(0, 9))
def test_any_figures_give_a_well_formed_drawing(value: float, maximum: float, rank: int) -> None:
    drawn(bar(value, name="b", maximum=maximum, rank=rank, marks=(10, 20)))


@pytest.mark.parametrize("rank", range(4))
def test_in_black_on_white_there_is_no_colour(rank: int) -> None:
    drawing = bar(64, name="x", rank=rank, marks=(60,), palette=BLACK_ON_WHITE)
    colours = {each.get(name, "") for each in drawn(drawing).iter() for name in ("fill", "stroke")}
    assert {colour for colour in colours if colour.startswith("#")} <= {"#000000", "#ffffff", "#dddddd"}


def test_ranks_are_told_apart_in_black_on_white() -> None:
    assert len({swatch(rank, "x", palette=BLACK_ON_WHITE) for rank in range(4)}) == 4
