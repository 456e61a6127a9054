"""Which parts are laid out together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, cast

from hypothesis import given, strategies as st

from omi_report.render.pdf.units.grouping import Group, units_of
from omi_report.render.pdf.units.unit import PrintedUnit
from omi_report.render.print_page import PrintedPart, PrintPage


@dataclass(frozen=True)
class Laid:
    """What stands for a unit."""

    group: Group
    is_short: bool


@st.composite
def reports(draw: Any) -> tuple[list[bool], list[int]]:
    """Parts: whether each runs on by its style, and its height; a unit that ends below 40 is short."""
    size = draw(st.integers(1, 12))
    runs_on = draw(st.lists(st.booleans(), min_size=size, max_size=size))
    heights = draw(st.lists(st.integers(5, 150), min_size=size, max_size=size))
    return runs_on, heights


def grouped(runs_on: list[bool], heights: list[int], known: set[Group]) -> tuple[list[Group], list[Group]]:
    """The groups of a report, and those that were laid out."""
    page = PrintPage("", tuple(PrintedPart("", each) for each in runs_on), "")
    done: list[Group] = []

    def unit(group: Group) -> PrintedUnit:
        return cast("PrintedUnit", Laid(group, sum(heights[part] for part in group) < 40))

    def lay_out(groups: Sequence[Group]) -> list[PrintedUnit]:
        done.extend(groups)
        return [unit(group) for group in groups]

    found = units_of(page, lambda groups: [unit(group) if group in known else None for group in groups], lay_out)
    return list(found), done


@given(reports())
def test_every_part_is_in_one_unit_in_the_order_of_the_report(report: tuple[list[bool], list[int]]) -> None:
    groups, _ = grouped(*report, set())
    assert [part for group in groups for part in group] == list(range(len(report[0])))


@given(reports())
def test_a_unit_begins_where_nothing_lets_its_first_part_run_on(report: tuple[list[bool], list[int]]) -> None:
    runs_on, heights = report
    groups, _ = grouped(runs_on, heights, set())
    for before, group in pairwise(groups):
        assert not runs_on[group[0]]
        assert sum(heights[part] for part in before) >= 40


@given(reports())
def test_nothing_is_laid_out_twice_and_nothing_that_is_known(report: tuple[list[bool], list[int]]) -> None:
    groups, done = grouped(*report, set())
    assert len(done) == len(set(done))
    again, anew = grouped(*report, {*done})
    assert (again, anew) == (groups, [])
    _, half = grouped(*report, {*done[::2]})
    assert set(half).isdisjoint(done[::2])


def test_only_what_the_plan_needs_is_asked_for() -> None:
    _, done = grouped([False, False, False], [10, 100, 100], {(0,), (2,)})
    assert done == [(0, 1)]  # the second part by itself is in no unit
