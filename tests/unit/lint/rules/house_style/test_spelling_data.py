"""The pairs of spellings are pairs, and lead to British ones."""

from __future__ import annotations

import pytest

from omi_report.lint.rules.house_style.spelling_data import american_spellings, with_s

PAIRS = american_spellings()


def test_there_are_hundreds() -> None:
    assert len(PAIRS) > 300


def test_no_british_spelling_is_listed_as_american() -> None:
    assert not PAIRS.keys() & set(PAIRS.values())
    assert all(american != british and american.isalpha() and american.islower() for american, british in PAIRS.items())
    assert not any(with_s(british) for british in PAIRS.values())


@pytest.mark.parametrize(
    ("american", "british"),
    [
        ("behavior", "behaviour"),
        ("labored", "laboured"),
        ("center", "centre"),
        ("centered", "centred"),
        ("counselor", "counsellor"),
        ("traveling", "travelling"),
        ("fulfillment", "fulfilment"),
        ("defense", "defence"),
    ],
)
def test_pairs(american: str, british: str) -> None:
    assert PAIRS[american] == british


@pytest.mark.parametrize(
    ("word", "british"),
    [
        ("organized", "organised"),
        ("prioritizing", "prioritising"),
        ("organizational", "organisational"),
        ("recognizable", "recognisable"),
        ("analyzes", "analyses"),
        ("size", None),
        ("prized", None),
        ("citizens", None),
        ("seized", None),
        ("capsizing", None),
        ("organised", None),
    ],
)
def test_z(word: str, british: str | None) -> None:
    assert with_s(word) == british


@pytest.mark.parametrize("word", "program license practise judgment honorary vigorous meter tire advertise".split())
def test_what_is_right_in_britain_is_not_listed(word: str) -> None:
    assert word not in PAIRS
    assert with_s(word) is None
