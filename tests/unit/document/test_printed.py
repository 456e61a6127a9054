"""The words of every type of block, in the order in which they are read."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given

from omi_report.document.inlines import (
    AbbreviationInline,
    BreakInline,
    ChangedInline,
    CodeInline,
    EmphasisInline,
    FigureInline,
    FigureValue,
    LinkInline,
    MarkedInline,
    MissingInline,
    RatingInline,
    ReferenceInline,
)
from omi_report.document.printed import line, plain, printed, printed_in
from omi_report.document.tree import (
    Bar,
    BarCodeBlock,
    Block,
    BoxBlock,
    CalloutBlock,
    ChartBlock,
    ChartGroup,
    ChartRow,
    ContentsBlock,
    ContentsEntry,
    DivisionBlock,
    Fact,
    FactsBlock,
    FindingItem,
    FindingsBlock,
    FoldedBlock,
    HeadingBlock,
    ImageBlock,
    JudgementBlock,
    LegendEntry,
    ListBlock,
    ListItem,
    ParagraphBlock,
    Part,
    QuotationBlock,
    RowGroup,
    TableBlock,
    TableCell,
    TableColumn,
    TableRow,
    VerbatimBlock,
)
from tests.unit.document.trees import values_of

A, B = ParagraphBlock(("a",)), ParagraphBlock(("b",))


def test_a_line_has_what_readers_see_and_nothing_else() -> None:
    assert line(
        (
            "a",
            BreakInline(),
            EmphasisInline(("b", CodeInline("c"))),
            LinkInline("https://not.seen", ("d",)),
            FigureInline("e", FigureValue((1, 1)), "percent", "not-seen"),
            MissingInline("f", "not seen"),
            ReferenceInline("not-seen", "g"),
            AbbreviationInline("h", "not seen"),
            MarkedInline("not-seen", ("i",)),
            ChangedInline("inserted", ("+",), "[", "]"),
            RatingInline("j", 0, 3),
        )
    ) == "a bcdefghi[+]j"  # fmt: skip


BLOCKS: list[tuple[Block, str]] = [
    (A, "a"),
    (HeadingBlock(3, ("a",)), "a"),
    (VerbatimBlock("a b"), "a b"),
    (QuotationBlock((A, B)), "a|b"),
    (QuotationBlock((A,), ("b",)), "a|b"),
    (CalloutBlock("not-seen", (A, B)), "a|b"),
    (FoldedBlock(("same",), (A, B)), "same|a|b"),
    (ListBlock((ListItem((A,)), ListItem((B,)))), "a|b"),
    (DivisionBlock("x", 3, "head", (B,), "x", ("x",), "1.2", (A,)), "1.2 head|a|b"),
    (FindingsBlock("x", "good", 4, "Strengths", (FindingItem("x", "x", (A, B)),)), "Strengths|a|b"),
    (BoxBlock("x", "good", 4, "Example", (A, B), "head", "x", ("x",)), "Example head|a|b"),
    (JudgementBlock("score", "Score", ("72%",), "Poor", "Not Good"), "Poor Score 72% Not Good"),
    (FactsBlock((Fact(("a",), (("b",), ("c",))),)), "a|b|c"),
    (
        TableBlock(
            (TableColumn("one"), TableColumn("two")),
            (RowGroup((TableRow(("a",), (TableCell(("b",)),)),), "group"),),
            "x", 1, "Table 1", ("caption",), (A,), "not seen",
        ),
        "Table 1 caption|one|two|group|a|b|a",
    ),
    (
        ChartBlock(
            "x", 1, "Chart 1", ("caption",), (TableColumn("one"), TableColumn("two")),
            (ChartGroup((ChartRow("a", (("b",),), Bar((1, 2), 0, "x"), "x"),)),),
            100, (1,), (LegendEntry(0, "Good", "70 to 100%"),),
        ),
        "Chart 1 caption|Good 70 to 100%|one|two|a|b",
    ),
    (ImageBlock("image/png", "not seen", "A map", ("caption",)), "A map|caption"),
    (BarCodeBlock("9781840991215", "Bar code of the number 9781840991215"), "Bar code of the number 9781840991215"),
    (
        ContentsBlock((ContentsEntry("x", "a", "1", "", 0, (ContentsEntry("x", "b", "1"),), RatingInline("c", 0, 3)),)),
        "1 a|c|1 b",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("block", "words"), BLOCKS)
def test_a_block_prints_its_words(block: Block, words: str) -> None:
    assert "|".join(printed((block,))) == words


def test_every_type_is_among_these() -> None:
    assert {type(block) for block, _words in BLOCKS} == set(get_args(Block))


@given(block=values_of(Block))
def test_every_block_can_be_asked(block: Block) -> None:
    assert all(isinstance(text, str) for text in printed((block,)))


def test_a_part_prints_its_head_first() -> None:
    part = Part("x", "x", "heading", (B,), "Appendix 1", appendix=1, introduction=(A,))
    assert list(printed_in(part)) == ["Appendix 1 heading", "a", "b"]


def test_plain_words_have_a_blank_line_between_paragraphs() -> None:
    assert plain((A, ListBlock((ListItem((A, B)),)), ParagraphBlock(()), B)) == "a\n\na\n\nb\n\nb"
