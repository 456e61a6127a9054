"""Workbooks of open data: by the rules of the guidance on spreadsheets, and the same in every format."""

from __future__ import annotations

import csv
import io
import json
import random
import re
import zipfile
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from omi_report.document.kinds import PART_KINDS
from omi_report.evidence.open_document import open_tables
from omi_report.opendata.book import LEFT_OUT, LOW, SHORTHAND, Book, BookSheet, book_of
from omi_report.opendata.columns import AREA_COLUMNS, AREAS, column_of, columns_of, is_described
from omi_report.opendata.csvw_file import METADATA, csvw_of
from omi_report.opendata.export import tables_of
from omi_report.opendata.ods_file import ods_of
from omi_report.opendata.publication import AreaData, area_data
from omi_report.opendata.table_text import cell
from omi_report.opendata.xlsx_file import marked_name, xlsx_of
from tests.samples import inspected, inspection_of, random_cases, westmark_framework, westmark_with, with_minimum

AREAS_FOLDER = Path(__file__).parents[3] / "areas"
SHIPPED = sorted(path.name for path in AREAS_FOLDER.iterdir())

STRANGE = (
    "=1+1",
    "+1",
    "-1",
    "@x",
    "#N/A",
    "a\x00b",
    "two\nlines\r\nmore",
    "  much   room ",
    "\ta\t",
    "<&\">'",
    "\uffffx",
    "é\u202e",
)
"""Texts that a spreadsheet could take for something else."""


def shipped(name: str) -> AreaData:
    return area_data(inspected(AREAS_FOLDER / name))


def strange_data(source: random.Random) -> AreaData:
    """The open data of an area whose texts are strange."""
    data = shipped("saltmere")
    values = data.values | {
        table: [
            {name: source.choice(STRANGE) if type(value) is str else value for name, value in record.items()}
            for record in data.values[table]
        ]
        for table in data.tables
    }
    return replace(data, values=values, publication=replace(data.publication, area="=Salt & <mere>"))


@pytest.fixture(scope="module")
def random_area(tmp_path_factory: pytest.TempPathFactory) -> AreaData:
    """An area with random cases, by a framework that hides counts under 5."""
    cases = random_cases(westmark_framework(), 40, random.Random(11))
    area = inspected(westmark_with(cases, tmp_path_factory.mktemp("areas"))).area
    return area_data(with_minimum(inspection_of(area)))


@pytest.fixture(scope="module", params=["saltmere", "random", "strange", "several"])
def book(request: pytest.FixtureRequest, random_area: AreaData) -> Book:
    match request.param:
        case "random":
            return book_of([random_area])
        case "strange":
            return book_of([strange_data(random.Random(3))])
        case "several":
            return book_of([*map(shipped, SHIPPED), random_area])
        case name:
            return book_of([shipped(name)])


@pytest.fixture(scope="module")
def read_back(book: Book) -> Any:
    return openpyxl.load_workbook(io.BytesIO(xlsx_of(book)))


def grid(sheet: Any) -> list[list[Any]]:
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def first_row(table: Any) -> int:
    """The row of the headings of a marked table."""
    return int(re.sub(r"^\D+(\d+).*", r"\1", table.ref))


def test_the_workbook_says_what_it_is(book: Book, read_back: Any) -> None:
    said = read_back.properties
    assert (said.title, said.subject) == (book.title, book.subject)
    assert said.creator == book.publisher
    assert re.fullmatch(r"[a-z]{2,3}(-[A-Z]{2})?", said.language)


def test_cover_contents_and_notes_come_first_and_the_first_cell_is_chosen(read_back: Any) -> None:
    assert read_back.sheetnames[:4] == ["Cover", "Contents", "Notes", "Columns"]
    assert read_back.active.title == "Cover"
    assert {each.sheet_view.selection[0].activeCell for each in read_back} == {"A1"}
    assert all(len(name) <= 31 for name in read_back.sheetnames)
    assert all(each.sheet_state == "visible" for each in read_back)


def test_each_sheet_has_one_marked_table_below_its_title(book: Book, read_back: Any) -> None:
    names = []
    for sheet in read_back.worksheets[1:]:
        [table] = sheet.tables.values()
        names.append(table.displayName.casefold())
        rows = grid(sheet)
        first = first_row(table)
        assert table.ref == f"A{first}:{sheet.cell(len(rows), len(rows[0])).coordinate}", "it holds all that is below"
        assert first < len(rows), "a table without rows"
        assert [column.name for column in table.tableColumns] == rows[first - 1]
        assert len({str(name).casefold() for name in rows[first - 1]}) == len(rows[first - 1])
        assert table.autoFilter is None
        assert "one table" in rows[1][0]
        assert all(row[0] and not any(row[1:]) for row in rows[: first - 1]), "only the first column above the table"
    assert max(Counter(names).values()) == 1


def test_no_cell_of_a_table_is_empty_or_merged_and_nothing_is_frozen(read_back: Any) -> None:
    for sheet in read_back.worksheets:
        assert not sheet.merged_cells.ranges
        assert sheet.freeze_panes is None
        assert sheet["A1"].value
        rows, tables = grid(sheet), [*sheet.tables.values()]
        start = first_row(tables[0]) if tables else 1
        for row in rows[start - 1 :]:
            assert all(value is not None and value != "" for value in row), (sheet.title, row)
        assert not any(hidden.hidden for hidden in (*sheet.row_dimensions.values(), *sheet.column_dimensions.values()))


def test_texts_are_texts_and_numbers_are_numbers(book: Book, read_back: Any) -> None:
    for sheet in book.sheets:
        target = read_back[sheet.name]
        for row, values in enumerate(sheet.rows, start=sheet.heading_row + 1):
            for at, value in enumerate(values, start=1):
                found = target.cell(row, at)
                assert found.data_type == ("s" if isinstance(value, str) else "n"), (sheet.name, found.coordinate)
                assert found.alignment.wrap_text
        for at, column in enumerate(sheet.columns):
            cells = [row[at] for row in sheet.rows]
            wanted = (int, float) if column.type in ("number", "integer") else (str,)
            assert all(isinstance(each, wanted) for each in cells if each not in SHORTHAND), (sheet.name, column.name)


def test_columns_are_wide_enough_for_what_is_not_wrapped(book: Book, read_back: Any) -> None:
    for sheet in book.sheets:
        for at, dimension in enumerate(read_back[sheet.name].column_dimensions.values()):
            cells = (sheet.columns[at].heading, *(row[at] for row in sheet.rows))
            words = (word for each in cells for word in str(each).split())
            assert dimension.width >= min(70, max(map(len, words)))


def test_contents_leads_to_every_sheet(read_back: Any) -> None:
    contents = read_back["Contents"]
    links = {row[0].value: row[0].hyperlink.location for row in contents.iter_rows(min_row=4)}
    assert [*links] == read_back.sheetnames[2:]
    assert all(location == f"'{name}'!A1" for name, location in links.items())
    assert [row[2].value for row in contents.iter_rows(min_row=4)][2:] == [
        read_back[name].max_row - next(row for row in range(1, 9) if read_back[name].cell(row, 2).value)
        for name in read_back.sheetnames[4:]
    ]


def test_every_shorthand_is_explained_on_cover_and_in_notes(book: Book, read_back: Any) -> None:
    cover = "\n".join(str(row[0]) for row in grid(read_back["Cover"]))
    notes = [row[0] for row in grid(read_back["Notes"])]
    stands = {value for sheet in book.data_sheets for row in sheet.rows for value in row if str(value).startswith("[")}
    assert stands <= SHORTHAND.keys()
    for each in SHORTHAND:
        assert each in notes
        assert f"{each}: " in cover


def test_every_format_holds_the_same(book: Book, read_back: Any) -> None:
    tables = {title: [row for _number, row in rows] for title, rows, _merged in open_tables(ods_of(book), "x.ods")}
    archive = zipfile.ZipFile(io.BytesIO(csvw_of(book)))
    assert [*tables] == read_back.sheetnames
    for sheet in book.sheets:
        rows = [[str(value) for value in row if value is not None] for row in grid(read_back[sheet.name])]
        assert [[each.replace("\t", " ") for each in row] for row in rows] == tables[sheet.name], sheet.name
        if sheet.is_data:
            lines = list(csv.reader(io.StringIO(archive.read(f"{sheet.name}.csv").decode(), newline="")))
            assert lines[0] == [column.name for column in sheet.columns]
            assert lines[1:] == [[str(cell(each)) for each in row] for row in sheet.rows]
            assert rows[sheet.heading_row :] == [[str(each) for each in row] for row in sheet.rows]


def test_the_metadata_describe_every_file_and_column(book: Book) -> None:
    archive = zipfile.ZipFile(io.BytesIO(csvw_of(book)))
    metadata = json.loads(archive.read(METADATA))
    assert metadata["@context"][0] == "http://www.w3.org/ns/csvw"
    assert sorted([METADATA, *(table["url"] for table in metadata["tables"])]) == sorted(archive.namelist())
    assert {"dc:title", "dc:publisher", "dc:language"} <= metadata.keys()
    for table in metadata["tables"]:
        reader = csv.DictReader(io.StringIO(archive.read(table["url"]).decode(), newline=""))
        columns = table["tableSchema"]["columns"]
        assert reader.fieldnames == [column["name"] for column in columns]
        assert all(column["name"] in column["titles"] and column["dc:description"] for column in columns)
        for row in reader:
            for column in columns:
                value, kind = row[column["name"]], column["datatype"]
                if value in metadata["null"]:
                    continue
                if kind in ("number", "integer"):
                    (float if kind == "number" else int)(value)
                elif kind != "string":
                    assert value in kind["format"].split("|")


def test_the_same_data_give_the_same_bytes(book: Book) -> None:
    for make in (xlsx_of, ods_of, csvw_of):
        made = make(book)
        assert made == make(book)
        assert {each.date_time[0] for each in zipfile.ZipFile(io.BytesIO(made)).infolist()} == {1980}


def test_what_is_hidden_says_so(random_area: AreaData) -> None:
    sheets = {sheet.name: sheet for sheet in book_of([random_area]).sheets}
    columns = [column.name for column in sheets["questions"].columns]
    hidden = [dict(zip(columns, row, strict=True)) for row in sheets["questions"].rows]
    gone = [row for row in hidden if row["suppressed"] == "yes"]
    assert gone
    assert {row[name] for row in gone for name in ("count", "base", "percent")} == {LEFT_OUT}
    assert LEFT_OUT not in {row[name] for row in hidden if row not in gone for name in row}


def test_what_is_rounded_to_nothing_is_low() -> None:
    data = shipped("hampshire")
    record = {"name": "x", "percent": 0, "count": 1, "base": 400, "where": {}, "suppressed": False}
    more = [record, record | {"count": 0}, record | {"count": None}]
    sheet = sheet_of(replace(data, values=data.values | {"percentages": more}), "percentages")
    assert [row[1] for row in sheet.rows] == [LOW, 0, 0]


def sheet_of(data: AreaData, name: str) -> BookSheet:
    return next(sheet for sheet in book_of([data]).sheets if sheet.name == name)


def test_names_of_tables_from_elsewhere_are_made_to_fit() -> None:
    data = shipped("hampshire")
    record = {"a_b": 1, "a-b": 2}
    names = ("Cover", "A1", "what/is:this*? " * 3, "what/is:this*? " * 3 + "more")
    tables = dict(data.tables) | dict.fromkeys(names, ("a_b", "a-b"))
    book = book_of([replace(data, tables=tables, values=data.values | {name: [record] for name in names})])
    sheets = openpyxl.load_workbook(io.BytesIO(xlsx_of(book))).sheetnames
    assert len({name.casefold() for name in sheets}) == len(sheets)
    assert all(len(name) <= 31 and not re.search(r"[\[\]:*?/\\']", name) for name in sheets)
    marked = [marked_name(sheet) for sheet in book.sheets]
    assert len(set(marked)) == len(marked)
    assert "a1" not in marked
    assert [column.heading for column in columns_of("x", record)] == ["A b", "a-b"]


@pytest.mark.parametrize("table", tables := tables_of(PART_KINDS) | {AREAS: AREA_COLUMNS})
def test_every_column_is_described(table: str) -> None:
    for name in tables[table]:
        assert is_described(table, name), name
        assert column_of(table, name).heading
