"""The contents, and where each abbreviation is used first."""

from __future__ import annotations

from pathlib import Path

import pytest

from omi_report.document import parts
from omi_report.document.build import build_report
from omi_report.document.kinds import PART_KINDS
from omi_report.model.area import Area
from omi_report.model.load import load_area
from omi_report.source.snapshot import Snapshot
from tests.samples import inspection_of


def part_of(area: Area, kind: type[parts.Contents] | type[parts.Abbreviations]) -> parts.Part:
    return next(part for part in build_report(inspection_of(area)).parts if isinstance(part, kind))


def test_the_contents_list_parts_sections_and_criteria(area: Area) -> None:
    contents = part_of(area, parts.Contents)
    assert isinstance(contents, parts.Contents)
    assert [(each.number, each.heading, each.level, each.appendix) for each in contents.entries] == [
        ("", "Foreword", 1, 0),
        ("", "Abbreviations", 1, 0),
        ("", "Summary", 1, 0),
        ("", "Scores", 1, 0),
        ("1", "Planning", 1, 0),
        ("1.1", "First plan", 2, 0),
        ("1.10", "Tenth plan", 2, 0),
        ("2", "Leading", 1, 0),
        ("2.1", "Money", 2, 0),
        ("", "How we score", 1, 1),
    ]


@pytest.mark.parametrize(
    ("short", "text", "first"),
    [
        ("PSR", "One PSR.", "criterion-2.1"),
        ("PSR", "Two PSRs.", "criterion-2.1"),
        ("PSR", "A *PSR*'s end.", "criterion-2.1"),
        ("PSR", "PSRX and xPSR.", None),
        ("SDR/FDR", "An FDR.", "criterion-2.1"),
        ("Tier 1", "Of Tier 1.", "criterion-2.1"),
    ],
)
def test_an_abbreviation_is_first_used_where_its_words_stand(
    small_area: Path, short: str, text: str, first: str | None
) -> None:
    (small_area / "abbreviations.yaml").write_text(f"{short}: what it stands for\n")
    (small_area / "criteria/1.1.yaml").write_text("criterion: 1.1\n")
    (small_area / "criteria/2.1.yaml").write_text(f"criterion: 2.1\ngrade: met\nstrengths:\n  - {text}\n")
    area = load_area(Snapshot.of(small_area), PART_KINDS).area
    assert area is not None
    abbreviations = part_of(area, parts.Abbreviations)
    assert isinstance(abbreviations, parts.Abbreviations)
    (entry,) = abbreviations.entries
    assert (entry.short, entry.expansion) == (short, "what it stands for")
    assert (entry.first_used.id if entry.first_used else None) == first


def test_the_list_of_abbreviations_is_no_use_of_them(area: Area) -> None:
    abbreviations = part_of(area, parts.Abbreviations)
    assert isinstance(abbreviations, parts.Abbreviations)
    assert [entry.first_used.id if entry.first_used else None for entry in abbreviations.entries] == [
        "criterion-1.1",
        None,
    ]
