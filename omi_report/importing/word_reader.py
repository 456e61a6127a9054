"""A Word file → pieces: its paragraphs with their styles, and its tables.

Words count where Word shows them: insertions that are tracked, the words of fields, links and text boxes. What is
deleted, and the instructions of fields, do not. Heads and feet of pages belong to the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from omi_report.importing.pieces import SPACES, Left, ReportPiece, table_piece
from omi_report.importing.word_lists import ListPlace, W as _W, WordLists, chain
from omi_report.word_package import open_word

if TYPE_CHECKING:
    from docx.document import Document

_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NOT_SHOWN = frozenset(f"{_W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "rPr", "pPr"))
_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_CONTENTS = re.compile(r"toc \d|table of figures", re.IGNORECASE)
_DEEPEST = 9
"""The deepest level that Word has for a heading; that below is for text."""
_PARTS = {"footnotes": "footnote", "endnotes": "note at the end", "comments": "comment in the Word file"}
"""What stands in parts of their own, by the kinds of their relations."""
DELETED = "deleted with tracked changes"
"""Why words are left that somebody struck out and nobody has decided on."""
_MARKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}


def word_pieces(data: bytes, shown: str) -> tuple[list[ReportPiece], list[Left]]:
    """Return the pieces of a Word file, and what belongs to its pages or its contents.

    A piece has the number of its paragraph or table, from 1. Raises WordFileError where the file cannot be opened.
    """
    document = open_word(data, shown)
    styles = _styles(document)
    rests_on = _rests_on(document)
    lists, levels = WordLists(document, rests_on), _levels(document, styles, rests_on)
    pieces: list[ReportPiece] = []
    left: list[Left] = []
    number = 0
    for block in _blocks(document.element.body, f"{_W}p", f"{_W}tbl"):
        number += 1
        left += [Left(ReportPiece(text, number), DELETED) for text in _deleted(block)]
        if block.tag == f"{_W}tbl":
            rows = tuple(_rows(block))
            pieces += _of_table(rows, number)
            continue
        style = _style_of(block)
        name = styles.get(style, "")
        for at, text in enumerate(_texts(block)):
            if _CONTENTS.match(name):
                left.append(Left(ReportPiece(text, number), "contents"))
            else:
                place = None if at else lists.place_of(block, style)
                pieces.append(_paragraph(text, number, levels.get(style, 0), place))
    for why, paragraph in _beside(document):
        left += [Left(ReportPiece(text, 0), why) for text in _texts(paragraph)]
    return pieces, left


def _deleted(block: Any) -> Iterator[str]:
    """The words of a paragraph or table that are struck out by tracked changes, paragraph by paragraph."""
    for paragraph in [block] if block.tag == f"{_W}p" else block.iter(f"{_W}p"):
        words = "".join(each.text or "" for each in paragraph.iter(f"{_W}delText")).translate(SPACES).strip()
        if words:
            yield words


def _styles(document: Document) -> dict[str, str]:
    """The names of the styles by their ids, as Word names them in English."""
    found = {}
    for style in document.styles.element.findall(f"{_W}style"):
        name = style.find(f"{_W}name")
        if name is not None:
            found[style.get(f"{_W}styleId", "")] = name.get(f"{_W}val", "")
    return found


def _blocks(parent: Any, *tags: str) -> Iterator[Any]:
    """The elements of some tags right below another one, also those inside controls and tracked insertions."""
    for child in parent:
        if child.tag in tags:
            yield child
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml", f"{_W}smartTag"):
            yield from _blocks(child, *tags)


def _style_of(paragraph: Any) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "" if style is None else str(style.get(f"{_W}val", ""))


def _paragraph(text: str, number: int, level: int, place: ListPlace | None) -> ReportPiece:
    if place is None or level:
        return ReportPiece(text, number, level)
    return ReportPiece(text, number, bullet=True, depth=place.depth, counted=place.counted)


def _levels(document: Document, names: dict[str, str], rests_on: dict[str, str]) -> dict[str, int]:
    """The levels of headings by the ids of their styles: by the name of a style, or of one that it rests on."""
    outline = {}
    for style in document.styles.element.findall(f"{_W}style"):
        level = style.find(f"{_W}pPr/{_W}outlineLvl")
        if level is not None and level.get(f"{_W}val", "").isdigit():
            outline[style.get(f"{_W}styleId", "")] = int(level.get(f"{_W}val")) + 1
    found = {}
    for each in names:
        for above in chain(each, rests_on):
            heading = _HEADING.match(names.get(above, ""))
            level = int(heading[1]) if heading else outline.get(above, int(names.get(above, "").casefold() == "title"))
            if 0 < level <= _DEEPEST:
                found[each] = level
                break
    return found


def _rests_on(document: Document) -> dict[str, str]:
    """The style on which each style rests, by their ids; empty for one that rests on none."""
    found = {}
    for style in document.styles.element.findall(f"{_W}style"):
        below = style.find(f"{_W}basedOn")
        found[style.get(f"{_W}styleId", "")] = below.get(f"{_W}val", "") if below is not None else ""
    return found


def _texts(element: Any) -> list[str]:
    """The words of a paragraph, or of all paragraphs of a head or foot; those of text boxes come after."""
    boxes: list[Any] = []
    words = "".join(_shown(element, boxes)).translate(SPACES)
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
    for row in _blocks(table, f"{_W}tr"):
        cells = list(_blocks(row, f"{_W}tc"))
        join = " " if len(cells) > 1 else "\n"
        yield tuple(join.join(text for each in cell.iter(f"{_W}p") for text in _texts(each)) for cell in cells)


def _of_table(rows: tuple[tuple[str, ...], ...], number: int) -> list[ReportPiece]:
    """A table as one piece. A single row is a line in columns, and a single column a frame around paragraphs."""
    full = tuple(row for row in rows if any(row))
    if len(full) > 1 and any(len(row) > 1 for row in full):
        return [table_piece(full, number)]
    return [ReportPiece(line, number) for row in full for line in "\t".join(row).strip().split("\n") if line]


def _beside(document: Document) -> Iterator[tuple[str, Any]]:
    """The paragraphs of heads and feet of pages, of notes and comments, each with what it is."""
    from docx.oxml import parse_xml

    for section in document.sections:
        for part in (section.header, section.footer):
            if not part.is_linked_to_previous:
                yield from (("head or foot of the pages", each) for each in part._element.iter(f"{_W}p"))
    for relation in document.part.rels.values():
        why = _PARTS.get(relation.reltype.rpartition("/")[2])
        if why and not relation.is_external:
            yield from ((why, each) for each in parse_xml(relation.target_part.blob).iter(f"{_W}p"))
