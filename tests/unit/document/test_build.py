"""The report as a whole: its parts in order, and areas that lack some of them."""

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

HAMPSHIRE = Path(__file__).parents[3] / "areas" / "hampshire"


def test_the_parts_are_in_the_frameworks_order_with_the_promised_ids(area: Area) -> None:
    assert [part.id for part in build_report(inspection_of(area)).parts] == [
        "title-page",
        "foreword",
        "contents",
        "abbreviations",
        "summary",
        "scores",
        "section-1",
        "section-2",
        "appendix-1",
    ]


def test_a_report_knows_what_it_is_about(area: Area) -> None:
    report = build_report(inspection_of(area))
    assert (report.title, report.area, report.slug) == ("A report on Northfold", "Northfold", "northfold")
    assert (report.stage, str(report.inspected), report.published) == ("draft", "2024-05", None)


def test_a_real_report_has_every_part_of_the_published_one() -> None:
    area = load_area(Snapshot.of(HAMPSHIRE), PART_KINDS).area
    assert area is not None
    ids = [part.id for part in build_report(inspection_of(area)).parts]
    assert (
        ids
        == (
            "title-page foreword acknowledgements contents abbreviations summary scores recommendations next-steps "
            "good-practice service-users section-1 section-2 section-3 section-4 "
            "appendix-1 appendix-2 appendix-3 appendix-4 appendix-5"
        ).split()
    )


OPTIONAL = ["foreword", "abbreviations", "summary", "criteria/1.1", "criteria/1.10", "criteria/2.1"]


@pytest.mark.parametrize("name", OPTIONAL)
def test_a_missing_file_leaves_its_part_empty(small_area: Path, name: str) -> None:
    (small_area / f"{name}.yaml").unlink()
    area = load_area(Snapshot.of(small_area), PART_KINDS).area
    assert area is not None
    assert len(build_report(inspection_of(area)).parts) == 9


def test_an_area_of_nothing_but_its_identity_still_has_its_parts(small_area: Path) -> None:
    for name in OPTIONAL:
        (small_area / f"{name}.yaml").unlink()
    area = load_area(Snapshot.of(small_area), PART_KINDS).area
    assert area is not None
    report = build_report(inspection_of(area))
    foreword = next(part for part in report.parts if isinstance(part, parts.Foreword))
    assert (foreword.text, foreword.signatory) == ((), "")
    summary = next(part for part in report.parts if isinstance(part, parts.Summary))
    assert summary.texts == ()


def test_the_shipped_framework_gives_a_report_for_an_area_of_nothing_but_its_identity(tmp_path: Path) -> None:
    (tmp_path / "area.yaml").write_text("area: Northfold\ninspected: 2024-05\n")
    area = load_area(Snapshot.of(tmp_path), PART_KINDS).area
    assert area is not None
    report = build_report(inspection_of(area))
    assert len(report.parts) == 20
    assert plain(report.parts[0].introduction) == ""


def test_no_two_parts_share_an_id() -> None:
    area = load_area(Snapshot.of(HAMPSHIRE), PART_KINDS).area
    assert area is not None
    ids = [part.id for part in build_report(inspection_of(area)).parts]
    assert len(ids) == len(set(ids))
