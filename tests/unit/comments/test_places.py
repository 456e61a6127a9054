"""The places of a report that can be commented on: every word once, in the report's order, in rows that can be read."""

from __future__ import annotations

from collections import Counter

from omi_report.document.build import build_document
from omi_report.document.tree import (
    Document,
    Meta,
    ParagraphBlock,
    Part,
    RowGroup,
    TableBlock,
    TableCell,
    TableColumn,
    TableRow,
)
from omi_report.remarks.places import AT_ONCE, DraftPassage, passages_of, places_of
from omi_report.review.nodes import ReportNode
from tests.samples import WESTMARK, inspected

META = Meta("T", "A", "a", "P", "I", "en-GB", "draft", "2024-05")


def report(*blocks: ParagraphBlock | TableBlock) -> Document:
    return Document(META, (Part("summary", "text", "Summary", blocks),))


def test_every_word_of_a_report_stands_in_one_passage_and_once() -> None:
    document = build_document(inspected(WESTMARK))
    words = Counter(" ".join(each.words.replace(";", " ") for each in passages_of(document)).split())
    assert words == Counter(ReportNode(document).text.replace(";", " ").split())


def test_all_that_has_an_address_and_words_is_a_place() -> None:
    document = build_document(inspected(WESTMARK))
    nodes = [each for each in ReportNode(document).walk() if getattr(each.value, "id", "") and each.text.strip()]
    assert {each.address for each in places_of(document)} == {each.value.id for each in nodes}
    finding = next(each for each in places_of(document) if each.address == "finding-1.1-safety-first")
    assert (finding.also, finding.stays, finding.where) == (("finding-1.1-strength-b",), True, "1.1, Strengths (b)")


def test_what_is_long_falls_apart_and_scraps_stay_together() -> None:
    long = "word " * (AT_ONCE // 10)
    passages = passages_of(report(ParagraphBlock((long,)), ParagraphBlock((long,)), ParagraphBlock(("short",))))
    assert [each.words.split()[:2] for each in passages] == [["Summary", "word"], ["word", "word"], ["short"]]
    short = passages_of(report(ParagraphBlock(("one",)), ParagraphBlock(("two",))))
    assert short == (DraftPassage("summary", (), True, "Summary", "Summary\none\ntwo", title="Summary"),)


def test_a_heading_stands_with_what_it_is_over_and_is_no_row_by_itself() -> None:
    passages = passages_of(build_document(inspected(WESTMARK)))
    alone = [each.words for each in passages if each.is_heading]
    assert "Strengths" in alone
    for each in passages:
        assert each.is_heading or not {"Strengths", "Contents"} & set(each.words.split("\n"))


def test_no_two_passages_have_one_name() -> None:
    names = [each.where for each in passages_of(build_document(inspected(WESTMARK)))]
    assert len(set(names)) == len(names)
    long = "word " * (AT_ONCE // 10)
    told = passages_of(
        report(ParagraphBlock((long,)), ParagraphBlock((f"One {long}",)), ParagraphBlock((f"One {long}",)))
    )
    assert [each.where for each in told] == [
        "Summary", "Summary: «One word word word word …»", "Summary: «One word word word word …» (3)"
    ]  # fmt: skip


def test_the_cells_of_a_row_stand_in_a_line() -> None:
    rows = (TableRow(("Staff",), (TableCell(("12",)), TableCell(("14",)))),)
    table = TableBlock((TableColumn("Who"), TableColumn("Then"), TableColumn("Now")), (RowGroup(rows),), "table-1")
    found = [each.words for each in passages_of(report(table)) if each.address == "table-1"]
    assert found == ["Who; Then; Now\nStaff; 12; 14"]
