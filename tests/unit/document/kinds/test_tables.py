"""Scores as tables and charts."""

from __future__ import annotations

from pathlib import Path

import pytest

from omi_report.document.inlines import FigureInline, FigureValue, MarkedInline, RatingInline
from omi_report.document.printed import line, plain
from omi_report.document.tree import (
    Bar,
    CalloutBlock,
    ChartBlock,
    ChartRow,
    ChartScale,
    LegendEntry,
    TableBlock,
    TableColumn,
)
from tests.unit.document.blocks import of_type, part_of
from tests.unit.document.conftest import Report


def rows(table: TableBlock) -> list[list[str]]:
    """The words of each row of a table."""
    return [
        [line(row.header), *(line(cell.children) for cell in row.cells)] for group in table.groups for row in group.rows
    ]


def scores_of(report: Report, files: dict[str, str] | None = None) -> tuple[ChartBlock, ChartBlock, TableBlock]:
    blocks = part_of(report(files), "scores").blocks
    (chart, grades), (thread,) = of_type(blocks, ChartBlock), of_type(blocks, TableBlock)
    return chart, grades, thread


def test_the_chart_of_scores_is_data(report: Report) -> None:
    chart, _grades, _thread = scores_of(report)
    assert (chart.id, chart.number, chart.label) == ("chart-1", 1, "Chart 1")
    assert chart.caption == ("Ratings and scores of sections and criteria: Northfold, May 2024",)
    assert chart.columns == (
        TableColumn("Section or criterion"),
        TableColumn("Band"),
        TableColumn("Score", figures=True),
    )
    assert chart.legend == (LegendEntry(0, "Good", "70 to 100%", (70, 1)), LegendEntry(1, "Poor", "0 to 69%", (0, 1)))
    assert (chart.maximum, chart.marks) == (100, (70, 0))
    (group,) = chart.groups
    assert [(row.label, row.target, row.role, row.bar) for row in group.rows] == [
        ("Section 1: Planning", "section-1", "total", Bar((62, 1), 1, "bar-1")),
        ("1.1 First plan", "criterion-1.1", "", Bar((72, 1), 0, "bar-1.1")),
        ("1.10 Tenth plan", "criterion-1.10", "", Bar((51, 1), 1, "bar-1.10")),
    ]
    assert group.rows[1].cells == (
        (RatingInline("Good", 0, 2),),
        (FigureInline("72%", FigureValue((72, 1)), "percent"),),
    )


def test_nothing_is_drawn_where_there_is_no_score(report: Report) -> None:
    chart, *_tables = scores_of(report, {"criteria/1.1.yaml": "criterion: 1.1\n"})
    row = chart.groups[0].rows[1]
    assert row.bar is None
    assert line(row.cells[1]) == "not scored"


def test_the_conclusion_stands_beside_the_band_that_it_departs_from(report: Report) -> None:
    text = "criterion: 1.1\nscore: 72\nrating: poor\nrating_reason: So.\n"
    chart, *_tables = scores_of(report, {"criteria/1.1.yaml": text})
    assert chart.groups[0].rows[1].cells[0] == (
        RatingInline("Poor", 1, 2),
        " ",
        MarkedInline("quiet", ("(by the score: Good)",)),
    )


def test_scores_and_grades_stand_in_tables_of_their_own(report: Report) -> None:
    _chart, grades, thread = scores_of(report)
    assert (grades.number, thread.number) == (1, 2)
    assert (grades.caption, thread.caption) == (("Grades of section 2",), ("Safety thread",))
    assert (grades.id, grades.label, grades.form) == ("table-1", "Table 1", "bands")
    assert grades.legend == (LegendEntry(0, "Met", ""), LegendEntry(1, "Not met", ""))
    (group,) = grades.groups
    met = ((RatingInline("Met", 0, 2),),)
    assert group.rows == (ChartRow("2.1 Money", met, Bar(None, 0, "bar-2.1"), "criterion-2.1"),)
    assert rows(thread) == [["Score for the Safety thread", "71%"]]


def test_a_criterion_may_be_without_a_grade(report: Report) -> None:
    _chart, grades, _thread = scores_of(report, {"criteria/2.1.yaml": "criterion: 2.1\n"})
    (row,) = grades.groups[0].rows
    assert (row.label, line(row.cells[0]), row.bar) == ("2.1 Money", "not rated", None)


def test_the_frameworks_words_stand_around_the_scores(small_area: Path, report: Report) -> None:
    words = "heading: Scores, texts: {judged: On grades., threads: On threads., advice: Take care.}"
    framework = (small_area / "framework.yaml").read_text().replace("heading: Scores", words)
    blocks = part_of(report({"framework.yaml": framework}), "scores").blocks
    assert [type(block).__name__ for block in blocks] == [
        *("ChartBlock", "ParagraphBlock", "ChartBlock", "ParagraphBlock", "TableBlock", "CalloutBlock")
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
        "Band of section 1, 1.1:",
        (LegendEntry(0, "Good", "70 to 100%", (70, 1)), LegendEntry(1, "Poor", "0 to 69%", (0, 1))),
        (70, 0),
    )
    assert (fast.name, [entry.range for entry in fast.legend], fast.marks) == (
        "Pace of 1.10:", ["90 to 100%", "40 to 89%", "0 to 39%"], (90, 40, 0),
    )  # fmt: skip
    assert [(row.bar.scale, row.bar.rank) for row in chart.groups[0].rows if row.bar] == [(0, 1), (0, 0), (1, 1)]
    assert [column.heading for column in chart.columns] == ["Section or criterion", "Rating", "Score"]


def test_grades_of_several_sections_stand_under_the_word_for_several(small_area: Path, report: Report) -> None:
    text = (small_area / "framework.yaml").read_text()
    criterion = "{number: 3.1, title: A, statement: B., rating: {judgement: grades}}"
    more = f"sections:\n  - {{number: 3, title: More, rating: none, criteria: [{criterion}]}}\n"
    grades = scores_of(report, {"framework.yaml": text.replace("sections:\n", more, 1)})[1]
    assert grades.caption == ("Grades of sections 3, 2",)


def noted(report: Report, files: dict[str, str]) -> list[str]:
    blocks = part_of(report(files), "scores").blocks
    return [plain((block,)) for block in blocks if getattr(block, "role", "") == "answered"]


def test_the_chart_of_scores_says_what_it_rests_on(small_area: Path, report: Report) -> None:
    area = (small_area / "area.yaml").read_text() + "sample: {licence: 1200, custody: 34}\n"
    framework = (small_area / "framework.yaml").read_text()
    shown = framework.replace("threads:\n", "disclosure: {none: So few.}\nthreads:\n", 1)
    assert noted(report, {"framework.yaml": shown}) == []
    assert noted(report, {"area.yaml": area}) == [
        "Base: 1,234 cases in the sample; each question counts those that it applies to. Source: The Inspectorate."
    ]
    assert noted(report, {"framework.yaml": framework}) == [], "small counts are hidden"
