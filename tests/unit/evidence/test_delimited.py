from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, strategies as st

from omi_report import limits
from omi_report.evidence.delimited import delimiter_of, encoding_of, open_delimited
from omi_report.evidence.sheet import NotATableError

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp1252")
cells = st.text(st.characters(codec="cp1252", exclude_categories=["Cc"]), max_size=8)
tables = st.lists(st.lists(cells, min_size=2, max_size=4), min_size=1, max_size=6)


def opened(data: bytes) -> list[list[str]]:
    sheet = open_delimited(data, "evidence/cases.csv", "a/evidence/cases.csv")
    return [sheet.header, *(row for _line, row in sheet.rows)]


@given(tables, st.sampled_from(ENCODINGS), st.sampled_from(",;\t"))
def test_reads_what_a_spreadsheet_writes(table: list[list[str]], encoding: str, delimiter: str) -> None:
    table = [["case", "case_type", "1.1.1"], *table]
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows(table)
    data = text.getvalue().encode(encoding)
    if encoding == "cp1252" and encoding_of(data) == "utf-8":
        return  # bytes that are UTF-8 as well are read so; letters of one alone are few
    assert opened(data) == table


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_first_line_may_name_the_delimiter(delimiter: str) -> None:
    lines = [f"sep={delimiter}", delimiter.join(["case", "1.1.1"]), delimiter.join(["C1", "poor"])]
    assert opened("\r\n".join(lines).encode()) == [["case", "1.1.1"], ["C1", "poor"]]


def test_the_delimiter_is_the_one_that_stands_most_often() -> None:
    assert delimiter_of("case;case_type;a,b") == ";"
    assert delimiter_of("case") == ","


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the file is empty"),
        (b"\r\ncase,1.1.1\r\n", "the first row is empty"),
        (b"case,1.1.1\r\nC1,\x81\r\n", "the byte 0x81 is no character, in UTF-8 or as Windows writes it"),
        ("case,1.1.1".encode("utf-16-le"), "the file holds zero bytes: it is no text"),
        (b'case,1.1.1\r\nC1,"poor', "the row cannot be read: unexpected end of data"),
        (b'case,1.1.1\r\nC1,"po"or', "the row cannot be read: ',' expected after '\"'"),
    ],
)
def test_what_is_no_table_says_why(data: bytes, message: str) -> None:
    with pytest.raises(NotATableError) as caught:
        opened(data)
    assert caught.value.message == message
    assert caught.value.location.file == "a/evidence/cases.csv"
    assert caught.value.hint


@given(tables, st.sampled_from(",;"))
def test_a_cell_stands_where_its_place_says(table: list[list[str]], delimiter: str) -> None:
    header = [f"column {index}" for index in range(4)]
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows([header, *table])
    sheet = open_delimited(text.getvalue().encode(), "evidence/cases.csv", "f")
    lines = text.getvalue().split("\n")
    for line, row in sheet.rows:
        for index, cell in enumerate(row):
            place = sheet.place(line, index)
            written = cell.replace('"', '""')
            assert lines[place.line - 1][place.column - 1 :].startswith(f'"{written}"')


def test_a_place_after_a_line_end_inside_a_cell() -> None:
    sheet = open_delimited(b'case,a,b\n"C\n1",x,y\nC2,x,y\n', "evidence/cases.csv", "f")
    assert [line for line, _row in sheet.rows] == [2, 4]
    assert (sheet.place(2, 2).line, sheet.place(2, 2).column) == (3, 6)


@pytest.mark.parametrize(
    ("limit", "most", "message", "line"),
    [
        ("SHEET_COLUMNS", 2, "the file has more than 2 columns", 1),
        ("SHEET_ROWS", 2, "the file has more than 2 rows", 4),
        ("SHEET_CELLS", 6, "the file has more than 6 cells", 3),
        ("CELL_CHARACTERS", 8, "the file has more than 8 characters in a cell", 3),
        ("ROW_CHARACTERS", 17, "the line has more than 17 characters", 3),
    ],
)
def test_what_goes_beyond_a_limit(
    limit: str, most: int, message: str, line: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, limit, most)
    with pytest.raises(NotATableError) as caught:
        opened(b"case,tier,1.1.1\nC1,1,poor\nC2,2,not-relevant\nC3,3,poor\nC4,1,poor\n")
    assert (caught.value.message, caught.value.location.line) == (message, line)
    assert caught.value.hint


def test_the_cells_that_short_rows_lack_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SHEET_CELLS", 100)
    with pytest.raises(NotATableError, match="more than 100 cells"):
        opened(b",".join([b"c"] * 30) + b"\nx" * 9)


def test_a_line_is_searched_for_its_cells_once() -> None:
    sheet = open_delimited(b"case,1.1.1\n" + b"x," * 500 + b"y", "evidence/cases.csv", "cases.csv")
    assert [sheet.place(2, cell).column for cell in (0, 1, 2, 500, 501, 900)] == [1, 3, 5, 1001, 1001, 1001]
