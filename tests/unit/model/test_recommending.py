"""In which order recommendations are printed, and by when they are to be carried out."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from omi_report.model.base import ReportDate
from omi_report.model.recommending import Addressee, Deadline, Recommending

ASKED = Recommending(
    addressees=tuple(Addressee(id=name, heading=f"The {name} should:") for name in ("area", "region", "board"))
)


@given(st.lists(st.sampled_from(["area", "region", "board", "unknown", None])))
def test_they_are_grouped_in_the_order_of_the_framework(to: list[str | None]) -> None:
    order = ASKED.order_of(tuple(to))
    assert sorted(order) == list(range(len(to)))
    ranks = ["area", "region", "board"]
    printed = [(ranks.index(each) if (each := to[at]) in ranks else 3, at) for at in order]
    assert printed == sorted(printed)


def test_without_addressees_they_stay_in_their_order() -> None:
    assert Recommending().order_of((None, None, None)) == (0, 1, 2)


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2024-03", ReportDate(2024, 3)),
        ("2024-03-15", ReportDate(2024, 3, 15)),
        ("within four weeks", None),
        ("by the end of 2024", None),
        ("2024", None),
    ],
)
def test_a_deadline_is_a_date_or_words(written: str, date: ReportDate | None) -> None:
    assert (Deadline.parse(written).date, str(Deadline.parse(f" {written} "))) == (date, written)


@pytest.mark.parametrize("written", ["2024-13", "2024-3", "2024-02-30", "2024-03-01-01", "", "  "])
def test_what_looks_like_a_date_and_is_none_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"there is no|is written|is empty"):
        Deadline.parse(written)
