"""A style sheet is made smaller and means the same."""

from __future__ import annotations

from typing import Any

import pytest
import tinycss2
from hypothesis import assume, example, given, strategies as st

from omi_report.errors import OutputError
from omi_report.render.html.sheets import minified, squeezed, used_rules


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        ('a::before { content: "/* not a comment */" }', 'a::before { content: "/* not a comment */" }'),
        ("a::before { content: '/*' } b { top: 0 } /* x */", "a::before { content: '/*' } b { top: 0 }"),
        ("a { background: url(images/*.png) }", "a { background: url(images/*.png) }"),
        ("a { background: url( images/*.png ) } /* */", "a { background: url( images/*.png ) }"),
        ('a { background: url("x/*y.png") } /*"*/', 'a { background: url("x/*y.png") }'),
        ("/* It's \"so\" */ a { top: 0 } /* isn't */", "a { top: 0 }"),
        ('a { content: "a\\"/*" } /* " */', 'a { content: "a\\"/*" }'),
        ("a\\'b { top: 0 } /* ' */", "a\\'b { top: 0 }"),
        ("a { top: 0 }\n\n   /* one\n two */\n\tb { top: 0 }  ", "a { top: 0 }\nb { top: 0 }"),
        ("a { top: 0 } /* never closed", "a { top: 0 }"),
        ("a { top: 0; /**/ left: 0 }", "a { top: 0;  left: 0 }"),
        ("a { margin: 0/**/1px }", "a { margin: 0/**/1px }"),
        ("a { margin: calc/* */(1px) }", "a { margin: calc/**/(1px) }"),
        ('a { content: "one \\\n    two" }', 'a { content: "one     two" }'),
        ('a { content: "one\u2028  two" }', 'a { content: "one\u2028  two" }'),
        ("a { top: 0 }\r\n  b { top: 0 }\f", "a { top: 0 }\nb { top: 0 }"),
        ('a { content: "</style>" }', 'a { content: "<\\/style>" }'),
    ],
)
def test_comments_go_and_all_else_stays(css: str, kept: str) -> None:
    assert minified(css) == kept


@pytest.mark.parametrize(
    ("css", "rewritten"),
    [
        ("a { background: url(x.png) }", 'a { background: url("<x.png>") }'),
        ("a { background: url( 'x.png' ) }", 'a { background: url("<x.png>" ) }'),
        ("a { background: URL(x\\29 y.png) no-repeat }", 'a { background: url("<x)y.png>") no-repeat }'),
        ("a { background: url(a\\ b.png), url(c.png) }", 'a { background: url("<a b.png>"), url("<c.png>") }'),
        ("@font-face { src: url(\"f.ttf\") format('x') }", "@font-face { src: url(\"<f.ttf>\") format('x') }"),
        ("a { content: 'url(x.png)' }", "a { content: 'url(x.png)' }"),
        ("/* url(x.png) */", ""),
        ("a { background: url() }", "a { background: url() }"),
        ("a { x: curl(x.png) }", "a { x: curl(x.png) }"),
        ("@namespace svg url(http://www.w3.org/2000/svg);", "@namespace svg url(http://www.w3.org/2000/svg);"),
    ],
)
def test_addresses_are_rewritten(css: str, rewritten: str) -> None:
    assert minified(css, lambda address: f"<{address}>") == rewritten


def test_an_address_that_stays_is_kept_as_it_is_written() -> None:
    assert minified("a { filter: url(#\\62 ) }") == "a { filter: url(#\\62 ) }"


@pytest.mark.parametrize("css", ["@import url(x.css);", "\n\n@IMPORT 'x.css';"])
def test_another_sheet_is_not_asked_for(css: str) -> None:
    with pytest.raises(OutputError, match=rf"^house/css/extra.css:{css.count(chr(10)) + 1}: @import is not followed"):
        minified(css, name="house/css/extra.css")


def test_what_the_rewriting_says_has_its_line() -> None:
    def refuse(address: str) -> str:
        raise OutputError(f"there is no {address}")

    with pytest.raises(OutputError, match=r"^extra.css:3: there is no x.png$"):
        minified("/* one\ntwo */\na { background: url(x.png) }", refuse, "extra.css")


def tokens(css: str) -> list[Any]:
    """What another reader of CSS makes of a sheet, white space and comments aside."""
    return [
        _said(node) for node in tinycss2.parse_component_value_list(css) if node.type not in ("whitespace", "comment")
    ]


def _said(node: Any) -> Any:
    for name in ("content", "arguments"):
        if hasattr(node, name):
            inner = [_said(each) for each in getattr(node, name) if each.type not in ("whitespace", "comment")]
            return (node.type, getattr(node, "name", ""), inner)
    if node.type == "error":
        return (node.type, node.kind)
    return (node.type, getattr(node, "value", ""), getattr(node, "unit", ""))


PIECES = st.sampled_from(
    ["/*", "*/", "url(", "URL(", "b-", "px", "  ", *"/*\"'\\\n )(a1{}:;,#@é\u2028\t-.u"],
)


@given(st.lists(PIECES, max_size=25).map("".join))
@example("a\\ \nb")
@example("\\url(/*)")
@example("\\a  \né")
@example("\\a\n  é")
@example("#url(/*)/*/*")
@example("\u2028url(/*)/*/*")
@example("\\1 url(/*)/*/*")
@example("\\75 R\\00006c(/*)")
def test_a_sound_sheet_means_the_same_to_another_reader(css: str) -> None:
    said = str(tokens(css))
    assume("error" not in said and repr(("literal", "\\", "")) not in said)
    assert tokens(minified(css)) == tokens(css)


@given(st.lists(PIECES, max_size=25).map("".join))
def test_what_is_squeezed_means_the_same_to_another_reader(css: str) -> None:
    said = str(tokens(css))
    assume("error" not in said and repr(("literal", "\\", "")) not in said)
    once = minified(css)
    assert tokens(squeezed(once)) == tokens(css)


def test_white_space_that_means_something_stays() -> None:
    css = 'a :is(b, i) > u:hover { margin: 0 , 2px; --x: "a: b , c" }\n@media print and (width: 4rem) { b { top: 0 } }'
    assert squeezed(css) == ('a :is(b,i)>u:hover{margin:0,2px;--x:"a: b , c"}@media print and (width:4rem){b{top:0}}')


@given(st.lists(st.one_of(PIECES, st.sampled_from(["<", "</", "</style", "</STYLE>"])), max_size=25).map("".join))
def test_nothing_ends_the_style_element(css: str) -> None:
    assert "</style" not in minified(css).lower()


@given(st.text(max_size=40))
def test_twice_is_the_same_as_once(css: str) -> None:
    once = minified(css)
    assert minified(once) == once


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        (".a{top:0}.b{top:0}", ".a{top:0}"),
        (".a,.b,.a .b,p .a>.a{top:0}", ".a,p .a>.a{top:0}"),
        ("@media print{.b{top:0}}@media screen{.b{top:0}.a{left:0}}", "@media screen{.a{left:0}}"),
        ("@media print{.a{top:0}}", "@media print{.a{top:0}}"),
        (
            ".a:not(.b),:is(.b,.a)+p,.a:not(:is(.b,.c),.d){top:0}",
            ".a:not(.b),:is(.b,.a)+p,.a:not(:is(.b,.c),.d){top:0}",
        ),
        ('@font-face{font-family:"F"}@page{margin:0}p::before{content:".b{}"}', None),
        ('[title=".b"]{top:0}.\\62{top:0}', None),
        (":root{--x:.5em}.a{margin:.5em}", None),
        ("p{background:url(a.b{c)}", None),
    ],
)
def test_rules_for_what_is_not_on_the_page_go(css: str, kept: str | None) -> None:
    assert used_rules(css, {"a"}) == (css if kept is None else kept)


def test_what_stands_for_nothing_goes() -> None:
    css = "a { top: 0.5em; left: -0.5em; right: 10.5em; width: calc(1em + 0.25em) ; }\n.a > b ~ i + u { top: 0 }"
    assert squeezed(css) == "a{top:.5em;left:-0.5em;right:10.5em;width:calc(1em + .25em)}.a>b~i + u{top:0}"
