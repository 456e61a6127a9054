"""Bars: well-formed, to scale, and told apart by more than colour."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from omi_report.render.charts.bars import BLACK_ON_WHITE, STANDARD, Palette, bar, pattern_of, swatch, thin_bar

WARM = STANDARD.inks[2]
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


def in_one_colour(markup: str) -> str:
    """A drawing with its colours and the numbers of its patterns left out: what tells ranks apart without colour."""
    return re.sub(r"#[0-9a-f]{6}|rank-[0-9]+", "", markup)


@pytest.mark.parametrize("ranks", [*range(1, 13), 40, 101])
@pytest.mark.parametrize("palette", [STANDARD, BLACK_ON_WHITE])
def test_each_rank_has_a_pattern_of_its_own_in_any_colours(ranks: int, palette: Palette) -> None:
    assert len({in_one_colour(swatch(rank, "x", ranks, palette=palette)) for rank in range(ranks)}) == ranks


@pytest.mark.parametrize("ranks", range(2, 13))
def test_only_the_best_is_solid_and_only_the_worst_is_warm(ranks: int) -> None:
    drawings = [bar(50, name="x", rank=rank, ranks=ranks) for rank in range(ranks)]
    assert [rank for rank in range(ranks) if "<pattern" not in drawings[rank]] == [0]
    assert [rank for rank in range(ranks) if WARM in drawings[rank]] == [ranks - 1]
    assert [rank for rank in range(ranks) if "<circle" in drawings[rank]] == [ranks - 1]


def test_ranks_beside_each_other_differ_in_more_than_size() -> None:
    lines = [re.findall(r' d="([^"]+)"', swatch(rank, "x", 20)) for rank in range(20)]
    assert all(first != second for first, second in pairwise(lines))


def test_a_bar_and_the_legend_have_the_same_patterns() -> None:
    for rank in range(6):
        definition = re.findall(r"<defs>.*</defs>", bar(50, name="x", rank=rank, ranks=6))
        assert definition == re.findall(r"<defs>.*</defs>", swatch(rank, "x", 6))


def test_three_ranks_are_solid_in_diagonals_and_dotted() -> None:
    assert [pattern_of(rank, 3) for rank in range(3)] == [0, 1, 2]
    assert [pattern_of(rank, 5) for rank in range(5)] == [0, 1, 3, 4, 2]
    assert [pattern_of(rank, 2) for rank in range(2)] == [0, 2]
    assert pattern_of(0, 1) == 0


def test_a_value_without_a_rank_has_the_pattern_of_none() -> None:
    drawing = bar(50, name="x", rank=-1, ranks=4)
    assert "<pattern" not in drawing
    edge = next(each for each in drawn(drawing).iter() if "bar-edge" in each.get("class", ""))
    assert (edge.get("fill"), edge.get("class")) == ("none", "bar-edge rank-none")
    assert edge.get("stroke") == STANDARD.inks[0]
    assert not [rank for rank in range(4) if 'fill="none"' in bar(50, name="x", rank=rank, ranks=4)]


def test_is_hidden_from_screen_readers() -> None:
    assert drawn(bar(50)).get("aria-hidden") == "true"
    assert drawn(swatch(1, "legend")).get("aria-hidden") == "true"


@given(st.floats(-1e6, 1e6), st.floats(0, 1e6), st.integers(0, 9), st.integers(1, 30))
def test_any_figures_give_a_well_formed_drawing(value: float, maximum: float, rank: int, ranks: int) -> None:
    drawn(bar(value, name="b", maximum=maximum, rank=rank, ranks=ranks, marks=(10, 20)))


@pytest.mark.parametrize("rank", range(9))
def test_in_black_on_white_there_is_no_colour(rank: int) -> None:
    drawing = bar(64, name="x", rank=rank, ranks=9, marks=(60,), palette=BLACK_ON_WHITE)
    colours = {each.get(name, "") for each in drawn(drawing).iter() for name in ("fill", "stroke")}
    assert {colour for colour in colours if colour.startswith("#")} <= {"#000000", "#ffffff", "#dddddd"}


def test_a_thin_bar_has_its_marks_over_it() -> None:
    drawing = drawn(thin_bar(62.5, marks=(0, 70, 100)))
    (full,) = (each for each in drawing if each.get("class") == "bar-full")
    (line,) = (each for each in drawing if each.get("class") == "bar-line")
    assert full.get("width") == "62.5%"
    assert (line.get("x"), line.get("fill"), line.get("stroke")) == ("70%", STANDARD.mark, STANDARD.paper)
    assert list(drawing)[-1] is line, "it is drawn over the bar"


@pytest.mark.parametrize(("value", "width"), [(-3, "0%"), (0, "0%"), (120, "100%")])
def test_a_thin_bar_stays_on_its_track(value: float, width: str) -> None:
    (full,) = (each for each in drawn(thin_bar(value)) if each.get("class") == "bar-full")
    assert full.get("width") == width
