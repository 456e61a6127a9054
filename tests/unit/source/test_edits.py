"""Edits change what they name and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from omi_report.problems import Edit, Location
from omi_report.source.edits import edited

FILE = "a.yaml"


def edit(line: int, column: int, end_column: int, replacement: str, *, end_line: int = 0) -> Edit:
    return Edit(Location(FILE, line, column), Location(FILE, end_line or line, end_column), replacement)


@pytest.mark.parametrize(
    ("text", "edits", "expected"),
    [
        pytest.param("one two\n", [edit(1, 5, 8, "three")], "one three\n", id="a word"),
        pytest.param("a\r\nbc\r\n", [edit(2, 2, 3, "d")], "a\r\nbd\r\n", id="after a line end of Windows"),
        pytest.param("a\x85b\u2028c\n", [edit(3, 1, 2, "d")], "a\x85b\u2028d\n", id="after other line ends"),
        pytest.param("é – x", [edit(1, 5, 6, "y")], "é – y", id="counted in characters, at the end of the file"),
        pytest.param("ab", [edit(1, 2, 2, "-")], "a-b", id="an insertion"),
        pytest.param("a\nb\nc\n", [edit(2, 1, 1, "", end_line=3)], "a\nc\n", id="a whole line"),
        pytest.param("a: b\r\n", [edit(1, 5, 5, "\nc: d")], "a: b\r\nc: d\r\n", id="a new line ends as the others do"),
        pytest.param("abc", [edit(1, 3, 4, "3"), edit(1, 1, 2, "1")], "1b3", id="two, in any order"),
        pytest.param("a\nb", [edit(9, 1, 1, "!")], "a\nb!", id="a place past the end is the end"),
    ],
)
def test_edits(text: str, edits: list[Edit], expected: str) -> None:
    assert edited(text, edits) == (expected, len(edits))


@pytest.mark.parametrize(
    "others",
    [[edit(1, 2, 4, "y")], [edit(1, 1, 2, "z")], [edit(1, 2, 3, "y"), edit(1, 3, 4, "z")]],
)
def test_of_edits_that_overlap_one_is_made(others: list[Edit]) -> None:
    first = edit(1, 1, 4, "x")
    text, count = edited("abcd", [*others, first])
    assert count == 1
    assert text in ("xd", "zbcd")


@given(st.text(alphabet="ab \n\r\x85é", max_size=40), st.integers(1, 6), st.integers(1, 9), st.integers(0, 5))
def test_what_is_not_named_stays(text: str, line: int, column: int, length: int) -> None:
    after, count = edited(text, [edit(line, column, column + length, "#")])
    assert count == 1
    before, _, behind = after.partition("#")
    assert text.startswith(before)
    assert text.endswith(behind)
    assert edited(text, []) == (text, 0)
