from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from omi_report import limits
from omi_report.evidence.sheet import NotATableError
from omi_report.evidence.workbook import open_workbook
from tests.workbooks import cell, workbook_of

HEAD = f'<row r="1">{cell("A1", "case")}{cell("B1", "1.1.1")}</row>'
NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def rows_of(data: bytes) -> list[tuple[int, list[str]]]:
    sheet = open_workbook(data, "evidence/cases.xlsx", "a/evidence/cases.xlsx")
    return [(sheet.header_line, sheet.header), *sheet.rows]


def refused(data: bytes) -> str:
    with pytest.raises(NotATableError) as caught:
        rows_of(data)
    assert caught.value.location.file == "a/evidence/cases.xlsx"
    assert caught.value.hint
    return caught.value.message


def test_every_kind_of_cell_is_read_as_its_reader_sees_it() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "cases"
    sheet.append(["text", 1, 1.0, 1.5, True, False, date(2014, 2, 1), None, "«é»", " x "])
    sheet.append([None, -3, 1e20, 0.1])
    packed = io.BytesIO()
    book.save(packed)
    assert rows_of(packed.getvalue()) == [
        (1, ["text", "1", "1", "1.5", "True", "False", "2014-02-01 00:00:00", "", "«é»", " x "]),
        (2, ["", "-3", "100000000000000000000", "0.1"]),
    ]


def test_shared_texts_join_their_runs_and_leave_out_readings() -> None:
    texts = "<si><t>ca</t></si><si><r><t>ca</t></r><r><t>se</t></r><rPh><t>kana</t></rPh></si>"
    rows = '<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c></row>'
    assert rows_of(workbook_of(rows, texts=texts)) == [(1, ["case", "ca"])]


def test_a_format_of_the_workbooks_own_may_be_a_date() -> None:
    styles = (
        '<numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/>'
        '<numFmt numFmtId="171" formatCode="[Red]0.0&quot; days&quot;"/></numFmts>'
        '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs>'
    )
    cells = "".join(f'<c r="{name}1" s="{style}"><v>41671</v></c>' for style, name in enumerate("ABC"))
    assert rows_of(workbook_of(f'<row r="1">{cells}</row>', styles=styles)) == [
        (1, ["41671", "2014-02-01 00:00:00", "41671"])
    ]


def test_rows_and_cells_without_names_follow_each_other() -> None:
    rows = f"<row><c t='str'><v>case</v></c><c/><c t='str'><v>x</v></c></row><row r='5'>{cell('B5', 'y')}</row>"
    assert rows_of(workbook_of(rows)) == [(1, ["case", "", "x"]), (5, ["", "y"])]


def test_rows_that_are_left_out_are_not_filled_in() -> None:
    rows = rows_of(workbook_of(f'{HEAD}<row r="1048576">{cell("A1048576", "C1")}</row>'))
    assert rows == [(1, ["case", "1.1.1"]), (1_048_576, ["C1"])]


@pytest.mark.parametrize("number", ["1048577", str(10**18), "9" * 5_000, "-1", "1e9"])
def test_a_row_number_that_excel_does_not_have(number: str) -> None:
    assert "and Excel has 1,048,576 rows" in refused(workbook_of(f'{HEAD}<row r="{number}">{cell("A2", "C1")}</row>'))


def test_a_cell_far_to_the_right_that_holds_nothing_is_passed_over() -> None:
    assert rows_of(workbook_of(f'{HEAD}<row r="2">{cell("A2", "C1")}<c r="XFD2" s="1"/></row>'))[1] == (2, ["C1"])
    message = refused(workbook_of(f'{HEAD}<row r="2">{cell("XFD2", "C1")}</row>'))
    assert message == "the workbook holds too much: the sheet has more than 2,000 columns"


@pytest.mark.parametrize(
    ("limit", "most", "rows", "texts", "message"),
    [
        ("SHEET_ROWS", 1, "<row>{c}</row>" * 3, "", "the sheet has more than 1 rows"),
        ("SHEET_CELLS", 3, "<row>{c}{c}</row><row>{c}{c}</row>", "", "the sheet has more than 3 cells"),
        ("SHEET_CELLS", 9, f"<row>{{c}}</row><row>{cell('J2', 'x')}</row>", "", "the sheet has more than 9 cells"),
        ("SHARED_TEXTS", 2, "", "<si/>" * 3, "it has more than 2 different texts"),
        ("CELL_CHARACTERS", 2, "<row>{c}</row>", "", "a cell has more than 2 characters"),
        ("XML_ELEMENTS", 8, "<row>{c}{c}{c}</row>", "", "it has more than 8 elements"),
        ("XML_DEPTH", 9, "<d>" * 9 + "</d>" * 9, "", "it is nested more than 9 deep"),
        ("WORKBOOK_PART_BYTES", 2_000, "<row>{c}</row>" * 99, "", "one of its parts unpacks to more than 2,000 bytes"),
        ("WORKBOOK_BYTES", 1_000, "<row>{c}</row>", "", "all of it unpacks to more than 1,000 bytes"),
    ],
)
def test_what_goes_beyond_a_limit(
    limit: str, most: int, rows: str, texts: str, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, limit, most)
    data = workbook_of(rows.format(c="<c t='str'><v>abc</v></c>"), texts=texts)
    assert refused(data) == f"the workbook holds too much: {message}"


def test_a_sheet_without_end_is_unpacked_only_up_to_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []
    unpack = zipfile.ZipExtFile.read

    def counting(self: zipfile.ZipExtFile, size: int = -1) -> bytes:
        piece = unpack(self, size)
        read.append(len(piece))
        return piece

    monkeypatch.setattr(limits, "WORKBOOK_PART_BYTES", 1_000_000)
    monkeypatch.setattr(zipfile.ZipExtFile, "read", counting)
    refused(workbook_of(f"{HEAD}{'<row/>' * 2_000_000}"))
    assert sum(read) < 1_500_000


def test_names_namespaces_and_marks_without_end() -> None:
    many = "".join(f"<n{number}/>" for number in range(60_000))
    assert "it has more than 2,000 names" in refused(workbook_of(many))
    spaces = "".join(f'<a xmlns:p{number}="u"/>' for number in range(3_000))
    assert "it has more than 2,000 namespaces" in refused(workbook_of(spaces))
    assert "a single mark of it is longer" in refused(workbook_of(f'<a b="{"x>" * 600_000}"/>'))


def test_a_workbook_declares_no_entities() -> None:
    bomb = f'<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet xmlns="{NAMESPACE}"/>'.encode()
    message = refused(workbook_of("", more={"xl/worksheets/sheet1.xml": bomb}))
    assert (
        message == "the workbook holds too much: it declares a document type, as no program that writes such files does"
    )


def test_too_many_parts_are_not_listed() -> None:
    data = workbook_of(HEAD)
    end = data.rindex(b"PK\x05\x06")
    claimed = data[: end + 12] + (50_000_000).to_bytes(4, "little") + data[end + 16 :]
    assert "it has more than 5,000 parts" in refused(claimed)
    assert "it has more than 5,000 parts" in refused(data[:end] + b"PK\x06\x07" + bytes(16) + data[end:])


def test_a_part_packed_as_excel_does_not_pack(tmp_path: Path) -> None:
    path = tmp_path / "cases.xlsx"
    with (
        zipfile.ZipFile(io.BytesIO(workbook_of(HEAD))) as source,
        zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as target,
    ):
        for name in source.namelist():
            target.writestr(name, source.read(name))
    assert refused(path.read_bytes()) == "the workbook cannot be read (ValueError)"


@pytest.mark.parametrize(
    "rows",
    [
        f'{HEAD}<row r="1">{cell("A1", "C1")}</row>',
        f'{HEAD}<row r="2">{cell("B2", "C1")}{cell("A2", "C1")}</row>',
        f'{HEAD}<row r="2">{cell("2", "C1")}</row>',
        f'{HEAD}<row r="2"><c r="A2" t="s"><v>7</v></c></row>',
        f'{HEAD}<row r="2"><c r="A2"><v>seven</v></c></row>',
    ],
)
def test_what_stands_in_no_order_or_names_nothing_is_not_guessed(rows: str) -> None:
    assert refused(workbook_of(rows)).startswith("the workbook cannot be read (")


def test_the_first_row_names_the_columns() -> None:
    assert refused(workbook_of("")) == "the first row is empty"
    assert refused(workbook_of(f'<row r="2">{cell("A2", "case")}</row>')) == "the first row is empty"


def test_a_workbook_with_many_sheets_names_ten(tmp_path: Path) -> None:
    book = Workbook()
    for number in range(12):
        book.create_sheet(f"S{number}")
    book.save(tmp_path / "x.xlsx")
    assert refused((tmp_path / "x.xlsx").read_bytes()).endswith("S8, and 3 more)")
