"""Marks that Word can count are told from those that it cannot."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from omi_report.render.docx.numbering import NumberFormat, counted, written


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        (["(a)", "(b)"], ("lowerLetter", "(", ")", 1)),
        (["(c)", "(d)"], ("lowerLetter", "(", ")", 3)),
        (["(z)", "(aa)"], ("lowerLetter", "(", ")", 26)),
        (["1.", "2.", "3."], ("decimal", "", ".", 1)),
        (["AFI 3", "AFI 4"], ("decimal", "AFI ", "", 3)),
        (["(i)", "(ii)"], ("lowerRoman", "(", ")", 1)),
        (["(a)", "(c)"], None),
        (["(aa)", "(ab)"], ("lowerLetter", "(a", ")", 1)),
        (["-", "-"], None),
    ],
)
def test_what_word_counts(marks: list[str], expected: object) -> None:
    assert counted(marks) == expected


@given(st.sampled_from(["decimal", "lowerLetter", "upperLetter", "lowerRoman"]), st.integers(1, 150), st.integers(1, 9))
def test_what_was_counted_is_written_again(format_: NumberFormat, start: int, length: int) -> None:
    marks = [f"({written(format_, number)})" for number in range(start, start + length)]
    found = counted(marks)
    assert found is not None
    again, before, behind, first = found
    assert [f"{before}{written(again, first + place)}{behind}" for place in range(length)] == marks
