"""Footnotes in texts, and raised and lowered signs."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from omi_report.prose.nodes import Emphasis, Footnote, NoteRef, Paragraph, Script, Substitution, Words, nodes, plain
from omi_report.prose.parse import parse
from omi_report.prose.view import MASK, view_of

TEXT = "Late.[^a] Not *so*[^b2].\n\n- item[^a]\n\n[^a]: See {{ late }},\n  then *more*.\n[^b2]:  Next."

PIECES = ("[^a]", "[^b]", "[^a]:", "\n[^b]: word\n", "word ", "\n\n", "\n", "> ", "- ", "^2^", "~2~", "*", "`", "    ")


def faults(text: str) -> list[tuple[str, str]]:
    return [(fault.kind, text[fault.offset : fault.offset + fault.length]) for fault in parse(text).faults]


def test_notes_and_references_to_them() -> None:
    first, _, *notes = parse(TEXT).blocks
    assert first == Paragraph(
        (Words("Late."), NoteRef("a"), Words(" Not "), Emphasis((Words("so"),)), NoteRef("b2"), Words("."))
    )
    assert notes == [
        Footnote(
            "a",
            (Words("See "), Substitution("late", ()), Words(", then "), Emphasis((Words("more"),)), Words(".")),
        ),
        Footnote("b2", (Words("Next."),)),
    ]
    assert not faults(TEXT)


def test_notes_know_their_places() -> None:
    found = [node for node in nodes(parse(TEXT).blocks) if isinstance(node, Footnote | NoteRef)]
    assert [TEXT[node.offset : node.end] for node in found] == [
        "[^a]",
        "[^b2]",
        "[^a]",
        "[^a]: See {{ late }},\n  then *more*.",
        "[^b2]:  Next.",
    ]
    labels = [node.label for node in found if isinstance(node, Footnote)]
    assert [TEXT[start:end] for start, end in labels] == ["[^a]:", "[^b2]:"]


def test_figures_of_a_note_are_those_of_the_text() -> None:
    assert [figure.name for figure in parse(TEXT).substitutions] == ["late"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a[^x]", [("note_missing", "[^x]")]),
        ("a\n\n[^x]: b", [("note_unused", "[^x]:")]),
        ("a[^x]\n\n[^x]: b\n[^x]: c", [("note_twice", "[^x]:")]),
        ("a[^x]\n\n[^x]:\n", [("note_empty", "[^x]:")]),
        ("a[^x]\n\n[^x]: b[^y]\n[^y]: c", [("note_unused", "[^y]:"), ("note_inside", "[^y]")]),
        ("a[^x]\n\n> [^x]: b", []),
        ("a[^x]\n\n    [^x]: b", [("note_missing", "[^x]")]),
        ("a `[^x]` \\[^x]", []),
        ("a[^ x]", []),
    ],
)
def test_faults_of_notes(text: str, expected: list[tuple[str, str]]) -> None:
    assert faults(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("m^2^", [("2", False)]),
        ("the 5^th^ and **n**^th^", [("th", False), ("th", False)]),
        ("CO~2~ and 10^−6^", [("2", True), ("−6", False)]),
        ("{{ late }}^th^", [("th", False)]),
        ("^2^ and ~2~", []),
        ("m^ 2^, m^2 and ~~2~~, ~5 to ~6", []),
        ("by^John Smith^ and by^Johnny^", []),
        ("`m^2^` m\\^2^", []),
    ],
)
def test_raised_and_lowered_signs(text: str, expected: list[tuple[str, bool]]) -> None:
    found = [node for node in nodes(parse(text).blocks) if isinstance(node, Script)]
    assert [(node.text, node.low) for node in found] == expected
    assert all(text[node.offset + 1 : node.end - 1] == node.text for node in found)


def test_the_words_of_a_text_have_signs_and_no_notes() -> None:
    assert plain(parse("9 m^2^.[^a]\n\n[^a]: Or so.").blocks) == "9 m2."


def test_a_view_masks_marks_as_emphasis_and_has_the_sentences_of_notes() -> None:
    view = view_of("It was 9 m^2^.[^a] So.\n\n[^a]: See it. Or not.")
    assert view.prose == f"It was 9 m***.**** So.\n\n{MASK * 4}: See it. Or not."
    assert [(each.words, each.setting) for each in view.sentences] == [
        ("It was 9 m***.****", "running"),
        ("So.", "running"),
        ("See it.", "item"),
        ("Or not.", "running"),
    ]
    assert view.begins_sentence(view.text.index("See"))


@given(st.lists(st.sampled_from(PIECES), min_size=2, max_size=16).map("".join))
def test_every_fault_stands_on_its_mark_and_nothing_is_lost(text: str) -> None:
    parsed = parse(text)
    for fault in parsed.faults:
        assert text[fault.offset : fault.offset + fault.length].startswith("[^")
    for node in nodes(parsed.blocks):
        if isinstance(node, Footnote):
            assert node.offset == node.label.start <= node.label.end <= node.end
            assert text[node.label.start : node.label.end].startswith(f"[^{node.name}]:")
        if isinstance(node, NoteRef):
            assert text[node.offset : node.end] == f"[^{node.name}]"
