"""Places, problems, and how a message quotes a text."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from omi_report.problems import Location, Problem, Rule, Severity, excerpt, has_errors, in_order, one_for_each_place

RULE = Rule("OMI999", "a-rule", Severity.WARNING, "what", "why")


@pytest.mark.parametrize(
    ("location", "shown"),
    [
        (Location("a.yaml", 3, 7), "a.yaml:3:7"),
        (Location("a.yaml"), "a.yaml"),
    ],
)
def test_a_location_is_written_as_editors_read_it(location: Location, shown: str) -> None:
    assert str(location) == shown


def test_a_rule_makes_problems_of_its_code_and_severity() -> None:
    problem = RULE.at(Location("a.yaml", 1, 2), "message", "hint", length=4)
    assert problem == Problem(Location("a.yaml", 1, 2), "OMI999", Severity.WARNING, "message", "hint", 4)


def test_problems_are_in_order_of_place_code_and_message_each_once() -> None:
    first = RULE.at(Location("a.yaml", 2, 1), "a")
    second = RULE.at(Location("a.yaml", 2, 1), "b")
    third = RULE.at(Location("a.yaml", 10, 1), "a")
    fourth = RULE.at(Location("b.yaml"), "a")
    assert in_order([fourth, third, second, first, second]) == [first, second, third, fourth]


def test_of_the_problems_of_one_place_the_last_is_kept() -> None:
    first, second = RULE.at(Location("a.yaml", 2, 1), "a"), RULE.at(Location("a.yaml", 2, 1), "b")
    other = RULE.at(Location("a.yaml", 10, 1), "a")
    assert list(one_for_each_place([first, other, second])) == [second, other]


def test_only_errors_are_errors() -> None:
    error = Problem(Location("a.yaml"), "OMI001", Severity.ERROR, "message")
    assert not has_errors([])
    assert not has_errors([RULE.at(Location("a.yaml"), "message")])
    assert has_errors([RULE.at(Location("a.yaml"), "message"), error])


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("short", "short"),
        ("x" * 40, "x" * 40),
        ("x" * 41, "x" * 39 + "…"),
        ("two\nlines", "two lines"),
        ("\x1b[31mred", " [31mred"),
    ],
)
def test_an_excerpt_is_one_short_line(text: str, quoted: str) -> None:
    assert excerpt(text) == quoted


@given(st.text())
def test_an_excerpt_can_always_be_printed(text: str) -> None:
    quoted = excerpt(text)
    assert quoted.isprintable()
    assert len(quoted) <= 40
