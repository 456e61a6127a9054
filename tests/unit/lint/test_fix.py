"""Fixes are made until none is left, and end."""

from __future__ import annotations

from omi_report.lint.fix import MAX_ROUNDS, fix
from omi_report.problems import Edit, Location, Problem, Severity

FILE = "a.yaml"


def edit(line: int, column: int, end_column: int, replacement: str, *, end_line: int = 0) -> Edit:
    return Edit(Location(FILE, line, column), Location(FILE, end_line or line, end_column), replacement)


def problem(fix: Edit | None = None, severity: Severity = Severity.WARNING) -> Problem:
    return Problem(fix.start if fix else Location(FILE, 1, 1), "OMI501", severity, "a slip", fix=fix)


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
