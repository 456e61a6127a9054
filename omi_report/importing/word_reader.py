"""A Word file → pieces: its paragraphs with their styles, and its tables.

Words count where Word shows them: insertions that are tracked, the words of fields, links and text boxes. What is
deleted, and the instructions of fields, do not. Heads and feet of pages belong to the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from omi_report.importing.pieces import Left, ReportPiece, table_piece
from omi_report.word_package import open_word

if TYPE_CHECKING:
    from docx.document import Document

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NOT_SHOWN = frozenset(f"{_W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "rPr", "pPr"))
_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_CONTENTS = re.compile(r"toc \d|table of figures", re.IGNORECASE)
_BULLETED = re.compile(r"list", re.IGNORECASE)
_MARKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}


def word_pieces(data: bytes, shown: str) -> tuple[list[ReportPiece], list[Left]]:
    """Return the pieces of a Word file, and what belongs to its pages or its contents.

    A piece has the number of its paragraph or table, from 1. Raises WordFileError where the file cannot be opened.
    """
    document = open_word(data, shown)
    styles = _styles(document)
    pieces: list[ReportPiece] = []
    left: list[Left] = []
    number = 0
    for block in _blocks(document.element.body):
        number += 1
        if block.tag == f"{_W}tbl":
            rows = tuple(_rows(block))
            pieces += _of_table(rows, number)
            continue
        name = styles.get(_style_of(block), "")
        for at, text in enumerate(_texts(block)):
            if _CONTENTS.match(name):
                left.append(Left(ReportPiece(text, number), "contents"))
            else:
                pieces.append(_paragraph(text, number, name, block if not at else None))
    for part in _beside(document):
        left += [Left(ReportPiece(text, 0), "head or foot of the pages") for text in _texts(part)]
    return pieces, left


def _styles(document: Document) -> dict[str, str]:
    """The names of the styles by their ids, as Word names them in English."""
    found = {}
    for style in document.styles.element.findall(f"{_W}style"):
        name = style.find(f"{_W}name")
        if name is not None:
            found[style.get(f"{_W}styleId", "")] = name.get(f"{_W}val", "")
    return found


def _blocks(body: Any) -> Iterator[Any]:
    """The paragraphs and tables of the text, also those inside controls."""
    for child in body:
        if child.tag in (f"{_W}p", f"{_W}tbl"):
            yield child
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml", f"{_W}smartTag"):
            yield from _blocks(child)


def _style_of(paragraph: Any) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "" if style is None else str(style.get(f"{_W}val", ""))


def _paragraph(text: str, number: int, style: str, paragraph: Any) -> ReportPiece:
    heading = _HEADING.match(style)
    level = int(heading[1]) if heading else int(style.casefold() == "title")
    numbered = paragraph is not None and paragraph.find(f"{_W}pPr/{_W}numPr") is not None
    return ReportPiece(text, number, level, bullet=not level and (numbered or bool(_BULLETED.match(style))))


def _texts(element: Any) -> list[str]:
    """The words of a paragraph, or of all paragraphs of a head or foot; those of text boxes come after."""
    boxes: list[Any] = []
    words = "".join(_shown(element, boxes))
    texts = [" ".join(words.replace("\n", " \n ").split(" ")).strip()] if words.strip() else []
    found = [line.strip() for text in texts for line in text.split("\n") if line.strip()]
    for box in boxes:
        for paragraph in box.iter(f"{_W}p"):
            found += _texts(paragraph)
    return found


def _shown(element: Any, boxes: list[Any]) -> Iterator[str]:
    for child in element:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _MARKS:
            yield _MARKS[child.tag]
        elif child.tag == f"{_W}txbxContent":
            boxes.append(child)
        elif child.tag not in _NOT_SHOWN and child.tag != _ALTERNATE:
            yield from _shown(child, boxes)
            if child.tag == f"{_W}p":
                yield "\n"


def _rows(table: Any) -> Iterator[tuple[str, ...]]:
    for row in table.iter(f"{_W}tr"):
        cells = list(row.iter(f"{_W}tc"))
        yield tuple(" ".join(text for each in cell.iter(f"{_W}p") for text in _texts(each)) for cell in cells)


def _of_table(rows: tuple[tuple[str, ...], ...], number: int) -> list[ReportPiece]:
    """A table as one piece; one of a single cell is a frame around paragraphs."""
    full = tuple(row for row in rows if any(row))
    if not full:
        return []
    if len(full) == 1 and len(full[0]) == 1:
        return [ReportPiece(full[0][0], number)]
    return [table_piece(full, number)]


def _beside(document: Document) -> Iterator[Any]:
    """The heads and feet of the pages."""
    for section in document.sections:
        for part in (section.header, section.footer):
            if not part.is_linked_to_previous:
                yield from part._element.iter(f"{_W}p")
