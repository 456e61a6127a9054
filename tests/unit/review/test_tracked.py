"""The Word file with tracked changes: all accepted it is the new report, all rejected the old one."""

from __future__ import annotations

import io
import random
import re
import zipfile
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree as ET

import docx
import pytest

from omi_report.document.build import build_document
from omi_report.document.renewal import with_fields
from omi_report.document.tree import Document, JudgementBlock, TableBlock
from omi_report.language.known import ENGLISH
from omi_report.render.docx.document import render_docx
from omi_report.render.look import Look
from omi_report.review.merged import merged
from omi_report.review.nodes import ReportNode
from omi_report.review.redline import tracked
from tests.report_edits import edited
from tests.samples import WESTMARK, inspected

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def westmark() -> Document:
    return build_document(inspected(WESTMARK))


def body(document: Document) -> ET.Element:
    with zipfile.ZipFile(io.BytesIO(render_docx(document, Look()))) as package:
        return ET.fromstring(package.read("word/document.xml"))


def settled(root: ET.Element, *, accept: bool) -> list[str]:
    """The words of each paragraph once all changes are accepted, or rejected; a paragraph that is gone has none."""
    kept, lost = ("ins", "del") if accept else ("del", "ins")
    found: list[str] = []
    waiting = ""
    rows = [row for row in root.iter(f"{W}tr") if row.find(f"{W}trPr/{W}{lost}") is not None]
    of_lost_rows = {paragraph for row in rows for paragraph in row.iter(f"{W}p")}
    for paragraph in root.iter(f"{W}p"):
        if paragraph in of_lost_rows:
            continue
        words = waiting + "".join(_texts(paragraph, lost))
        gone = paragraph.find(f"{W}pPr/{W}rPr/{W}{lost}") is not None
        waiting = words if gone else ""
        if not gone and words:
            found.append(words)
    assert kept != lost
    return found


def _texts(element: ET.Element, lost: str) -> list[str]:
    found = []
    for child in element:
        if child.tag in (f"{W}t", f"{W}delText"):
            found.append(child.text or "")
        elif child.tag not in (f"{W}{lost}", f"{W}p"):
            found += _texts(child, lost)
    return found


@pytest.mark.parametrize("seed", range(3))
def test_all_accepted_it_is_the_new_report_and_all_rejected_the_old_one(wessex: Document, seed: int) -> None:
    new, _edits = edited(wessex, random.Random(seed), share=0.2)
    root = body(tracked(merged(wessex, new), ENGLISH))
    for document, accept in ((new, True), (wessex, False)):
        expected, found = settled(body(document), accept=True), settled(root, accept=accept)
        assert [each for each in found if _is_said(each)] == [each for each in expected if _is_said(each)]


def test_nothing_is_left_of_a_table_that_went_or_never_came(wessex: Document) -> None:
    part, table = next(
        (part, block) for part in wessex.parts for block in part.blocks if isinstance(block, TableBlock) and block.id
    )
    shorter = replace(part, blocks=tuple(each for each in part.blocks if each is not table))
    longer = Document(wessex.meta, (part,))
    for old, new in ((longer, Document(wessex.meta, (shorter,))), (Document(wessex.meta, (shorter,)), longer)):
        root = body(tracked(merged(old, new), ENGLISH))
        assert settled(root, accept=True) == settled(body(new), accept=True)
        assert settled(root, accept=False) == settled(body(old), accept=True)


def _is_said(text: str) -> bool:
    """Whether a paragraph is more than references to letters, which follow their places."""
    return len(text.split()) > 6


def test_each_change_has_a_number_of_its_own_and_an_author(westmark: Document) -> None:
    empty = Document(westmark.meta, westmark.parts[:3])
    root = body(tracked(merged(empty, westmark), ENGLISH))
    marks = [each for each in root.iter() if each.tag in (f"{W}ins", f"{W}del")]
    assert len(marks) > 20
    assert len({each.get(f"{W}id") for each in marks}) == len(marks)
    assert {each.get(f"{W}author") for each in marks} == {westmark.meta.inspectorate}


def test_deleted_words_are_deleted_text(westmark: Document) -> None:
    root = body(tracked(merged(westmark, Document(westmark.meta, westmark.parts[:4])), ENGLISH))
    assert all(not list(each.iter(f"{W}t")) for each in root.iter(f"{W}del"))


def test_a_report_without_changes_has_no_marks(westmark: Document) -> None:
    assert body(tracked(merged(westmark, westmark), ENGLISH)).find(f".//{W}ins") is None


def test_what_cannot_be_tracked_is_told_in_a_comment(wessex: Document) -> None:
    def judged(value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(map(judged, value))
        if isinstance(value, JudgementBlock):
            return replace(value, label="Result")
        if not hasattr(value, "__dataclass_fields__"):
            return value
        return with_fields(value, lambda _name, held: judged(held) if isinstance(held, tuple) else held)

    old, count = wessex, sum(isinstance(node.value, JudgementBlock) for node in ReportNode(wessex).walk())
    new = replace(old, parts=judged(old.parts))
    data = render_docx(tracked(merged(old, new), ENGLISH), Look())
    comments = [comment.text for comment in docx.Document(io.BytesIO(data)).comments]
    assert len(comments) == count > 10
    assert any(re.fullmatch(r"\[−Score−\]\[\+Result\+\] .+", each) for each in comments)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = ET.fromstring(package.read("word/document.xml"))
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert [each.get(f"{W}id") for each in root.iter(f"{W}{name}")] == [str(number) for number in range(count)]
    assert settled(root, accept=True) == settled(body(new), accept=True)


def test_a_report_without_changes_has_no_comments(westmark: Document) -> None:
    data = render_docx(tracked(merged(westmark, westmark), ENGLISH), Look())
    assert "word/comments.xml" not in zipfile.ZipFile(io.BytesIO(data)).namelist()
