"""Names among the writer's own words, and capitals."""

from __future__ import annotations

import pytest

from omi_report.lint.rules.house_style.words import is_name, with_case_of


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The World Health Organization.", "Organization", True),
        ("Center for Court Innovation staff came.", "Center", True),
        ("It ended. Organization was poor.", "Organization", False),
        ("- Organization was poor.", "Organization", False),
        ("The organization was poor.", "organization", False),
    ],
)
def test_is_name(text: str, word: str, expected: bool) -> None:
    start = text.index(word)
    assert is_name(text, start, start + len(word)) is expected


@pytest.mark.parametrize(("pattern", "expected"), [("color", "colour"), ("Color", "Colour"), ("COLOR", "COLOUR")])
def test_with_case_of(pattern: str, expected: str) -> None:
    assert with_case_of(pattern, "colour") == expected
