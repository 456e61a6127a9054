"""What a language says: labels, phrases for quantities, dates, lists and the order of the alphabet."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from omi_report.language.english import English, a
from omi_report.language.known import ENGLISH, UnknownLanguageError, language_of, language_to_read
from omi_report.language.language import Language
from omi_report.language.message import counted, message
from omi_report.quantity import Form, Quantity

WORDS = {
    ",.": ".,",
    "%(number)s%%": "%(number)s %%",
    "Table %(number)s": "Tabelle %(number)s",
    "January February March April May June July August September October November December": (
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
    ),
    "%(day)s %(month)s %(year)s": "%(day)s. %(month)s %(year)s",
    "a b c d e f g h i j k l m n o p q r s t u v w x y z": "a b c ch d dd e f ff g ng h i l ll m n o p r s t u w y",
}


class Small:
    """A catalogue of a few words, with the plurals of English."""

    def gettext(self, message: str, /) -> str:
        return WORDS.get(message, message)

    def ngettext(self, singular: str, plural: str, number: int, /) -> str:
        return f"1: {singular}" if number == 1 else f"n: {plural}"


OTHER = Language("qaa", catalogue=Small())


def test_a_label_holds_its_values() -> None:
    assert ENGLISH.label("Table %(number)s", number=3) == "Table 3"
    assert OTHER.label("Table %(number)s", number=1234) == "Tabelle 1.234"
    assert ENGLISH.label("not scored") == "not scored"


def test_words_depend_on_a_number() -> None:
    assert ENGLISH.counted("one case", "%(number)s cases", 1) == "one case"
    assert ENGLISH.counted("one case", "%(number)s cases", 1200) == "1,200 cases"
    assert OTHER.counted("one case", "%(number)s cases", 2) == "n: 2 cases"


def test_a_message_waits_for_its_language() -> None:
    assert ENGLISH.say(message("no score is published")) == "no score is published"
    assert OTHER.say(message("Table %(number)s", number=2)) == "Tabelle 2"
    said = counted(
        "mean of %(number)s question in %(place)s", "mean of %(number)s questions in %(place)s", 2, place="A"
    )
    assert ENGLISH.say(said) == "mean of 2 questions in A"


def test_messages_are_values() -> None:
    assert message("a %(b)s", b="c") == message("a %(b)s", b="c")
    assert len({message("a"), message("a"), counted("a", "b", 1)}) == 2


def test_the_terms_of_a_framework_go_before_the_catalogue() -> None:
    own = OTHER.with_terms({"Table %(number)s": "Tafel %(number)s"})
    assert own.label("Table %(number)s", number=1) == "Tafel 1"
    assert own.date(2007, 11, 5) == "5. November 2007"
    assert own != OTHER


@pytest.mark.parametrize(
    ("form", "said"),
    [
        (Form("percent"), "83%"),
        (Form("count"), "five of the six"),
        (Form("number"), "five"),
        (Form("base"), "six"),
        (Form("words"), "five"),
        (Form("percent", rest=True), "17%"),
        (Form("count", rest=True, capital=True), "One of the six"),
        (Form("count", capital=True), "Five of the six"),
    ],
)
def test_a_phrase_for_a_quantity(form: Form, said: str) -> None:
    assert ENGLISH.phrase(Quantity(Fraction(250, 3), 5, 6), form) == said


def test_a_language_without_words_for_numbers_has_figures() -> None:
    quantity = Quantity(Fraction(25, 2), 1250, 10000, places=1)
    assert OTHER.phrase(quantity, Form("percent")) == "12,5 %"
    assert OTHER.phrase(quantity, Form("number")) == OTHER.phrase(quantity, Form("words")) == "1.250"
    assert OTHER.phrase(quantity, Form("count")) == "1.250 of the 10.000"


def test_a_quantity_without_a_count_is_not_written_as_one() -> None:
    with pytest.raises(ValueError, match="cannot be written"):
        ENGLISH.phrase(Quantity(Fraction(97)), Form("count"))


@given(st.integers(0, 2000), st.integers(1, 2000))
def test_a_count_and_its_base_are_all_none_or_some(count: int, base: int) -> None:
    said = ENGLISH.out_of(count, base)
    whole, none = count == base > 1, count == 0
    assert (said == "both" or said.startswith("all ")) is whole
    assert said.startswith("none of the ") is none
    if not whole and not none:
        assert said == f"{ENGLISH.number(count)} of the {ENGLISH.number(base)}"


@pytest.mark.parametrize(
    ("tag", "day"),
    [
        ("en-GB", "5 November 2007"),
        ("en-IE", "5 November 2007"),
        ("en-US", "November 5, 2007"),
        ("en", "November 5, 2007"),
    ],
)
def test_a_day_in_english(tag: str, day: str) -> None:
    assert language_of(tag).date(2007, 11, 5) == day
    assert language_of(tag).date(2007, 11) == "November 2007"


def test_a_day_in_another_language() -> None:
    assert OTHER.date(2007, 3, 5) == "5. März 2007"
    assert OTHER.date(2007, 12) == "Dezember 2007"


def test_a_list_in_a_line() -> None:
    assert ENGLISH.join(["4", "5", "6"]) == "4, 5, 6"
    assert ENGLISH.join([]) == ""


def test_the_alphabet_knows_no_case_and_no_accents() -> None:
    words = ["eOASys", "Éclair", "DTTO", "ECHR", "MAPPA/x", "MAPPA", "2007", "ZZ"]
    expected = ["2007", "DTTO", "ECHR", "Éclair", "eOASys", "MAPPA", "MAPPA/x", "ZZ"]
    assert sorted(words, key=ENGLISH.collate) == expected


def test_a_letter_may_be_written_with_two_signs() -> None:
    welsh = ["cyfle", "chwarae", "ceir", "dydd", "ddoe", "lol", "llan", "ngwlad", "gwlad"]
    assert sorted(welsh, key=OTHER.collate) == [
        "ceir",
        "cyfle",
        "chwarae",
        "dydd",
        "ddoe",
        "gwlad",
        "ngwlad",
        "lol",
        "llan",
    ]


@given(st.lists(st.text("abcdeXYZ019 -/", max_size=6), max_size=6))
def test_english_is_sorted_without_case(texts: list[str]) -> None:
    assert sorted(texts, key=ENGLISH.collate) == sorted(texts, key=str.lower)


@given(st.text(max_size=8))
def test_any_text_has_a_place_in_the_alphabet(text: str) -> None:
    assert ENGLISH.collate(text) < ENGLISH.collate(text + "z")


def test_english_needs_no_catalogue() -> None:
    assert language_of("en-GB") == ENGLISH
    assert isinstance(language_of("en-AU"), English)
    assert ENGLISH.is_english
    assert not OTHER.is_english


def test_a_language_without_a_catalogue_is_refused() -> None:
    with pytest.raises(UnknownLanguageError) as caught:
        language_of("de")
    assert caught.value.message == "a report cannot be written in the language «de»"
    assert caught.value.hint == "omi writes en-GB or another English"
    assert str(caught.value) == f"{caught.value.message}: {caught.value.hint}"
    assert language_to_read("de") == ENGLISH


@pytest.mark.parametrize(
    ("tag", "hint"),
    [
        ("english", "a language is written as a tag, such as en-GB"),
        ("EN-gb", "a language is written as a tag, such as en-GB"),
        ("en-UK", "the region of the United Kingdom is GB: en-GB"),
        ("en-QQ", "there is no region QQ: en-GB is English of the United Kingdom"),
    ],
)
def test_what_is_no_tag_is_refused(tag: str, hint: str) -> None:
    with pytest.raises(UnknownLanguageError) as caught:
        language_of(tag)
    assert caught.value.hint == hint


def test_a_message_has_the_words_for_things_in_its_places() -> None:
    own = ENGLISH.with_terms({"criterion": "standard", "criteria": "standards", "section": "outcome"})
    assert own.label("%(term_criterion)s %(number)s", number="P 1") == "standard P 1"
    assert own.label("%(Terms_criterion)s and %(Term_key_question)s") == "Standards and Key question"
    assert own.label("%(Term_section)s of several %(terms_section)s") == "Outcome of several sections"
    assert ENGLISH.label("%(term_criterion)s %(number)s", number="1.1") == "criterion 1.1"


def test_a_word_for_a_thing_that_has_a_sign_for_per_cent_stays_as_it_is() -> None:
    own = ENGLISH.with_terms({"score": "100% mark"})
    assert own.label("the %(term_score)s of %(name)s", name="Ann") == "the 100% mark of Ann"


def test_a_message_that_depends_on_a_number_has_the_words_for_things_too() -> None:
    own = ENGLISH.with_terms({"criterion": "standard", "criteria": "standards"})
    one, several = "%(number)s %(term_criterion)s", "%(number)s %(terms_criterion)s"
    assert own.counted(one, several, 1) == "1 standard"
    assert own.counted(one, several, 2) == "2 standards"


def test_a_catalogue_has_words_for_things_and_a_framework_goes_before_it() -> None:
    class Words:
        def gettext(self, message: str, /) -> str:
            words = {"criterion": "Kriterium", "%(term_criterion)s %(number)s": "%(term_criterion)s Nr. %(number)s"}
            return words.get(message, message)

        def ngettext(self, singular: str, plural: str, number: int, /) -> str:
            return singular if number == 1 else plural

    language = Language("de", catalogue=Words())
    assert language.label("%(term_criterion)s %(number)s", number="1") == "Kriterium Nr. 1"
    own = language.with_terms({"criterion": "Maßstab"})
    assert own.label("%(term_criterion)s %(number)s", number="1") == "Maßstab Nr. 1"
    assert "Maßstab" in own.words_before_numbers


@pytest.mark.parametrize(
    ("words", "with_article"),
    [
        ("criterion", "a criterion"),
        ("area", "an area"),
        ("outcome", "an outcome"),
        ("unit", "a unit"),
        ("use", "a use"),
        ("European area", "a European area"),
        ("one-page plan", "a one-page plan"),
        ("hour", "an hour"),
        ("unmet need", "an unmet need"),
    ],
)
def test_an_english_word_has_its_article(words: str, with_article: str) -> None:
    assert a(words) == with_article
