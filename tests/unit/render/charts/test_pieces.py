"""Stacked bars and dots: well-formed, to scale, and told apart by more than colour."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest

from omi_report.render.charts.bars import BLACK_ON_WHITE
from omi_report.render.charts.pieces import DrawnPiece, dot_swatch, dots, stacked

PIECES = [DrawnPiece(20, 0, "a"), DrawnPiece(50, 1, "b"), DrawnPiece(30, 2, "c")]


def marks(markup: str, name: str) -> list[ET.Element]:
    return [each for each in ET.fromstring(markup).iter() if name in each.get("class", "")]


def test_pieces_stand_one_after_the_other() -> None:
    edges = marks(stacked(PIECES, ranks=3), "bar-edge")
    assert [each.get("x") for each in edges] == ["0.0%", "20.0%", "70.0%"]
    assert [each.get("width") for each in edges] == ["19.6%", "49.6%", "29.6%"]


def test_a_scale_may_end_elsewhere() -> None:
    edges = marks(stacked(PIECES, maximum=200, ranks=3), "bar-edge")
    assert [each.get("x") for each in edges] == ["0.0%", "10.0%", "35.0%"]


@pytest.mark.parametrize("maximum", [100, 0])
def test_nothing_is_drawn_as_a_track_alone(maximum: float) -> None:
    drawn = stacked([DrawnPiece(0, 0, "a")], maximum=maximum)
    assert marks(drawn, "bar-edge") == []
    assert len(marks(drawn, "bar-track")) == 1


def test_pieces_have_patterns_of_their_own_without_colours() -> None:
    drawn = stacked(PIECES, ranks=3, palette=BLACK_ON_WHITE)
    assert re.findall(r'<pattern id="([^"]+)"', drawn) == ["b-fill", "c-fill"]
    assert [each.get("fill") for each in marks(drawn, "bar-edge")] == ["#000000", "url(#b-fill)", "url(#c-fill)"]
    assert {each.get("class") for each in marks(drawn, "bar-edge")} == {f"bar-edge rank-{at}" for at in (0, 1, 2)}


def test_dots_stand_where_their_figures_are() -> None:
    found = marks(dots([DrawnPiece(0, 0, "a"), DrawnPiece(50, 1, "b"), DrawnPiece(200, 2, "c")], ranks=3), "dot-")
    assert [each.get("cx") or each.get("x") for each in found] == ["97.0%", "50.0%", "3.0%"]


def test_dots_have_shapes_of_their_own_without_colours() -> None:
    pieces = [DrawnPiece(10 * rank, rank, f"d{rank}") for rank in range(8)]
    found = marks(dots(pieces, ranks=8, palette=BLACK_ON_WHITE), "dot-")
    looks = [(each.tag, each.get("fill"), each.get("r") or each.get("width")) for each in found]
    assert len(set(looks)) == len(pieces)


def test_a_swatch_shows_the_shape_of_its_series() -> None:
    (full,), (hollow,) = marks(dot_swatch(0, 2), "dot-full"), marks(dot_swatch(1, 2), "dot-open")
    assert full.get("fill") != hollow.get("fill")
