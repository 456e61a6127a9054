"""Scores, performance and context as tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from omi_report.document import parts
from omi_report.document.build import build_report
from omi_report.document.kinds import PART_KINDS
from omi_report.document.resolve import Resolver
from omi_report.document.tables import band_legend
from omi_report.model.area import Area
from omi_report.model.load import load_area
from omi_report.source.snapshot import Snapshot
from tests.samples import inspection_of


def test_the_bands_are_listed_from_the_best_without_a_gap(resolver: Resolver) -> None:
    assert [(band.name, band.lowest, band.highest, band.rank) for band in band_legend(resolver)] == [
        ("Good", 70, 100, 0),
        ("Poor", 0, 69, 1),
    ]


def test_scores_and_grades_stand_in_tables_of_their_own(area: Area) -> None:
    scores = next(part for part in build_report(inspection_of(area)).parts if isinstance(part, parts.Scores))
    assert [section.number for section in scores.sections] == ["1"]
    assert scores.grades == (parts.GradedCriterion("2.1", "Money", "Met"),)
    assert scores.graded_sections == "2"
    assert scores.chart is not None
    assert scores.grades_table is not None
    assert [scores.chart.number, scores.grades_table.number, scores.threads[0].table.number] == [1, 1, 2]


@pytest.fixture
def context_area(small_area: Path) -> Path:
    """The small area with its context as the first appendix."""
    framework = small_area / "framework.yaml"
    context = "  - {kind: context, heading: Figures, appendix: yes}\n  - kind: standard-text\n"
    framework.write_text(framework.read_text().replace("  - kind: standard-text\n", context))
    return small_area


def context_of(folder: Path) -> parts.Context:
    area = load_area(Snapshot.of(folder), PART_KINDS).area
    assert area is not None
    return next(part for part in build_report(inspection_of(area)).parts if isinstance(part, parts.Context))


def test_a_context_without_figures_has_no_tables(context_area: Path) -> None:
    (context_area / "context.yaml").write_text("{}\n")
    context = context_of(context_area)
    assert (context.caseload, context.sample, context.gender, context.budget_table) == (None, None, None, 0)


def test_the_tables_and_charts_of_a_context_are_numbered_on(context_area: Path) -> None:
    (context_area / "area.yaml").write_text(
        "area: Northfold\nframework: framework.yaml\ninspected: 2024-05\nsample: {licence: 4}\n"
    )
    (context_area / "context.yaml").write_text(
        "caseload: {date: 2024-03, total: 50, gender: [{group: Women, percent: 12.5}]}\n"
        "budget: [{year: 2023/2024, revenue: 1000000}]\n"
    )
    context = context_of(context_area)
    assert context.caseload is not None
    assert context.sample is not None
    assert context.gender is not None
    assert (context.caseload.number, context.budget_table, context.premises_table) == (3, 4, 0)
    assert (context.sample.number, context.gender.number) == (2, 3)
