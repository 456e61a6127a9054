"""Ratings on the ground of their scale."""

from __future__ import annotations

import re

import pytest

from omi_report.render.charts.bands import DrawnBand, DrawnPlace, Tick, axis, numbers, strip
from omi_report.render.charts.bars import BLACK_ON_WHITE, STANDARD
from omi_report.render.charts.markers import shape

BANDS = [DrawnBand(2, 0, 60), DrawnBand(1, 60, 70), DrawnBand(0, 70, 100)]


def test_a_strip_has_the_bands_and_the_marker_at_its_place() -> None:
    drawn = strip(BANDS, DrawnPlace(62.5, 2), 3)
    assert re.findall(r'class="band rank-(\d)" x="(\S+)%" width="(\S+)%"', drawn) == [
        ("2", "0", "60"),
        ("1", "60", "10"),
        ("0", "70", "30"),
    ]
    assert re.findall(r'fill="(#\w+)"/><rect', drawn)[:2] == [STANDARD.tints[2], STANDARD.tints[1]]
    assert f'<svg class="rank-2" x="62.5%" y="9" overflow="visible">{shape(2, 3)}</svg>' in drawn
    assert re.findall(r'class="bar-mark" x1="(\S+)%"', drawn) == ["60", "70"], "no line at nought"


def test_the_axis_has_the_marker_of_each_band_over_its_middle_and_numbers_below() -> None:
    drawn = axis(BANDS, [Tick(at, str(at)) for at in (0, 60, 70, 100)], 3)
    assert re.findall(r'<svg class="rank-\d" x="(\S+)%"', drawn) == ["30", "65", "85"]
    assert re.findall(r'x="(\S+)%" y="\S+" text-anchor="(\w+)"', drawn) == [
        ("0", "start"),
        ("62", "end"),
        ("70", "middle"),
        ("100", "end"),
    ]
    assert re.findall(">(\\d+)</text>", drawn) == ["0", "60", "70", "100"]


@pytest.mark.parametrize(
    ("begins", "shown"),
    [
        ((0, 50, 70, 80), ["0", "50", "70", "80", "100"]),
        ((0, 50, 70, 85), ["0", "50", "70", "85"]),
        ((0, 5, 90), ["5", "90"]),
        ((0, 60, 65, 70), ["0", "60", "70", "100"]),
    ],
)
def test_numbers_that_would_touch_are_left_out(begins: tuple[int, ...], shown: list[str]) -> None:
    drawn = axis(BANDS, [Tick(each, str(each)) for each in (*begins, 100)], 3)
    assert re.findall(r">(\d+)</text>", drawn) == shown


def test_an_axis_without_numbers_is_as_high_as_its_markers() -> None:
    assert 'height="16"' in axis(BANDS, (), 3)
    assert "<text" not in axis(BANDS, (), 3)


def test_an_axis_without_bands_has_its_numbers_where_they_belong() -> None:
    drawn = numbers([Tick(3, "0"), Tick(97, "1,817")])
    assert re.findall(r'x="(\S+)%" \S+ text-anchor="(\w+)".*?>([\d,]+)<', drawn) == [
        ("3", "middle", "0"),
        ("97", "middle", "1,817"),
    ]


def test_bands_are_told_apart_by_lines_where_there_are_no_tints() -> None:
    drawn = strip(BANDS, DrawnPlace(50, 0), 3, palette=BLACK_ON_WHITE)
    assert set(re.findall(r'fill="(#\w+)"/>', drawn)) == {"#ffffff"}
    assert 'class="band-edge"' in drawn
    assert drawn.count('class="bar-mark"') == 2


def test_it_is_hidden_from_screen_readers() -> None:
    for drawn in (strip(BANDS, DrawnPlace(50, 0), 3), axis(BANDS, (), 3)):
        assert 'aria-hidden="true"' in drawn
        assert " id=" not in drawn
