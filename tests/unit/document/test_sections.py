"""Sections and criteria as the report prints them."""

from __future__ import annotations

from pathlib import Path

import pytest

from omi_report.document import parts
from omi_report.document.build import build_report
from omi_report.document.kinds import PART_KINDS
from omi_report.model.area import Area
from omi_report.model.load import load_area
from omi_report.prose.nodes import plain
from omi_report.source.snapshot import Snapshot
from tests.samples import inspection_of


def criterion_of(area: Area, number: str) -> parts.Criterion:
    return next(
        each
        for part in build_report(inspection_of(area)).parts
        if isinstance(part, parts.Section)
        for each in part.criteria
        if each.number == number
    )


def test_a_criterion_has_lettered_findings(area: Area) -> None:
    criterion = criterion_of(area, "1.1")
    strengths, improvements = criterion.findings
    assert (strengths.heading, improvements.heading) == ("Strengths", "Area for improvement")
    assert [(each.letter, each.id, plain(each.text)) for each in strengths.findings] == [
        ("a", "finding-1.1-strength-a", "Plans were on time in 97% of cases."),
        ("b", "finding-1.1-reviews", "Plans were reviewed."),
    ]
    assert [(each.letter, each.id) for each in improvements.findings] == [("a", "finding-1.1-improvement-a")]


def test_the_letters_go_on_after_z(small_area: Path) -> None:
    (small_area / "criteria/1.1.yaml").write_text("criterion: 1.1\nstrengths:\n" + "  - One.\n" * 28)
    area = load_area(Snapshot.of(small_area), PART_KINDS).area
    assert area is not None
    assert [each.letter for each in criterion_of(area, "1.1").findings[0].findings][25:] == ["z", "aa", "ab"]


@pytest.mark.parametrize(("number", "conclusion"), [("1.1", "This was good."), ("1.10", "This was poor."), ("2.1", "")])
def test_a_criterion_concludes_as_its_band_does(area: Area, number: str, conclusion: str) -> None:
    assert criterion_of(area, number).conclusion == conclusion


def test_inspectors_may_depart_from_the_band_with_a_reason(small_area: Path) -> None:
    text = "criterion: 1.1\nscore: 72\nconclusion: poor\nconclusion_reason: See {criterion}`~2.1`.\n"
    (small_area / "criteria/1.1.yaml").write_text(text)
    area = load_area(Snapshot.of(small_area), PART_KINDS).area
    assert area is not None
    criterion = criterion_of(area, "1.1")
    assert (criterion.conclusion, plain(criterion.conclusion_reason)) == ("This was poor.", "See criterion 2.1.")


def test_a_criterion_whose_file_is_missing_has_no_findings(small_area: Path) -> None:
    (small_area / "criteria/1.1.yaml").unlink()
    area = load_area(Snapshot.of(small_area), PART_KINDS).area
    assert area is not None
    criterion = criterion_of(area, "1.1")
    assert (criterion.findings, criterion.conclusion) == ((), "")


PERFORMANCE = """\
period: April 2024
source: The source
area_grade: good
domains:
  - {name: Money, grade: unheard-of}
"""


def test_the_performance_summary_is_printed_where_the_framework_says_so(small_area: Path) -> None:
    (small_area / "performance.yaml").write_text(PERFORMANCE)
    area = load_area(Snapshot.of(small_area), PART_KINDS).area
    assert area is not None
    summary = criterion_of(area, "2.1").performance
    assert summary is not None
    assert (summary.number, summary.period, summary.domains) == (3, "April 2024", (("Money", "unheard-of"),))
    assert (summary.appendix, summary.appendix_id) == (0, "")
    assert criterion_of(area, "1.1").performance is None
