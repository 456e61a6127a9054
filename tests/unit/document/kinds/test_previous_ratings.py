"""The ratings of earlier inspections: of one, or of several with the latest first."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from omi_report.build import validate
from omi_report.document.build import build_document
from omi_report.document.printed import line
from omi_report.document.tree import TableBlock
from tests.samples import inspected
from tests.unit.document.blocks import of_type, part_of

SALTMERE = Path(__file__).parents[4] / "areas" / "saltmere"
LATEST = "{inspected: 2021-11, overall: requires-improvement, criteria: {P1.1: good}}"
FIRST = "{inspected: 2018-03-05, overall: inadequate}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(SALTMERE, tmp_path / "saltmere")


def write(folder: Path, previous: str) -> list[tuple[str, int, int, str]]:
    """Write what is known of earlier inspections, and return what is wrong with it."""
    (folder / "ratings.yaml").write_text(f"previous:{previous}\n", encoding="utf-8")
    found = [each for each in validate(folder).problems if each.location.file.endswith("ratings.yaml")]
    return [(each.code, each.location.line, each.location.column, each.message) for each in found]


def table_of(folder: Path) -> TableBlock:
    part = part_of(build_document(inspected(folder)), "ratings")
    return next(block for block in of_type(part.blocks, TableBlock) if "ratings" in block.role.split())


def test_each_round_has_a_column(folder: Path) -> None:
    assert write(folder, f"\n  - {LATEST}\n  - {FIRST}") == []
    table = table_of(folder)
    assert [column.heading for column in table.columns][-2:] == [
        "Rating in November 2021",
        "Rating in 5 March 2018",
    ]
    overall = table.groups[-1].rows[-1]
    assert line(overall.header) == "Overall"
    assert [line(cell.children) for cell in overall.cells][-2:] == ["Requires improvement", "Inadequate"]


def test_several_rounds_leave_all_their_ratings_room(folder: Path) -> None:
    write(folder, f"\n  - {LATEST}")
    assert table_of(folder).role == "ratings"
    write(folder, f"\n  - {LATEST}\n  - {FIRST}")
    assert table_of(folder).role == "ratings rounds"


def test_rounds_stand_once_each_with_the_latest_first(folder: Path) -> None:
    said = "the inspection of 2021-11 stands after that of 2018-03-05"
    assert write(folder, f"\n  - {FIRST}\n  - {LATEST}") == [("OMI104", 3, 17, said)]


@pytest.mark.parametrize(
    ("previous", "expected"),
    [
        (" {inspectd: 2021-11}", ("OMI101", 1, 12, "unknown key «inspectd»")),
        (
            "\n  - {inspected: 2021-13}",
            ("OMI104", 2, 17, "there is no month 2021-13: months are 01 to 12, behind a year"),
        ),
        (" []", ("OMI104", 1, 11, "there is nothing here")),
        ("\n  - {inspected: 2021-11, overall: god}", ("OMI304", 2, 35, "the scale «overall» has no rating «god»")),
    ],
)
def test_what_is_wrong_is_found_in_its_place(folder: Path, previous: str, expected: tuple[str, int, int, str]) -> None:
    assert expected in write(folder, previous)
