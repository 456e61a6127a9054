"""Every node knows where it was written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from omi_report.prose.nodes import (
    Blocks,
    Bullets,
    Code,
    Emphasis,
    Inline,
    Link,
    Paragraph,
    ParsedText,
    Quotation,
    Subheading,
    Words,
    nodes,
)
from omi_report.prose.plain_text import read_plain
from omi_report.prose.reader import read_markdown
from tests.samples import inspected

ROOT = Path(__file__).parent.parent.parent.parent
MARKS = (
    *(
        "a",
        "word ",
        "1. ",
        "2) ",
        "- ",
        "+ ",
        "> ",
        ">",
        "# ",
        "## ",
        " #",
        "===\n",
        "---\n",
        "    ",
        "  ",
        "\t",
        "\xa0",
    ),
    *(
        "\n",
        "\n\n",
        "  \n",
        "\\\n",
        "\r\n",
        "*",
        "**",
        "_",
        "`",
        "``",
        "```\n",
        "\\*",
        "\\",
        "&amp;",
        "&",
        "“a”",
        "'",
        "\xa0",
        "\0",
    ),
    *("[a](b)", "[a *b*](<c d> 'e')", "<https://a.org>", "https://a.org/b_c", "www.a.org", "x@a.org", "<b>", "![a](b)"),
    *("{{ x }}", "{a}`b`", "{ x }", "{{\nx }}"),
)


def written(text: str) -> list[tuple[str, str]]:
    """Every node of a text by its type, with what stands in the text at its place."""
    return [(type(node).__name__, text[node.offset : node.end]) for node in nodes(read_markdown(text).blocks)]


def places(parsed: ParsedText) -> list[tuple[str, int, int]]:
    return [(type(node).__name__, node.offset, node.length) for node in nodes(parsed.blocks)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One\ntwo.\n", [("Paragraph", "One\ntwo."), ("Words", "One\ntwo.")]),
        ("a *b* c", [("Paragraph", "a *b* c"), ("Words", "a "), ("Emphasis", "*b*"), ("Words", "b"), ("Words", " c")]),
        ("**b**", [("Paragraph", "**b**"), ("Emphasis", "**b**"), ("Words", "b")]),
        (
            "***b** c*",
            [
                ("Paragraph", "***b** c*"),
                ("Emphasis", "***b** c*"),
                ("Emphasis", "**b**"),
                ("Words", "b"),
                ("Words", " c"),
            ],
        ),
        ("`` b ` ``", [("Paragraph", "`` b ` ``"), ("Code", "`` b ` ``")]),
        ("a `b", [("Paragraph", "a `b"), ("Words", "a `b")]),
        (r"\*a\* &amp; b", [("Paragraph", r"\*a\* &amp; b"), ("Words", r"\*a\* &amp; b")]),
        ("a  \nb", [("Paragraph", "a  \nb"), ("Words", "a"), ("LineBreak", "  \n"), ("Words", "b")]),
        ("a\\\n  b", [("Paragraph", "a\\\n  b"), ("Words", "a"), ("LineBreak", "\\\n"), ("Words", "b")]),
        (
            '[a](<b c> "d") e',
            [("Paragraph", '[a](<b c> "d") e'), ("Link", '[a](<b c> "d")'), ("Words", "a"), ("Words", " e")],
        ),
        (
            "<https://a.org> b",
            [
                ("Paragraph", "<https://a.org> b"),
                ("Link", "<https://a.org>"),
                ("Words", "https://a.org"),
                ("Words", " b"),
            ],
        ),
        (
            "x www.a.org.",
            [
                ("Paragraph", "x www.a.org."),
                ("Words", "x "),
                ("Link", "www.a.org"),
                ("Words", "www.a.org"),
                ("Words", "."),
            ],
        ),
        (
            "https://a.org/%C3%A9, b",
            [
                ("Paragraph", "https://a.org/%C3%A9, b"),
                ("Link", "https://a.org/%C3%A9"),
                ("Words", "https://a.org/%C3%A9"),
                ("Words", ", b"),
            ],
        ),
        (
            "{{ x }} {a}`b`",
            [("Paragraph", "{{ x }} {a}`b`"), ("Substitution", "{{ x }}"), ("Words", " "), ("Role", "{a}`b`")],
        ),
        ("a <b> c", [("Paragraph", "a <b> c"), ("Words", "a <b> c")]),
        ("## a b ##  \nc", [("Subheading", "## a b ##"), ("Words", "a b"), ("Paragraph", "c"), ("Words", "c")]),
        ("# # #", [("Subheading", "# # #"), ("Words", "#")]),
        ("a\nb\n===\n", [("Subheading", "a\nb\n==="), ("Words", "a\nb")]),
        ("> a\nb", [("Quotation", "> a\nb"), ("Paragraph", "a\nb"), ("Words", "a\nb")]),
        (
            "> > a\n>\n> b",
            [
                ("Quotation", "> > a\n>\n> b"),
                ("Quotation", "> a"),
                ("Paragraph", "a"),
                ("Words", "a"),
                ("Paragraph", "b"),
                ("Words", "b"),
            ],
        ),
        (
            "- a\n  b\n- > c",
            [
                ("Bullets", "- a\n  b\n- > c"),
                ("Paragraph", "a\n  b"),
                ("Words", "a\n  b"),
                ("Quotation", "> c"),
                ("Paragraph", "c"),
                ("Words", "c"),
            ],
        ),
        (
            "x\n\n    a\n    b\n\ny",
            [("Paragraph", "x"), ("Words", "x"), ("Verbatim", "a\n    b"), ("Paragraph", "y"), ("Words", "y")],
        ),
        ("```\na\n```\nb", [("Verbatim", "```\na\n```"), ("Paragraph", "b"), ("Words", "b")]),
        (
            "-\ta\n\n\tb",
            [("Bullets", "-\ta\n\n\tb"), ("Paragraph", "a"), ("Words", "a"), ("Paragraph", "b"), ("Words", "b")],
        ),
        ("- \n\na", [("Bullets", "-"), ("Paragraph", "a"), ("Words", "a")]),
        (">\n\na", [("Quotation", ">"), ("Paragraph", "a"), ("Words", "a")]),
        ("a\r\nb", [("Paragraph", "a\r\nb"), ("Words", "a\r\nb")]),
        ("\x1c\na", [("Paragraph", "\x1c\na"), ("Words", "\x1c\na")]),
        ("\xa0\na", [("Paragraph", "a"), ("Words", "a")]),
        ("1. \xa0\na", [("Bullets", "1. \xa0\na"), ("Paragraph", "a"), ("Words", "a")]),
        ("# \xa0 a\0 #", [("Subheading", "# \xa0 a\0 #"), ("Words", "a\0")]),
    ],
)
def test_what_stands_at_the_place_of_each_node(text: str, expected: list[tuple[str, str]]) -> None:
    assert written(text) == expected


def test_items_have_places() -> None:
    text = "10. a\n11. b\n    - c\n    -\n"
    (bullets,) = read_markdown(text).blocks
    assert isinstance(bullets, Bullets)
    assert [text[start:end] for start, end in bullets.places] == ["10. a", "11. b\n    - c\n    -"]
    inner = bullets.items[1][1]
    assert isinstance(inner, Bullets)
    assert [text[start:end] for start, end in inner.places] == ["- c", "-"]


@given(st.lists(st.sampled_from(MARKS), min_size=1, max_size=14).map("".join))
def test_nodes_stand_in_order_and_inside_their_parents(text: str) -> None:
    _inside(read_markdown(text).blocks, 0, len(text))


def _inside(children: Blocks | tuple[Inline, ...], start: int, end: int) -> None:
    at = start
    for node in children:
        assert at <= node.offset <= node.end <= end
        at = node.end
        match node:
            case Quotation(blocks):
                _inside(blocks, node.offset, node.end)
            case Bullets(items):
                assert len(node.places) == len(items)
                for item, (first, last) in zip(items, node.places, strict=True):
                    assert node.offset <= first <= last <= node.end
                    _inside(item, first, last)
            case Paragraph(inner) | Subheading(_, inner) | Emphasis(inner) | Link(_, inner):
                _inside(inner, node.offset, node.end)


@given(st.lists(st.sampled_from(MARKS), min_size=1, max_size=14).map("".join))
def test_marks_stand_where_nodes_begin_and_end(text: str) -> None:
    for node in nodes(read_markdown(text).blocks):
        at_place = text[node.offset : node.end]
        match node:
            case Emphasis(_, strong):
                assert at_place[:1] == at_place[-1:]
                assert at_place.startswith(("**", "__") if strong else ("*", "_"))
            case Code():
                assert at_place.startswith("`")
                assert at_place.endswith("`")
            case Quotation():
                assert at_place.startswith(">")
            case Link():
                assert at_place.startswith(("[", "<")) or "." in at_place


@given(st.lists(st.sampled_from(MARKS), min_size=1, max_size=14).map("".join))
def test_words_are_what_is_written_but_for_line_ends_and_escapes(text: str) -> None:
    if "\\" in text or "&" in text:
        return
    for node in _words(read_markdown(text)):
        at_place = text[node.offset : node.end]
        if "\n" not in at_place and "\r" not in at_place:
            assert node.text == at_place.replace("\0", "\ufffd")


def _words(parsed: ParsedText) -> Iterator[Words]:
    return (node for node in nodes(parsed.blocks) if isinstance(node, Words))


@given(st.lists(st.sampled_from(MARKS), min_size=1, max_size=14).map("".join))
def test_the_short_way_gives_the_same_places(text: str) -> None:
    plain = read_plain(text)
    assert plain is None or places(plain) == places(read_markdown(text))


def test_the_short_way_gives_the_same_places_in_a_whole_area() -> None:
    area = inspected(ROOT / "areas" / "hampshire").area
    assert area is not None
    texts = [str(prose.text) for prose in area.prose()]
    read = [(plain, read_markdown(text)) for text in texts if (plain := read_plain(text))]
    assert len(read) > 100
    assert all(places(plain) == places(parsed) for plain, parsed in read)


@pytest.mark.parametrize("kind", [Code, Link, Emphasis])
def test_a_place_is_no_part_of_what_a_node_says(kind: type[Code | Link | Emphasis]) -> None:
    text = "*a* `b` [c](d)\n\n*a* `b` [c](d)"
    first, second = (node for node in nodes(read_markdown(text).blocks) if isinstance(node, kind))
    assert first == second
    assert first.span != second.span
