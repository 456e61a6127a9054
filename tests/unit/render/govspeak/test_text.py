"""A text in Govspeak says what the report says, with marks that GOV.UK's programs know and with no others."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import example, given, settings, strategies as st

from omi_report.document.inlines import CodeInline, EmphasisInline, Inline, LinkInline, NoteInline, ScriptInline
from omi_report.document.tree import (
    Block,
    CalloutBlock,
    ChartBlock,
    ChartGroup,
    ChartRow,
    DivisionBlock,
    FindingItem,
    FindingsBlock,
    HeadingBlock,
    ListBlock,
    ListItem,
    ParagraphBlock,
    QuotationBlock,
    RowGroup,
    TableBlock,
    TableCell,
    TableColumn,
    TableRow,
)
from omi_report.render.govspeak.blocks import WRITERS
from omi_report.render.govspeak.document import render_govspeak
from omi_report.render.look import Look
from tests.parity.blocks import words
from tests.parity.govspeak import GovspeakText
from tests.unit.render.docx.everything import META, everything, paragraph

HOSTILE = st.text(st.sampled_from("ab1 s.-*_`~#>|[](){}<>!^%$&;:=+\\\"'/x\n\u00a0é"), min_size=1, max_size=30)
"""Every mark of Markdown and of Govspeak, in any order."""

WHOLE = st.sampled_from(
    "$CTA|$E|%a%|^a^|:england:a:england:|[Contact: 1]|[embed:link: 1]|[AttachmentLink: a]|{barchart}|{::comment}|s1. a|"
    "1. a|- a|+ a|# a|> a|---|===|!!1|[Image: a]|[^1]|[^1]: a|*[A]: a|[a](b)|<b>|&amp;|``a``|~~~|$$a$$|: a|{: .a}|"
    "a ## |x[a](b)x|$LegislativeList|{button}[a](b){/button}|<<a>>|a...b|a--b|\\|a\\|".split("|")
)
"""What stands for something by itself."""

TEXT = st.one_of(HOSTILE, st.lists(st.one_of(WHOLE, st.just("word")), min_size=1, max_size=4).map(" ".join))


def written(*blocks: Block) -> str:
    return render_govspeak(everything(META, *blocks), Look()).text


def said(text: str) -> str:
    """The words of the section's blocks, on one line."""
    found = GovspeakText(text).blocks
    first = next(place for place, block in enumerate(found) if block.ids == ("section-1",))
    last = next(place for place, block in enumerate(found) if block.ids == ("appendix-1",))
    return " ".join(filter(None, (block.text for block in found[first + 2 : last])))


def plainly(text: str) -> str:
    """Words with quotation marks as they are typed."""
    return words(text.translate({0x201C: '"', 0x201D: '"', 0x2018: "'", 0x2019: "'"}))


def test_every_type_of_block_has_a_function() -> None:
    assert set(WRITERS) == set(get_args(Block))


def test_a_block_of_no_known_type_is_not_dropped() -> None:
    class Unknown:
        TYPE = "unknown"

    with pytest.raises(KeyError):
        written(Unknown())  # type: ignore[arg-type]


@given(TEXT)
@example("97% of cases")
@example("$5 and $ 5")
@example("1.2 is a number")
@example("`a` | b")
def test_a_paragraph_says_its_words_whatever_they_are(text: str) -> None:
    assert plainly(said(written(paragraph(text)))) == plainly(text)


@given(TEXT, TEXT)
def test_so_do_lists_findings_quotations_and_callouts(one: str, other: str) -> None:
    texts = [each for each in (one, other) if each.strip()]
    pieces = tuple(map(paragraph, texts))
    blocks = (
        ListBlock(tuple(ListItem((each,)) for each in pieces)),
        ListBlock(tuple(ListItem((each,)) for each in pieces), 1),
        FindingsBlock(
            "strengths",
            "good",
            4,
            "H",
            tuple(FindingItem(f"f-{place}", "ab"[place], (each,)) for place, each in enumerate(pieces)),
        ),
        QuotationBlock(pieces),
        CalloutBlock("notice", pieces),
        CalloutBlock("notice", pieces[:1]),
        DivisionBlock("criterion", 3, one, pieces, "criterion-1.1"),
    )
    # numbers of a second list that follows a list are words, so that the two stay apart
    counted = [f"{place}. {each}" for place, each in enumerate(texts, 1)]
    lettered = [f"({'ab'[place]}) {each}" for place, each in enumerate(texts)]
    expected = [*texts, *counted, "H", *lettered, *texts, *texts, *texts[:1], *([one] if one.strip() else []), *texts]
    assert plainly(said(written(*blocks))) == plainly(" ".join(expected))


@given(TEXT, TEXT)
@example("1", "\u00a0")
def test_so_do_tables(one: str, other: str) -> None:
    columns = (TableColumn(one), TableColumn(other, figures=True))
    rows = (TableRow((one,), (TableCell((other,)),)), TableRow((other,), (TableCell((one,)),)))
    table = TableBlock(columns, (RowGroup(rows, one),))
    expected = " ".join((one, other, one, one, other, other, one))
    assert plainly(said(written(table))) == plainly(expected)


ADDRESS = "https://example.org/a_%28b%29%7Cc"
LEAVES = st.one_of(TEXT, TEXT.map(CodeInline))
INLINES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.builds(EmphasisInline, st.lists(inner, min_size=1, max_size=2).map(tuple), st.booleans()),
        st.builds(
            LinkInline, st.just("https://example.org/a_(b)|c"), st.lists(inner, min_size=1, max_size=2).map(tuple)
        ),
    ),
    max_leaves=4,
)


def plain(children: tuple[Inline, ...]) -> str:
    return "".join(
        each if isinstance(each, str) else each.text if isinstance(each, CodeInline) else plain(each.children)
        for each in children
        if isinstance(each, str | CodeInline | EmphasisInline | LinkInline)
    )


@settings(max_examples=40)
@given(st.lists(INLINES, min_size=1, max_size=4).map(tuple))
def test_emphasis_and_links_change_no_words(children: tuple[Inline, ...]) -> None:
    text = said(written(ParagraphBlock(children))).replace(f" ({ADDRESS})", "")
    assert plainly(text) == plainly(plain(children))


def test_emphasis_and_links_are_marked() -> None:
    line = ParagraphBlock(("So ", EmphasisInline(("it",), strong=True), " is, ", LinkInline("#section-1", ("here",))))
    assert "So **it** is, [here](#section-1)" in written(line)


def test_a_link_to_a_place_that_is_left_out_is_plain_words() -> None:
    assert "\n\nhere\n\n" in written(ParagraphBlock((LinkInline("#contents", ("here",)),)))


def test_every_link_inside_leads_to_a_place() -> None:
    read = GovspeakText(render_govspeak(everything(), Look()).text)
    leads = {name for block in read.blocks for name in block.links}
    assert {"section-1", "finding-a"} <= leads <= set(read.ids)
    assert len(read.ids) == len(set(read.ids)) + 1  # a list stands twice in this report


def test_notes_and_abbreviations_stand_at_the_end() -> None:
    read = GovspeakText(render_govspeak(everything(), Look()).text)
    assert read.notes == {"1": "By the timetable."}
    assert read.abbreviations == {"PPO": "Prolific offender"}
    note = NoteInline("bus", ("As *is*.",), 3, "Note 3", "note-bus", "note-bus-ref")
    assert "[^3]: As \\*is\\*." in written(ParagraphBlock(("Late", note)))


def test_raised_figures_stay_apart_from_what_they_stand_at() -> None:
    line = ParagraphBlock(
        ("10", ScriptInline("3"), " and CO", ScriptInline("2", low=True), " on the 4", ScriptInline("th"))
    )
    assert "10³ and CO₂ on the 4th" in written(line)


def test_a_draft_begins_with_what_it_is() -> None:
    first, blank, *_ = render_govspeak(everything(), Look()).text.split("\n")
    assert (words(first), blank) == (f"%{META.stage_notice}%", "")
    final = replace(META, stage="final", draft="", stage_notice="", marks=())
    assert "%" not in render_govspeak(everything(final, paragraph("a")), Look()).text.split("\n")[0]


def test_no_title_no_contents_and_no_bar_code() -> None:
    text = render_govspeak(everything(), Look()).text
    assert "\n# " not in text
    assert META.title not in text
    assert "## Contents" not in text
    assert "bar code" not in text
    assert [words(line) for line in text.split("\n") if line.startswith("## ")] == [
        "## 1 Boats {#section-1}",
        "## Appendix 1 Tides {#appendix-1}",
    ]
    assert "###### " in written(HeadingBlock(9, ("deep",)))


def test_pictures_are_files_beside_the_text() -> None:
    made = render_govspeak(everything(), Look())
    (name,) = made.pictures
    assert f"[Image: {name}]" in made.text.split("\n")
    assert made.pictures[name].startswith(b"\x89PNG")


def chart(*figures: str) -> ChartBlock:
    rows = tuple(ChartRow(f"Row {place}", ((each,),)) for place, each in enumerate(figures))
    columns = (TableColumn("What"), TableColumn("Score", figures=True))
    return ChartBlock("chart-1", 1, "Chart 1", ("All",), columns, (ChartGroup(rows),))


def test_a_chart_is_drawn_where_each_row_has_one_number() -> None:
    assert "| # Row 1 | 30% |\n{barchart}" in written(chart("20%", "30%"))
    assert "{barchart}" not in written(chart("20%", "none"))
    assert "{barchart}" not in written(chart("20%"))
    assert "{barchart}" not in written(replace(chart("20%", "30%"), form="stacked"))


def test_boxes_and_lists_of_letters_are_marked_where_govspeak_reads_the_marks() -> None:
    text = written(*everything().parts[2].blocks)
    lines = text.split("\n")
    for place, line in enumerate(lines):
        if line == "$LegislativeList":
            assert lines[place - 1] == ""
    assert lines.count("$CTA") % 2 == 0
    # a box needs a blank line of its own before it: the mark takes one with it
    opened = [place for place, line in enumerate(lines) if line == "$CTA"][::2]
    assert opened
    assert all(lines[place - 2 : place] == ["", ""] for place in opened)


def test_the_same_report_gives_the_same_text() -> None:
    assert render_govspeak(everything(), Look()) == render_govspeak(everything(), Look())
