"""The annotations of a PDF that came back are remarks, each at its place; what may do harm is refused."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from omi_report import limits
from omi_report.comments.pdf import reader
from omi_report.comments.pdf.reader import PdfFileError, read_here, remarks_of_pdf
from omi_report.comments.remark import Remark
from omi_report.document.inlines import ReferenceInline
from omi_report.document.tree import (
    DivisionBlock,
    Document,
    FindingItem,
    FindingsBlock,
    ParagraphBlock,
    Part,
    RowGroup,
    TableBlock,
    TableCell,
    TableColumn,
    TableRow,
)
from omi_report.remarks.files import read_returned
from omi_report.remarks.places import places_of
from omi_report.remarks.placing import placed
from omi_report.sheets import pdf_of
from tests.pdf_replies import Found, annotated, found, mark
from tests.word_replies import META

ROPES = "Ropes were coiled and dry, and each of them hung on a hook of its own behind the door of the shed by the quay."


def _finding(name: str, letter: str, *words: str) -> FindingItem:
    return FindingItem(f"finding-1.1-{name}", letter, tuple(ParagraphBlock((each,)) for each in words))


@pytest.fixture(scope="module")
def draft() -> bytes:
    """The PDF of a small draft."""
    findings = (_finding("lights", "a", "The lights were lit each night."), _finding("ropes", "b", ROPES))
    strengths = FindingsBlock("strength", "good", 4, "Strengths", findings)
    section = ReferenceInline("section-1", "Harbours", "title")
    ending = ParagraphBlock(("All in all it was well done: see ", section, "."))
    criterion = DivisionBlock("criterion", 3, "Safe harbours", (strengths, ending), "criterion-1.1", label="1.1")
    title = Part("title-page", "title-page", "", (ParagraphBlock(("Harbours",)),))
    part = Part("section-1", "section", "Harbours", (ParagraphBlock(("Boats come and go.",)), criterion))
    return pdf_of(Document(META, (title, part)))


def only(data: bytes) -> Remark:
    returned = read_here(data, "reply.pdf")
    assert len(returned.remarks) == 1, returned
    return returned.remarks[0]


def beside(where: Found) -> Found:
    """The spot behind some words."""
    right, bottom = where.boxes[-1][2], where.boxes[-1][1]
    return Found(where.page, ((right, bottom - 3, right + 4, bottom + 4),))


def test_a_draft_says_which_it_is(draft: bytes) -> None:
    returned = read_here(draft, "reply.pdf")
    assert (returned.remarks, returned.unread, returned.draft, returned.area) == ((), (), 2, "westmark")


@pytest.mark.parametrize("said", [b"", b"<x:xmpmeta", b"\xff\xfe", b"<?xpacket?><a/>"])
def test_a_pdf_whose_own_description_is_broken_is_read_without_its_area(draft: bytes, said: bytes) -> None:
    with pikepdf.open(io.BytesIO(draft)) as pdf:
        pdf.Root.Metadata.write(said)
        out = io.BytesIO()
        pdf.save(out)
    returned = read_here(out.getvalue(), "reply.pdf")
    assert (returned.draft, returned.area) == (2, "")


@pytest.mark.parametrize(
    ("words", "place", "around"),
    [
        ("Boats come", "section-1", "Boats come and go."),
        ("lights were", "finding-1.1-lights", "The lights were lit each night."),
        ("coiled and dry", "finding-1.1-ropes", ROPES),
        ("behind the door", "finding-1.1-ropes", ROPES),
        ("All in all", "criterion-1.1", "All in all it was well done: see Harbours."),
    ],
)
@pytest.mark.parametrize("kind", ["Highlight", "Underline", "Squiggly"])
def test_marked_words_are_quoted_at_their_place(draft: bytes, kind: str, words: str, place: str, around: str) -> None:
    where = found(draft, words)
    remark = only(annotated(draft, (where.page, mark(kind, where, "Not so."))))
    assert (remark.address, remark.says, remark.by, remark.date) == (place, "Not so.", "Ann Alder", "2024-07-02")
    assert (remark.quoted, remark.words, remark.where) == (
        words.replace("dry", "dry,"),
        around,
        f"page {where.page + 1}",
    )
    assert remark.proposed is None


def test_struck_out_words_shall_go(draft: bytes) -> None:
    where = found(draft, "and dry")
    remark = only(annotated(draft, (where.page, mark("StrikeOut", where))))
    assert (remark.quoted, remark.proposed, remark.says) == ("and dry,", "", "These words are to be left out.")


def test_a_caret_adds_words_behind_those_before_it(draft: bytes) -> None:
    where = beside(found(draft, "each of them"))
    remark = only(annotated(draft, (where.page, mark("Caret", where, "and all"))))
    assert (remark.quoted, remark.proposed) == ("each of them hung", "each of them and all hung")


@pytest.mark.parametrize("caret_first", [True, False])
def test_a_caret_with_struck_out_words_replaces_them(draft: bytes, *, caret_first: bool) -> None:
    where = found(draft, "a hook")
    notes = [mark("Caret", beside(where), "a nail"), mark("StrikeOut", where)]
    first, second = notes if caret_first else notes[::-1]
    second.IRT, second.RT = 0, Name.Group
    remark = only(annotated(draft, (where.page, first), (where.page, second)))
    assert (remark.quoted, remark.proposed, remark.says) == ("a hook", "a nail", "Other words are proposed.")


@pytest.mark.parametrize("kind", ["Text", "FreeText"])
def test_a_note_at_a_spot_is_on_the_words_around_it(draft: bytes, kind: str) -> None:
    where = found(draft, "lights")
    remark = only(annotated(draft, (where.page, mark(kind, where, "Which?"))))
    assert (remark.address, remark.quoted, remark.says) == ("finding-1.1-lights", "", "Which?")
    assert remark.words == "The lights were lit each night."


def test_answers_and_what_became_of_them_follow(draft: bytes) -> None:
    where = found(draft, "lights")
    state = mark("Text", where, "Completed set by Bo", "Bo", IRT=0, State=String("Completed"))
    notes = [mark("Highlight", where, "Which?"), mark("Text", where, "All.", "Bo", IRT=0), state]
    remark = only(annotated(draft, *((where.page, each) for each in notes)))
    assert remark.says == "Which?\nReply (Bo, 2024-07-02): All.\n(Marked as completed in the file.)"


def test_what_cannot_be_taken_in_is_told(draft: bytes) -> None:
    where = found(draft, "lights")
    notes = [mark("Ink", where), mark("FileAttachment", where), mark("Link", where), mark("Text", where)]
    notes.append(mark("Highlight", where))
    returned = read_here(annotated(draft, *((where.page, each) for each in notes)), "reply.pdf")
    page = f"page {where.page + 1}"
    assert not returned.remarks
    assert returned.unread == (
        f"{page}: a drawing without words, on «lights»",
        f"{page}: what a reader of PDFs calls «FileAttachment» is not opened",
        f"{page}: a mark without words",
        f"{page}: a mark without words, on «lights»",
    )


def test_a_pdf_of_somebody_else_has_words_alone(draft: bytes) -> None:
    with pikepdf.open(io.BytesIO(draft)) as pdf:
        pdf.docinfo["/Creator"] = "Another program"
        out = io.BytesIO()
        pdf.save(out)
    other = out.getvalue()
    where = found(other, "lights")
    returned = read_here(annotated(other, (where.page, mark("Highlight", where, "Which?"))), "reply.pdf")
    assert returned.draft is None
    assert [(each.address, each.quoted) for each in returned.remarks] == [("", "lights")]
    assert returned.remarks[0].words.endswith("The lights were lit each night.")


# --- bad files -----------------------------------------------------------------------------------------------------


def changed(data: bytes, change: Any, **options: Any) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        out = io.BytesIO()
        pdf.save(out, **options)
        return out.getvalue()


def test_a_protected_pdf_is_refused(draft: bytes) -> None:
    data = changed(draft, lambda _pdf: None, encryption=pikepdf.Encryption(owner="o", user="u"))
    with pytest.raises(PdfFileError, match=r"reply\.pdf is protected by a password"):
        read_here(data, "reply.pdf")


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"%PDF-1.7\n" + bytes(5000), b"%PDF-1.4\ntrailer<</Root 1 0 R>>"])
def test_a_damaged_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(PdfFileError, match="is damaged"):
        read_here(data, "reply.pdf")


def test_a_pdf_cut_short_anywhere_is_read_or_refused(draft: bytes) -> None:
    where = found(draft, "lights")
    data = annotated(draft, (where.page, mark("Highlight", where, "Which?")))
    for share in range(1, 10):
        try:
            read_here(data[: len(data) * share // 10], "reply.pdf")
        except PdfFileError as error:
            assert "reply.pdf" in str(error)  # noqa: PT017 - either is right


def test_annotations_that_are_no_annotations_do_no_harm(draft: bytes) -> None:
    where = found(draft, "lights")

    def spoil(pdf: pikepdf.Pdf) -> None:
        held = pdf.pages[where.page].obj
        circle = pdf.make_indirect(mark("Text", where, "Round."))
        circle.IRT = circle
        odd = mark("Highlight", where, "Odd.", QuadPoints=Array([1, 2, 3]), Rect=Name.None_, T=Array([1]), M=7)
        script = mark("Text", where, "Run.", A=Dictionary(S=Name.JavaScript, JS=String("app.alert(1)")))
        held.Annots = Array([circle, odd, script, 7, String("x"), Array([]), Dictionary()])
        pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))

    returned = read_here(changed(draft, spoil), "reply.pdf")
    assert sorted(each.says for each in returned.remarks) == ["Odd.", "Round.", "Run."]


def test_a_tree_of_pages_or_names_in_a_circle_is_refused_or_read(draft: bytes) -> None:
    def circle_of_names(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Names.Dests = pdf.make_indirect(Dictionary())
        pdf.Root.Names.Dests.Kids = Array([pdf.Root.Names.Dests])

    assert not read_here(changed(draft, circle_of_names), "reply.pdf").remarks
    pages = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[2 0 R]>>endobj\n"
    with pytest.raises(PdfFileError):
        read_here(pages + b"trailer<</Root 1 0 R>>\n%%EOF", "reply.pdf")


def test_more_than_the_limits_let_in_is_refused(draft: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    where = found(draft, "lights")
    monkeypatch.setattr(limits, "PDF_ANNOTATIONS", 2)
    notes = [(where.page, mark("Highlight", where, "Which?")) for _number in range(3)]
    with pytest.raises(PdfFileError, match="more than 2 annotations"):
        read_here(annotated(draft, *notes), "reply.pdf")


def test_a_page_that_is_painted_without_end_is_given_up(draft: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    where = found(draft, "lights")

    def bomb(pdf: pikepdf.Pdf) -> None:
        inner = pdf.make_stream(b"BT /F 9 Tf (x) Tj ET")
        for _level in range(12):
            inner.Type, inner.Subtype, inner.BBox = Name.XObject, Name.Form, Array([0, 0, 9, 9])
            outer = pdf.make_stream(b"/X Do " * 30)
            outer.Resources = Dictionary(XObject=Dictionary(X=inner))
            inner = outer
        page = pdf.pages[where.page].obj
        page.Contents, page.Resources = inner, inner.Resources

    good, data = (
        annotated(each, (where.page, mark("Highlight", where, "Which?"))) for each in (draft, changed(draft, bomb))
    )
    monkeypatch.setattr(reader, "_read", _read_in_seconds)
    assert remarks_of_pdf(good, "reply.pdf").remarks
    with pytest.raises(PdfFileError, match="it takes more than"):
        remarks_of_pdf(data, "reply.pdf")


def _read_in_seconds(asked: Any) -> Any:
    limits.PDF_SECONDS = 3  # type: ignore[misc]  # in the worker alone
    reader._within_limits()
    return read_here(asked.data, asked.shown)


def test_a_pdf_is_told_by_what_it_is(draft: bytes) -> None:
    where = found(draft, "lights")
    data = annotated(draft, (where.page, mark("Highlight", where, "Which\u0007?")))
    assert [each.says for each in read_returned(data, "reply.docx").remarks] == ["Which?"]


# --- an unchanged report -------------------------------------------------------------------------------------------


def _table(number: int, caption: str, *rows: str) -> TableBlock:
    group = RowGroup(tuple(TableRow((each,), (TableCell(("twelve",)),)) for each in rows))
    columns = (TableColumn("Quay"), TableColumn("Boats"))
    return TableBlock(columns, (group,), f"table-{number}", number, f"Table {number}", (caption,))


@pytest.fixture(scope="module")
def whole() -> Document:
    """A draft with headings, captions, and text behind lists and tables."""
    improvements = (_finding("nets", "a", "Nets were torn, and nobody had mended them for as long as two years."),)
    first = (
        FindingsBlock("strength", "good", 4, "Strengths", (_finding("ropes", "a", ROPES),)),
        FindingsBlock("improvement", "poor", 4, "Areas for improvement", improvements),
        _table(1, "Boats by quay", "North", "South", "The quay behind the church"),
        ParagraphBlock(("Nobody counts the boats in winter.",)),
    )
    second = (
        ParagraphBlock(("The harbour is dredged in time.",)),
        _table(2, "Mud by quay", "East", "West"),
        FindingsBlock(
            "strength",
            "good",
            4,
            "Strengths",
            (FindingItem("finding-1.2-mud", "a", (ParagraphBlock(("The mud was gone by each March.",)),)),),
        ),
    )
    divisions = (
        DivisionBlock("criterion", 3, "Safe harbours", first, "criterion-1.1", label="1.1"),
        DivisionBlock("criterion", 3, "Deep harbours", second, "criterion-1.2", label="1.2"),
    )
    section = Part("section-1", "section", "Harbours", (ParagraphBlock(("Boats come and go.",)), *divisions))
    title = Part("title-page", "title-page", "", (ParagraphBlock(("Report",)),))
    return Document(META, (title, section))


def test_nothing_has_moved_or_changed_in_an_unchanged_report(whole: Document) -> None:
    expected = {
        "Safe harbours": "criterion-1.1",
        "hung on a hook": "finding-1.1-ropes",
        "Areas for improvement": "criterion-1.1",
        "Boats by quay": "table-1",
        "behind the church": "table-1",
        "Nobody counts": "criterion-1.1",
        "Deep harbours": "criterion-1.2",
        "dredged in time": "criterion-1.2",
        "Mud by quay": "table-2",
        "West": "table-2",
        "gone by each March": "finding-1.2-mud",
    }
    data = pdf_of(whole)
    spots = {words: found(data, words) for words in expected}
    notes = [(where.page, mark("Highlight", where, words)) for words, where in spots.items()]
    for words, where in spots.items():
        left, bottom, _right, top = where.around
        at_side = Found(where.page, ((left - 24, bottom - 6, left - 4, top + 6),))
        notes.append((where.page, mark("Text", at_side, f"{words}, at the side")))
    back = placed(read_here(annotated(data, *notes), "reply.pdf").remarks, places_of(whole))
    assert {each.remark.says: (each.address, each.found) for each in back} == {
        says: (address, "same") for words, address in expected.items() for says in (words, f"{words}, at the side")
    }
