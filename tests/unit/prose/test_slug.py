"""A name made of the first words of a text."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from omi_report.model.base import Key
from omi_report.model.readers import read
from omi_report.prose.slug import MOST_CHARACTERS, MOST_WORDS, slug_of


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        pytest.param("Victims were overlooked in half of the plans.", "victims-overlooked-half-plans", id="stop words"),
        pytest.param("It is what it is.", "it-is-what-it-is", id="nothing but stop words"),
        pytest.param("They were late.", "they-were-late", id="one word that tells"),
        pytest.param("In {{ met | count }} cases *plans* were **late**.", "cases-plans-late", id="a figure, emphasis"),
        pytest.param("See {criterion}`1.2` for `code` and [links](https://a.b).", "see-code-links", id="a reference"),
        pytest.param("# Heading\n\nWords", "heading-words", id="blocks"),
        pytest.param("- first\n- second", "first-second", id="a list"),
        pytest.param("29 cases and 64% of 2007 plans, OGRS2", "cases-plans", id="numbers, and a word with one"),
        pytest.param("Offenders' plans weren’t timely", "offenders-plans-werent-timely", id="apostrophes"),
        pytest.param("Crème brûlée, Straße, Ærø, Łódź", "creme-brulee-strasse-aero-lodz", id="marks and ligatures"),
        pytest.param("ﬁles ＡＢＣ", "files-abc", id="letters in other dress"),
        pytest.param("Один два", "", id="no Latin letters"),
        pytest.param("{{ met }}", "", id="no words"),
        pytest.param("one two three four five six seven", "one-two-three-four-five", id="five words"),
        pytest.param(
            "interdepartmental communications arrangements", "interdepartmental-communications", id="40 letters"
        ),
        pytest.param("a" * 50 + " b", "a" * 40, id="a word that is too long"),
    ],
)
def test_slugs(text: str, slug: str) -> None:
    assert slug_of(text) == slug


def test_stop_words_are_those_of_a_language() -> None:
    assert slug_of("the plans of the area", frozenset()) == "the-plans-of-the-area"


@given(st.text())
def test_a_slug_is_nothing_or_a_key(text: str) -> None:
    slug = slug_of(text)
    assert not slug or read(Key, slug) == (slug, [])
    assert len(slug) <= MOST_CHARACTERS
    assert slug.count("-") < MOST_WORDS
    assert slug.isascii()
