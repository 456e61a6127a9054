"""What all workbooks need that omi writes: texts that stay texts, the same bytes each time, sheets that are locked."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any


def whole_text(text: str) -> str:
    """Return a text without what XML 1.0 has no place for, and with a line feed at the end of its lines."""
    # That is control characters but three, two that are none, and halves of characters, as names of folders may have.
    whole = text.encode("utf-8", "replace").decode().replace("\r\n", "\n").replace("\r", "\n")
    return "".join(each for each in whole if (each >= " " and each not in "\ufffe\uffff") or each in "\t\n")


def put_text(target: Any, text: str) -> None:
    """Put a text into a cell of a workbook, as a text whatever it begins with."""
    target.value = whole_text(text)
    target.data_type = "s"


def without_times(workbook: io.BytesIO) -> bytes:
    """Return a workbook without the times at which it and its parts were written."""
    made = io.BytesIO()
    with zipfile.ZipFile(workbook) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name == "docProps/core.xml":
                part = re.sub(rb"<dcterms:(created|modified)\b.*?</dcterms:\1>", b"", part)
            target.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)  # a new entry is of 1980
    return made.getvalue()


def lock(sheet: Any, title: str) -> None:
    """Lock a sheet but for its cells to fill in, without a password, and set up its pages; ``title`` is their foot."""
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = sheet.protection.autoFilter = False
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.oddFooter.left.text = title.replace("&", "&&")
    sheet.oddFooter.right.text = "&P / &N"
