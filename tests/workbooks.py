"""Workbooks written part by part, as no program writes them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def workbook_of(
    rows: str, *, texts: str = "", styles: str = "", title: str = "cases", more: Mapping[str, bytes] = {}
) -> bytes:
    """Return a workbook of one sheet: its rows, the shared texts and the styles are XML without their roots."""
    parts = {
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_LINKS}">'
        f'<sheets><sheet name="{title}" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + "".join(
            f'<Relationship Id="rId{number}" Type="{_LINKS}/{kind}" Target="{target}"/>'
            for number, (kind, target) in enumerate(
                (
                    ("worksheet", "worksheets/sheet1.xml"),
                    ("sharedStrings", "sharedStrings.xml"),
                    ("styles", "styles.xml"),
                ),
                start=1,
            )
        )
        + "</Relationships>",
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData></worksheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}">{texts}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}">{styles}</styleSheet>',
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in ({name: text.encode() for name, text in parts.items()} | dict(more)).items():
            archive.writestr(name, content)
    return packed.getvalue()


def cell(name: str, text: str) -> str:
    """Return a cell with a text of its own, as XML; ``text`` is escaped already."""
    return f'<c r="{name}" t="inlineStr"><is><t>{text}</t></is></c>'
