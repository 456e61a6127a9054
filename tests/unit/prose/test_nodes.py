"""Going through the nodes of a text."""

from __future__ import annotations

import pytest

from omi_report.prose.nodes import Code, Role, Substitution, Words, inlines, plain
from omi_report.prose.parse import parse


def test_inlines_come_in_reading_order_from_however_deep() -> None:
    text = (
        "{{ a }}\n\n# {{ b }}\n\n> - *{{ c }} [{criterion}`1.2`](https://example.org)*\n\n      {{ code }}\n\n{{ d }}"
    )
    found = [node for node in inlines(parse(text).blocks) if isinstance(node, Substitution | Role)]
    assert [node.name if isinstance(node, Substitution) else node.target for node in found] == [
        "a",
        "b",
        "c",
        "1.2",
        "d",
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("One *two* **three** `four`", "One two three four"),
        ("One\ntwo", "One two"),
        ("One  \ntwo", "One two"),
        ("[One](https://example.org) two", "One two"),
        ("# One\n\ntwo", "One\n\ntwo"),
        ("- one\n- two\n\n> three", "one\n\ntwo\n\nthree"),
        ("    one\n    two", "one\ntwo"),
        ("{{ not-yet }} {criterion}`1.2`", " "),
        ("", ""),
    ],
)
def test_plain_words_have_no_markup(text: str, words: str) -> None:
    assert plain(parse(text).blocks) == words


def test_nodes_are_told_apart_by_what_they_say() -> None:
    assert Words("a", offset=1, length=1) == Words("a")
    assert hash(Words("a", offset=1, length=1)) == hash(Words("a"))
    assert Words("a") != Words("b")
    assert Words("a") != Code("a")
    assert Words("a") != "a"
    assert repr(Words("a", offset=1, length=2)) == "Words('a', offset=1, length=2)"
