"""Whatever a file holds, reading it ends in answers and problems, never in a crash."""

from __future__ import annotations

import io
import random
from contextlib import suppress

from hypothesis import given, strategies as st
from openpyxl import Workbook

from omi_report.evidence.cases import read_cases
from omi_report.evidence.delimited import open_delimited
from omi_report.evidence.sheet import NotATableError, Sheet, SheetProblems
from omi_report.evidence.workbook import open_workbook
from tests.samples import as_csv, random_cases, westmark_framework

FRAMEWORK = westmark_framework()
CASES = random_cases(FRAMEWORK, 5, random.Random(3))
GOOD = as_csv(CASES, ["case", *FRAMEWORK.attributes, *FRAMEWORK.questions])


def workbook() -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for line in GOOD.splitlines():
        sheet.append(line.split(","))
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


WORKBOOK = workbook()


def read(sheet: Sheet) -> None:
    found = SheetProblems(sheet)
    answers = read_cases(sheet, FRAMEWORK, found)
    for problem in found.all():
        assert problem.location.line >= 0
        assert problem.message
    assert all(len(column) == answers.size for column in answers.columns.values())


def survives(data: bytes, name: str) -> None:
    opened = open_workbook if name.endswith(".xlsx") else open_delimited
    # What it says is asserted where it is raised; here it is enough that nothing else is.
    with suppress(NotATableError):
        read(opened(data, name, name))


@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    survives(data, "evidence/cases.csv")
    survives(data, "evidence/cases.xlsx")


@given(st.text(alphabet=',;\t"\n\r aeiouy1.', max_size=200))
def test_any_text_below_good_headings(text: str) -> None:
    survives(f"{GOOD.splitlines()[0]}\n{text}".encode(), "evidence/cases.csv")


@given(st.integers(0, len(GOOD)), st.sampled_from(',;\t"\n\rx\u00e9\0'))
def test_a_good_file_with_one_wrong_character(at: int, wrong: str) -> None:
    survives((GOOD[:at] + wrong + GOOD[at + 1 :]).encode(), "evidence/cases.csv")


@given(st.integers(0, len(WORKBOOK) - 1), st.integers(0, 255))
def test_a_workbook_with_one_wrong_byte(at: int, wrong: int) -> None:
    survives(WORKBOOK[:at] + bytes([wrong]) + WORKBOOK[at + 1 :], "evidence/cases.xlsx")
