"""Abbreviations are told of once in each part, and marked wherever a line could end in them."""

from __future__ import annotations

from typing import Any

from omi_report.document.abbreviated import abbreviated
from omi_report.document.inlines import AbbreviationInline, EmphasisInline, LinkInline, NoteInline
from omi_report.document.tree import (
    DivisionBlock,
    Fact,
    FactsBlock,
    HeadingBlock,
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
)

LISTED = {"PPO": "Prolific Offender", "CDR/P": "Partnership", "OASys/eOASys": "Assessment System"}
PPO = AbbreviationInline("PPO", "Prolific Offender")


def marked(*blocks: Any, listed: dict[str, str] | None = None) -> tuple[Any, ...]:
    (part,) = abbreviated((Part("a", "text", "A", blocks),), LISTED if listed is None else listed)
    return part.blocks


def line(*words: Any) -> ParagraphBlock:
    return ParagraphBlock(words)


def test_the_first_in_a_part_says_what_it_stands_for() -> None:
    assert marked(line("A PPO and a PPO."), line("The PPO")) == (line("A ", PPO, " and a PPO."), line("The PPO"))


def test_each_part_says_it_anew() -> None:
    parts = [Part(name, "text", "A", (line("PPO"),)) for name in ("a", "b")]
    assert [part.blocks for part in abbreviated(parts, LISTED)] == [(line(PPO),)] * 2


def test_one_in_which_a_line_could_end_is_marked_each_time() -> None:
    first, second = AbbreviationInline("CDR/P", "Partnership"), AbbreviationInline("CDR/P", "")
    assert marked(line("CDR/P, CDR/P")) == (line(first, ", ", second),)


def test_plurals_are_found_and_parts_of_words_are_not() -> None:
    assert marked(line("PPOs")) == (line(PPO, "s"),)
    for word in ("PPOX", "XPPO", "PPO/X", "X-PPO"):
        assert marked(line(word)) == (line(word),)


def test_an_entry_may_have_several_forms() -> None:
    assert marked(line("eOASys")) == (line(AbbreviationInline("eOASys", "Assessment System")),)
    assert marked(line("P of CDR")) == (line("P of CDR"),)


def test_the_lead_of_a_division_is_read_before_its_text() -> None:
    division = DivisionBlock("criterion", 3, "PPO", (line("PPO"),), lead=(line("PPO"),))
    assert marked(division) == (DivisionBlock("criterion", 3, "PPO", (line("PPO"),), lead=(line(PPO),)),)


def test_lists_tables_facts_and_emphasis_are_texts() -> None:
    assert marked(ListBlock((ListItem((line(EmphasisInline(("PPO",), strong=True)),)),))) == (
        ListBlock((ListItem((line(EmphasisInline((PPO,), strong=True)),)),)),
    )
    assert marked(FactsBlock((Fact(("A",), (("PPO",),)),))) == (FactsBlock((Fact(("A",), ((PPO,),)),)),)
    columns = (TableColumn("PPO"), TableColumn("B"))
    rows = RowGroup((TableRow(("PPO",), (TableCell(("PPO",)),)),))
    told = RowGroup((TableRow((PPO,), (TableCell(("PPO",)),)),))
    assert marked(TableBlock(columns, (rows,))) == (TableBlock(columns, (told,)),)


def test_words_of_links_and_notes_are_texts_and_addresses_are_none() -> None:
    first, second = AbbreviationInline("CDR/P", "Partnership"), AbbreviationInline("CDR/P", "")
    written = line(LinkInline("https://example.org", ("The CDR/P",)), NoteInline("a", ("The CDR/P.",)))
    told = line(LinkInline("https://example.org", ("The ", first)), NoteInline("a", ("The ", second, ".")))
    assert marked(written) == (told,)
    address = line(LinkInline("https://PPO.example.org", ("PPO.example.org",)))
    assert marked(address) == (address,)


def test_what_says_who_is_quoted_is_a_text() -> None:
    assert marked(QuotationBlock((line("I."),), ("A PPO",))) == (QuotationBlock((line("I."),), ("A ", PPO)),)


def test_headings_and_the_list_itself_are_left() -> None:
    rows = RowGroup((TableRow(("PPO",), (TableCell(("Prolific Offender",)),)),))
    blocks = (
        HeadingBlock(3, ("PPO",)),
        TableBlock((TableColumn("A"), TableColumn("B")), (rows,), role="abbreviation-list"),
    )
    assert marked(*blocks) == blocks


def test_without_a_list_nothing_is_marked() -> None:
    blocks = (line("PPO"),)
    assert marked(*blocks, listed={}) == blocks
