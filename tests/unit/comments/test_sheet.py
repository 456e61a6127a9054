"""The workbook for comments: what stands in it, and what is read of it, whatever somebody did to it."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest

from omi_report import limits
from omi_report.comments.remark import Returned
from omi_report.document.tree import Document, Meta, ParagraphBlock, Part
from omi_report.errors import OmiError
from omi_report.remarks.files import read_returned
from omi_report.remarks.places import AT_ONCE, DraftPassage, passages_of
from omi_report.remarks.read_error import cleaned
from omi_report.remarks.sheet_form import (
    ADDRESS,
    BY,
    COLUMNS,
    COMMENTS_SHEET,
    HELP_SHEET,
    HIDDEN_SHEET,
    KIND,
    MORE_SHEET,
    PROPOSED,
    SAYS,
    TEXT,
    WHERE,
    WHOLE,
)
from omi_report.remarks.sheet_writer import About, comment_sheet, pages_of_passages

PIECES = (
    DraftPassage("summary", (), True, "Summary", "Summary\nAll went well.\N{SOFT HYPHEN}"),
    DraftPassage("summary", (), True, "Summary", "It could have gone better."),
    DraftPassage(
        "finding-1.1-a", ("finding-1.1-strength-a",), False, "1.1 (a)", '=HYPERLINK("http://example.org") was found.'
    ),
    DraftPassage("finding-1.1-b", (), False, "1.1 (b)", "+44 cases were looked at."),
)
ABOUT = About("northfold", "Northfold", 2, "2008-01-24", "reports@example.org")


@pytest.fixture
def book() -> Any:
    return openpyxl.load_workbook(io.BytesIO(comment_sheet(ABOUT, PIECES, {"finding-1.1-a": 7})))


def read(book: Any) -> Returned:
    target = io.BytesIO()
    book.save(target)
    return read_returned(target.getvalue(), "back.xlsx")


def fill(book: Any, row: int, **values: str) -> None:
    columns = {"kind": KIND, "says": SAYS, "proposed": PROPOSED, "by": BY, "text": TEXT}
    for name, value in values.items():
        cell = book[COMMENTS_SHEET].cell(row, COLUMNS.index(columns[name]) + 1)
        cell.value = value
        cell.data_type = "s"


def heading(book: Any, column: str) -> Any:
    return book[COMMENTS_SHEET].cell(1, COLUMNS.index(column) + 1)


def test_each_piece_has_a_row_and_no_text_is_a_formula(book: Any) -> None:
    rows = list(book[COMMENTS_SHEET].iter_rows(min_row=2))
    assert [tuple(row[at].value for at in (0, 1, 7)) for row in rows] == [
        ("Summary", None, "summary"), ("Summary", None, "summary"),
        ("1.1 (a)", 7, "finding-1.1-a"), ("1.1 (b)", None, "finding-1.1-b"),
    ]  # fmt: skip
    assert all(cell.data_type in "sn" for sheet in book for row in sheet.iter_rows() for cell in row)


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        ({}, ["", "", "", ""]),
        ({"summary": 5, "finding-1.1-a": 5}, [5, 5, 5, ""]),
        ({"summary": 5, "finding-1.1-a": 7, "finding-1.1-b": 8}, [5, "5–7", 7, 8]),
        ({"summary": 5, "finding-1.1-b": 6}, [5, "5–6", "", 6]),
        ({"summary": 5}, [5, "", "", ""]),
    ],
)
def test_a_page_is_told_as_far_as_it_is_known(pages: dict[str, int], expected: list[int | str]) -> None:
    assert pages_of_passages(PIECES, pages) == expected


def test_each_of_several_rows_of_a_place_can_be_chosen() -> None:
    long = "word " * (AT_ONCE // 10)
    blocks = tuple(ParagraphBlock((f"{first} {long}",)) for first in ("One", "Two"))
    document = Document(
        Meta("T", "A", "a", "P", "I", "en-GB", "draft", "2024-05"), (Part("summary", "text", "Summary", blocks),)
    )
    book = openpyxl.load_workbook(io.BytesIO(comment_sheet(ABOUT, passages_of(document), {})))
    choices = [cell.value for cell in book[HIDDEN_SHEET]["C"] if cell.value]
    assert choices[:2] == [WHOLE, "Summary"]
    book[MORE_SHEET].cell(2, 1).value, book[MORE_SHEET].cell(2, 3).value = choices[2], "so"
    book[MORE_SHEET].cell(3, 1).value, book[MORE_SHEET].cell(3, 3).value = "Summary", "so"
    assert [each.words[:3] for each in read(book).remarks] == ["Two", ""]


def test_only_what_is_to_be_filled_in_can_be_changed(book: Any) -> None:
    free = {COLUMNS.index(each) for each in (KIND, SAYS, PROPOSED, BY)}
    for sheet in book:
        assert sheet.protection.sheet
        assert sheet.protection.password is None
    for row in book[COMMENTS_SHEET].iter_rows(min_row=2):
        assert {at for at, cell in enumerate(row) if not cell.protection.locked} == free
    assert all(not cell.protection.locked for row in book[MORE_SHEET].iter_rows(min_row=2) for cell in row)
    assert book[HIDDEN_SHEET].sheet_state == "hidden"


def test_the_same_report_gives_the_same_bytes() -> None:
    assert comment_sheet(ABOUT, PIECES, {}) == comment_sheet(ABOUT, PIECES, {})


def test_nothing_filled_in_is_nothing_said(book: Any) -> None:
    assert read(book) == Returned("back.xlsx", (), "northfold", 2)


def test_what_is_filled_in_comes_back(book: Any) -> None:
    fill(book, 4, kind=" Fact ", says="=1+1 is_x000D_\nwrong_x000b_", proposed="Two was found.", by="Ada Quill")
    (remark,) = read(book).remarks
    assert (remark.address, remark.words, remark.kind) == ("finding-1.1-a", PIECES[2].words, "fact")
    assert (remark.says, remark.proposed, remark.by) == ("=1+1 is\nwrong", "Two was found.", "Ada Quill")
    assert remark.where == "sheet «Comments», row 4"


def test_more_comments_have_the_place_that_is_chosen_or_typed(book: Any) -> None:
    for row, where in enumerate((WHOLE, "1.1 (A)", "Summary", "page 9", None), start=2):
        book[MORE_SHEET].cell(row, 1).value = where
        book[MORE_SHEET].cell(row, 3).value = "so"
    found = [(each.address, each.words, each.named) for each in read(book).remarks]
    assert found == [
        ("", "", ""),
        ("finding-1.1-a", PIECES[2].words, "1.1 (A)"),
        ("summary", "", "Summary"),
        ("", "", "page 9"),
        ("", "", ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "typed", ["report.html#finding-1.1-strength-a", "1.1 strength a", "Finding-1.1-A", " 1.1  (a) "]
)
@pytest.mark.parametrize("without", ["", ADDRESS, COMMENTS_SHEET])
def test_what_people_type_for_a_place_is_understood(book: Any, typed: str, without: str) -> None:
    book[MORE_SHEET].cell(2, 1).value = typed
    book[MORE_SHEET].cell(2, 3).value = "so"
    if without == ADDRESS:
        book[COMMENTS_SHEET].delete_cols(COLUMNS.index(ADDRESS) + 1)
    elif without:
        del book[without]
    (remark,) = read(book).remarks
    assert (remark.address, remark.named) == ("finding-1.1-a", " ".join(typed.split()))


def test_a_place_that_is_typed_is_known_by_the_words_that_it_had(book: Any) -> None:
    book[MORE_SHEET].cell(2, 1).value = "1.1 strength a"
    book[MORE_SHEET].cell(2, 3).value = "so"
    (remark,) = read(book).remarks
    assert (remark.words, remark.stood) == ("", PIECES[2].words)


def test_what_may_be_several_places_is_told_with_them() -> None:
    both = (("finding-1.1-x", "1.1, Strengths (a)"), ("finding-1.1-y", "1.1, Areas for improvement (a)"))
    pieces = [DraftPassage(address, (), True, where, "Some words.") for address, where in both]
    book: Any = openpyxl.load_workbook(io.BytesIO(comment_sheet(ABOUT, pieces, {})))
    book[MORE_SHEET].cell(2, 1).value = "1.1 (a)"
    book[MORE_SHEET].cell(2, 3).value = "so"
    found = read(book)
    assert [(each.address, each.named) for each in found.remarks] == [("", "1.1 (a)")]
    (line,) = found.unread
    assert line == (
        "sheet «More comments», row 2: «1.1 (a)» may be «1.1, Strengths (a)» or «1.1, Areas for improvement (a)»"
    )


def test_the_sheet_says_what_may_stand_for_a_place(book: Any) -> None:
    help_sheet = " ".join(str(row[0].value) for row in book[HELP_SHEET].iter_rows())
    assert "what the draft calls it, such as 1.2 (a) or Table 1, or its address" in help_sheet


def test_a_changed_text_stays_at_its_place_without_the_column_of_addresses(book: Any) -> None:
    fill(book, 4, text="Something else was found.")
    book[COMMENTS_SHEET].delete_cols(COLUMNS.index(ADDRESS) + 1)
    (remark,) = read(book).remarks
    assert (remark.address, remark.proposed) == ("finding-1.1-a", "Something else was found.")


@pytest.mark.parametrize("column", [SAYS, PROPOSED, BY])
def test_words_under_a_heading_that_was_renamed_are_not_left_out(book: Any, column: str) -> None:
    fill(book, 4, says="so", proposed="this", by="Ada")
    heading(book, column).value = "Our column"
    with pytest.raises(OmiError, match=rf"«Comments» has no column «{column}», and has words under «Our column»"):
        read(book)


def test_a_day_is_a_day(book: Any) -> None:
    cell = book[COMMENTS_SHEET].cell(4, COLUMNS.index(SAYS) + 1)
    cell.value = datetime.date(2008, 12, 3)
    cell.number_format = "dd/mm/yyyy"
    assert [each.says for each in read(book).remarks] == ["2008-12-03"]


def test_columns_rows_and_sheets_may_stand_anywhere(book: Any) -> None:
    fill(book, 4, says="so", by="Ada")
    sheet = book[COMMENTS_SHEET]
    sheet.protection.sheet = False
    sheet.move_range("H1:H5", cols=4)
    sheet.move_range("A1:A5", cols=9)
    sheet.insert_rows(1, 3)
    sheet.title = "Answers of the area"
    book.move_sheet(sheet, -1)
    (remark,) = read(book).remarks
    assert (remark.says, remark.by, remark.address) == ("so", "Ada", "finding-1.1-a")


@pytest.mark.parametrize(
    ("column", "address", "words", "said"),
    [
        (ADDRESS, "finding-1.1-a", PIECES[2].words, "places are found by what stands under «Where»"),
        (TEXT, "finding-1.1-a", "", "places are found by their addresses alone"),
        (WHERE, "finding-1.1-a", PIECES[2].words, "places are found by their addresses"),
        (BY, "finding-1.1-a", PIECES[2].words, "nobody is named"),
        (PROPOSED, "finding-1.1-a", PIECES[2].words, "nothing that stood there has come back"),
    ],
)
def test_a_column_that_is_gone_is_told(book: Any, column: str, address: str, words: str, said: str) -> None:
    fill(book, 4, says="so")
    book[COMMENTS_SHEET].delete_cols(COLUMNS.index(column) + 1)
    found = read(book)
    (remark,) = found.remarks
    assert (remark.says, remark.address, remark.words) == ("so", address, words)
    assert any(f"«{column}» is not there any more" in line and said in line for line in found.unread)


def test_without_any_column_to_speak_in_the_file_is_refused(book: Any) -> None:
    for name in (COMMENTS_SHEET, MORE_SHEET):
        book[name].delete_cols(1, 8)
    with pytest.raises(OmiError, match="has no column for what somebody says"):
        read(book)


def test_what_stands_elsewhere_is_told(book: Any) -> None:
    sheet = book[COMMENTS_SHEET]
    sheet.cell(1, 10).value = "For us"
    sheet.cell(4, 10).value = "ask Ben"
    sheet.cell(4, 12).value = "and Cara"
    fill(book, 5, kind="typo", says="so")
    fill(book, 4, kind="fact")
    found = read(book)
    assert [each.kind for each in found.remarks] == [None]
    for words in ("ask Ben", "and Cara", "«typo» is no kind of comment", "a kind is chosen"):
        assert sum(words in line for line in found.unread) == 1


def test_a_text_that_is_changed_in_its_column_is_a_proposal(book: Any) -> None:
    fill(book, 4, text="Something else was found.")
    fill(book, 5, text="45 cases.", proposed="46 cases.", says="Count again.")
    found = read(book)
    assert [(each.address, each.words, each.proposed) for each in found.remarks] == [
        ("finding-1.1-a", "", "Something else was found."), ("finding-1.1-b", "", "46 cases."),
    ]  # fmt: skip
    assert found.remarks[1].says == "Count again.\n\nThe text itself was changed to: 45 cases."
    assert sum("the text itself was changed" in line for line in found.unread) == 2


def test_words_that_excel_took_for_a_formula_are_words(book: Any) -> None:
    cell = book[COMMENTS_SHEET].cell(4, COLUMNS.index(SAYS) + 1)
    cell.value = "=we never said so"
    assert cell.data_type == "f"
    assert [each.says for each in read(book).remarks] == ["=we never said so"]


def test_words_that_are_the_same_are_no_proposal(book: Any) -> None:
    fill(book, 4, proposed=PIECES[2].words)
    assert read(book).remarks == ()


def test_without_its_hidden_sheet_a_workbook_is_of_any_draft(book: Any) -> None:
    fill(book, 4, says="so")
    del book[HIDDEN_SHEET]
    found = read(book)
    assert (found.area, found.draft, len(found.remarks)) == ("", None, 1)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is no file in which omi finds comments"),
        (b"PK\x03\x04 but no archive", "back.xlsx is damaged"),
        (b"a,b\n1,2\n", "save a sheet of another kind (.ods, .csv, .xls) as .xlsx"),
        (b"a,b\n1,2\n", "an Excel workbook (.xlsx)"),
    ],
)
def test_files_of_other_kinds_are_refused(data: bytes, said: str) -> None:
    with pytest.raises(OmiError) as caught:
        read_returned(data, "back.xlsx")
    assert said in str(caught.value)


@pytest.mark.parametrize("damage", [lambda part: part[:40], lambda part: b"<!DOCTYPE x>" + part, lambda part: b""])
def test_a_damaged_workbook_is_refused(book: Any, damage: Callable[[bytes], bytes]) -> None:
    import zipfile

    whole, damaged = io.BytesIO(), io.BytesIO()
    book.save(whole)
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(damaged, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            target.writestr(name, damage(part) if name == "xl/worksheets/sheet2.xml" else part)
    with pytest.raises(OmiError, match="the workbook"):
        read_returned(damaged.getvalue(), "back.xlsx")


def test_an_archive_with_too_long_a_list_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    import zipfile

    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for number in range(limits.WORD_PARTS * 8):
            archive.writestr(f"xl/{number}", b"")
    monkeypatch.setattr(zipfile, "ZipFile", None)  # which would make an object of each part
    with pytest.raises(OmiError, match="it has more than 10,000 parts"):
        read_returned(whole.getvalue(), "back.xlsx")


def test_a_workbook_with_macros_is_not_opened(book: Any) -> None:
    import zipfile

    whole = io.BytesIO()
    book.save(whole)
    with zipfile.ZipFile(whole, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\0")
    with pytest.raises(OmiError, match="holds macros"):
        read_returned(whole.getvalue(), "back.xlsm")


@pytest.mark.parametrize(
    ("given", "expected"),
    [("a\u202eb\x00c", "abc"), ("one  \t two\r\n\r\n three ", "one two\n\nthree"), ("\N{ZERO WIDTH JOINER}", "\u200d")],
)
def test_words_are_cleaned(given: str, expected: str) -> None:
    assert cleaned(given) == expected
