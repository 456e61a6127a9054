"""Blocks of prose as HTML: every kind of node, escaped."""

from __future__ import annotations

import pytest

from omi_report.prose.nodes import Blocks, Figure, Paragraph, Reference, Substitution
from omi_report.prose.parse import parse
from omi_report.render.html.markup import blocks_markup, first_line


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("one *two* **three**", "<p>one <em>two</em> <strong>three</strong></p>"),
        ("a & b < c", "<p>a &amp; b &lt; c</p>"),
        ("one\\\ntwo", "<p>one<br>two</p>"),
        ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
        ("3. a\n4. b", '<ol start="3"><li>a</li><li>b</li></ol>'),
        ("- a\n\n  b", "<ul><li><p>a</p>\n<p>b</p></li></ul>"),
        ("> said", "<blockquote><p>said</p></blockquote>"),
        ("`{{ x }}`", "<p><code>{{ x }}</code></p>"),
        ("    as it is", "<pre>as it is</pre>"),
        ("# Head\n\ntext", "<h3>Head</h3>\n<p>text</p>"),
        ("[see](https://a.b/?c=1&d=2)", '<p><a href="https://a.b/?c=1&amp;d=2" rel="external">see</a></p>'),
        ("https://a.b/c", '<p><a class="address" href="https://a.b/c" rel="external">https://a.b/c</a></p>'),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>"),
        ("<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>"),
        ('<img src=x onerror="y">', "<p>&lt;img src=x onerror=&#34;y&#34;&gt;</p>"),
    ],
)
def test_markup(text: str, markup: str) -> None:
    assert blocks_markup(parse(text).blocks, 3) == markup


def test_headings_go_no_deeper_than_six() -> None:
    assert blocks_markup(parse("### x").blocks, 6) == "<h6>x</h6>"


def test_a_figure_carries_its_value_for_machines() -> None:
    blocks: Blocks = (Paragraph((Figure("five of the six", "1.2/apt", "83", 5, 6),)),)
    expected = '<p><data value="83" data-name="1.2/apt">five of the six</data></p>'
    assert blocks_markup(blocks) == expected
    counted = '<p><data value="83" data-name="1.2/apt" data-count="5" data-base="6">five of the six</data></p>'
    assert blocks_markup(blocks, counted={"1.2/apt"}) == counted


def test_a_reference_is_a_link_inside_the_report() -> None:
    blocks: Blocks = (Paragraph((Reference("Table 1", "table-1"),)),)
    assert blocks_markup(blocks) == '<p><a class="ref" href="#table-1">Table 1</a></p>'


def test_what_is_not_resolved_is_a_fault_of_the_program() -> None:
    with pytest.raises(TypeError, match="unresolved"):
        blocks_markup((Paragraph((Substitution("x", ()),)),))


def test_the_first_line_alone() -> None:
    assert first_line(parse("one *two*\n\nthree").blocks) == "one <em>two</em>"
    assert first_line(()) == ""
