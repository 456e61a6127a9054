"""The small value types: what they read, and what they refuse with which type of error."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, strategies as st

from omi_report.model.base import (
    Base,
    Count,
    Key,
    Number,
    OneOrMore,
    Percent,
    ReportDate,
    SectionNumber,
    StatedScore,
    Text,
)
from omi_report.model.readers import read
from omi_report.numbering import as_written
from omi_report.source.reader import read_tree
from omi_report.source.tree import Scalar
from tests.readings import faults_of


def error_type(kind: Any, value: object) -> str:
    """The type of the one error that a value is refused with."""
    ((_path, error),) = faults_of(kind, value)
    return error


def read_soundly(kind: Any, value: object) -> Any:
    """What a value is read as, without a fault."""
    found, faults = read(kind, value)
    assert not faults
    return found


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2007-11", ReportDate(2007, 11)),
        ("2007-11-05", ReportDate(2007, 11, 5)),
        ("2008-02-29", ReportDate(2008, 2, 29)),
        ("0001-01", ReportDate(1, 1)),
    ],
)
def test_a_date_is_a_month_or_a_day(written: str, date: ReportDate) -> None:
    assert ReportDate.parse(written) == date
    assert str(date) == written


@pytest.mark.parametrize("written", ["2007-13", "2007-00", "0000-01"])
def test_a_month_that_is_none_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=rf"^there is no month {written}: months are 01 to 12, behind a year$"):
        ReportDate.parse(written)


@pytest.mark.parametrize(
    ("written", "last"),
    [("2007-02-29", 28), ("2008-02-30", 29), ("1900-02-29", 28), ("2007-11-00", 30), ("2007-01-32", 31)],
)
def test_a_day_that_is_none_is_refused(written: str, last: int) -> None:
    with pytest.raises(ValueError, match=rf"^there is no day {written}: this month has the days 01 to {last}$"):
        ReportDate.parse(written)


def test_a_day_of_a_month_that_is_none_is_refused_for_the_month() -> None:
    with pytest.raises(ValueError, match=r"^there is no month 2007-13: "):
        ReportDate.parse("2007-13-01")


@pytest.mark.parametrize(
    "written", ["", "2007", "November 2007", "2007-1", "2007-11-5", "2007/11", "２００７-11", "2007-11\n"]
)
def test_anything_else_is_not_a_date(written: str) -> None:
    with pytest.raises(ValueError, match=r"^a month is written 2007-11 and a day 2007-11-05$"):
        ReportDate.parse(written)


@given(st.dates())
def test_every_day_of_the_calendar_is_a_date(day: Any) -> None:
    assert str(ReportDate.parse(str(day))) == str(day)


def test_a_text_keeps_the_scalar_that_it_was_written_as() -> None:
    origin = read_tree("|2\n   words\n", "a.yaml")[0]
    assert isinstance(origin, Scalar)
    text = read_soundly(Text, origin)
    assert text == " words\n"
    assert text.origin is origin
    assert Text.of("made").origin is None


@pytest.mark.parametrize(("value", "kind"), [({}, "string_type"), ([], "string_type"), (" \n", "value_error")])
def test_a_text_is_text_with_something_in_it(value: object, kind: str) -> None:
    assert error_type(Text, value) == kind


@pytest.mark.parametrize(
    ("written", "percent"),
    [("97", 97), ("12.25", Decimal("12.25")), ("1e2", 100), (".5", Decimal("0.5")), ("113", 113), ("0", 0)],
)
def test_a_percentage_is_an_exact_number(written: str, percent: Decimal) -> None:
    assert read_soundly(Percent, written) == percent


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("-1", "greater_than_equal"),
        ("10001", "less_than_equal"),
        ("1e400", "less_than_equal"),
        ("1e999999999", "less_than_equal"),
        ("9" * 10_000, "less_than_equal"),
        ("1e-999999999", "value_error"),
        ("1." + "0" * 10_000, "value_error"),
        ("0.1234", "value_error"),
        ("NaN", "finite_number"),
        ("-inf", "finite_number"),
        ("0x10", "decimal_parsing"),
        ("~", "decimal_parsing"),
        ("", "decimal_parsing"),
    ],
)
def test_a_percentage_that_nobody_could_print_is_refused(written: str, kind: str) -> None:
    assert error_type(Percent, written) == kind


@pytest.mark.parametrize(
    ("kind", "written", "error"),
    [
        (Count, "-1", "greater_than_equal"),
        (Count, "1000000000001", "less_than_equal"),
        (Count, "9" * 4_000, "less_than_equal"),
        (Count, "9" * 10_000, "int_parsing_size"),
        (Count, "1e3", "int_parsing"),
        (Count, "0x10", "int_parsing"),
        (Count, "12:30", "int_parsing"),
        (Base, "0", "greater_than_equal"),
        (StatedScore, "10001", "less_than_equal"),
        (StatedScore, "64.5555", "value_error"),
        (StatedScore, "no", "decimal_parsing"),
    ],
)
def test_a_number_outside_of_its_range_is_refused(kind: Any, written: str, error: str) -> None:
    assert error_type(kind, written) == error


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        (Key, "plan-on-time"),
        (Key, "2"),
        (Number, "4.10"),
        (Number, "12.123"),
        (Number, "4"),
        (Number, "4.1.2"),
        (Number, "Q1"),
        (SectionNumber, "4"),
        (SectionNumber, "P1"),
        (SectionNumber, "2.1"),
    ],
)
def test_names_and_numbers_of_parts_are_texts(kind: Any, written: str) -> None:
    assert read_soundly(kind, written) == written


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        (Key, "Plan"),
        (Key, "plan_on_time"),
        (Key, "-plan"),
        (Key, "plan--on"),
        (Key, ""),
        (Key, "plan\non"),
        (Number, "٤.١"),
        (Number, "p 1"),
        (Number, "PPPP 1"),
        (Number, "P  1"),
        (Number, "P"),
        (Number, "P-1"),
        (Number, "1.2.3.4.5"),
        (Number, "1 1"),
        (Number, "1.2P"),
        (SectionNumber, "٤"),
    ],
)
def test_names_and_numbers_that_are_written_otherwise_are_refused(kind: Any, written: str) -> None:
    assert error_type(kind, written) == "string_pattern_mismatch"


@pytest.mark.parametrize("written", ["P1.1", "P 1.1", "P\u00a01.1"])
def test_a_number_is_filled_with_its_name_and_knows_how_it_was_written(written: str) -> None:
    found = read_soundly(Number, written)
    assert found == "P1.1"
    assert as_written(found) == written


@pytest.mark.parametrize("value", ["one", ["one"]])
def test_one_may_stand_for_a_list_of_one(value: object) -> None:
    assert read_soundly(OneOrMore, value) == ("one",)
