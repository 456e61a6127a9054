"""Bar codes, held against the standard."""

from __future__ import annotations

import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given, strategies as st

from omi_report.render.charts.bar_codes import HEIGHT, WIDTH, bar_code, modules_of
from tests.bar_codes import scanned

EXAMPLE = "10100010110100111011001100100110111101001110101010110011011011001000010101110010011101000100101"
"""The modules of 5901234123457, worked out by hand with the tables of the standard."""


def test_the_modules_are_those_of_the_standard() -> None:
    assert modules_of("5901234123457") == EXAMPLE


@given(st.text("0123456789", min_size=13, max_size=13))
def test_a_scanner_reads_what_was_written(figures: str) -> None:
    modules = modules_of(figures)
    assert len(modules) == 95
    line = "0" * 11 + modules + "0" * 7
    assert scanned([module == "1" for module in line]) == figures


@pytest.mark.parametrize("figures", ["9781840991215", "9780306406157"])
def test_the_drawing_is_made_of_the_modules(figures: str) -> None:
    root = ElementTree.fromstring(bar_code(figures))
    ground, bars, *letters = root
    assert (ground.get("width"), ground.get("height"), ground.get("fill")) == (str(WIDTH), str(HEIGHT), "#fff")
    drawn = ["0"] * WIDTH
    lengths = set()
    for at, width, length in re.findall(r"M(\d+) 0h(\d+)v(\d+)", bars.get("d") or ""):
        drawn[int(at) : int(at) + int(width)] = "1" * int(width)
        lengths.add(int(length))
    assert "".join(drawn) == "0" * 11 + modules_of(figures) + "0" * 7
    assert lengths == {69, 74}
    assert len(letters) == 13


def test_the_size_is_that_of_the_standard() -> None:
    root = ElementTree.fromstring(bar_code("9781840991215"))
    assert (root.get("width"), root.get("height")) == ("37.29mm", "26.4mm")
    assert root.get("viewBox") == "0 0 113 80"


def test_it_is_small_and_always_the_same() -> None:
    assert bar_code("9781840991215") == bar_code("9781840991215")
    assert len(bar_code("9781840991215")) < 8_000


def test_no_figure_reaches_over_its_bars() -> None:
    root = ElementTree.fromstring(bar_code("8888888888888"))
    begins = [float(re.findall(r"[\d.]+", each.get("transform") or "")[0]) for each in root[2:]]
    assert all(later - earlier > 6.98 for earlier, later in pairwise(begins))
    assert begins[0] >= 0
