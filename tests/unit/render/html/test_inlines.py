"""Every kind of inline as HTML, escaped."""

from __future__ import annotations

import pytest

from omi_report.document.inlines import (
    AbbreviationInline,
    BreakInline,
    CodeInline,
    EmphasisInline,
    FigureInline,
    FigureValue,
    Inline,
    LinkInline,
    MarkedInline,
    MissingInline,
    ReferenceInline,
)
from omi_report.render.html.inlines import cell_markup, inlines_markup


@pytest.mark.parametrize(
    ("inline", "markup"),
    [
        ('a & "b" <c>', "a &amp; &#34;b&#34; &lt;c&gt;"),
        (BreakInline(), "<br>"),
        (EmphasisInline(("a & b",)), "<em>a &amp; b</em>"),
        (EmphasisInline(("a ", CodeInline("<b>")), strong=True), "<strong>a <code>&lt;b&gt;</code></strong>"),
        (
            LinkInline("#criterion-1.2", ("see",)),
            '<a class="ref" href="#criterion-1.2">see<span class="on-page" data-of="#criterion-1.2"></span></a>',
        ),
        (LinkInline("ms-msdt:/id", ("see <",)), "see &lt;"),
        (LinkInline("map.html", ("see",)), "see"),
        (LinkInline("https://a.b/?c=1&d=2", ("see",)), '<a href="https://a.b/?c=1&amp;d=2" rel="external">see</a>'),
        (
            LinkInline("https://a.b/c", ("https://a.b/c",)),
            '<a class="address" href="https://a.b/c" rel="external">https://a.b/c</a>',
        ),
        (MissingInline("not scored", 'no "score"'), '<span title="no &#34;score&#34;">not scored</span>'),
        (
            ReferenceInline("table-1", "Table 1", "short"),
            '<a class="ref" href="#table-1">Table 1<span class="on-page" data-of="#table-1"></span></a>',
        ),
        (
            ReferenceInline("a", "criterion 1.2 (Risk)"),
            '<a class="ref titled" href="#a">criterion 1.2 (Risk<span class="on-page" data-of="#a"></span>)</a>',
        ),
        (
            ReferenceInline("a", "criterion 1.2, strength (b)", "short"),
            '<a class="ref" href="#a">criterion 1.2, strength (b)<span class="on-page" data-of="#a"></span></a>',
        ),
        (AbbreviationInline("ISBN", "a <number>"), '<abbr title="a &lt;number&gt;">ISBN</abbr>'),
        (MarkedInline("quiet", ("a & b",)), '<span class="quiet">a &amp; b</span>'),
    ],
)
def test_an_inline(inline: Inline, markup: str) -> None:
    assert inlines_markup((inline,)) == markup


@pytest.mark.parametrize(
    ("value", "attributes"),
    [
        (FigureValue((250, 3), 5, 6), 'value="83" data-name="1.2/apt" data-count="5" data-base="6"'),
        (FigureValue((83, 1)), 'value="83" data-name="1.2/apt"'),
        (FigureValue((123, 2), places=1), 'value="61.5" data-name="1.2/apt"'),
        (FigureValue(count=29), 'value="29" data-name="1.2/apt" data-count="29"'),
    ],
)
def test_a_figure_tells_machines_what_is_known_of_it(value: FigureValue, attributes: str) -> None:
    figure = FigureInline("five of the six", value, "count", "1.2/apt")
    assert inlines_markup((figure,)) == f"<data {attributes}>five of the six</data>"


def test_a_score_has_no_name() -> None:
    assert inlines_markup((FigureInline("72%", FigureValue((72, 1)), "percent"),)) == '<data value="72">72%</data>'


def test_a_reference_in_a_table_stands_by_itself() -> None:
    deep = MarkedInline("quiet", (ReferenceInline("table-1", "Table 1"),))
    assert cell_markup((deep,)) == '<span class="quiet"><a href="#table-1">Table 1</a></span>'
