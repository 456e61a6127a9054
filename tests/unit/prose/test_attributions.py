"""Who is quoted: the last line of a quotation, behind two hyphens or a dash."""

from __future__ import annotations

import pytest

from omi_report.prose.nodes import Paragraph, Quotation, Substitution, Words, nodes, plain
from omi_report.prose.parse import parse
from omi_report.prose.view import MASK, view_of

TEXT = "They said:\n\n> I was heard.\n> — A *victim* of {{ crime }}\n\nNext."


def quotation(text: str) -> Quotation:
    (found,) = (node for node in parse(text).blocks if isinstance(node, Quotation))
    return found


def faults(text: str) -> list[tuple[str, str]]:
    return [(fault.kind, text[fault.offset : fault.offset + fault.length]) for fault in parse(text).faults]


@pytest.mark.parametrize(
    "text",
    [
        "> I was heard.\n>\n> -- A man",
        "> I was heard.\n> -- A man",
        "> I was\n> heard.\n> —  A\n>   man\n",
        "> I was heard.\n> – A man\n\nNext.",
    ],
)
def test_the_last_line_says_who_is_quoted(text: str) -> None:
    assert quotation(text) == Quotation((Paragraph((Words("I was heard."),)),), (Words("A man"),))
    assert not faults(text)


def test_it_stands_beside_a_list_that_is_quoted() -> None:
    assert quotation("> - One.\n> - Two.\n> -- A man").by == (Words("A man"),)


@pytest.mark.parametrize(
    "text", ["Heard.\n-- A man", "> Heard.\n-- A man", "> Heard.\n> --A man", "> Heard.\n>\n>     -- A"]
)
def test_elsewhere_hyphens_are_hyphens(text: str) -> None:
    assert not any(isinstance(node, Quotation) and node.by for node in nodes(parse(text).blocks))
    assert not faults(text)


@pytest.mark.parametrize(
    "text", ["> -- A man", "> -- A man\n>\n> Heard.", "> - Heard.\n>   -- A man\n", "> Heard.\n> -- A\n>\n> -- A man"]
)
def test_one_that_is_not_below_what_was_said_is_a_fault(text: str) -> None:
    assert faults(text) == [("quoted_by", "--")]


def test_it_knows_its_place_which_is_outside_of_the_quotation() -> None:
    found = quotation(TEXT)
    assert TEXT[found.offset : found.end] == "> I was heard."
    assert TEXT[slice(*found.mark)] == "—"
    assert [TEXT[node.offset : node.end] for node in found.by] == ["A ", "*victim*", " of ", "{{ crime }}"]
    assert [node.name for node in parse(TEXT).substitutions] == ["crime"]
    assert Substitution("crime", ()) in tuple(nodes(parse(TEXT).blocks))
    assert plain(parse(TEXT).blocks) == "They said:\n\nI was heard.\n\nA victim of \n\nNext."


def test_rules_see_it_as_words_of_the_writer_that_begin_a_sentence() -> None:
    view = view_of(TEXT)
    masked = MASK * len("{{ crime }}")
    assert view.own == f"They said:\n\n{MASK * len('> I was heard.')}\n> : A *victim* of {masked}\n\nNext."
    assert view.begins_sentence(TEXT.index("A *victim*"))
    assert [(each.words, each.setting) for each in view.sentences] == [
        ("They said:", "running"),
        ("I was heard.", "quotation"),
        (f"A *victim* of {masked}", "cell"),
        ("Next.", "running"),
    ]
