"""Open data as a workbook of plain data: what an Excel workbook, one of OpenDocument and CSV files hold alike.

It goes by the guidance of the Government Analysis Function on statistics in spreadsheets: a cover, contents and notes,
then a sheet for each table, with its title first, what it has below, and no cell of the table empty. Where there is no
value, a shorthand says why.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from omi_report.opendata.columns import AREA_COLUMNS, AREAS, OpenColumn, columns_of, title_of
from omi_report.opendata.publication import AreaData, Publication
from omi_report.opendata.table_text import flat
from omi_report.workbooks import whole_text

Cell: TypeAlias = str | int | float
"""What stands in a cell. A truth is ``yes`` or ``no``."""

LEFT_OUT: Final = "[c]"
NOT_AVAILABLE: Final = "[x]"
NOT_APPLICABLE: Final = "[z]"
LOW: Final = "[low]"

SHORTHAND: Final[Mapping[str, str]] = {
    LEFT_OUT: "left out to protect people: a small count could be read from it, or be worked out (confidential)",
    NOT_AVAILABLE: "not available: there is no such figure",
    NOT_APPLICABLE: "not applicable: there is nothing to be said here",
    LOW: "low: more than nothing, and rounded to 0",
}
"""The shorthand in cells without a value, and what it means."""

_HIDDEN: Final = frozenset(("count", "base", "percent"))
"""What a suppressed record has no values for."""
_LONGEST_NAME: Final = 31
"""So many characters the name of a sheet may have in Excel."""
_FORBIDDEN: Final = str.maketrans(dict.fromkeys("[]:*?/\\'", "-"))


@dataclass(frozen=True, slots=True)
class BookSheet:
    """A sheet with one table: its name, its title, lines below that, and the rows of the table by its columns.

    ``links`` are names of sheets to which the first cells of the rows lead; none where they lead nowhere.
    ``is_data`` says that it is a table of the data, and not about them.
    """

    name: str
    title: str
    lines: tuple[str, ...]
    columns: tuple[OpenColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]
    links: tuple[str, ...] = ()
    is_data: bool = True
    about: str = ""

    @property
    def heading_row(self) -> int:
        """The row of the headings, counted from 1: they come below the title and the lines."""
        return len(self.lines) + 2


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook: what it says of itself, the lines of its cover, each with whether it is a heading, and its sheets."""

    title: str
    subject: str
    language: str
    publisher: str
    publications: tuple[Publication, ...]
    cover: tuple[tuple[str, bool], ...]
    sheets: tuple[BookSheet, ...]

    @property
    def data_sheets(self) -> tuple[BookSheet, ...]:
        """The sheets of data, without those about them."""
        return tuple(sheet for sheet in self.sheets if sheet.is_data)


def book_of(areas: Sequence[AreaData]) -> Book:
    """Return the open data of one area or more as a workbook; of several, the first column of each table is the area.

    Tables without records are left out.
    """
    publications = tuple(each.publication for each in areas)
    first = publications[0]
    tables = tuple(_data_sheets(areas))
    about = (_columns_sheet(tables),)
    contents = _contents_sheet((_notes_sheet(), *about, *tables))
    named = _once(each.area for each in publications)
    return Book(
        title=whole_text(f"Data of the inspection of {_joined(named)}"),
        subject=whole_text("; ".join(_once(each.programme for each in publications))),
        language=first.language,
        publisher=whole_text("; ".join(_once(each.publisher for each in publications))),
        publications=publications,
        cover=tuple((whole_text(line), is_heading) for line, is_heading in _cover(publications)),
        sheets=(contents, _notes_sheet(), *about, *tables),
    )


def _cover(publications: Sequence[Publication]) -> Iterator[tuple[str, bool]]:
    """The lines of the cover, each with whether it is a heading; the title comes before them."""
    several = len(publications) > 1
    yield "Scores, percentages, findings and recommendations of the report, as tables.", False
    yield "The sheet Contents has a link to each table, and the sheet Columns says what is in each column.", False
    for each in publications:
        yield each.area if several else "The inspection", True
        yield f"Report: {each.title}", False
        yield f"Programme: {each.programme}", False
        yield f"Inspected: {each.inspected} by {each.publisher}", False
        if each.published:
            yield f"Published: {each.published}", False
        if each.stage:
            yield f"Provisional figures: {each.stage}. They may still change.", False
        if each.confidential:
            yield "Confidential: these data hold small counts. They are not for publication.", False
        elif each.minimum is not None:
            yield f"Figures from which a count under {each.minimum} could be read are left out.", False
    yield "Shorthand in cells", True
    for shorthand, meaning in SHORTHAND.items():
        yield f"{shorthand}: {meaning}.", False
    yield from _terms(publications)


def _terms(publications: Sequence[Publication]) -> Iterator[tuple[str, bool]]:
    licences = _once(" ".join((each.licence, each.licence_address)).strip() for each in publications)
    if licences:
        yield "Licence", True
        yield from ((each, False) for each in licences)
    contacts = _once(line for each in publications for line in each.contact)
    if contacts:
        yield "Contact", True
        yield from ((each, False) for each in contacts)


def _contents_sheet(sheets: Sequence[BookSheet]) -> BookSheet:
    rows = tuple((each.name, each.about, len(each.rows)) for each in sheets)
    columns = (
        OpenColumn("sheet", "Sheet", "The name of the sheet, with a link to it", "string"),
        OpenColumn("holds", "What it has", "What the table of the sheet has", "string"),
        OpenColumn("rows", "Rows", "How many rows the table has below its headings", "integer"),
    )
    lines = ("This sheet has one table. It lists the sheets with a link to each.",)
    links = tuple(each.name for each in sheets)
    return BookSheet("Contents", "Contents", lines, columns, rows, links, is_data=False)


def _notes_sheet() -> BookSheet:
    columns = (
        OpenColumn("shorthand", "Shorthand", "What stands in a cell", "string"),
        OpenColumn("meaning", "Meaning", "What it means", "string"),
    )
    lines = ("This sheet has one table. It explains what stands in a cell that has no value.",)
    rows = tuple((name, f"{meaning[:1].upper()}{meaning[1:]}.") for name, meaning in SHORTHAND.items())
    return BookSheet("Notes", "Notes", lines, columns, rows, is_data=False, about="What the shorthand in cells means")


def _columns_sheet(tables: Iterable[BookSheet]) -> BookSheet:
    columns = (
        OpenColumn("table", "Table", "The name of the sheet", "string"),
        OpenColumn("column", "Column", "The heading of the column", "string"),
        OpenColumn("name", "Name", "Its name in CSV and JSON", "string"),
        OpenColumn("holds", "What it has", "What stands in the column", "string"),
        OpenColumn("type", "Type", "What its values are", "string"),
    )
    rows = tuple(
        (sheet.name, each.heading, each.name, f"{each.about}.", each.type) for sheet in tables for each in sheet.columns
    )
    lines = ("This sheet has one table. It says what is in each column of the other tables.",)
    about = "What is in each column of the tables"
    return BookSheet("Columns", "Columns of the tables", lines, columns, rows, is_data=False, about=about)


def _data_sheets(areas: Sequence[AreaData]) -> Iterator[BookSheet]:
    """The sheets of the data: that of the inspections, and those of tables that have records."""
    taken = {"cover", "contents", "notes", "columns"}
    named = _joined(_once(each.publication.area for each in areas))
    tables: dict[str, tuple[str, ...]] = {AREAS: AREA_COLUMNS}
    for each in areas:
        for table, columns in each.tables.items():
            tables[table] = tuple(dict.fromkeys((*tables.get(table, ()), *columns)))
    several = len(areas) > 1
    for table, columns in tables.items():
        first = ("area",) if several and table != AREAS else ()
        shown = columns_of(table, dict.fromkeys((*first, *columns)))
        rows = tuple(
            tuple(_cell(record, column, each.values) for column in shown)
            for each in areas
            for record in _records(table, each, first)
        )
        if rows:
            name = _sheet_name(table, taken)
            title = title_of(table)
            stage = next((each.publication.stage for each in areas if each.publication.stage), "")
            lines = (
                "This sheet has one table. Its columns are explained in the sheet Columns, its shorthand in Notes.",
                *((f"Provisional: {stage}.",) if stage and not several else ()),
            )
            yield BookSheet(
                name, whole_text(f"{title}: {named}"), tuple(map(whole_text, lines)), shown, rows, about=title
            )


def _records(table: str, each: AreaData, first: tuple[str, ...]) -> Iterator[Mapping[str, Any]]:
    if table == AREAS:
        yield each.values
        return
    area = dict.fromkeys(first, each.publication.area)
    yield from (flat(record) | area for record in each.values.get(table, ()))


def _cell(record: Mapping[str, Any], column: OpenColumn, values: Mapping[str, Any]) -> Cell:
    """What stands in the cell of a record: its value, or the shorthand that says why there is none."""
    value = record.get(column.name)
    if value is None or value in ("", [], ()):
        return _shorthand(record, column, values)
    if column.name == "percent" and value == 0 and record.get("count"):
        return LOW
    match value:
        case bool():
            return "yes" if value else "no"
        case float() if value.is_integer():
            return int(value)
        case int() | float():
            return value
        case list() | tuple():
            return whole_text(", ".join(str(each) for each in value))
        case _:
            return whole_text(str(value)) or NOT_APPLICABLE


def _shorthand(record: Mapping[str, Any], column: OpenColumn, values: Mapping[str, Any]) -> str:
    if record.get("suppressed") and column.name in _HIDDEN:
        return LEFT_OUT
    is_behind_score = "score" in record and column.name in ("unrounded", "fraction")
    if is_behind_score and values["minimum"] is not None and record["score"] is not None:
        return LEFT_OUT
    return NOT_APPLICABLE if column.type == "string" and not is_behind_score else NOT_AVAILABLE


def _sheet_name(table: str, taken: set[str]) -> str:
    """The name of a table as that of a sheet, which no other sheet has."""
    base = whole_text(table).translate(_FORBIDDEN)[:_LONGEST_NAME] or "table"
    name, number = base, 2
    while name.casefold() in taken:
        name = f"{base[: _LONGEST_NAME - len(str(number)) - 1]} {number}"
        number += 1
    taken.add(name.casefold())
    return name


def _joined(names: Sequence[str]) -> str:
    return " and ".join((*(", ".join(names[:-1]) for _ in names[1:2]), names[-1]))


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))
