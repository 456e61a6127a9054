"""Texts of an area as blocks, with figures and references in their places."""

from __future__ import annotations

import pytest

from omi_report.document.context import BuildContext
from omi_report.document.inlines import (
    BreakInline,
    CodeInline,
    EmphasisInline,
    FigureInline,
    FigureValue,
    Inline,
    LinkInline,
    ReferenceInline,
)
from omi_report.document.texts import Texts
from omi_report.document.tree import (
    Block,
    HeadingBlock,
    ListBlock,
    ListItem,
    ParagraphBlock,
    QuotationBlock,
    TableBlock,
    TableColumn,
    VerbatimBlock,
)
from omi_report.model.base import Text


@pytest.fixture
def texts(context: BuildContext) -> Texts:
    return context.texts


def words(texts: Texts, text: str, scope: str = "1.1") -> str:
    return texts.words(Text.of(text), scope)


def only(texts: Texts, text: str) -> Inline:
    """The one inline of a text."""
    (block,) = texts.blocks(Text.of(text), "1.1")
    assert isinstance(block, ParagraphBlock)
    (inline,) = block.children
    return inline


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("{{ area }}", "Northfold"),
        ("{{ on-time }}", "97%"),
        ("{{ on-time | percent }}", "97%"),
        ("{{ on-time | rest }}", "3%"),
        ("{{ reviewed }}", "83%"),
        ("{{ reviewed | rest }}", "17%"),
        ("{{ reviewed | count }}", "five of the six"),
        ("{{ reviewed | rest | count }}", "one of the six"),
        ("{{ reviewed | number }}", "five"),
        ("{{ reviewed | base }}", "six"),
        ("{{ reviewed | words }}", "five"),
        ("{{ reviewed | number | capital }}", "Five"),
        ("{{ reviewed | count | capital }}", "Five of the six"),
    ],
)
def test_a_figure_is_written_as_its_filters_ask(texts: Texts, text: str, printed: str) -> None:
    assert words(texts, text) == printed


def test_a_figure_of_another_criterion_has_its_full_name(texts: Texts) -> None:
    assert words(texts, "{{ 1.1/on-time }}", "2.1") == "97%"


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("{{ on-time }}", FigureInline("97%", FigureValue((97, 1)), "percent", "1.1/on-time")),
        ("{{ on-time | rest }}", FigureInline("3%", FigureValue((3, 1)), "percent", "1.1/on-time", rest=True)),
        (
            "{{ reviewed | rest | count | capital }}",
            FigureInline(
                "One of the six", FigureValue((50, 3), 1, 6), "count", "1.1/reviewed", rest=True, capital=True
            ),
        ),
    ],
)
def test_a_figure_stays_exact_beside_its_words(texts: Texts, text: str, figure: FigureInline) -> None:
    assert only(texts, text) == figure


@pytest.mark.parametrize(
    ("role", "long", "short", "target"),
    [
        ("criterion", "criterion 1.10 (Tenth plan)", "criterion 1.10", ("1.10", "criterion-1.10")),
        ("section", "section 2 (Leading)", "section 2", ("2", "section-2")),
        (
            "finding",
            "criterion 1.1, strength (b)",
            "criterion 1.1, strength (b)",
            ("1.1/reviews", "finding-1.1-reviews"),
        ),
        ("part", "Foreword", "Foreword", ("foreword", "foreword")),
        ("appendix", "Appendix 1 (How we score)", "Appendix 1", ("scoring", "appendix-1")),
        ("table", "Table 2", "Table 2", ("safety", "table-2")),
        ("chart", "Chart 1", "Chart 1", ("scores", "chart-1")),
    ],
)
def test_a_reference_is_the_number_and_the_title_of_its_target(
    texts: Texts, role: str, long: str, short: str, target: tuple[str, str]
) -> None:
    name, target_id = target
    assert only(texts, f"{{{role}}}`{name}`") == ReferenceInline(target_id, long, "full" if long != short else "short")
    assert only(texts, f"{{{role}}}`~{name}`") == ReferenceInline(target_id, short, "short")


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("a {{ area }} b", ParagraphBlock(("a Northfold b",))),
        ("one\\\ntwo", ParagraphBlock(("one", BreakInline(), "two"))),
        ("*a*, **b**", ParagraphBlock((EmphasisInline(("a",)), ", ", EmphasisInline(("b",), True)))),
        ("`c`", ParagraphBlock((CodeInline("c"),))),
        ("[a](https://b.c)", ParagraphBlock((LinkInline("https://b.c", ("a",)),))),
        ("## a", HeadingBlock(5, ("a",))),
        ("3. a", ListBlock((ListItem((ParagraphBlock(("a",), tight=True),)),), 3)),
        ("> # a", QuotationBlock((HeadingBlock(4, ("a",)),))),
        ("> a\n> -- b {{ area }}", QuotationBlock((ParagraphBlock(("a",)),), ("b Northfold",))),
        ("    a", VerbatimBlock("a")),
    ],
)  # fmt: skip
def test_a_block(texts: Texts, text: str, block: Block) -> None:
    assert texts.blocks(Text.of(text), level=4) == (block,)


def test_figures_and_references_are_resolved_however_deep_they_stand(texts: Texts) -> None:
    text = "> - *{{ on-time }}* [{{ reviewed | count }}](https://example.org)\n\n## {section}`~1`\n\n    {{ code }}"
    assert words(texts, text) == "97% five of the six\n\nsection 1\n\n{{ code }}"


def test_a_table_has_its_figures_at_the_right(texts: Texts) -> None:
    text = (
        "| Work | On time | *Cases* | Note | Years |\n| --- | --- | --- | --- | :-- |\n"
        "| Plans | {{ on-time }} | 1,250 | see {criterion}`~2.1` | 2006 |\n"
        "| Reviews | {{ reviewed }} | | £20 or more | 2007 |"
    )
    (table,) = texts.blocks(Text.of(text), "1.1")
    assert isinstance(table, TableBlock)
    assert table.columns == (
        TableColumn("Work"),
        TableColumn("On time", figures=True),
        TableColumn("Cases", True, (EmphasisInline(("Cases",)),)),
        TableColumn("Note"),
        TableColumn("Years"),
    )
    assert (table.id, table.number, table.caption, table.role) == ("", 0, (), "in-text some figures-2")
    first, second = table.groups[0].rows
    assert first.header == ("Plans",)
    assert first.cells[0].children == (FigureInline("97%", FigureValue((97, 1)), "percent", "1.1/on-time"),)
    assert first.cells[2].children == ("see ", ReferenceInline("criterion-2.1", "criterion 2.1", "short"))
    assert second.cells[1].children == ("–",)


@pytest.mark.parametrize(
    ("side", "cells", "figures"),
    [
        ("---", ("1", "2.5%", "–"), True),
        ("---", ("+1", "−2", "£1,000"), True),
        ("---", ("1", "two"), False),
        ("---", ("", ""), False),
        ("--:", ("1", "two"), True),
        (":--", ("1", "2"), False),
        (":-:", ("1", "2"), False),
    ],
)
def test_which_columns_hold_figures(texts: Texts, side: str, cells: tuple[str, ...], figures: bool) -> None:
    rows = "\n".join(f"| a | {each} |" for each in cells)
    (table,) = texts.blocks(Text.of(f"| Work | Cases |\n| --- | {side} |\n{rows}"))
    assert isinstance(table, TableBlock)
    assert [column.figures for column in table.columns] == [False, figures]


def test_no_text_gives_no_blocks(texts: Texts) -> None:
    assert texts.blocks(None) == ()


@pytest.mark.parametrize(
    "text",
    [
        "{{ unknown }}",
        "{{ on-time | count }}",
        "{{ on-time | shout }}",
        "{criterion}`9.9`",
        "{finding}`1.1/x`",
        "{part}`scoring`",
        "{appendix}`foreword`",
        "{table}`x`",
        "{chart}`x`",
        "{no-such-role}`x`",
        "{section}`9`",
    ],
)
def test_what_the_checks_should_have_stopped_is_a_key_error(texts: Texts, text: str) -> None:
    with pytest.raises(KeyError):
        texts.blocks(Text.of(text), "1.1")
