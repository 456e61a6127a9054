"""What was meant by a value that is not written as it should be."""

from __future__ import annotations

import pytest

from omi_report.model.meant_values import date_meant, list_meant, number_meant, percentage_meant


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ("71%", "write 71"),
        ("71 per cent", "write 71"),
        ("9I", "write 91"),
        ("91,5", "write 91.5"),
        ("1,250", "write 1250"),
        ("about 64", ""),
        ("lo", ""),
        ("1,25,0", ""),
    ],
)
def test_a_number(found: str, said: str) -> None:
    assert number_meant(found) == said


def test_a_whole_number_has_no_decimals() -> None:
    assert number_meant("2,5", whole=True) == ""
    assert number_meant("2O", whole=True) == "write 20"


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ("5/6", "write 5 of 6"),
        ("5of 6", "write 5 of 6"),
        ("5 out of 6", "write 5 of 6"),
        ("91,5", "write 91.5"),
        ("most", ""),
        ("5 6", ""),
    ],
)
def test_a_percentage(found: str, said: str) -> None:
    assert percentage_meant(found) == said


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ("1.5, 2.1", "write [1.5, 2.1]"),
        ("1.5", "write [1.5]"),
        ("Plans were late.", "begin it on a new line, after a hyphen and a space"),
        ("1.5,", ""),
        ("one\ntwo", ""),
    ],
)
def test_a_list(found: str, said: str) -> None:
    assert list_meant(found) == said


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ("September 2007", "write 2007-09"),
        ("Sept. 2007", "write 2007-09"),
        ("5 November 2007", "write 2007-11-05"),
        ("5th November 2007", "write 2007-11-05"),
        ("05/11/2007", "write 2007-11-05"),
        ("01/11/2007", "write 2007-11, or 2007-11-01 if the day itself is meant"),
        ("1 November 2007", "write 2007-11-01"),
        ("9/2007", "write 2007-09"),
        ("2007-9-5", "write 2007-09-05"),
        ("31 February 2007", ""),
        ("13/2007", ""),
        ("autumn 2007", ""),
        ("soon", ""),
    ],
)
def test_a_date(found: str, said: str) -> None:
    assert date_meant(found) == said
