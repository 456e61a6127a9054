"""The chart of a section that shows how the questions of its criteria were answered."""

from __future__ import annotations

import pytest

from omi_report.document.printed import line, plain
from omi_report.document.tree import Bar, Block, ChartBlock
from tests.conftest import SMALL_AREA
from tests.unit.document.blocks import of_type, part_of
from tests.unit.document.conftest import Report

ANSWERS = """\
answers:
  - {id: well, name: Well, line: above}
  - {id: enough, name: Enough, line: above}
  - {id: poor, name: Poor, line: below}
  - {id: n-a, name: Not relevant, line: not-relevant}
attributes: {sex: [female, male]}
minimum_base: 3
"""
OPEN = "disclosure: {none: The tests count each of a few cases.}\n"
HIDING = "disclosure: {minimum: 3}\n"
TWO = "questions: [{id: 1.1.1, text: Was it?}, {id: 1.1.2, text: Was it so?}]"
ONE = "questions: [{id: 1.10.1, text: Was it?}]"


def files_with(cases: str, disclosure: str = OPEN, own: str = "", answers: str = ANSWERS) -> dict[str, str]:
    """The small area with questions and answers; ``own`` are other answers to the last question."""
    framework = SMALL_AREA["framework.yaml"].replace("summary: 20, ", "").replace("- kind: sections", SWITCHED_ON)
    framework = framework.replace("thread: {of: questions, take: mean}", "thread: none").replace(THREADS, "")
    framework = framework.replace("A plan is made.}", f"A plan is made., {TWO}}}", 1)
    framework = framework.replace(
        "Another plan is made.}", f"Another plan is made., {ONE.replace('?}', f'?{own}}}')}}}"
    )
    return {"framework.yaml": framework + answers + disclosure, "evidence/cases.csv": cases}


SWITCHED_ON = "- kind: sections\n    answers: yes"
THREADS = "threads:\n  - {id: safety, title: Safety, sections: [1]}\n"


def cases_of(*groups: tuple[int, str]) -> str:
    """Cases by their answers: so many of each."""
    rows = [answers for number, answers in groups for _ in range(number)]
    return "case,sex,1.1.1,1.1.2,1.10.1\n" + "".join(f"{at},female,{row}\n" for at, row in enumerate(rows))


MANY = cases_of((6, "well,enough,poor"), (4, "enough,enough,n-a"), (5, "poor,n-a,well"), (3, "well,well,enough"))


def charts_of(report: Report, files: dict[str, str]) -> list[tuple[ChartBlock, tuple[Block, ...]]]:
    """The charts of answers of the report, each with what follows it."""
    blocks = [part.blocks for part in report(files).parts if part.kind == "section"]
    return [
        (block, found[at + 1 :])
        for found in blocks
        for at, block in enumerate(found)
        if isinstance(block, ChartBlock) and block.id.endswith("-answers")
    ]


def shown(chart: ChartBlock) -> list[list[str]]:
    return [[row.label, *map(line, row.cells)] for group in chart.groups for row in group.rows]


def test_a_bar_adds_up_the_answers_to_all_questions_of_a_criterion(report: Report) -> None:
    ((chart, after),) = charts_of(report, files_with(MANY))
    assert [column.heading for column in chart.columns] == ["Criterion", "Well", "Enough", "Poor", "Answers"]
    assert [(entry.rank, entry.name) for entry in chart.legend] == [(0, "Well"), (1, "Enough"), (2, "Poor")]
    # 1.1.1: 9 well, 4 enough, 5 poor; 1.1.2: 3 well, 10 enough, 5 not relevant
    assert shown(chart) == [
        ["1.1 First plan", "39%", "45%", "16%", "31"],
        ["1.10 Tenth plan", "36%", "21%", "43%", "14"],
    ]
    first = chart.groups[0].rows[0]
    assert first.pieces == (
        Bar((387, 10), 0, "section-1-0-0"), Bar((226, 5), 1, "section-1-0-1"), Bar((161, 10), 2, "section-1-0-2")
    )  # fmt: skip
    assert first.target == "criterion-1.1"
    assert (chart.form, chart.maximum, chart.id) == ("stacked", 100, "section-1-answers")
    assert line(chart.caption) == "How the questions of each criterion were answered"
    assert plain(after[:1]) == "Base: all answers to the questions, less those where one was not relevant."


def test_percentages_that_do_not_add_up_say_so(report: Report) -> None:
    cases = cases_of((1, "well,well,well"), (1, "enough,enough,enough"), (1, "poor,poor,poor"))
    ((chart, after),) = charts_of(report, files_with(cases))
    assert shown(chart)[0] == ["1.1 First plan", "33%", "33%", "33%", "6"]
    assert "Percentages may not add up to 100% because of rounding." in plain(after[:2])


def test_without_evidence_or_the_switch_there_is_no_chart(report: Report) -> None:
    files = files_with(MANY)
    assert (
        charts_of(report, {**files, "framework.yaml": files["framework.yaml"].replace("    answers: yes\n", "")}) == []
    )
    assert charts_of(report, {"framework.yaml": files["framework.yaml"], "evidence/cases.csv": cases_of()}) == []


def test_few_answers_have_no_bar(report: Report) -> None:
    cases = cases_of((2, "well,well,well"), (2, "well,poor,n-a"))
    ((chart, _after),) = charts_of(report, files_with(cases))
    assert shown(chart) == [["1.1 First plan", "75%", "0%", "25%", "8"], ["1.10 Tenth plan", "–", "–", "–", "2"]]
    assert chart.groups[0].rows[1].pieces == ()


def test_where_the_questions_have_different_answers_the_bars_have_two_sides(report: Report) -> None:
    own = ", answers: [{id: yes, name: 'Yes', line: above}, {id: no, name: 'No', line: below}]"
    cases = cases_of((6, "well,enough,yes"), (4, "poor,n-a,no"))
    ((chart, _after),) = charts_of(report, files_with(cases, own=own))
    assert [entry.name for entry in chart.legend] == ["Above the line", "Below the line"]
    assert shown(chart) == [["1.1 First plan", "75%", "25%", "16"], ["1.10 Tenth plan", "60%", "40%", "10"]]


def test_where_small_counts_are_hidden_it_says_no_more_than_the_results_of_questions(report: Report) -> None:
    cases = cases_of((6, "well,enough,poor"), (4, "poor,poor,enough"), (3, "enough,well,well"))
    ((chart, _after),) = charts_of(report, files_with(cases, HIDING))
    assert [entry.name for entry in chart.legend] == ["Above the line", "Below the line"]
    assert shown(chart) == [["1.1 First plan", "69%", "31%", "26"], ["1.10 Tenth plan", "54%", "46%", "13"]]


@pytest.mark.parametrize("few", [1, 2])
def test_a_criterion_with_a_hidden_question_has_no_bar(report: Report, few: int) -> None:
    cases = cases_of((few, "poor,well,well"), (6, "well,poor,poor"), (5, "enough,well,well"))
    ((chart, after),) = charts_of(report, files_with(cases, HIDING))
    assert shown(chart)[0] == ["1.1 First plan", "–", "–", "–"]
    assert chart.groups[0].rows[0].pieces == ()
    assert "Some figures are left out" in plain(after[:1])


def test_answers_of_two_sides_keep_their_names_where_small_counts_are_hidden(report: Report) -> None:
    answers = ANSWERS.replace("  - {id: enough, name: Enough, line: above}\n", "")
    cases = cases_of((6, "well,well,poor"), (4, "poor,poor,well"))
    ((chart, _after),) = charts_of(report, files_with(cases, HIDING, answers=answers))
    assert [entry.name for entry in chart.legend] == ["Well", "Poor"]


def test_it_stands_before_the_criteria(report: Report) -> None:
    part = part_of(report(files_with(MANY)), "section")
    assert [block.id for block in of_type(part.blocks, ChartBlock)][-1] == "section-1-answers"
