"""The markers of ratings: told apart by their shapes, in any number."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest

from omi_report.render.charts.bars import BLACK_ON_WHITE, STANDARD, Palette
from omi_report.render.charts.markers import marker


def luminance(colour: str) -> float:
    """The relative luminance of a colour, as WCAG 2 defines it."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def in_one_colour(markup: str) -> str:
    """The shapes of a marker without their colours and classes."""
    return re.sub(r' (class|stroke)="[^"]*"', "", markup).replace("#0b4f5c", "ink").replace("#9a3d0a", "ink")


@pytest.mark.parametrize("ranks", range(1, 9))
def test_no_two_ratings_of_a_scale_have_the_same_shape(ranks: int) -> None:
    shapes = {in_one_colour(marker(rank, ranks)).replace("#43565b", "ink") for rank in range(-1, ranks)}
    assert len(shapes) == ranks + 1


def test_the_best_is_a_full_disc_the_worst_a_diamond_and_those_between_are_less_and_less_full() -> None:
    best, good, poor, worst = (marker(rank, 4) for rank in range(4))
    assert (best.count("<circle"), best.count("<path")) == (1, 0)
    assert 'd="M0-7 7 0 0 7-7 0Z"' in worst
    assert re.findall(r'A6.2 6.2 0 (\d) 1 (\S+) (\S+)Z"', good) == [("1", "-5.37", "3.1")]
    assert re.findall(r'A6.2 6.2 0 (\d) 1 (\S+) (\S+)Z"', poor) == [("0", "5.37", "3.1")]


def test_half_a_disc_is_full_between_two() -> None:
    assert 'd="M0 0V-6.2A6.2 6.2 0 0 1 0 6.2Z"' in marker(1, 3)


@pytest.mark.parametrize("palette", [STANDARD, BLACK_ON_WHITE])
@pytest.mark.parametrize("rank", range(-1, 5))
def test_a_marker_is_seen_on_paper(palette: Palette, rank: int) -> None:
    drawing = ET.fromstring(marker(rank, 5, palette=palette))
    for element in drawing:
        colours = {element.get("stroke"), element.get("fill")} - {None, palette.paper}
        assert colours, element.attrib
        assert all(contrast(str(each), palette.paper) >= 3 for each in colours), element.attrib


def test_a_marker_is_hidden_from_screen_readers_and_has_no_ids() -> None:
    for rank in range(3):
        assert 'aria-hidden="true"' in marker(rank, 3)
        assert " id=" not in marker(rank, 3)
