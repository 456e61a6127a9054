"""Edits change what they name and nothing else, and end."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from omi_report.lint.fix import MAX_ROUNDS, edited, fix
from omi_report.problems import Edit, Location, Problem, Severity

FILE = "a.yaml"


def edit(line: int, column: int, end_column: int, replacement: str, *, end_line: int = 0) -> Edit:
    return Edit(Location(FILE, line, column), Location(FILE, end_line or line, end_column), replacement)


def problem(fix: Edit | None = None, severity: Severity = Severity.WARNING) -> Problem:
    return Problem(fix.start if fix else Location(FILE, 1, 1), "OMI501", severity, "a slip", fix=fix)


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


def test_fixes_make_room_for_others() -> None:
    def look(drafts: dict[str, str]) -> list[Problem]:
        text = drafts[FILE]
        return [problem(edit(1, 1, 2, ""))] if text.startswith("x") else []

    fixed = fix([problem(edit(1, 1, 2, ""))], {FILE: "xxx: 1"}, look)
    assert (fixed.drafts, fixed.problems, fixed.count) == ({FILE: ": 1"}, [], 3)


def test_rules_that_contradict_each_other_end() -> None:
    def look(drafts: dict[str, str]) -> list[Problem]:
        return [problem(edit(1, 1, 2, "b" if drafts[FILE] == "a" else "a"))]

    fixed = fix(look({FILE: "a"}), {FILE: "a"}, look)
    assert fixed.count == MAX_ROUNDS
    assert fixed.drafts == {}, "it went round and is what it was"


def test_a_fix_that_makes_an_error_is_taken_back() -> None:
    def look(drafts: dict[str, str]) -> list[Problem]:
        return [problem(severity=Severity.ERROR)]

    before = [problem(edit(1, 1, 2, ": ["))]
    fixed = fix(before, {FILE: "a"}, look)
    assert (fixed.drafts, fixed.problems, fixed.count) == ({}, before, 0)


def test_a_file_that_is_not_of_the_area_is_left_alone() -> None:
    elsewhere = Edit(Location("/etc/passwd", 1, 1), Location("/etc/passwd", 1, 2), "")
    assert fix([problem(elsewhere)], {FILE: "a"}, lambda drafts: []).count == 0
