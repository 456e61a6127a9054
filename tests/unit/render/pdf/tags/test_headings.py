from __future__ import annotations

from itertools import pairwise

from hypothesis import given, strategies as st

from omi_report.render.pdf.tags.headings import closed

LEVELS = st.lists(st.integers(1, 6))


@given(LEVELS)
def test_no_level_is_skipped(levels: list[int]) -> None:
    found = list(closed(levels))
    assert len(found) == len(levels)
    assert found[:1] in ([], [1])
    assert all(1 <= after <= before + 1 for before, after in pairwise(found))


@given(LEVELS)
def test_deeper_stays_deeper_and_equal_stays_equal(levels: list[int]) -> None:
    found = list(closed(levels))
    for (before, after), (new_before, new_after) in zip(pairwise(levels), pairwise(found), strict=True):
        assert (after > before) == (new_after > new_before)
        if after == before:
            assert new_after == new_before


@given(LEVELS)
def test_what_has_no_gaps_is_left(levels: list[int]) -> None:
    once = list(closed(levels))
    assert list(closed(once)) == once
