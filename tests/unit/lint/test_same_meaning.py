"""A fix changes how a thing is written, and never a figure or a reference."""

from __future__ import annotations

import pytest

from omi_report.lint.same_meaning import says_the_same


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("3 cases", "three cases"),
        ("Eighty-six per cent", "86%"),
        ("sixty four", "64"),
        ("1000", "1,000"),
        ("colour", "color"),
        ("the the", "the"),
        ("in 1.2 and  1.3", "in 1.2 and 1.3"),
        ("Of {{ late }}  cases", "of {{ late }} cases"),
        ("someone often", "someone  often"),
    ],
)
def test_these_say_the_same(before: str, after: str) -> None:
    assert says_the_same(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Appendix 3", "{appendix}`scoring`"),
        ("criterion 1.2", "{criterion}`~1.2`"),
        ("97%", "{{ screening-done }}"),
        ("{{ late }}", "{{ later }}"),
        ("{criterion}`1.2`", "{criterion}`1.3`"),
        ("45", "54"),
        ("10 10", "10"),
        ("twelve", "twenty"),
        ("1,000", "100"),
        ("1.2", "1.20"),
    ],
)
def test_these_do_not(before: str, after: str) -> None:
    assert not says_the_same(before, after)
