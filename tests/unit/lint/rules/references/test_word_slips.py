"""Words that are one slip of the hand apart."""

import pytest

from omi_report.lint.rules.references.word_slips import SlipIndex, is_ending, is_one_slip


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("mappa", "mapa", True),
        ("mappa", "mapppa", True),
        ("mappa", "mapap", True),
        ("mappa", "mapra", True),
        ("mappa", "mappa", False),
        ("mappa", "mapar", False),
        ("mappa", "amppa", True),
        ("mappa", "mappals", False),
    ],
)
def test_a_slip_is_a_letter_lost_added_changed_or_swapped(one: str, other: str, same: bool) -> None:
    assert is_one_slip(one, other) is same
    assert is_one_slip(other, one) is same


def test_the_index_finds_what_a_comparison_of_all_words_finds() -> None:
    words = ["melchester", "casterbridge", "budmouth", "board", "plan"]
    index = SlipIndex(words)
    for word in ("melchetser", "casterbrige", "budmoouth", "boars", "plans", "plan", "zeal"):
        assert index.near(word) == sorted(each for each in words if is_one_slip(word, each))


def test_a_plural_is_an_ending_and_a_swap_is_none() -> None:
    assert is_ending("plan", "plans")
    assert is_ending("manager", "managed")
    assert not is_ending("plan", "plna")
