"""An Excel workbook → the rows of its one sheet, as texts. The only module that imports openpyxl."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator
from typing import Any

from omi_report.evidence.sheet import NotATableError, Sheet
from omi_report.problems import Location

MAX_UNPACKED = 256_000_000
"""A workbook is a packed archive, and a small one can unpack to more than a machine holds."""


def open_workbook(data: bytes, name: str, shown: str) -> Sheet:
    """Open a workbook. Raises NotATableError where it is none or has no sheet that is meant."""
    # Most areas have no workbook, and openpyxl takes longer to import than their evidence to read.
    from openpyxl import load_workbook

    whole = Location(shown)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > MAX_UNPACKED:
                raise NotATableError(whole, "the workbook unpacks to far more than a sample of cases", "save it as CSV")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and lists of choices that openpyxl passes over
            book: Any = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    except NotATableError:
        raise
    except Exception as error:  # a damaged archive fails in as many ways as it has bytes
        hint = "open it in Excel and save it anew as «Excel Workbook (.xlsx)», or as CSV"
        raise NotATableError(whole, f"the workbook cannot be read ({type(error).__name__})", hint) from None
    sheet = _sheet_meant(book, name, whole)
    # The size that the sheet claims is the writing program's word; without it all rows are read.
    sheet.reset_dimensions()
    rows = _rows(sheet, whole)
    line, header = next(rows, (1, []))
    while header and not header[-1]:
        header.pop()
    if not header:
        raise NotATableError(whole, "the first row is empty", "the first row names the columns")
    return Sheet(name, header, line, rows, lambda row, cell: Location(shown, row, cell + 1), ragged=True)


def _sheet_meant(book: Any, name: str, whole: Location) -> Any:
    """The only sheet, or the one that is named after the file."""
    sheets = {sheet.title.casefold(): sheet for sheet in book.worksheets}
    wanted = name.rsplit("/", 1)[-1].removesuffix(".xlsx")
    if len(sheets) == 1:
        return next(iter(sheets.values()))
    if wanted in sheets:
        return sheets[wanted]
    titles = ", ".join(sheet.title for sheet in book.worksheets) or "none"
    raise NotATableError(
        whole,
        f"the workbook has several sheets ({titles})",
        f"name the one that is meant «{wanted}», or remove the others",
    )


def _rows(sheet: Any, whole: Location) -> Iterator[tuple[int, list[str]]]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for line, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
                yield line, [_text(cell) for cell in cells]
    except Exception as error:
        message = f"the workbook cannot be read to its end ({type(error).__name__})"
        raise NotATableError(whole, message, "save it anew from Excel, or as CSV") from None


def _text(value: object) -> str:
    """A cell as its reader sees it: Excel keeps the tier 1 as the number 1.0."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
