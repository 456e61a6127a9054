from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml

from omi_report.importing.word_reader import word_pieces
from tests.word_files import part_of, with_parts, word

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

BOXED = "<w:p><w:r><w:t>in a box</w:t></w:r></w:p>"


def saved(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def with_body(xml: str) -> bytes:
    """A Word file with a paragraph whose content is XML."""
    document = docx.Document()
    document.element.body.insert(0, parse_xml(f"<w:p {W}>{xml}</w:p>"))
    return saved(document)


def texts(data: bytes) -> list[str]:
    return [piece.text for piece in word_pieces(data, "a.docx")[0]]


def test_headings_lists_and_paragraphs_are_told_apart() -> None:
    pieces, left = word_pieces(
        word("Heading 2|Victims", "List Bullet|A point.", "List Paragraph|No point.", "Text."), "a"
    )
    assert [(piece.text, piece.line, piece.level, piece.bullet) for piece in pieces] == [
        ("Victims", 1, 2, False),
        ("A point.", 2, 0, True),
        ("No point.", 3, 0, False),
        ("Text.", 4, 0, False),
    ]
    assert left == []


@pytest.mark.parametrize(
    ("xml", "said"),
    [
        ("<w:r><w:t>One</w:t><w:tab/><w:t>two</w:t></w:r>", ["One\ttwo"]),
        ("<w:r><w:t>One</w:t><w:br/><w:t>two</w:t></w:r>", ["One", "two"]),
        ("<w:ins><w:r><w:t>Put in</w:t></w:r></w:ins><w:del><w:r><w:delText>out</w:delText></w:r></w:del>", ["Put in"]),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>7</w:t></w:r>", ["7"]),
        ("<w:hyperlink><w:r><w:t>A link</w:t></w:r></w:hyperlink>", ["A link"]),
        (f"<w:r><w:t>Round</w:t><w:pict><w:txbxContent>{BOXED}</w:txbxContent></w:pict></w:r>", ["Round", "in a box"]),
    ],
)
def test_words_count_where_word_shows_them(xml: str, said: list[str]) -> None:
    assert texts(with_body(xml)) == said


def table_of(*rows: tuple[str, ...]) -> bytes:
    document = docx.Document()
    table = document.add_table(0, len(rows[0]))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    return saved(document)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([("a", "b"), ("c", "d")], ["a\tb\nc\td"]),
        ([("1.1 Preparing for sentence", "72%")], ["1.1 Preparing for sentence\t72%"]),
        ([("One\nTwo",), ("Three",)], ["One", "Two", "Three"]),
        ([("", ""), ("", "")], []),
    ],
)
def test_tables(rows: list[tuple[str, ...]], said: list[str]) -> None:
    assert texts(table_of(*rows)) == said


def test_a_table_in_a_table_is_read_once() -> None:
    document = docx.Document()
    outer = document.add_table(2, 2)
    outer.cell(0, 0).text = "outer"
    outer.cell(1, 1).add_table(1, 1).cell(0, 0).text = "inner"
    assert " ".join(texts(saved(document))).split() == ["outer", "inner"]


def headed(document: Any) -> None:
    document.sections[0].header.paragraphs[0].text = "A head"


def commented(document: Any) -> None:
    document.add_comment(document.paragraphs[0].runs, "A remark", author="X")


@pytest.mark.parametrize(
    ("change", "why", "said"),
    [(headed, "head or foot of the pages", "A head"), (commented, "comment in the Word file", "A remark")],
)
def test_what_stands_beside_the_text_is_kept(change: Callable[[Any], None], why: str, said: str) -> None:
    document = docx.Document()
    document.add_paragraph("Text.")
    change(document)
    pieces, left = word_pieces(saved(document), "a")
    assert [piece.text for piece in pieces] == ["Text."]
    assert [(each.why, each.piece.text) for each in left] == [(why, said)]


def test_contents_are_no_text() -> None:
    document = docx.Document()
    document.styles.add_style("toc 1", 1)
    document.add_paragraph("Summary\t5", style="toc 1")
    _pieces, left = word_pieces(saved(document), "a")
    assert [(each.why, each.piece.text) for each in left] == [("contents", "Summary\t5")]


def test_footnotes_are_kept() -> None:
    data = word("Text.")
    notes = f"<w:footnotes {W}><w:footnote w:id='2'><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    links = part_of(data, "word/_rels/document.xml.rels").replace(
        b"</Relationships>", f'<Relationship Id="rId77" Type="{kind}" Target="footnotes.xml"/></Relationships>'.encode()
    )
    types = part_of(data, "[Content_Types].xml").replace(
        b"</Types>",
        b'<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        b'wordprocessingml.footnotes+xml"/></Types>',
    )
    parts = {"word/footnotes.xml": notes.encode(), "word/_rels/document.xml.rels": links, "[Content_Types].xml": types}
    _pieces, left = word_pieces(with_parts(data, parts), "a")
    assert [(each.why, each.piece.text) for each in left] == [("footnote", "A note.")]
