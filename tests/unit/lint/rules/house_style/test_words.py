"""What is the writer's own, and what is quoted, code or a name."""

from __future__ import annotations

import pytest

from omi_report.lint.rules.house_style.words import is_name, own_words, with_case_of, word_list


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param('He said, "No no no," twice.', "He said, twice.", id="double"),
        pytest.param("He said, 'I don't know.' Then he went.", "He said, Then he went.", id="single"),
        pytest.param("The offenders' plans and the area's.", "The offenders' plans and the area's.", id="apostrophes"),
        pytest.param("It was ‘fast track’ and “much\nbetter”.", "It was and .", id="curly, over a line end"),
        pytest.param('A 5" gap.\n\nA 6" gap.', 'A 5" gap. A 6" gap.', id="not over paragraphs"),
        pytest.param("Before.\n\n> I said so.\n\nAfter.", "Before. After.", id="a quotation of its own"),
        pytest.param("Before.\n\n```\nx  y\n```\n\nAfter.", "Before. After.", id="lines kept as they are"),
        pytest.param("See {{ met }}, {part}`x` and `code`.", "See , and .", id="figures, references and code"),
    ],
)
def test_own_words(text: str, kept: str) -> None:
    found = own_words(text)
    assert len(found) == len(text)
    assert found.replace("\ufffc", "").split() == kept.split()


def test_word_list() -> None:
    assert word_list("The Area's 3 plans — {{ met }}.") == ("the", "area", "s", "plans")


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
