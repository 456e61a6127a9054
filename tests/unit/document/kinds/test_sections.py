"""Sections and criteria as the report prints them."""

from __future__ import annotations

from pathlib import Path

import pytest

from omi_report.document.inlines import FigureInline, FigureValue, MissingInline, RatingInline
from omi_report.document.printed import line, plain
from omi_report.document.tree import (
    CalloutBlock,
    ChartBlock,
    DivisionBlock,
    FindingsBlock,
    JudgementBlock,
    ParagraphBlock,
    TableBlock,
)
from tests.conftest import SMALL_AREA
from tests.unit.document.blocks import criterion_of, of_type, part_of
from tests.unit.document.conftest import Report

SCORE = FigureInline("72%", FigureValue((72, 1)), "percent")


def findings_of(criterion: DivisionBlock) -> list[FindingsBlock]:
    return of_type(criterion.blocks, FindingsBlock)


def test_a_section_begins_with_its_score(report: Report) -> None:
    first, second = [part for part in report().parts if part.kind == "section"]
    score = FigureInline("62%", FigureValue((62, 1)), "percent")
    assert (first.label, first.heading) == ("1", "Planning")
    assert first.blocks[0] == JudgementBlock("section-score", "Section score", (score,), "Poor", rank=1, ranks=2)
    assert [type(block) for block in second.blocks] == [DivisionBlock]


def test_a_section_without_a_score_begins_with_its_rating_in_the_same_size(report: Report) -> None:
    framework = SMALL_AREA["framework.yaml"].replace("take: mean, scores: printed", "take: lowest, by: rating")
    first = next(part for part in report({"framework.yaml": framework}).parts if part.kind == "section")
    judgement = first.blocks[0]
    assert isinstance(judgement, JudgementBlock)
    assert (judgement.role, judgement.label, line(judgement.value)) == ("section-grade", "Band", "Poor")


def test_a_criterion_begins_with_what_it_asks_for_and_its_score(report: Report) -> None:
    assert criterion_of(report(), "1.1").lead == (
        CalloutBlock("statement", (ParagraphBlock(("A plan is made.",)),)),
        JudgementBlock("score", "Score", (SCORE,), "Good", rank=0, ranks=2),
    )


def test_a_criterion_is_graded_where_its_section_is(report: Report) -> None:
    assert criterion_of(report(), "2.1").lead[1] == JudgementBlock("grade", "Grade", (RatingInline("Met", 0, 2),))


def test_a_criterion_without_a_score_says_so(report: Report) -> None:
    judgement = criterion_of(report({"criteria/1.1.yaml": "criterion: 1.1\n"}), "1.1").lead[1]
    assert isinstance(judgement, JudgementBlock)
    (missing,) = judgement.value
    assert isinstance(missing, MissingInline)
    assert (missing.text, bool(missing.reason), judgement.band) == ("not scored", True, "")


def test_a_criterion_has_lettered_findings(report: Report) -> None:
    strengths, improvements = findings_of(criterion_of(report(), "1.1"))
    assert (strengths.heading, strengths.kind, strengths.side) == ("Strengths", "strengths", "good")
    assert (improvements.heading, improvements.side) == ("Area for improvement", "poor")
    assert [(each.letter, each.id, each.also, plain(each.blocks)) for each in strengths.findings] == [
        ("a", "finding-1.1-strength-a", (), "Plans were on time in 97% of cases."),
        ("b", "finding-1.1-reviews", ("finding-1.1-strength-b",), "Plans were reviewed."),
    ]
    assert [(each.letter, each.id) for each in improvements.findings] == [("a", "finding-1.1-improvement-a")]


def test_the_letters_go_on_after_z(report: Report) -> None:
    many = "criterion: 1.1\nstrengths:\n" + "  - One.\n" * 28
    (strengths,) = findings_of(criterion_of(report({"criteria/1.1.yaml": many}), "1.1"))
    assert [each.letter for each in strengths.findings][25:] == ["z", "aa", "ab"]


@pytest.mark.parametrize(
    ("number", "conclusion"), [("1.1", ["This was good."]), ("1.10", ["This was poor."]), ("2.1", [])]
)
def test_a_criterion_concludes_as_its_band_does(report: Report, number: str, conclusion: list[str]) -> None:
    divisions = of_type(criterion_of(report(), number).blocks, DivisionBlock)
    assert [plain(each.blocks) for each in divisions if each.heading == "Conclusion"] == conclusion


def test_inspectors_may_depart_from_the_band_with_a_reason(report: Report) -> None:
    text = "criterion: 1.1\nscore: 72\nrating: poor\nrating_reason: See {criterion}`~2.1`.\n"
    criterion = criterion_of(report({"criteria/1.1.yaml": text}), "1.1")
    departs = "Inspectors departed from the rating that the score gives: Good"
    assert criterion.lead[1] == JudgementBlock("score", "Score", (SCORE,), "Poor", departs, 1, 2)
    (conclusion,) = of_type(criterion.blocks, DivisionBlock)
    said, reason = conclusion.blocks
    assert isinstance(reason, CalloutBlock)
    assert (plain((said,)), reason.role, plain((reason,))) == (
        "This was poor.",
        "conclusion-reason",
        "See criterion 2.1.",
    )


def test_a_criterion_whose_file_is_missing_has_no_findings(small_area: Path, report: Report) -> None:
    (small_area / "criteria/1.1.yaml").unlink()
    assert criterion_of(report(), "1.1").blocks == ()


RESULTS = """\
blocks:
  - heading: Results
  - table:
      id: by-year
      caption: Results by year
      columns: [{id: name, heading: Year}, {id: met, heading: Met, unit: per-cent}]
      rows: [{name: 2023, met: 60}, {name: 2024, met: 62.5}]
      note: |
        More is in {appendix}`~results`.
  - chart: {id: drawn, caption: The same, data: {table: by-year}}
"""


def test_tables_and_charts_of_another_part_are_printed_where_the_framework_shows_them(
    small_area: Path, report: Report
) -> None:
    framework = (small_area / "framework.yaml").read_text()
    framework = framework.replace("statement: There is money.", "statement: There is money., shows: [by-year, drawn]")
    framework += "  - {kind: mixed, id: results, heading: Results, appendix: yes}\n"
    document = report({"results.yaml": RESULTS, "framework.yaml": framework})
    blocks = criterion_of(document, "2.1").blocks
    (table,), (chart,) = of_type(blocks, TableBlock), of_type(blocks, ChartBlock)
    assert (table.number, table.id, table.caption) == (3, "table-3", ("Results by year",))
    assert (chart.number, chart.id) == (2, "chart-2")
    assert plain(table.notes) == "More is in Appendix 2."
    assert plain(part_of(document, "mixed").blocks) == "Results"


def opening_chart(report: Report, files: dict[str, str] | None = None) -> list[ChartBlock]:
    """The charts that the first section begins with."""
    return of_type(part_of(report(files), "section").blocks, ChartBlock)


def test_a_section_begins_with_how_its_criteria_are_rated(report: Report) -> None:
    (chart,) = opening_chart(report)
    assert (chart.id, chart.number, chart.label, chart.form) == ("section-1-ratings", 0, "", "bands")
    assert line(chart.caption) == "How the criteria of this section are rated"
    assert [column.heading for column in chart.columns] == ["Criterion", "Band", "Score"]
    assert [(row.label, row.target, [line(cell) for cell in row.cells]) for row in chart.groups[0].rows] == [
        ("1.1 First plan", "criterion-1.1", ["Good", "72%"]),
        ("1.10 Tenth plan", "criterion-1.10", ["Poor", "51%"]),
    ]


OPENERS = "openers:\n  1: Plans came early, in {{ 1.1/on-time }} of cases.\n  2: Money was there.\n"


def test_what_a_section_opens_with_in_short_stands_below_its_chart(report: Report) -> None:
    document = report({"summary.yaml": SMALL_AREA["summary.yaml"] + OPENERS})
    first, second = [part for part in document.parts if part.kind == "section"]
    assert [type(block) for block in first.blocks[:3]] == [JudgementBlock, ChartBlock, CalloutBlock]
    openers = [block for part in (first, second) for block in of_type(part.blocks, CalloutBlock)]
    assert [(each.role, plain(each.blocks)) for each in openers] == [
        ("opener", "Plans came early, in 97% of cases."),
        ("opener", "Money was there."),
    ]
    assert isinstance(second.blocks[0], CalloutBlock)


def test_a_section_of_one_rated_criterion_has_no_chart(report: Report) -> None:
    assert opening_chart(report, {"criteria/1.1.yaml": "criterion: 1.1\n"}) == []
