"""A report made as it is now, with what is wrong at its place in the report."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from omi_report.build_options import BuildOptions
from omi_report.inspection import Inspection, inspect
from omi_report.model.anchors import anchors_of
from omi_report.problems import Location
from omi_report.workspace.area import open_area
from omi_report.workspace.live import CheckedNow, LiveReport, MadeNow, attempt_of, check_now, make_now, views_of

PAGE = BuildOptions(pdf=False)


def change(area: Path, name: str, old: str, new: str) -> None:
    text = (area / name).read_text(encoding="utf-8")
    assert old in text
    (area / name).write_text(text.replace(old, new), encoding="utf-8")


def test_the_page_is_that_of_a_build(small_area: Path) -> None:
    attempt = attempt_of(check_now(small_area), make_now(small_area, PAGE))
    assert attempt.data is not None
    assert b"Welcome to Northfold" in attempt.data
    assert attempt.sources[f"{small_area}/foreword.yaml"] == small_area / "foreword.yaml"


def test_errors_leave_no_page_and_lead_to_their_finding(small_area: Path) -> None:
    change(small_area, "criteria/1.1.yaml", "{{ on-time }}", "{{ on-tiem }}")
    change(small_area, "foreword.yaml", "{{ area }}", "{{ aera }}")
    attempt = attempt_of(check_now(small_area), make_now(small_area, PAGE))
    assert attempt.data is None
    errors = {each.problem.location.file.rpartition("northfold/")[2]: each for each in attempt.notices}
    assert errors["criteria/1.1.yaml"].anchors == ("finding-1.1-strength-a", "criterion-1.1")
    assert errors["criteria/1.1.yaml"].excerpt == "  - Plans were on time in {{ on-tiem }} of cases."
    assert errors["foreword.yaml"].anchors == ("foreword",)


def test_a_file_that_is_saved_half_is_a_problem_of_that_file(small_area: Path) -> None:
    (small_area / "criteria/1.1.yaml").write_text("criterion: 1.1\nstrengths: [", encoding="utf-8")
    attempt = attempt_of(check_now(small_area), make_now(small_area, PAGE))
    assert attempt.data is None
    assert any(each.problem.location.file.endswith("criteria/1.1.yaml") for each in attempt.notices)


def test_an_area_that_was_removed_is_told_in_a_line(small_area: Path) -> None:
    shutil.rmtree(small_area)
    attempt = attempt_of(check_now(small_area), make_now(small_area, PAGE))
    assert (attempt.data, attempt.outdated) == (None, False)
    assert attempt.remarks[0].startswith("there is no folder ")


def test_an_area_of_which_nothing_can_be_made_is_told(small_area: Path) -> None:
    (small_area / "area.yaml").write_text("area: [", encoding="utf-8")
    attempt = attempt_of(check_now(small_area), make_now(small_area, PAGE))
    assert attempt.data is None
    assert attempt.notices[0].anchors == ()


def test_what_was_saved_between_the_two_is_made_again() -> None:
    assert attempt_of(CheckedNow(b"1", is_sound=True), MadeNow(b"2", b"page")).outdated


def test_what_fails_counts_where_nothing_is_wrong() -> None:
    made = MadeNow(b"1", None, ("the report cannot be made: KeyError: 'x'",))
    assert attempt_of(CheckedNow(b"1", is_sound=True), made).remarks == made.remarks
    assert attempt_of(CheckedNow(b"1"), made).remarks == ()


def test_a_template_folder_that_cannot_be_used_is_told(small_area: Path, tmp_path: Path) -> None:
    house = tmp_path / "house"
    (house / "html").mkdir(parents=True)
    (house / "html" / "report.html").write_text("{{ oh", encoding="utf-8")
    made = make_now(small_area, BuildOptions(pdf=False, templates=house))
    assert made.data is None
    assert "report.html" in made.remarks[0]


def test_each_look_is_offered_and_made_in_processes_of_its_own(small_area: Path) -> None:
    views = views_of(small_area)
    assert len(set(views.files)) == 8
    assert "report-large-print-high-contrast.pdf" in views.files
    report = LiveReport(small_area, BuildOptions())
    try:
        report.start()
        page, pdf = report.build("report-large-print.html"), report.build("report.pdf")
        assert page.data is not None
        assert b"large-print" in page.data
        assert pdf.data is not None
        assert pdf.data.startswith(b"%PDF")
        change(small_area, "foreword.yaml", "{{ area }}", "{{ aera }}")
        assert report.build("report.pdf").data is None
    finally:
        report.close()
    assert report.build("report.html").remarks


@pytest.mark.parametrize(
    ("name", "line", "expected"),
    [
        ("criteria/1.1.yaml", 2, ("criterion-1.1",)),
        ("criteria/1.1.yaml", 7, ("finding-1.1-strength-a", "criterion-1.1")),
        ("criteria/1.1.yaml", 10, ("finding-1.1-reviews", "criterion-1.1")),
        ("criteria/1.1.yaml", 11, ("criterion-1.1",)),
        ("summary.yaml", 3, ("summary",)),
        ("area.yaml", 1, ()),
    ],
)
def test_each_line_belongs_to_its_place(small_area: Path, name: str, line: int, expected: tuple[str, ...]) -> None:
    inspection = inspect(*open_area(small_area))
    assert isinstance(inspection, Inspection)
    anchors = anchors_of(inspection.area, inspection.outline)
    assert anchors.at(Location(f"{small_area.as_posix()}/{name}", line)) == expected
