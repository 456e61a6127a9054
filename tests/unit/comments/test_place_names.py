"""What people call a place of a report: by its address, as the report does, or as they please."""

from __future__ import annotations

import pytest

from omi_report.comments.place import PlaceNames, called

PLACES = (
    PlaceNames("summary", (), "Summary"),
    PlaceNames("section-1", (), "1"),
    PlaceNames("criterion-1.2", (), "1.2", "Assessment of the risk of harm"),
    PlaceNames("criterion-1.2-figures", (), "1.2, chart"),
    PlaceNames("finding-1.2-knew-the-staff", ("finding-1.2-strength-a",), "1.2, Strengths (a)"),
    PlaceNames("finding-1.2-improvement-a", (), "1.2, Areas for improvement (a)"),
    PlaceNames("finding-1.2-plans", ("finding-1.2-improvement-f",), "1.2, Areas for improvement (f)"),
    PlaceNames("criterion-1.21", (), "1.21"),
    PlaceNames("story-garden", (), "Good practice, The garden project"),
    PlaceNames("table-1", (), "1.2, Table 1", "Cases by type, March 2008"),
    PlaceNames("chart-1", (), "1.2, Chart 1"),
)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("finding-1.2-plans", "finding-1.2-plans"),
        ("finding-1.2-improvement-f", "finding-1.2-plans"),
        ("report.html#finding-1.2-improvement-f", "finding-1.2-plans"),
        ("https://reports.example.org/x/report.html#finding-1.2-plans", "finding-1.2-plans"),
        (" #Criterion-1.2 ", "criterion-1.2"),
        ("1.2, areas for  improvement (F)", "finding-1.2-plans"),
        ("1.2 (f)", "finding-1.2-plans"),
        ("Criterion 1.2 (f)", "finding-1.2-plans"),
        ("1.2 improvement f", "finding-1.2-plans"),
        ("1.2 strength (a)", "finding-1.2-knew-the-staff"),
        ("criterion 1.2", "criterion-1.2"),
        ("1.2", "criterion-1.2"),
        ("1", "section-1"),
        ("Table 1", "table-1"),
        ("Table 1: Cases by type, March 2008", "table-1"),
        ("Criterion 1.2 Assessment of the risk of harm", "criterion-1.2"),
        ("Table 1: Cases by tier", None),
        ("the garden project", "story-garden"),
        ("1.2 (a)", None),  # two lists have it
        ("1.3", None),
        ("page 21", None),
        ("report.html#page-21", None),
        ("", None),
        ("?", None),
    ],
)
def test_the_place_that_is_meant(typed: str, address: str | None) -> None:
    found = called(typed, PLACES)
    assert (found.address if found else None) == address
