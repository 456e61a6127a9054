"""Criteria of a section that has no rating of its own stand under its name, wherever ratings are listed or drawn."""

from __future__ import annotations

import pytest

from omi_report.document.printed import line, printed
from omi_report.document.tree import ChartBlock, TableBlock
from tests.conftest import SMALL_AREA
from tests.unit.document.blocks import of_type, part_of
from tests.unit.document.conftest import Report

SCORED = "title: Planning\n    rating: none"
JUDGED = f"{SCORED}\n    criteria_rating: {{judgement: bands}}"
PLACES = ("Section 1: Planning", "Section 2: Leading")


def with_section_one(said: str) -> dict[str, str]:
    framework = SMALL_AREA["framework.yaml"].replace("title: Planning", said)
    framework = framework.replace("  - kind: sections\n", "  - {kind: ratings, heading: Grades}\n  - kind: sections\n")
    return {"framework.yaml": framework}


def headings(block: ChartBlock | TableBlock) -> tuple[str, ...]:
    return tuple(group.heading for group in block.groups)


@pytest.mark.parametrize("said", [SCORED, JUDGED])
def test_each_section_has_a_heading_in_the_table_of_ratings(report: Report, said: str) -> None:
    document = report(with_section_one(said))
    (table,) = of_type(part_of(document, "ratings").blocks, TableBlock)
    assert headings(table)[:2] == PLACES
    assert [len(group.rows) for group in table.groups[:2]] == [2, 1]


def test_short_names_stand_beside_those_of_several_inspections_before(report: Report) -> None:
    framework = SMALL_AREA["framework.yaml"].replace("name: Poor,", "name: Very poor, short: Poor,")
    framework = framework.replace("  - kind: sections\n", "  - {kind: ratings, heading: Grades}\n  - kind: sections\n")
    before = [f"\n  - {{inspected: {year}-05, sections: {{1: poor}}}}" for year in (2021, 2018)]
    for rounds, shown in ((before[:1], "Very poor"), (before, "Poor")):
        files = {"framework.yaml": framework, "ratings.yaml": f"previous:{''.join(rounds)}\n"}
        (table,) = of_type(part_of(report(files), "ratings").blocks, TableBlock)
        assert {line(cell.children) for cell in table.groups[0].rows[0].cells[1:]} == {shown}


def test_each_section_has_a_heading_among_ratings_that_are_drawn(report: Report) -> None:
    document = report(with_section_one(JUDGED) | {"criteria/1.1.yaml": "criterion: 1.1\nrating: good\n"})
    (chart,) = of_type(part_of(document, "scores").blocks, ChartBlock)
    assert headings(chart) == PLACES
    assert set(PLACES) <= set(printed((chart,)))


def test_each_section_has_a_heading_among_scores_that_are_drawn(report: Report) -> None:
    scores, grades = of_type(part_of(report(with_section_one(SCORED)), "scores").blocks, ChartBlock)
    assert headings(scores) == PLACES[:1]
    assert headings(grades) == ("",), "its caption names the one section"


def test_a_section_with_a_rating_heads_its_criteria_itself(report: Report) -> None:
    scores, _grades = of_type(part_of(report(), "scores").blocks, ChartBlock)
    assert headings(scores) == ("",)
