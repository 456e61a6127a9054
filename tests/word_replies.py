"""Word files as they come back: with comments, answers to them, and tracked changes, made without omi."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

import docx
from docx.document import Document as WordDocument
from docx.opc.packuri import PackURI
from docx.opc.part import Part as OpcPart
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from omi_report.document.tree import Document, Meta, Part
from omi_report.render.docx.document import render_docx
from omi_report.render.look import Look
from tests.word_files import with_parts

WHEN = "2024-07-02T10:00:00Z"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"

META = Meta(
    title="Harbours",
    area="Westmark",
    slug="westmark",
    programme="Harbours",
    inspectorate="Office",
    language="en-GB",
    stage="draft",
    inspected="2024-05",
    draft="Draft 2",
)


def draft_file(*parts: Part) -> bytes:
    """Return the Word file of a small draft."""
    return render_docx(Document(META, parts), Look())


def opened(data: bytes) -> WordDocument:
    return docx.Document(io.BytesIO(data))


def saved(document: WordDocument) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def run_with(document: WordDocument, words: str) -> Any:
    """The first run that holds some words, anywhere in the text."""
    return next(run for run in runs_of(document) if words in (run.text or ""))


def runs_of(document: WordDocument) -> Iterator[Any]:
    """All runs of the text that hold words."""
    return (run for run in document.element.body.iter(qn("w:r")) if run.findall(qn("w:t")))


def split(run: Any, words: str) -> Any:
    """Split a run so that some words of it are a run of their own, which is returned."""
    before, found, behind = run.text.partition(words)
    assert found, words
    middle, last = deepcopy(run), deepcopy(run)
    for part, text in ((run, before), (middle, words), (last, behind)):
        part.text = text
        for each in part.findall(qn("w:t")):
            each.set(qn("xml:space"), "preserve")
    run.addnext(middle)
    middle.addnext(last)
    return middle


def changed(run: Any, words: str, new: str, by: str = "Bo Birch") -> None:
    """Track that some words of a run became others; none if they were struck out, or if others were put behind them."""
    middle = split(run, words)
    if new.startswith(words):
        middle.addnext(inserted(new.removeprefix(words), by))
        return
    gone = mark("w:del", by)
    middle.addprevious(gone)
    gone.append(middle)
    for each in middle.findall(qn("w:t")):
        each.tag = qn("w:delText")
    if new:
        gone.addnext(inserted(new, by))


def inserted(words: str, by: str = "Bo Birch") -> Any:
    """Return words that were put in."""
    found = mark("w:ins", by)
    run = OxmlElement("w:r")
    run.text = words
    for each in run.findall(qn("w:t")):
        each.set(qn("xml:space"), "preserve")
    found.append(run)
    return found


def mark(name: str, by: str = "Bo Birch") -> Any:
    """Return the mark of a change."""
    found = OxmlElement(name)
    found.set(qn("w:id"), "900")
    found.set(qn("w:author"), by)
    found.set(qn("w:date"), WHEN)
    return found


def commented(document: WordDocument, run: Any, says: str, by: str = "Ann Alder", last: Any = None) -> int:
    """Put a comment on a run, or on all from it to another one. Returns its number."""
    comment = int(document.comments.add_comment(text=says, author=by).comment_id)
    begin, end, point = OxmlElement("w:commentRangeStart"), OxmlElement("w:commentRangeEnd"), OxmlElement("w:r")
    reference = OxmlElement("w:commentReference")
    point.append(reference)
    for each in (begin, end, reference):
        each.set(qn("w:id"), str(comment))
    run.addprevious(begin)
    (run if last is None else last).addnext(end)
    end.addnext(point)
    return comment


def saved_elsewhere(data: bytes) -> bytes:
    """Return a file as LibreOffice saves it: without the list of places, and with a break of a page in a paragraph."""
    document = opened(data)
    for heading in document.element.body.iter(qn("w:p")):
        if heading.findall(qn("w:bookmarkStart")):
            page = OxmlElement("w:r")
            page.append(OxmlElement("w:br"))
            heading.find(qn("w:bookmarkStart")).addprevious(page)
    return with_parts(saved(document), {"customXml/item1.xml": b"<none/>"})


def with_threads(data: bytes, answers: Mapping[int, int], resolved: tuple[int, ...] = ()) -> bytes:
    """Return a file in which comments answer others, by their numbers, and some are resolved."""
    document = opened(data)
    root = document.part._comments_part.element
    for entry in root:
        for paragraph in entry.iter(qn("w:p")):
            paragraph.set(f"{{{W14}}}paraId", f"{int(entry.get(qn('w:id'))) + 1:08X}")
    numbers = [int(entry.get(qn("w:id"))) for entry in root]
    entries = "".join(
        f'<w15:commentEx w15:paraId="{number + 1:08X}" w15:done="{int(number in resolved)}"'
        + (f' w15:paraIdParent="{answers[number] + 1:08X}"' if number in answers else "")
        + "/>"
        for number in numbers
    )
    xml = f'<w15:commentsEx xmlns:w15="{W15}">{entries}</w15:commentsEx>'.encode()
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml"
    part = OpcPart(PackURI("/word/commentsExtended.xml"), kind, xml, document.part.package)
    document.part.relate_to(part, "http://schemas.microsoft.com/office/2011/relationships/commentsExtended")
    return saved(document)
