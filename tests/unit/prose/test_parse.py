"""Texts as trees, in which every figure and reference knows where it was written."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from omi_report.prose.nodes import (
    Blocks,
    Bullets,
    Code,
    Emphasis,
    Fault,
    LineBreak,
    Link,
    Paragraph,
    Quotation,
    Role,
    Subheading,
    Substitution,
    Verbatim,
    Words,
    inlines,
)
from omi_report.prose.parse import parse


def written(text: str) -> list[str]:
    """What stands in a text at the offsets of its substitutions and roles."""
    found = [node for node in inlines(parse(text).blocks) if isinstance(node, Substitution | Role)]
    return [text[node.offset : node.offset + node.length] for node in found]


def one(*words: str) -> tuple[Words, ...]:
    return tuple(map(Words, words))


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("", ()),
        ("One\ntwo.\n", (Paragraph(one("One two.")),)),
        ("One.\n\nTwo.", (Paragraph(one("One.")), Paragraph(one("Two.")))),
        ("One  \ntwo", (Paragraph((Words("One"), LineBreak(), Words("two"))),)),
        ("One\\\ntwo", (Paragraph((Words("One"), LineBreak(), Words("two"))),)),
        ("*a* **b**", (Paragraph((Emphasis(one("a")), Words(" "), Emphasis(one("b"), strong=True))),)),
        ("`a {{ b }}`", (Paragraph((Code("a {{ b }}"),)),)),
        ("- a\n- b", (Bullets(((Paragraph(one("a"), tight=True),), (Paragraph(one("b"), tight=True),))),)),
        ("3. a\n", (Bullets(((Paragraph(one("a"), tight=True),),), start=3),)),
        ("- a\n\n  b", (Bullets(((Paragraph(one("a")), Paragraph(one("b"))),)),)),
        ("> a\n> - b", (Quotation((Paragraph(one("a")), Bullets(((Paragraph(one("b"), tight=True),),)))),)),
        ("## a", (Subheading(2, one("a")),)),
        ("    a\n    b", (Verbatim("a\nb"),)),
        ("```\na {{ b }}\n```", (Verbatim("a {{ b }}"),)),
        (r"\{{ a }} \*b\* &amp; \<b>", (Paragraph(one("{{ a }} *b* & <b>")),)),
        ("5 < 6 > 4 & 3", (Paragraph(one("5 < 6 > 4 & 3")),)),
    ],
)
def test_markdown_becomes_blocks(text: str, blocks: Blocks) -> None:
    parsed = parse(text)
    assert parsed.blocks == blocks
    assert not parsed.faults


@pytest.mark.parametrize(
    ("text", "href", "words"),
    [
        ("[a](https://example.org/x)", "https://example.org/x", "a"),
        ("<https://example.org>", "https://example.org", "https://example.org"),
        ("https://example.org/a_b_c", "https://example.org/a_b_c", "https://example.org/a_b_c"),
        ("www.example.org", "http://www.example.org", "www.example.org"),
    ],
)
def test_addresses_become_links(text: str, href: str, words: str) -> None:
    assert parse(text).blocks == (Paragraph((Link(href, one(words)),)),)


def test_the_full_stop_after_an_address_is_not_part_of_it() -> None:
    (paragraph,) = parse("See www.example.org.").blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.children[-1] == Words(".")


@pytest.mark.parametrize("text", ["[a](javascript:alert(1))", "[a](vbscript:x)", "[a](file:///etc/passwd)"])
def test_addresses_that_are_programs_are_no_links(text: str) -> None:
    assert not [node for node in inlines(parse(text).blocks) if isinstance(node, Link)]


def test_a_reference_definition_is_text_that_the_reader_sees() -> None:
    assert parse("[a]: https://x").blocks != ()


@pytest.mark.parametrize(
    "text",
    [
        "{{ x }}",
        "é 🏴 {{ x }}",
        "One\ntwo {{ x }}\nthree",
        "One\n   two {{ x }}",
        "One  \n{{ x }}",
        "One\\\n  {{ x }}",
        "\n\n  {{ x }}  \n",
        "- {{ x }}",
        "1. 1 {{ x }}",
        "- a\n  - b\n    1. c {{ x }}",
        "-\t{{ x }}",
        "- a\n\n\t{{ x }}",
        "> {{ x }}",
        "> > - a\n> >   {{ x }}",
        "> a\nlazy {{ x }}",
        "# {{ x }} #",
        "a {{ x }}\n===",
        "*a **b {{ x }}***",
        "[a {{ x }}](https://example.org)",
        r"\{{ y }} {{ x }}",
        "`{{ y }}` {{ x }}",
        "&amp; &#65; {{ x }}",
        "<b>{{ x }}</b>",
        "http://example.org/ {{ x }}",
        "a\r\nb {{ x }}",
        "a\rb {{ x }}",
        "{ {{ x }} }",
        "a\u2028b\n{{ x }}",
    ],
)
def test_a_figure_knows_where_it_was_written(text: str) -> None:
    assert written(text) == ["{{ x }}"]


def test_the_same_figure_twice_in_a_line_has_two_places() -> None:
    text = "- {{ x }}, {{ x }}\n  {{ x }} {criterion}`1.2` {criterion}`~1.2`"
    assert written(text) == ["{{ x }}", "{{ x }}", "{{ x }}", "{criterion}`1.2`", "{criterion}`~1.2`"]
    offsets = [node.offset for node in inlines(parse(text).blocks) if isinstance(node, Substitution | Role)]
    assert offsets == sorted(set(offsets))


_LEADS = ["", "- ", "1. ", "> ", "> - ", "- > 1. ", "## ", "  ", "*a* ", "`c` ", "\\{{ "]


@given(
    st.lists(
        st.tuples(st.sampled_from(_LEADS), st.text(st.sampled_from("ab é🏴.,\\*_`")), st.sampled_from(["", " ", "  "])),
        min_size=1,
        max_size=6,
    )
)
def test_a_figure_is_found_in_any_text(lines: list[tuple[str, str, str]]) -> None:
    text = "\n".join(f"{lead}{words} {{{{ x }}}}{trail}" for lead, words, trail in lines)
    assert set(written(text)) <= {"{{ x }}"}


@given(st.text(st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("\n\t *_`[](){}<>!#>-1.\\&~|"))))
def test_no_text_is_an_error(text: str) -> None:
    parsed = parse(text)
    for node in [*inlines(parsed.blocks), *parsed.faults]:
        if isinstance(node, Substitution | Role | Fault):
            assert 0 <= node.offset <= node.offset + node.length <= len(text)


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("a <b>c</b>", ["<b>", "</b>"]),
        ("a<br/>b", ["<br/>"]),
        ('<a href="x">', ['<a href="x">']),
        ("a <!-- b --> c", ["<!-- b -->"]),
        ("<script>\nalert(1)\n</script>", ["<script>", "</script>"]),
        ("- a\n  ![b](c.png)", ["![b](c.png)"]),
        ("*a <i>b</i>*", ["<i>", "</i>"]),
    ],
)
def test_html_and_pictures_are_faults_and_stay_text(text: str, faults: list[str]) -> None:
    parsed = parse(text)
    assert [text[fault.offset : fault.offset + fault.length] for fault in parsed.faults] == faults
    words = "".join(node.text for node in inlines(parsed.blocks) if isinstance(node, Words))
    assert all(fault in words for fault in faults)


@pytest.mark.parametrize(
    "text", ["a < b > c", "<https://example.org>", "<name>", "x<5", "`<b>`", r"\<b>", "![a]", "a!"]
)
def test_other_angle_brackets_are_none(text: str) -> None:
    assert not parse(text).faults


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("a { b } c", [("loose_brace", "{ b }")]),
        ("a {{ b } c", [("loose_brace", "{{ b }")]),
        ("a { b }} c", [("loose_brace", "{ b }}")]),
        ("a b }} c", [("loose_brace", "}}")]),
        ("a {{ b c", [("loose_brace", "{{")]),
        ("{{{ b }}}", [("loose_brace", "{{{ b }}}")]),
        ("{criterion}`1.2", [("loose_brace", "{criterion}")]),
        ("{criterion} `1.2`", [("loose_brace", "{criterion}")]),
        ("- a {{ b\n  c }} d", [("broken_line", "{{ b")]),
        ("a {{\nb | rest }}, { c }", [("broken_line", "{{"), ("loose_brace", "{ c }")]),
        ("{ {{ x }} }", [("loose_brace", "{"), ("loose_brace", "}")]),
        ("*a { b }*", [("loose_brace", "{ b }")]),
    ],
)
def test_braces_that_are_neither_figure_nor_reference_are_faults_and_stay_text(
    text: str, faults: list[tuple[str, str]]
) -> None:
    parsed = parse(text)
    found = [(fault.kind, text[fault.offset : fault.offset + fault.length]) for fault in parsed.faults]
    assert found == faults
    words = "".join(node.text for node in inlines(parsed.blocks) if isinstance(node, Words))
    assert all(written in words for _kind, written in faults)


@pytest.mark.parametrize(
    "text",
    [r"\{ a }", r"\{{ a }}", r"\{{ a }} {{ b }}", r"\{ a \}", "`{ a }`", "    { a }", "{{ a | rest }}", "{part}`~b`"],
)
def test_escaped_braces_and_those_of_code_figures_and_references_are_none(text: str) -> None:
    assert not parse(text).faults


def test_a_text_is_parsed_once() -> None:
    assert parse("Once.") is parse("Once.")
