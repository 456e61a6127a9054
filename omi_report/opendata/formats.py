"""The formats of open data: the bytes of a file, of the data of one area or more."""

from __future__ import annotations

from collections.abc import Sequence

from omi_report.opendata.publication import AreaData


def file_of(areas: Sequence[AreaData], form: str) -> bytes:
    """Return the open data of an area, or of several side by side, in a format: json, csv, csvw, xlsx or ods.

    Raises ValueError for another format.
    """
    from omi_report.opendata.export_tables import export_csv, joined_csv
    from omi_report.opendata.table_text import as_json

    several = len(areas) > 1
    match form:
        case "json":
            return as_json({"areas": [each.values for each in areas]} if several else areas[0].values).encode()
        case "csv" if several:
            return joined_csv([(each.values, each.tables) for each in areas]).encode()
        case "csv":
            return export_csv(areas[0].values, areas[0].tables).encode()
        case _:
            return _file_of_book(areas, form)


def _file_of_book(areas: Sequence[AreaData], form: str) -> bytes:
    from omi_report.opendata.book import book_of

    book = book_of(areas)
    match form:
        case "xlsx":
            from omi_report.opendata.xlsx_file import xlsx_of

            return xlsx_of(book)
        case "ods":
            from omi_report.opendata.ods_file import ods_of

            return ods_of(book)
        case "csvw":
            from omi_report.opendata.csvw_file import csvw_of

            return csvw_of(book)
        case _:
            raise ValueError(form)
