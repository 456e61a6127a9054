"""Numbers with letters and spaces: their names, and how they are printed."""

from __future__ import annotations

import copy
import pickle

import pytest

from omi_report.numbering import NumberName, as_printed, as_written, digits_of, letters_of, name_of


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("1.2", "1.2"),
        ("P 1.1", "P1.1"),
        ("P\u00a01.1", "P1.1"),
        ("KQ 12", "KQ12"),
        ("P 1.1/plans", "P1.1/plans"),
        ("P1.1/plans", "P1.1/plans"),
        ("summary/first home", "summary/first home"),
        ("PPPP 1", "PPPP 1"),
        ("A team", "A team"),
        ("P 1 of 2", "P 1 of 2"),
    ],
)
def test_a_name_is_the_number_without_its_space_and_all_else_stays(written: str, name: str) -> None:
    assert name_of(written) == name


def test_a_name_knows_how_its_number_was_written_and_a_copy_of_it_too() -> None:
    name = NumberName.of("P 1.1")
    for each in (name, copy.deepcopy(name), pickle.loads(pickle.dumps(name))):
        assert (each, as_written(each), as_printed(each)) == ("P1.1", "P 1.1", "P\u00a01.1")
    assert "P1.1" in {name: 1}


def test_a_text_that_knows_no_more_is_printed_as_it_is() -> None:
    assert as_printed("1.10") == as_written("1.10") == "1.10"


@pytest.mark.parametrize(
    ("number", "letters", "digits"), [("P 1.1", "P", "1.1"), ("KQ12", "KQ", "12"), ("2.1.1", "", "2.1.1")]
)
def test_a_number_has_letters_and_digits(number: str, letters: str, digits: str) -> None:
    assert (letters_of(number), digits_of(number)) == (letters, digits)
