"""What is taken for the name of a person, without a list of family names."""

import pytest

from omi_report.lint.rules.people.persons import people_in

SMALL = frozenset("the staff had of a plan area probation board group age concern".split())


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("In the case of Yaro Kravets nothing was done.", ["Yaro Kravets"]),
        ("It was left to the practitioner, Osric Vane.", ["Osric Vane"]),
        ("Osric Vane, a senior case manager, knew it.", ["Osric Vane"]),
        ("He lived with her son Timur there.", ["Timur"]),
        ("We read what J. Vane and T Kravets wrote.", ["J. Vane", "T Kravets"]),
        ("Osric Vane had moved. Osric Board had met.", ["Osric Vane"]),
    ],
)
def test_a_name_is_known_by_what_stands_around_it(text: str, names: list[str]) -> None:
    assert [name.text for name in people_in(text, SMALL)] == names


@pytest.mark.parametrize(
    "text",
    [
        "The work of Harbourside Trust was valued.",
        "Contact with Age Concern was good.",
        "Use of Class A Zopiclone fell, and Plan B Vane failed.",
        "The plan of Osric Vane Court was late.",
        "Staff had met Osric.",
        "The Victim Zopiclone Module was used.",
    ],
)
def test_what_the_report_has_in_small_letters_and_organisations_are_no_names(text: str) -> None:
    assert list(people_in(text, SMALL)) == []
