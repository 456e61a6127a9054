"""The small chart of a criterion's figures."""

from __future__ import annotations

from pathlib import Path

from omi_report.document.inlines import FigureInline, FigureValue
from omi_report.document.printed import line, plain
from omi_report.document.tree import Bar, ChartBlock, DivisionBlock, ParagraphBlock
from tests.unit.document.blocks import of_type, part_of
from tests.unit.document.conftest import Report

CRITERION = """\
criterion: 1.1
score: 72
percentages:
  on-time: {label: Plan on time, percent: 62.5, question: 1.1.1}
  reviewed: {label: Plan reviewed, percent: 97}
  few: {label: Few cases, count: 5, base: 6}
  unlabelled: 99
  shared: {label: Plan shared, count: 15, base: 20}
strengths:
  - |
    {{ on-time }}, {{ reviewed }}, {{ few | count }}, {{ unlabelled }}, {{ shared }}.
"""


def chart_in(report: Report, text: str, more: dict[str, str] | None = None) -> list[ChartBlock | ParagraphBlock]:
    """What stands between the head of criterion 1.1 and its findings."""
    blocks = part_of(report({"criteria/1.1.yaml": text, **(more or {})}), "section").blocks
    (criterion,) = (each for each in of_type(blocks, DivisionBlock) if each.id == "criterion-1.1")
    return [each for each in criterion.blocks if isinstance(each, ChartBlock | ParagraphBlock)]


def test_the_labelled_percentages_stand_in_order(report: Report) -> None:
    chart, note = chart_in(report, CRITERION)
    assert isinstance(chart, ChartBlock)
    assert (chart.id, chart.number, chart.label, chart.form) == ("criterion-1.1-figures", 0, "", "figures")
    assert line(chart.caption) == "Figures of criterion 1.1, the highest first"
    (group,) = chart.groups
    assert [(row.label, line(row.cells[-1]), row.bar) for row in group.rows] == [
        ("Plan reviewed", "97%", Bar((97, 1))),
        ("Plan shared", "75%", Bar((75, 1))),
        ("Plan on time", "62.5%", Bar((125, 2))),
    ]
    assert group.rows[1].cells[-1] == (FigureInline("75%", FigureValue((75, 1), 15, 20), "percent", "1.1/shared"),)
    assert [column.heading for column in chart.columns] == ["What the figure is about", "Share"]
    assert plain((note,)) == "The line is at 70%, where the rating “Good” begins."


def test_the_base_has_a_column_where_it_is_known_of_all(report: Report) -> None:
    text = CRITERION.replace("percent: 62.5, question: 1.1.1", "count: 11, base: 20").replace(
        "percent: 97}", "count: 12, base: 1200}"
    )
    chart, note = chart_in(report, text)
    assert isinstance(chart, ChartBlock)
    assert [[line(cell) for cell in row.cells] for row in chart.groups[0].rows] == [
        ["20", "75%"],
        ["20", "55%"],
        ["1,200", "1%"],
    ]
    assert plain((note,)).startswith("Base: those that a figure applies to. The line")


def test_two_figures_make_no_chart(report: Report) -> None:
    assert chart_in(report, CRITERION.replace("label: Plan shared, ", "")) == []


def test_the_line_goes_by_the_scale_of_the_criterion(small_area: Path, report: Report) -> None:
    framework = (small_area / "framework.yaml").read_text()
    of_answers = framework.replace("take: mean, summary: 20, scale: bands}", "take: mean, summary: 20}", 1)
    (chart,) = chart_in(report, CRITERION, {"framework.yaml": of_answers})
    assert isinstance(chart, ChartBlock)
    assert chart.marks == ()
