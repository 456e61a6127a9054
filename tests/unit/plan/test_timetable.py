"""By when the steps of an inspection are due, which were done, and which are late."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from omi_report.inspection import Inspection, inspect
from omi_report.model.base import ReportDate, days_in
from omi_report.plan.timetable import DatedStep, timetable
from omi_report.plan.timing import days_over, first_day, has_come, last_day, weeks_after
from omi_report.workspace.area import open_area

DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2200, 1, 1))
DATES = st.builds(lambda day, whole: ReportDate(day.year, day.month, 0 if whole else day.day), DAYS, st.booleans())
CALENDAR = """\
calendar:
  feedback: {weeks: 0}
  draft: {weeks: 6}
  comments: {weeks: 2, after: draft}
  publication: {weeks: 12}
  plan: {weeks: 4, after: publication}
"""


@given(DATES, st.integers(0, 520), DAYS)
def test_weeks_are_counted_from_the_last_day(date: ReportDate, weeks: int, today: datetime.date) -> None:
    due = weeks_after(date, weeks)
    assert bool(due.day) == bool(date.day)
    assert first_day(due) <= last_day(date) + datetime.timedelta(weeks=weeks) <= last_day(due)
    assert (days_over(due, today) > 0) == (today > last_day(due))
    assert has_come(due, today) == (today >= first_day(due))


def test_the_end_of_time() -> None:
    assert weeks_after(ReportDate(9999, 12), 520) == ReportDate(9999, 12)
    assert days_in(9999, 12) == 31


def steps(small_area: Path, area: str, today: str, calendar: str = CALENDAR, plan: str = "") -> list[DatedStep]:
    file, framework = small_area / "area.yaml", small_area / "framework.yaml"
    lines = file.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if not line.startswith(("stage", "inspected", "drafted", "published", "draft"))]
    file.write_text("\n".join([*kept, area]) + "\n", encoding="utf-8")
    framework.write_text(framework.read_text(encoding="utf-8") + calendar, encoding="utf-8")
    if plan:
        (small_area / "plan.yaml").write_text(plan, encoding="utf-8")
    inspected = inspect(*open_area(small_area))
    assert isinstance(inspected, Inspection), inspected.problems
    return list(timetable(inspected, datetime.date.fromisoformat(today)))


def shown(found: list[DatedStep]) -> list[tuple[str, str, str, bool, int]]:
    return [(each.step, str(each.due or ""), str(each.done or ""), each.passed, each.days_late) for each in found]


def test_everything_by_the_calendar(small_area: Path) -> None:
    found = steps(small_area, "inspected: 2024-05-10", "2024-06-25")
    assert shown(found) == [
        ("feedback", "2024-05-10", "", False, 46),
        ("draft", "2024-06-21", "", False, 4),
        ("comments", "2024-07-05", "", False, 0),
        ("publication", "2024-08-02", "", False, 0),
        ("plan", "2024-08-30", "", False, 0),
    ]


def test_a_month_and_steps_that_were_done(small_area: Path) -> None:
    text = "inspected: 2024-05\ndrafted: 2024-07-20\ndraft: {number: 2, reply_by: 2024-08-01}\npublished: 2024-09"
    assert shown(steps(small_area, text, "2024-08-03")) == [
        ("feedback", "2024-05", "", True, 0),
        ("draft", "2024-07", "2024-07-20", False, 0),
        ("comments", "2024-08-01", "", False, 2),
        ("publication", "2024-09", "", False, 0),
        ("plan", "2024-10", "", False, 0),
    ]


def test_what_was_done_late_and_what_is_still_to_come(small_area: Path) -> None:
    text = "inspected: 2024-05-10\nfeedback: 2024-05-10\ndrafted: 2024-06-28\ncommented: 2024-07-10\nstage: final\n"
    plan = "submitted: 2024-09-09\nrecommendations: []\n"
    found = steps(small_area, f"{text}published: 2024-08-02", "2024-08-03", plan=plan)
    assert shown(found) == [
        ("feedback", "2024-05-10", "2024-05-10", False, 0),
        ("draft", "2024-06-21", "2024-06-28", False, 7),
        ("comments", "2024-07-12", "2024-07-10", False, 0),
        ("publication", "2024-08-02", "2024-08-02", False, 0),
        ("plan", "2024-08-30", "", False, 0),
    ]


def test_a_plan_that_is_to_be_sent_is_late_all_the_same(small_area: Path) -> None:
    text = "inspected: 2024-05-10\nstage: final\npublished: 2024-08-02"
    found = steps(small_area, text, "2024-09-03", plan="submitted: 2024-10-01\nrecommendations: []\n")
    assert shown(found)[-1] == ("plan", "2024-08-30", "", False, 4)


def test_a_draft_is_not_published_when_its_day_has_come(small_area: Path) -> None:
    found = steps(small_area, "inspected: 2024-05-10\npublished: 2024-08-01", "2024-08-03")
    assert shown(found)[3] == ("publication", "2024-08-01", "", False, 2)


def test_without_a_calendar_only_what_the_area_says_has_a_date(small_area: Path) -> None:
    found = steps(small_area, "inspected: 2024-05-10\ndrafted: 2024-06-28", "2024-08-03", calendar="")
    assert shown(found) == [("draft", "", "2024-06-28", False, 0)]


@pytest.mark.parametrize(
    ("calendar", "message"),
    [
        ("{draft: {weeks: 2, after: publication}, publication: {weeks: 12}}", "«draft» are counted from «publication»"),
        ("{plan: {weeks: 4, after: publication}}", "«plan» are counted from «publication»"),
        ("{draft: {weeks: 2, after: draft}}", "«draft» are counted from «draft»"),
        ("{draft: {weeks: 600}}", ""),
        ("{draft: 6}", ""),
        ("{drafts: {weeks: 6}}", ""),
    ],
)
def test_a_calendar_that_cannot_be(small_area: Path, calendar: str, message: str) -> None:
    framework = small_area / "framework.yaml"
    framework.write_text(f"{framework.read_text(encoding='utf-8')}calendar: {calendar}\n", encoding="utf-8")
    found = inspect(*open_area(small_area)).problems
    assert any(message in each.message and "framework.yaml" in each.location.file for each in found)
