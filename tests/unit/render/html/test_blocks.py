"""Every type of block as HTML, by omi's own templates."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from omi_report.document.inlines import EmphasisInline, ReferenceInline
from omi_report.document.tree import (
    Bar,
    Block,
    CalloutBlock,
    ChartBlock,
    ChartGroup,
    ChartRow,
    ChartScale,
    ContentsBlock,
    ContentsEntry,
    DivisionBlock,
    Fact,
    FactsBlock,
    FindingItem,
    FindingsBlock,
    HeadingBlock,
    JudgementBlock,
    LegendEntry,
    ListBlock,
    ListItem,
    ParagraphBlock,
    QuotationBlock,
    RowGroup,
    TableBlock,
    TableCell,
    TableColumn,
    TableRow,
    VerbatimBlock,
)
from omi_report.render.html.blocks import BlockWriter, first_line
from omi_report.resources import templates_folder

TEXT = ParagraphBlock(("a & b",))


def line(markup: str) -> str:
    """Markup without the white space between its tags."""
    return re.sub(r"\s*\n\s*", "", markup)


def test_every_type_has_a_template() -> None:
    names = {path.stem for path in (templates_folder() / "html" / "blocks").glob("*.html")}
    assert names == {block.TYPE for block in get_args(Block)}


@pytest.mark.parametrize(
    ("block", "markup"),
    [
        (TEXT, "<p>a &amp; b</p>"),
        (ParagraphBlock(("a",), tight=True), "a"),
        (ParagraphBlock(("a",), role="filed"), '<p class="filed">a</p>'),
        (HeadingBlock(3, ("a",)), "<h3>a</h3>"),
        (HeadingBlock(9, ("a",)), "<h6>a</h6>"),
        (ListBlock((ListItem((TEXT,)), ListItem(()))), "<ul><li><p>a &amp; b</p></li><li></li></ul>"),
        (ListBlock((), 1), "<ol></ol>"),
        (ListBlock((), 3, "steps"), '<ol class="steps" start="3"></ol>'),
        (
            ListBlock((ListItem((TEXT,), "step-one", ("step-1",)),)),
            '<ul><li id="step-one"><div id="step-1"><p>a &amp; b</p></div></li></ul>',
        ),
        (QuotationBlock((TEXT, TEXT)), "<blockquote><p>a &amp; b</p><p>a &amp; b</p></blockquote>"),
        (
            QuotationBlock((TEXT,), ("A",)),
            '<figure class="quotation"><blockquote><p>a &amp; b</p></blockquote><figcaption>A</figcaption></figure>',
        ),
        (VerbatimBlock("a < b"), "<pre>a &lt; b</pre>"),
        (CalloutBlock("advice", (TEXT,)), '<div class="advice" role="note"><p>a &amp; b</p></div>'),
        (CalloutBlock("statement", (TEXT,)), '<div class="statement"><p>a &amp; b</p></div>'),
        (
            FactsBlock((Fact(("a",), (("b",), ("c",))),), "team"),
            '<dl class="team"><div><dt>a</dt> <dd>b</dd> <dd>c</dd></div></dl>',
        ),
        (
            JudgementBlock("score", "Score", ("72%",), "Poor", "Not Good"),
            ('<p class="judgement"><span class="band">Poor</span> <span class="kind">Score</span> '
            '<span class="score">72%</span> <span class="departs">Not Good</span></p>'),
        ),
        (
            JudgementBlock("section-score", "Section score", ("72%",)),
            '<p class="section-score"><span class="kind">Section score</span> <span class="score">72%</span></p>',
        ),
        (
            JudgementBlock("section-grade", "Grade", ("Met",)),
            '<p class="section-score"><span class="kind">Grade</span> <strong class="band">Met</strong></p>',
        ),
        (
            FindingsBlock("notes", "neutral", 4, "Note", (FindingItem("f-x", "", (TEXT,)),)),
            ('<h4>Note</h4><ul class="findings observed kind-notes unmarked"><li id="f-x">'
            '<div class="finding"><p>a &amp; b</p></div></li></ul>'),
        ),
        (
            FindingsBlock("strengths", "good", 4, "Strength", (FindingItem("f-x", "a", (TEXT,), ("f-a",)),)),
            ('<h4>Strength</h4><ol class="findings strengths"><li id="f-x"><span class="letter">(a)</span>'
            '<div class="finding" id="f-a"><p>a &amp; b</p></div></li></ol>'),
        ),
        (
            DivisionBlock("criterion", 3, "Risk", (TEXT,), "criterion-1.2", label="1.2", lead=(VerbatimBlock("x"),)),
            ('<article class="criterion" id="criterion-1.2"><header class="criterion-head">'
            '<h3><span class="label">1.2</span> Risk</h3><pre>x</pre></header><p>a &amp; b</p></article>'),
        ),
        (
            DivisionBlock("song", 9, "Risk", (TEXT,), "x", ("y",)),
            '<section class="song" id="x"><div id="y"><h6>Risk</h6><p>a &amp; b</p></div></section>',
        ),
        (
            ContentsBlock((ContentsEntry("section-1", "Plans", "1", "1", 0, (ContentsEntry("c", "First"),)),)),
            ('<ol class="contents-list"><li><a href="#section-1"><span class="number">1</span> '
            '<span class="title"><span>Plans</span></span></a><ol><li><a href="#c">'
            '<span class="title"><span>First</span></span></a></li></ol></li></ol>'),
        ),
        (
            ContentsBlock((ContentsEntry("appendix-1", "Plans", "Appendix 1", appendix=1),)),
            ('<ol class="contents-list"><li><a href="#appendix-1"><span class="number appendix">Appendix 1</span> '
            '<span class="title"><span>Plans</span></span></a></li></ol>'),
        ),
    ],
)  # fmt: skip
def test_a_block(writer: BlockWriter, block: Block, markup: str) -> None:
    assert line(writer.block(block)) == markup


COLUMNS = (TableColumn("Metric"), TableColumn("Grade"), TableColumn("Actual", figures=True))


def test_a_table_with_a_caption_stands_in_a_frame(writer: BlockWriter) -> None:
    row = TableRow((ReferenceInline("x", "a"),), (TableCell(("b",)), TableCell(("1",))), "total")
    note = TableRow(("c",), (TableCell(("soon",), 2, "note"),))
    groups = (RowGroup((row, note), "Domain"),)
    table = TableBlock(COLUMNS, groups, "table-3", 3, "Table 3", ("Results",), (TEXT,), "a source", "metrics")
    assert line(writer.block(table)) == (
        '<div class="table-frame" id="table-3" role="region" aria-labelledby="table-3-caption" tabindex="0">'
        '<table class="metrics"><caption id="table-3-caption"><span class="label">Table 3:</span> Results</caption>'
        '<thead><tr><th scope="col">Metric</th><th scope="col">Grade</th><th scope="col" class="figure">Actual</th>'
        '</tr></thead><tbody><tr class="group"><th scope="rowgroup" colspan="3">Domain</th></tr>'
        '<tr class="total"><th scope="row"><a href="#x">a</a></th><td>b</td><td class="figure">1</td></tr>'
        '<tr><th scope="row">c</th><td colspan="2" class="note">soon</td></tr></tbody></table></div><p>a &amp; b</p>'
    )


def test_a_table_without_a_caption_stands_by_itself(writer: BlockWriter) -> None:
    table = TableBlock((TableColumn("a"),), (RowGroup(()),))
    expected = '<table><thead><tr><th scope="col">a</th></tr></thead><tbody></tbody></table>'
    assert line(writer.block(table)) == expected


def test_a_table_in_a_text_has_its_headings_for_a_name(writer: BlockWriter) -> None:
    columns = (TableColumn("Plan"), TableColumn("On & late", True, (EmphasisInline(("On & late",)),)))
    rows = (TableRow(("first",), (TableCell(("1",)),)),)
    assert line(writer.block(TableBlock(columns, (RowGroup(rows),), role="in-text few figures-1"))) == (
        '<div class="table-frame" role="group" aria-label="Table: Plan, On &amp; late" tabindex="0">'
        '<table class="in-text few figures-1"><thead><tr><th scope="col">Plan</th>'
        '<th scope="col" class="figure"><em>On &amp; late</em></th></tr></thead><tbody>'
        '<tr><th scope="row">first</th><td class="figure">1</td></tr></tbody></table></div>'
    )


def test_a_cell_after_a_wide_one_belongs_to_its_own_column(writer: BlockWriter) -> None:
    columns = (TableColumn("a"), TableColumn("b", figures=True), TableColumn("c"), TableColumn("d", figures=True))
    row = TableRow(("x",), (TableCell(("wide",), 2), TableCell(("1",))))
    cells = re.findall("<td.*?</td>", writer.block(TableBlock(columns, (RowGroup((row,)),))))
    assert cells == ['<td colspan="2">wide</td>', '<td class="figure">1</td>']


def test_a_chart_is_a_table_with_a_bar_in_each_row(writer: BlockWriter) -> None:
    rows = (
        ChartRow("Section 1", (("72%",), ("Good",)), Bar((72, 1), 1, "bar-1"), "section-1", "total"),
        ChartRow("Plans", (("1",), ()), Bar((1, 2))),
        ChartRow("All", (("2",), ())),
    )
    legend = (LegendEntry(0, "Good", "70 to 100%"), LegendEntry(1, "Poor", "0 to 69%"))
    columns = (TableColumn("Place"), TableColumn("Score", figures=True), TableColumn("Band"))
    chart = ChartBlock("chart-1", 1, "Chart 1", ("Scores",), columns, (ChartGroup(rows),), 100, (70, 0), legend)
    markup = writer.block(chart)
    assert markup.count('<svg xmlns="http://www.w3.org/2000/svg" class="bar"') == 2
    assert markup.count('class="swatch"') == 2
    assert 'id="bar-1-fill"' in markup
    assert line(re.sub(r"<svg.*?</svg>", "BAR", markup)) == (
        '<figure class="chart" id="chart-1"><figcaption id="chart-1-caption"><span class="label">Chart 1:</span> Scores'
        '</figcaption><ul class="legend"><li>BAR Good <span class="quiet">(70 to 100%)</span></li>'
        '<li>BAR Poor <span class="quiet">(0 to 69%)</span></li></ul>'
        '<table class="chart-figures" aria-labelledby="chart-1-caption"><thead><tr><th scope="col">Place</th>'
        '<th scope="col" class="figure">Score</th><th scope="col">Band</th></tr></thead><tbody>'
        '<tr class="total"><th scope="row"><a class="bar-label" href="#section-1">Section 1</a> BAR</th>'
        '<td class="figure">72%</td><td>Good</td></tr>'
        '<tr><th scope="row"><span class="bar-label">Plans</span> BAR</th><td class="figure">1</td><td></td></tr>'
        '<tr><th scope="row">All</th><td class="figure">2</td><td></td></tr></tbody></table></figure>'
    )


def test_a_group_of_a_chart_may_have_a_heading_over_all_columns(writer: BlockWriter) -> None:
    columns = (TableColumn("Place"), TableColumn("Band"))
    first, second = ChartRow("A", (("Good",),)), ChartRow("B", (("Poor",),))
    groups = (ChartGroup((first,)), ChartGroup((second,), "Section 2 & more"))
    bodies = re.findall(r"<tbody>(.*?)</tbody>", line(writer.block(ChartBlock("c", 1, "C", (), columns, groups))))
    heading = '<tr class="group"><th scope="rowgroup" colspan="2">Section 2 &amp; more</th></tr>'
    assert bodies[0] == '<tr><th scope="row">A</th><td>Good</td></tr>'
    assert bodies[1] == f'{heading}<tr><th scope="row">B</th><td>Poor</td></tr>'


def test_a_marker_without_an_amount_stands_in_the_middle_of_its_band(writer: BlockWriter) -> None:
    legend = (LegendEntry(0, "Good", "60 to 100%", (60, 1)), LegendEntry(1, "Poor", "0 to 59%", (0, 1)))
    rows = tuple(ChartRow("A", ((),), Bar(None, rank, "a")) for rank in (0, 1))
    columns = (TableColumn("Place"), TableColumn("Band"))
    chart = ChartBlock("c", 1, "C", (), columns, (ChartGroup(rows),), legend=legend, form="bands")
    assert re.findall(r'<svg class="rank-\d" x="(\S+)%" y="9"', writer.block(chart)) == ["80", "30"]


def test_bars_on_two_scales_have_the_patterns_and_marks_of_their_own(writer: BlockWriter) -> None:
    two = (LegendEntry(0, "Good", "70 to 100%"), LegendEntry(1, "Poor", "0 to 69%"))
    three = (LegendEntry(0, "Fast", "90 to 100%"), LegendEntry(1, "Middling", "40 to 89%"), LegendEntry(2, "Slow", ""))
    rows = (
        ChartRow("A", ((),), Bar((50, 1), 1, "bar-a", 0)),
        ChartRow("B", ((),), Bar((50, 1), 1, "bar-b", 1)),
        ChartRow("C", ((),), Bar((50, 1), -1, "bar-c", -1)),
    )
    scales = (ChartScale("Band of A:", two, (70, 0)), ChartScale("Pace of B:", three, (90, 40, 0)))
    columns = (TableColumn("Place"), TableColumn("Score"))
    markup = writer.block(ChartBlock("chart-1", 1, "Chart 1", (), columns, (ChartGroup(rows),), scales=scales))
    names = re.findall(r' id="([^"]*)"', markup)
    assert len(names) == len(set(names)), names
    assert {"chart-1-legend-1-1-fill", "chart-1-legend-2-1-fill", "chart-1-legend-2-2-fill"} <= set(names)
    bars = re.findall(r'<svg [^>]*class="bar".*?</svg>', markup)
    assert [re.findall(r'x1="([^"]*)"', each) for each in bars] == [["70%"], ["90%", "40%"], []]
    assert [re.findall(r"bar-edge rank-(\w+)", each) for each in bars] == [["2"], ["1"], ["none"]]
    assert re.findall(r'<p class="legend-name" id="([^"]*)">([^<]*)<', markup) == [
        ("chart-1-scale-1", "Band of A:"),
        ("chart-1-scale-2", "Pace of B:"),
    ]


def test_a_short_scale_with_the_looks_of_a_long_one_has_a_pattern_for_each_band(writer: BlockWriter) -> None:
    legend = tuple(LegendEntry(rank, str(rank), "0 to 9%") for rank in range(4, 8))
    chart = ChartBlock("c", 1, "C", (), (TableColumn("a"), TableColumn("b")), (), legend=legend)
    assert re.findall(r"bar-edge rank-(\w+)", writer.block(chart)) == ["5", "6", "7", "2"]


def test_the_name_of_a_bar_cannot_leave_its_attribute(writer: BlockWriter) -> None:
    row = ChartRow("x", ((),), Bar((1, 2), 1, '"><script>'))
    chart = ChartBlock("c", 1, "C", (), (TableColumn("a"), TableColumn("b")), (ChartGroup((row,)),))
    assert "<script>" not in writer.block(chart)


def test_the_first_paragraph_may_stand_alone() -> None:
    assert first_line((VerbatimBlock("x"), TEXT, ParagraphBlock(("later",)))) == "a &amp; b"
    assert first_line(()) == ""


def test_a_text_is_set_under_another_heading(writer: BlockWriter) -> None:
    head = HeadingBlock(3, ("a",))
    blocks = (head, QuotationBlock((head,)), ListBlock((ListItem((head, TEXT)),)))
    assert re.findall(r"<h\d", writer.prose(blocks, 5)) == ["<h5", "<h5", "<h5"]
    assert re.findall(r"<h\d", writer.prose(blocks, 3)) == ["<h3", "<h3", "<h3"]
    assert re.findall(r"<h\d", writer.prose(blocks, 9)) == ["<h6", "<h6", "<h6"]
