"""Groups of words that are taken for each other, and the places in sentences that tell which was meant."""

from __future__ import annotations

import pytest

from omi_report.lint.rules.language.confused_word import pattern_of
from omi_report.lint.rules.language.confusions import CONFUSIONS
from omi_report.lint.rules.language.groups import company, groups
from omi_report.lint.rules.language.lexicon import is_listed
from omi_report.lint.rules.language.misplaced import misplaced
from omi_report.lint.rules.language.slots import words_of
from omi_report.lint.rules.language.word_classes import (
    ADJECTIVE,
    BASE,
    NOUN,
    PARTICIPLE,
    PAST,
    PLURAL,
    THIRD,
    classes_of,
    is_surely,
)


def found(sentence: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return what is misplaced in a sentence, and what was meant."""
    words = words_of(sentence.lower())
    return [(words[each.at], each.right) for each in misplaced(words)]


def test_every_word_of_a_group_has_a_class_and_a_partner() -> None:
    """A word without either could never be reported."""
    assert len(groups()) > 450
    for word, (member, others) in groups().items():
        assert member.classes, word
        assert all(each.word != word for each in others)
        assert "'" in word or "’" in word or is_listed(word), word


def test_company_is_of_words_in_groups() -> None:
    """A line of another word would be read by nobody."""
    assert company().keys() <= groups().keys()


@pytest.mark.parametrize(
    ("sentence", "wrong", "right"),
    [
        ("It did not effect offenders.", "effect", "affect"),
        ("This was the advise of the court.", "advise", "advice"),
        ("They came threw the gate.", "threw", "through"),
        ("The manger had left.", "manger", "manager"),
        ("It was there behaviour that counted.", "there", "their"),
        ("Plans where not made in full.", "where", "were"),
        ("In cases were there was harm, it was late.", "were", "where"),
        ("They thought than it was late.", "than", "that"),
        ("It was made in full, than reviewed.", "than", "then"),
        ("Staff had know each other.", "know", "known"),
        ("It's results were poor.", "it's", "its"),
        ("They're plans were late.", "they're", "their"),
        ("Nobody who's plans were late was seen.", "who's", "whose"),
        ("It could be scene that it was late.", "scene", "seen"),
        ("Officers learned form the review.", "form", "from"),
        ("They had went to court.", "went", "gone"),
        ("He seen it.", "seen", "saw"),
        ("It was wrote down.", "wrote", "written"),
    ],
)
def test_a_word_that_cannot_stand_there(sentence: str, wrong: str, right: str) -> None:
    """The words beside it leave it out, and let another of its group in."""
    [(word, meant)] = found(sentence)
    assert word == wrong
    assert right in meant


@pytest.mark.parametrize(
    "sentence",
    [
        "They did so to effect a change.",
        "What they asked for was there.",
        "Home visits were too rare to be of use.",
        "The cases where there was harm were those where plans were made.",
        "Where possible, plans were shared.",
        "Resources were moved to where the risk was.",
        "The council took counsel's advice.",
        "Other than staff, all left; more of them than before.",
        "Were it not so, he would have left.",
        "They heard of them months later.",
        "How serious the offence was had been made plain.",
        "It's clear that its aims were known.",
        "There needs to be a plan.",
        "What he did was proved, shown, seen and written down.",
        "The change did not affect others, and effected no change.",
    ],
)
def test_what_is_right_is_left_alone(sentence: str) -> None:
    """Nothing beside the words leaves them out."""
    assert found(sentence) == []


def test_classes_by_the_forms_of_a_word() -> None:
    """The list of words has the plural, the -ing and the -ed of what has them."""
    assert is_surely("offender", NOUN)
    assert is_surely("offenders", PLURAL)
    assert classes_of("plans") == PLURAL | THIRD
    assert classes_of("plan") == NOUN | BASE
    assert classes_of("reviewed") == PAST | PARTICIPLE | ADJECTIVE
    assert is_surely("foreseen", PARTICIPLE)


def test_no_pattern_finds_anything_without_its_word() -> None:
    """What follows a word may have several readings, and none of them stands alone."""
    for number, confusion in enumerate(CONFUSIONS):
        assert pattern_of(number).search("was it, of a plan; to the. ") is None, confusion
