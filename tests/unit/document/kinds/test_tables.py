"""Scores, performance and context as tables and charts."""

from __future__ import annotations

from pathlib import Path

import pytest

from omi_report.document.inlines import EmphasisInline, FigureInline, FigureValue, MarkedInline, ReferenceInline
from omi_report.document.printed import line, plain
from omi_report.document.tree import (
    Bar,
    CalloutBlock,
    ChartBlock,
    ChartScale,
    LegendEntry,
    Part,
    TableBlock,
    TableCell,
    TableColumn,
    TableRow,
)
from tests.unit.document.blocks import of_type, part_of
from tests.unit.document.conftest import Report


def rows(table: TableBlock) -> list[list[str]]:
    """The words of each row of a table."""
    return [
        [line(row.header), *(line(cell.children) for cell in row.cells)] for group in table.groups for row in group.rows
    ]


def scores_of(report: Report, files: dict[str, str] | None = None) -> tuple[ChartBlock, TableBlock, TableBlock]:
    blocks = part_of(report(files), "scores").blocks
    grades, thread = of_type(blocks, TableBlock)
    return of_type(blocks, ChartBlock)[0], grades, thread


def test_the_chart_of_scores_is_data(report: Report) -> None:
    chart, _grades, _thread = scores_of(report)
    assert (chart.id, chart.number, chart.label) == ("chart-1", 1, "Chart 1")
    assert chart.caption == ("Scores of sections and criteria: Northfold, May 2024",)
    assert chart.columns == (
        TableColumn("Section or criterion"),
        TableColumn("Score", figures=True),
        TableColumn("Band"),
    )
    assert chart.legend == (LegendEntry(0, "Good", "70 to 100%"), LegendEntry(1, "Poor", "0 to 69%"))
    assert (chart.maximum, chart.marks) == (100, (70, 0))
    (group,) = chart.groups
    assert [(row.label, row.target, row.role, row.bar) for row in group.rows] == [
        ("Section 1: Planning", "section-1", "total", Bar((123, 2), 1, "bar-1")),
        ("1.1 First plan", "criterion-1.1", "", Bar((72, 1), 0, "bar-1.1")),
        ("1.10 Tenth plan", "criterion-1.10", "", Bar((51, 1), 1, "bar-1.10")),
    ]
    assert group.rows[1].cells == ((FigureInline("72%", FigureValue((72, 1)), "percent"),), ("Good",))


def test_a_bar_of_nothing_stands_where_there_is_no_score(report: Report) -> None:
    chart, *_tables = scores_of(report, {"criteria/1.1.yaml": "criterion: 1.1\n"})
    row = chart.groups[0].rows[1]
    assert row.bar == Bar((0, 1), 0, "bar-1.1")
    assert line(row.cells[0]) == "not scored"


def test_the_conclusion_stands_beside_the_band_that_it_departs_from(report: Report) -> None:
    text = "criterion: 1.1\nscore: 72\nrating: poor\nrating_reason: So.\n"
    chart, *_tables = scores_of(report, {"criteria/1.1.yaml": text})
    assert chart.groups[0].rows[1].cells[1] == ("Good ", MarkedInline("quiet", ("(concluded: Poor)",)))


def test_scores_and_grades_stand_in_tables_of_their_own(report: Report) -> None:
    _chart, grades, thread = scores_of(report)
    assert (grades.number, thread.number) == (1, 2)
    assert (grades.caption, thread.caption) == (("Grades of section 2",), ("Safety thread",))
    criterion = ReferenceInline("criterion-2.1", "2.1 Money", "number-title")
    (group,) = grades.groups
    assert group.rows == (TableRow((criterion,), (TableCell((MarkedInline("grade", ("Met",)),)),)),)
    assert rows(thread) == [["Score for the Safety thread", "71%"]]


def test_a_criterion_may_be_without_a_grade(report: Report) -> None:
    _chart, grades, _thread = scores_of(report, {"criteria/2.1.yaml": "criterion: 2.1\n"})
    assert rows(grades) == [["2.1 Money", "not rated"]]


def test_the_frameworks_words_stand_around_the_scores(small_area: Path, report: Report) -> None:
    words = "heading: Scores, texts: {judged: On grades., threads: On threads., advice: Take care.}"
    framework = (small_area / "framework.yaml").read_text().replace("heading: Scores", words)
    blocks = part_of(report({"framework.yaml": framework}), "scores").blocks
    assert [type(block).__name__ for block in blocks] == [
        *("ChartBlock", "ParagraphBlock", "TableBlock", "ParagraphBlock", "TableBlock", "CalloutBlock")
    ]
    assert plain(of_type(blocks, CalloutBlock)[0].blocks) == "Take care."


OTHER_SCALE = """\
scales:
  - id: speed
    name: Pace
    bands:
      - {id: fast, name: Fast, lowest: 90}
      - {id: middling, name: Middling, lowest: 40}
      - {id: slow, name: Slow, lowest: 0}
"""


@pytest.fixture
def on_two_scales(small_area: Path) -> dict[str, str]:
    """The framework with a scale of its own for criterion 1.10."""
    text = (small_area / "framework.yaml").read_text().replace("scales:\n", OTHER_SCALE)
    rule = ", rating: {of: questions, take: mean, summary: 20, scale: speed}"
    return {"framework.yaml": text.replace("Another plan is made.", f"Another plan is made.{rule}")}


def test_a_chart_of_scores_on_two_scales_has_a_legend_and_marks_for_each(
    on_two_scales: dict[str, str], report: Report
) -> None:
    chart, *_tables = scores_of(report, on_two_scales)
    good, fast = chart.scales
    assert (chart.legend, chart.marks) == ((), ())
    assert good == ChartScale(
        "Band of section 1, 1.1:", (LegendEntry(0, "Good", "70 to 100%"), LegendEntry(1, "Poor", "0 to 69%")), (70, 0)
    )
    assert (fast.name, [entry.range for entry in fast.legend], fast.marks) == (
        "Pace of 1.10:", ["90 to 100%", "40 to 89%", "0 to 39%"], (90, 40, 0),
    )  # fmt: skip
    assert [(row.bar.scale, row.bar.rank) for row in chart.groups[0].rows if row.bar] == [(0, 1), (0, 0), (1, 1)]
    assert [column.heading for column in chart.columns] == ["Section or criterion", "Score", "Rating"]


def test_grades_of_several_sections_stand_under_the_word_for_several(small_area: Path, report: Report) -> None:
    text = (small_area / "framework.yaml").read_text()
    criterion = "{number: 3.1, title: A, statement: B., rating: {judgement: grades}}"
    more = f"sections:\n  - {{number: 3, title: More, rating: none, criteria: [{criterion}]}}\n"
    grades = scores_of(report, {"framework.yaml": text.replace("sections:\n", more, 1)})[1]
    assert grades.caption == ("Grades of sections 3, 2",)


@pytest.fixture
def appended(small_area: Path) -> dict[str, str]:
    """The framework with performance and context as its first appendices."""
    text = (small_area / "framework.yaml").read_text()
    more = "".join(f"  - {{kind: {kind}, heading: The {kind}, appendix: yes}}\n" for kind in ("performance", "context"))
    return {"framework.yaml": text.replace("  - kind: standard-text\n", f"{more}  - kind: standard-text\n")}


IDENTITY = "area: Northfold\nframework: framework.yaml\ninspected: 2024-05\n"

PERFORMANCE = """\
period: April 2024
source: The source
area_grade: good
note: As they print it.
domains:
  - name: Money
    grade: unheard-of
    metrics:
      - {name: Spent, actual: 95%, target: 90%}
      - {name: Saved, note: Not yet known}
    information:
      - {name: Lost, actual: 4}
      - {name: Found, actual: 4.0%, predicted: 3.5%, difference: 0.5%}
  - {name: People, grade: good}
"""


def test_performance_is_a_table_and_one_more_for_predictions(appended: dict[str, str], report: Report) -> None:
    part = part_of(report(appended | {"performance.yaml": PERFORMANCE}), "performance")
    assert plain(part.text) == "As they print it.\n\nPeriod: April 2024. Area score: good."
    assert part.text[-1].children[1] == EmphasisInline(("good",), strong=True)  # type: ignore[union-attr]
    table, predicted = of_type(part.blocks, TableBlock)
    assert (table.number, table.caption, table.role) == (4, ("The source: Northfold, April 2024",), "many figures-4")
    assert [group.heading for group in table.groups] == [
        *("Money: unheard-of", "Money: unheard-of, for information", "People: good")
    ]
    assert rows(table) == [
        ["Spent", "–", "95%", "90%", "–", "–"],
        ["Saved", "Not yet known"],
        ["Lost", "–", "4", "–", "–", "–"],
    ]
    assert table.groups[0].rows[1].cells == (TableCell(("Not yet known",), 5, "note"),)
    assert (predicted.id, predicted.number, predicted.label) == ("table-predicted-1", 0, "")
    assert rows(predicted) == [["Found", "", "4.0%", "3.5%", "0.5%", ""]]


def context_of(report: Report, files: dict[str, str]) -> Part:
    return part_of(report(files), "context")


def test_a_context_without_figures_is_empty(appended: dict[str, str], report: Report) -> None:
    assert context_of(report, appended | {"context.yaml": "{}\n"}).blocks == ()


def test_the_tables_and_charts_of_a_context_are_numbered_on(appended: dict[str, str], report: Report) -> None:
    part = context_of(
        report,
        appended
        | {
            "area.yaml": f"{IDENTITY}sample: {{licence: 4, order: 6}}\n",
            "context.yaml": (
                "caseload: {date: 2024-03, total: 5011, gender: [{group: Women, percent: 12.5}],"
                " mappa: [{level: 1, cases: 575, percent: 12.2}], ppo_cases: 188, note: A note.}\n"
                "sample_notes: [On the sample.]\n"
                "budget: [{year: 2023/2024, revenue: 1000000}]\n"
                "approved_premises: [{name: Dickson House, places: 18}]\n"
            ),
        },
    )
    sample, gender = of_type(part.blocks, ChartBlock)
    assert (sample.number, sample.maximum, gender.number, gender.maximum) == (2, 6, 3, 100)
    assert [(row.label, line(row.cells[0]), row.bar) for row in sample.groups[0].rows] == [
        ("Licence", "4", Bar((4, 1))),
        ("Order", "6", Bar((6, 1))),
        ("All cases", "10", None),
    ]
    assert [(row.label, line(row.cells[0]), row.bar) for row in gender.groups[0].rows] == [
        ("Women", "12.5%", Bar((25, 2)))
    ]
    caseload, budget, premises = of_type(part.blocks, TableBlock)
    assert [table.number for table in (caseload, budget, premises)] == [3, 4, 5]
    assert rows(caseload) == [
        ["Total (orders and licences)", "5,011", "–"],
        ["Women", "–", "12.5%"],
        ["MAPPA level 1", "575", "12.2%"],
        ["PPO cases", "188", "–"],
    ]
    assert plain(caseload.notes) == "A note."
    assert rows(budget) == [["2023/2024", "£1,000,000"]]
    assert rows(premises) == [["Dickson House", "18"]]
    assert plain(part.text) == "The sample\n\nOn the sample.\n\nThe caseload\n\nBudget\n\nApproved premises"
