"""A workbook of open data → a spreadsheet of OpenDocument. It holds no time: the same data, the same bytes.

The file is a packed folder of XML, of which so few elements are needed that a library would be more than the work; what
omi reads of such files is in `evidence.open_document`.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from omi_report.opendata.book import Book, BookSheet, Cell
from omi_report.opendata.looks import COVER_WIDTH, widths_of
from omi_report.opendata.xlsx_file import marked_name

_TYPE: Final = "application/vnd.oasis.opendocument.spreadsheet"
_OASIS: Final = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES: Final = " ".join(
    [
        *(f'xmlns:{name}="{_OASIS}{name}:1.0"' for name in ("office", "table", "text", "style", "meta")),
        f'xmlns:fo="{_OASIS}xsl-fo-compatible:1.0"',
        f'xmlns:svg="{_OASIS}svg-compatible:1.0"',
        'xmlns:dc="http://purl.org/dc/elements/1.1/"',
        'xmlns:xlink="http://www.w3.org/1999/xlink"',
    ]
)
_VERSION: Final = 'office:version="1.3"'
_CENTIMETRES: Final = 0.24
"""The width of a character."""
_BLANKS: Final = re.compile(r"\t| {2,}|^ | $")


def ods_of(book: Book) -> bytes:
    """Return a workbook as a spreadsheet of OpenDocument: each table is a range that has the name of its sheet."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        # The first part says what the file is, unpacked, so that its first bytes do.
        archive.writestr(zipfile.ZipInfo("mimetype"), _TYPE, zipfile.ZIP_STORED)
        for name, part in (
            ("META-INF/manifest.xml", _manifest()),
            ("meta.xml", _meta(book)),
            ("styles.xml", _styles(book)),
            ("content.xml", "".join(_content(book))),
        ):
            archive.writestr(zipfile.ZipInfo(name), _head(part), zipfile.ZIP_DEFLATED)  # an entry is of 1980
    return made.getvalue()


def _head(part: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{part}'.encode()


def _manifest() -> str:
    entries = [("/", _TYPE), *((f"{name}.xml", "text/xml") for name in ("meta", "styles", "content"))]
    listed = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>' for path, kind in entries
    )
    return (
        f'<manifest:manifest xmlns:manifest="{_OASIS}manifest:1.0" manifest:version="1.3">{listed}</manifest:manifest>'
    )


def _meta(book: Book) -> str:
    said = "".join(
        f"<dc:{name}>{escape(value)}</dc:{name}>"
        for name, value in (
            ("title", book.title),
            ("subject", book.subject),
            ("creator", book.publisher),
            ("language", book.language),
        )
    )
    return f"<office:document-meta {_SPACES} {_VERSION}><office:meta>{said}</office:meta></office:document-meta>"


def _styles(book: Book) -> str:
    language, _, rest = book.language.partition("-")
    country = next((each for each in rest.split("-") if re.fullmatch("[A-Z]{2}", each)), "none")
    plain = _font(12, f'fo:language={quoteattr(language)} fo:country="{country}"')
    return (
        f"<office:document-styles {_SPACES} {_VERSION}><office:styles>"
        f'<style:default-style style:family="table-cell">{plain}</style:default-style>'
        f'<style:style style:name="Default" style:family="table-cell">{_WRAPPED}</style:style>'
        "</office:styles></office:document-styles>"
    )


_WRAPPED: Final = '<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/>'


def _font(size: int, more: str = "") -> str:
    return f'<style:text-properties style:font-name="Arial" fo:font-family="Arial" fo:font-size="{size}pt" {more}/>'


def _cell_style(name: str, size: int, *, bold: bool = False, wrapped: bool = True) -> str:
    inner = "" if wrapped else '<style:table-cell-properties fo:wrap-option="no-wrap"/>'
    weight = 'fo:font-weight="bold"' if bold else ""
    return (
        f'<style:style style:name="{name}" style:family="table-cell" style:parent-style-name="Default">'
        f"{inner}{_font(size, weight)}</style:style>"
    )


def _content(book: Book) -> Iterator[str]:
    yield f"<office:document-content {_SPACES} {_VERSION}><office:automatic-styles>"
    yield _cell_style("title", 16, bold=True, wrapped=False)
    yield _cell_style("cover-title", 16, bold=True)
    yield _cell_style("heading", 14, bold=True)
    yield _cell_style("bold", 12, bold=True)
    yield _cell_style("line", 12, wrapped=False)
    for at, widths in enumerate(_all_widths(book)):
        for column, width in enumerate(widths):
            yield (
                f'<style:style style:name="w{at}-{column}" style:family="table-column">'
                f'<style:table-column-properties style:column-width="{width * _CENTIMETRES:.2f}cm"/></style:style>'
            )
    yield "</office:automatic-styles><office:body><office:spreadsheet>"
    yield from _cover(book)
    for at, sheet in enumerate(book.sheets, start=1):
        yield from _table(sheet, at)
    yield "<table:database-ranges>"
    yield from map(_range, book.sheets)
    yield "</table:database-ranges></office:spreadsheet></office:body></office:document-content>"


def _all_widths(book: Book) -> Iterator[list[float]]:
    yield [COVER_WIDTH]
    yield from map(widths_of, book.sheets)


def _columns(at: int, number: int) -> str:
    return "".join(f'<table:table-column table:style-name="w{at}-{column}"/>' for column in range(number))


def _cover(book: Book) -> Iterator[str]:
    yield f'<table:table table:name="Cover">{_columns(0, 1)}'
    yield _row([_text(book.title, "cover-title")])
    for line, is_heading in book.cover:
        yield _row([_text(line, "heading" if is_heading else "Default")])
    yield "</table:table>"


def _table(sheet: BookSheet, at: int) -> Iterator[str]:
    yield f"<table:table table:name={quoteattr(sheet.name)}>{_columns(at, len(sheet.columns))}"
    yield _row([_text(sheet.title, "title")])
    for line in sheet.lines:
        yield _row([_text(line, "line")])
    headings = _row(_text(column.heading, "bold") for column in sheet.columns)
    yield f"<table:table-header-rows>{headings}</table:table-header-rows>"
    for number, values in enumerate(sheet.rows):
        cells = [_value(value) for value in values]
        if sheet.links:
            cells[0] = _link(str(values[0]), sheet.links[number])
        yield _row(cells)
    yield "</table:table>"


def _range(sheet: BookSheet) -> str:
    """The table of a sheet as a named range that knows its headings."""
    first, last = f"A{sheet.heading_row}", f"{_letters(len(sheet.columns))}{sheet.heading_row + len(sheet.rows)}"
    target = f"'{sheet.name}'.{first}:'{sheet.name}'.{last}"
    return (
        f"<table:database-range table:name={quoteattr(marked_name(sheet))} "
        f'table:target-range-address={quoteattr(target)} table:contains-header="true" '
        'table:display-filter-buttons="false"/>'
    )


def _letters(number: int) -> str:
    before, at = divmod(number - 1, 26)
    return f"{_letters(before) if before else ''}{chr(ord('A') + at)}"


def _row(cells: Iterable[str]) -> str:
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def _value(value: Cell) -> str:
    if isinstance(value, str):
        return _text(value, "Default")
    return (
        f'<table:table-cell office:value-type="float" office:value="{value}" table:style-name="Default">'
        f"<text:p>{value}</text:p></table:table-cell>"
    )


def _text(text: str, style: str) -> str:
    paragraphs = "".join(f"<text:p>{_spaced(line)}</text:p>" for line in text.split("\n"))
    return f'<table:table-cell office:value-type="string" table:style-name="{style}">{paragraphs}</table:table-cell>'


def _link(text: str, sheet: str) -> str:
    address = quoteattr(f"#'{sheet}'.A1")
    link = f'<text:a xlink:type="simple" xlink:href={address}>{_spaced(text)}</text:a>'
    return (
        '<table:table-cell office:value-type="string" table:style-name="Default">'
        f"<text:p>{link}</text:p></table:table-cell>"
    )


def _spaced(line: str) -> str:
    """A line as XML, in which only the first of several blanks would be seen."""
    return _BLANKS.sub(
        lambda found: "<text:tab/>" if found[0] == "\t" else f'<text:s text:c="{len(found[0])}"/>', escape(line)
    )
