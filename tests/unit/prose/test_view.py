"""What of a text is the writer's own, and what is quoted, code, an address or a heading."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from omi_report.prose.nodes import Span
from omi_report.prose.view import MASK, begins_sentence, view_of


def stand(text: str, spans: tuple[Span, ...]) -> list[str]:
    """What stands in a text at some places."""
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param('He said, "No no no," twice.', "He said, twice.", id="double"),
        pytest.param("He said, 'I don't know.' Then he went.", "He said, Then he went.", id="single"),
        pytest.param("The offenders' plans and the area's.", "The offenders' plans and the area's.", id="apostrophes"),
        pytest.param("It was ‘fast track’ and “much\nbetter”.", "It was and .", id="curly, over a line end"),
        pytest.param('A 5" gap.\n\nA 6" gap.', 'A 5" gap. A 6" gap.', id="not over paragraphs"),
        pytest.param("Before.\n\n> I said so.\n\nAfter.", "Before. After.", id="a quotation of its own"),
        pytest.param("Before.\n\n> I said\nso.\n\nAfter.", "Before. After.", id="a quotation that goes on lazily"),
        pytest.param("- a\n\n  > I said\n  so\n- b", "- a - b", id="a quotation in a list"),
        pytest.param("Before.\n\n```\nx  y\n```\n\nAfter.", "Before. After.", id="lines kept as they are"),
        pytest.param("Before.\n\n    x  y\n    z\n\nAfter.", "Before. After.", id="lines kept by indentation"),
        pytest.param("See {{ met }}, {part}`x` and `code`.", "See , and .", id="figures, references and code"),
        pytest.param("Code `over a\nline` end.", "Code end.", id="code over a line end"),
        pytest.param("A [b](https://c.org 'd') <https://e.org> www.f.org.", "A [b] .", id="addresses"),
        pytest.param(r"A \*b\* [c] \x.", r"A *b* [c] \x.", id="the backslashes of escapes"),
        pytest.param("*A* “b” **c**", "*A* **c**", id="emphasis"),
        pytest.param("5 > 4\n> 3", "5 > 4", id="a quotation below a paragraph"),
    ],
)
def test_own_words(text: str, kept: str) -> None:
    own = view_of(text).own
    assert len(own) == len(text)
    assert own.replace(MASK, "").split() == kept.split()


def test_prose_has_what_is_quoted() -> None:
    view = view_of('He said "no" to {{ x }}.\n\n> It is\nso.')
    assert view.prose == f'He said "no" to {MASK * 7}.\n\n> It is\nso.'
    assert view.own == f"He said {MASK * 4} to {MASK * 7}.\n\n{MASK * 7}\n{MASK * 3}"


def test_words_are_the_writers_own_in_small_letters() -> None:
    view = view_of("The Area's 3 plans “were” — {{ met }}.")
    assert view.words == ("the", "area", "s", "plans")
    assert view.vocabulary == {"the", "area", "s", "plans"}


def test_a_letter_that_grows_in_small_letters_moves_nothing() -> None:
    view = view_of("İ AB")  # in small letters it is two characters
    assert view.own_in_small == view.own == "İ AB"


def test_quotations_are_told_by_their_marks() -> None:
    text = "“a” 'b' ‘c’ \"d\"\n\n> “e”\nf"
    assert [(text[slice(*quoted.span)], quoted.mark) for quoted in view_of(text).quotations] == [
        ("“a”", "double"),
        ("'b'", "single"),
        ("‘c’", "single"),
        ('"d"', "double"),
        ("> “e”\nf", "block"),
    ]


def test_code_addresses_headings_and_items() -> None:
    text = "# A `b`\n\n- [c](d) <e@f.org>\n- g\n\n  ```\n  h\n  ```\n"
    view = view_of(text)
    assert stand(text, view.code) == ["`b`", "```\n  h\n  ```"]
    assert stand(text, view.addresses) == ["(d)", "<e@f.org>"]
    assert stand(text, view.headings) == ["# A `b`"]
    assert stand(text, view.items) == ["- [c](d) <e@f.org>", "- g\n\n  ```\n  h\n  ```"]


def test_a_plain_text_has_none_of_them() -> None:
    view = view_of("It is *so*; see {criterion}`1.2`.")
    assert view.parsed.plain
    assert (view.code, view.addresses, view.headings, view.items, view.quotations) == ((), (), (), (), ())


def test_what_is_kept_is_quoted_code_addresses_and_headings() -> None:
    text = "# A\n\nb “c” `d` [e](f)\n\n> g\nh"
    assert stand(text, view_of(text).kept) == ["# A", "c", "`d`", "(f)", "> g\nh"]


RUNNING, ITEM, QUOTED = "running", "item", "quotation"


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two?\nThree!", [("One.", RUNNING), ("Two?", RUNNING), ("Three!", RUNNING)]),
        ("One.\n\nTwo", [("One.", RUNNING), ("Two", RUNNING)]),
        ("It was\n2007. The end.", [("It was\n2007.", RUNNING), ("The end.", RUNNING)]),
        ("e.g. this. *So.* “Yes.” No", [(part, RUNNING) for part in ("e.g. this.", "*So.*", "“Yes.”", "No")]),
        ("A:\n\n- one. Two\n- three", [("A:", RUNNING), ("one.", ITEM), ("Two", RUNNING), ("three", ITEM)]),
        ("- one\n\n  two", [("one", ITEM), ("two", RUNNING)]),
        ("# One. Two\n\nThree", [("Three", RUNNING)]),
        ("> One. Two\nthree.\n\n> - Four", [("One.", QUOTED), ("Two\nthree.", QUOTED), ("Four", QUOTED)]),
        ("    One. Two\n\nThree", [("Three", RUNNING)]),
        ("Seen, e.g. 12, cf. 3, i.e. 4.", [("Seen, e.g. 12, cf. 3, i.e. 4.", RUNNING)]),
        ("No. 12, approx. 5 and pp. 3 to 4. So", [("No. 12, approx. 5 and pp. 3 to 4.", RUNNING), ("So", RUNNING)]),
        ("Mr. Gray and Dr. Brown. So", [("Mr. Gray and Dr. Brown.", RUNNING), ("So", RUNNING)]),
        ("Was it? No. The plan", [("Was it?", RUNNING), ("No.", RUNNING), ("The plan", RUNNING)]),
        ("No. {{ x }} seen", [(f"No. {MASK * 7} seen", RUNNING)]),
        ("One {{ x }}. {{ y }} two.", [(f"One {MASK * 7}.", RUNNING), (f"{MASK * 7} two.", RUNNING)]),
    ],
)
def test_sentences(text: str, sentences: list[tuple[str, str]]) -> None:
    view = view_of(text)
    assert [(sentence.words, sentence.setting) for sentence in view.sentences] == sentences
    assert all(view.prose[sentence.start : sentence.end] == sentence.words for sentence in view.sentences)


def test_paragraphs_are_lines_without_an_empty_one_between() -> None:
    text = "One\ntwo\n \n- three\n- four\n\n```\nfive\n\nsix\n```\n"
    assert stand(text, view_of(text).paragraphs) == ["One\ntwo", "- three\n- four", "```\nfive", "six\n```"]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("One. Two", "Two", True),
        ("One.” Two", "Two", True),
        ("One: two", "two", True),
        ("One\n\ntwo", "two", True),
        ("- one", "one", True),
        ("One two", "two", False),
        ("approx. two", "two", False),
        ("Mr. Gray", "Gray", False),
        ("One\ntwo", "two", False),
    ],
)
def test_where_a_sentence_begins(text: str, word: str, expected: bool) -> None:
    assert view_of(text).begins_sentence(text.index(word)) is expected
    assert begins_sentence(text, text.index(word)) is expected


@given(
    st.lists(st.sampled_from("a {{ x }}|> |\n|\n\n|“|”|'|\"|`|- |# |[a](b)|.|A".split("|")), max_size=12).map("".join)
)
def test_masks_move_nothing(text: str) -> None:
    view = view_of(text)
    for masked in (view.prose, view.own):
        assert len(masked) == len(text)
        assert all(mine in (written, MASK) for mine, written in zip(masked, text, strict=True))
        assert masked.count("\n") == text.count("\n")
    assert all(0 <= start <= end <= len(text) for start, end in view.kept)
