"""What all workbooks need that omi writes: texts that stay texts, the same bytes each time, sheets that are locked."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any


def put_text(target: Any, text: str) -> None:
    """Put a text into a cell of a workbook, as a text whatever it begins with."""
    # XML 1.0 has no control characters but these three, and no halves of characters, as names of folders may have.
    whole = text.encode("utf-8", "replace").decode()
    target.value = "".join(character for character in whole if character >= " " or character in "\t\n\r")
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
