from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings

from omi_report.document.drawn import ChartRow
from omi_report.document.inlines import FigureInline, FigureValue, RatingInline, ReferenceInline
from omi_report.document.tree import (
    BoxBlock,
    ChartBlock,
    ChartGroup,
    DivisionBlock,
    Document,
    Fact,
    FactsBlock,
    FindingItem,
    FindingsBlock,
    JudgementBlock,
    ListBlock,
    ListItem,
    Meta,
    ParagraphBlock,
    Part,
    RowGroup,
    TableBlock,
    TableCell,
    TableColumn,
    TableRow,
)
from omi_report.language.known import ENGLISH
from omi_report.render.html.page import Renderer
from omi_report.review.change import Change, Changes
from omi_report.review.changes import changes_between
from omi_report.review.merged import Merged, merged
from omi_report.review.nodes import ReportNode
from omi_report.review.redline import redline
from tests.report_edits import Edit, edited, findings_of, with_findings, without_ids
from tests.unit.document.trees import values_of

META = Meta("A report", "Northfold", "northfold", "Inspection", "The Inspectorate", "en-GB", "draft", "2024-05")


def report(*blocks: object, kind: str = "mixed") -> Document:
    return Document(META, (Part("one", kind, "One", tuple(blocks)),))  # type: ignore[arg-type]


def paragraph(text: str) -> ParagraphBlock:
    return ParagraphBlock((text,))


def all_of(changes: Changes) -> tuple[Change, ...]:
    return (*changes.numbers, *changes.judgements, *changes.recommendations, *changes.words)


def compared(old: Document, new: Document) -> list[tuple[str, str, str]]:
    return [(each.how, each.what, each.place) for each in all_of(changes_between(old, new))]


def test_a_report_is_no_different_from_itself(wessex: Document) -> None:
    assert changes_between(wessex, wessex).count == 0


@given(document=values_of(Document))
@settings(max_examples=50)
def test_no_report_is_different_from_itself(document: Document) -> None:
    assert changes_between(document, document).count == 0


def test_paragraphs_are_told_apart_by_their_neighbours() -> None:
    old = report(paragraph("First one."), paragraph("The second of them is here."), paragraph("Third."))
    new = report(paragraph("First one."), paragraph("Wholly other words."), paragraph("The second of these is here."),
                 paragraph("Third."))  # fmt: skip
    assert compared(old, new) == [("added", "text", "One"), ("changed", "text", "One")]
    assert compared(new, old) == [("removed", "text", "One"), ("changed", "text", "One")]


@pytest.mark.parametrize("how", ["removed", "added"])
def test_the_short_form_of_a_recommendation_that_went_is_told_with_it(how: str) -> None:
    def said(*names: str) -> Document:
        short = ListBlock(tuple(ListItem((paragraph(f"Mend the {name}"),)) for name in names), start=1)
        items = [
            ListItem((paragraph(f"Mend the {name}"), paragraph(f"All of the {name} of the place.")),
                     f"recommendation-{name}", (f"recommendation-{at}",)) for at, name in enumerate(names, 1)
        ]  # fmt: skip
        return report(short, ListBlock(tuple(items), start=1))

    both = (said("roof", "door", "wall"), said("roof", "wall"))
    found = changes_between(*(both if how == "removed" else both[::-1]))
    (change,) = found.recommendations
    assert (change.how, change.also, found.words) == (how, ("One",), ())


def test_what_moved_among_its_neighbours_is_told_once() -> None:
    several = [paragraph(f"The {each} of the ways of the sea.") for each in ("first", "second", "third", "fourth")]
    old, new = report(*several), report(several[3], *several[:3])
    (moved,) = changes_between(old, new).words
    assert (moved.how, moved.place, moved.was) == ("moved", "One", "")
    page = Renderer(redline(merged(old, new), changes_between(old, new), ENGLISH)).screen_page()
    assert "Moved<" in page


def test_a_box_is_in_its_criterion() -> None:
    def said(number: str) -> Document:
        box = BoxBlock("case", "neutral", 4, "Case", (paragraph("Sam did well in the end."),), "Sam", "box-sam")
        others = {each: (box,) if each == number else (paragraph("Nothing."),) for each in ("1.1", "1.2")}
        return report(*(DivisionBlock("criterion", 3, f"Of {each}", blocks, f"criterion-{each}", label=each)
                        for each, blocks in others.items()))  # fmt: skip

    found = [each for each in changes_between(said("1.1"), said("1.2")).words if each.how == "moved"]
    assert [(each.place, each.was) for each in found] == [("1.2 Of 1.2, Sam", "1.1 Of 1.1, Sam")]


def test_a_cell_has_its_row_and_its_column() -> None:
    def table(value: str) -> TableBlock:
        rows = tuple(TableRow((name,), (TableCell((held,)),)) for name, held in (("Tea", "3"), ("Milk", value)))
        return TableBlock((TableColumn("Drink"), TableColumn("Cups")), (RowGroup(rows),), "table-1", 1, "Table 1")

    found = changes_between(report(table("4")), report(table("5")))
    assert [(each.place, each.old, each.new) for each in found.numbers] == [("One, Table 1, «Milk», «Cups»", "4", "5")]


@pytest.mark.parametrize(
    ("old", "new", "is_number"),
    [
        ("There were 52 offices.", "There were 53 offices.", True),
        ("It cost £16,905,000 a year.", "It cost £16,950,000 a year.", True),
        ("On 2nd May.", "On 3rd May.", True),
        ("There were 52 offices.", "There were 53 places.", False),
        ("There were many offices.", "There were 53 offices.", False),
        ("So it was.", "So, it was.", False),
    ],
)
def test_numbers_that_changed_are_told_apart_from_words(old: str, new: str, is_number: bool) -> None:
    found = changes_between(report(paragraph(old)), report(paragraph(new)))
    assert (len(found.numbers), len(found.words)) == ((1, 0) if is_number else (0, 1))


def test_a_table_that_moved_and_changed_is_the_same_table() -> None:
    def table(caption: str, value: str) -> TableBlock:
        rows = (RowGroup((TableRow((f"Of {caption}",), (TableCell((value,)),)),)),)
        return TableBlock((TableColumn("What"), TableColumn("Many")), rows, "t", 1, "Table 1", (caption,))

    old = report(table("Tea", "3"), table("Milk", "4"))
    found = changes_between(old, report(table("Milk", "5"), table("Tea", "3")))
    assert [(each.how, each.old, each.new) for each in found.numbers] == [("changed", "4", "5")]
    assert [each.how for each in found.words] == ["moved"]


def test_a_row_that_moved_is_told_but_not_one_of_a_chart_whose_order_follows_from_its_values() -> None:
    def table(*names: str) -> TableBlock:
        rows = tuple(TableRow((name,), (TableCell(("1",)),)) for name in names)
        return TableBlock((TableColumn("Drink"), TableColumn("Cups")), (RowGroup(rows),))

    def chart(*names: str) -> ChartBlock:
        rows = tuple(ChartRow(name, (("1",),)) for name in names)
        return ChartBlock("chart-1", 1, "Chart 1", (), (TableColumn("Drink"),), (ChartGroup(rows),))

    assert compared(report(table("a", "b")), report(table("b", "a"))) == [("moved", "table", "One, «b»")]
    assert compared(report(chart("a", "b")), report(chart("b", "a"))) == []


def test_figures_are_told_once_with_all_their_places() -> None:
    def said(percent: int) -> Document:
        figure = FigureInline(f"{percent}%", FigureValue((percent, 1)), "percent", "1.1/plans")
        rest = FigureInline(f"{100 - percent}%", FigureValue((100 - percent, 1)), "percent", "1.1/plans", rest=True)
        return report(ParagraphBlock(("In ", figure, " of cases.")), ParagraphBlock(("Not in ", rest, ".")))

    found = changes_between(said(82), said(80))
    assert [(each.name, each.old, each.new, each.places) for each in found.figures] == [
        ("1.1/plans", "82%", "80%", ("One",))
    ]
    assert all_of(found) == ()


def test_a_figure_in_one_more_form_is_no_other_figure() -> None:
    percent = FigureInline("82%", FigureValue((82, 1)), "percent", "1.1/plans")
    count = FigureInline("41", FigureValue((82, 1), 41, 50), "count", "1.1/plans")
    old, new = report(ParagraphBlock((percent,))), report(ParagraphBlock((percent, " ", count)))
    assert changes_between(old, new).figures == ()


def test_a_judgement_comes_first_and_has_its_other_places() -> None:
    def said(score: str) -> Document:
        rating = (RatingInline("Good", 0, 3),)
        row = TableRow(("1.1 Plans",), (TableCell((score,)), TableCell(rating)))
        columns = (TableColumn("Criterion"), TableColumn("Score"), TableColumn("Rating"))
        judged = JudgementBlock("score", "Score", (score,), "Good")
        division = DivisionBlock("criterion", 3, "Plans", (), "criterion-1.1", label="1.1", lead=(judged,))
        return report(TableBlock(columns, (RowGroup((row,)),)), division)

    found = changes_between(said("72%"), said("71%"))
    (judgement,) = found.judgements
    assert (judgement.place, judgement.also) == ("1.1 Plans", ("One, «1.1 Plans»",))
    assert found.words == ()


def test_what_repeats_a_judgement_belongs_to_it_in_its_short_form_too() -> None:
    def said(score: int, band: str, rank: int) -> Document:
        figure = FigureInline(f"{score}%", FigureValue((score, 1)), "percent")
        leads = ReferenceInline("criterion-1.1", "Plans (1.1)", "title-number")
        short = TableRow(
            (leads,), (TableCell((RatingInline(band.split(" ", maxsplit=1)[0], rank, 3),)), TableCell((figure,)))
        )
        columns = (TableColumn("Criterion"), TableColumn("Rating"), TableColumn("Score"))
        fact = FactsBlock((Fact(("Answers",), ((leads, " ", RatingInline(band, rank, 3)),)),))
        asked = ListBlock((ListItem((paragraph("Plan."), fact), "recommendation-a", ("recommendation-1",)),), start=1)
        judged = JudgementBlock("score", "Score", (figure,), band, "", rank, 3)
        division = DivisionBlock("criterion", 3, "Plans", (), "criterion-1.1", label="1.1", lead=(judged,))
        return report(TableBlock(columns, (RowGroup((short,)),)), asked, division)

    found = changes_between(said(62, "Priority for improvement", 1), said(74, "Good", 0))
    (judgement,) = all_of(found)
    assert judgement.place == "1.1 Plans"
    assert judgement.also == ("One, «Plans (1.1)»", "One, 1, «Answers»")


def test_a_score_that_only_a_table_gives_is_a_judgement_and_a_named_figure_is_none() -> None:
    def said(name: str, percent: int) -> Document:
        figure = FigureInline(f"{percent}%", FigureValue((percent, 1)), "percent", name)
        columns = (TableColumn("Thread"), TableColumn("Score"))
        return report(TableBlock(columns, (RowGroup((TableRow(("Safety",), (TableCell((figure,)),)),)),)))

    (judgement,) = changes_between(said("", 69), said("", 71)).judgements
    assert judgement.place == "One, «Safety», «Score»"
    assert not changes_between(said("1.1/plans", 69), said("1.1/plans", 71)).judgements


def test_the_number_and_the_date_of_a_draft_are_no_change() -> None:
    def draft(number: int, more: str = "") -> Document:
        name, notice = f"Draft {number}", f"Draft {number}, {number} May 2024, for the area to check."
        meta = replace(META, draft=name, stage_notice=notice, drafted=f"2024-05-0{number}")
        fact = FactsBlock((Fact((name,), ((f"{number} May 2024",),)),))
        return Document(
            meta,
            (
                Part(
                    "one", "mixed", "One", (paragraph(notice), fact, paragraph(f"Plans were made in most cases.{more}"))
                ),
            ),
        )

    assert changes_between(draft(1), draft(2)).count == 0
    (found,) = all_of(changes_between(draft(1), draft(2, " Draft 2 is better.")))
    assert found.new == "Plans were made in most cases. Draft 2 is better."


def test_a_finding_that_moved_and_changed_is_told_once() -> None:
    first, second, third = ("Plans were made on time in most cases.", "Staff knew what each plan asked of them.",
                            "Reviews followed when something of weight had happened.")  # fmt: skip

    def said(*texts: str) -> Document:
        items = tuple(FindingItem(f"finding-{text[0]}", "abc"[at], (paragraph(text),), (f"finding-1.1-{at}",))
                      for at, text in enumerate(texts))  # fmt: skip
        return report(FindingsBlock("strengths", "good", 4, "Strengths", items))

    (found,) = all_of(changes_between(said(first, second, third), said(second, third, f"{first[:-1]}, at last.")))
    assert (found.how, found.place, found.was) == ("moved", "One, Strengths (c)", "One, Strengths (a)")
    assert (found.old, found.new) == (first, f"{first[:-1]}, at last.")


def test_recommendations_stand_apart() -> None:
    def said(*texts: str) -> Document:
        items = tuple(ListItem((paragraph(text),), f"recommendation-{text[0]}", (f"recommendation-{index}",))
                      for index, text in enumerate(texts, 1))  # fmt: skip
        return report(ListBlock(items, start=1))

    found = changes_between(said("a one", "b two"), said("b two now", "c three"))
    assert [(each.how, each.id) for each in found.recommendations] == [
        ("removed", "recommendation-a"), ("changed", "recommendation-b"), ("added", "recommendation-c"),
    ]  # fmt: skip
    assert found.words == ()


def test_a_heading_that_changed_is_told() -> None:
    old = report(paragraph("WordsOfChange."))
    new = replace(old, parts=(replace(old.parts[0], heading="First"),))
    assert compared(old, new) == [("changed", "part", "First")]


# --- random edits of a whole report -----------------------------------------------------------------------------------


def seen(changes: Changes) -> set[tuple[str, str]]:
    return {(each.how, each.id) for each in changes.words if each.what == "finding"}


def expected(edits: list[Edit]) -> Iterator[tuple[str, str]]:
    """What must be seen of edits; what was edited twice is seen as one edit or the other."""
    often = {each for edit in edits for each in (edit.before, edit.after) if each}
    for edit in edits:
        if edit.how != "same" and sum(each in (edit.before, edit.after) for each in often) <= 2:
            yield edit.how, edit.after or edit.before


@pytest.mark.parametrize("seed", range(8))
def test_every_edit_of_a_finding_is_seen_as_what_it_is_and_nothing_else(wessex: Document, seed: int) -> None:
    new, edits = edited(wessex, random.Random(seed))
    assert len(edits) > 20
    assert seen(changes_between(wessex, new)) == set(expected(edits))


@pytest.mark.parametrize("seed", range(4))
def test_findings_without_ids_are_followed_by_their_words(wessex: Document, seed: int) -> None:
    plain = without_ids(wessex)
    changed, edits = edited(wessex, random.Random(seed))
    found = changes_between(plain, without_ids(changed))
    by_how = {how: sum(each.how == how for each in edits) for how in ("changed", "added", "removed", "moved")}
    assert {
        how: sum(1 for each in found.words if (each.how, each.what) == (how, "finding")) for how in by_how
    } == by_how


def test_letters_alone_are_no_change(wessex: Document) -> None:
    plain = without_ids(wessex)
    findings = findings_of(plain)
    key = next(key for key, items in findings.items() if len(items) > 3)
    gone = findings[key].pop(0)
    found = changes_between(plain, with_findings(plain, findings))
    assert [(each.how, each.id) for each in found.words if each.what == "finding"] == [("removed", gone.id)]


@pytest.mark.parametrize("seed", range(3))
def test_nothing_of_either_report_is_lost(wessex: Document, seed: int) -> None:
    new, _edits = edited(wessex, random.Random(seed))
    root = merged(wessex, new)
    olds, news = nodes(root)
    assert sorted(olds) == sorted(texts(wessex))
    assert sorted(news) == sorted(texts(new))


def texts(document: Document) -> list[str]:
    return [node.text for node in ReportNode(document).walk() if isinstance(node.value, FindingItem | ParagraphBlock)]


def nodes(each: Merged) -> tuple[list[str], list[str]]:
    """The texts of all nodes that a merged tree has of the old report, and of the new one."""
    olds: list[str] = []
    news: list[str] = []
    counted = (FindingItem, ParagraphBlock)
    inner = list(each.below)
    whole = not inner  # a node without merged ones below it stands for all below it
    for side, found in ((each.old, olds), (each.new, news)):
        if side is None or (each.new is None and each.moved):
            continue
        those = list(side.walk()) if whole else [side]
        found += [node.text for node in those if isinstance(node.value, counted)]
    for below in inner:
        more_olds, more_news = nodes(below)
        olds += more_olds
        news += more_news
    return olds, news
