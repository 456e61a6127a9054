"""Random comments go out in a file, the report is edited meanwhile, and they come back: none is lost or misplaced."""

from __future__ import annotations

import io
import random
import re
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from docx.oxml.ns import qn

from omi_report.comments.remark import Remark
from omi_report.document.build import build_document
from omi_report.document.tree import Document
from omi_report.remarks.files import read_returned
from omi_report.remarks.places import passages_of, places_of
from omi_report.remarks.placing import placed
from omi_report.remarks.sheet_form import ADDRESS, COLUMNS, COMMENTS_SHEET, MORE_SHEET, SAYS
from omi_report.remarks.sheet_writer import About, comment_sheet
from omi_report.sheets import docx_of
from tests.report_edits import EDITS, edited, split, without_ids
from tests.samples import inspected
from tests.word_replies import changed, commented, opened, saved

HAMPSHIRE = Path(__file__).parents[3] / "areas" / "hampshire"
COMMENTS = 200


@pytest.fixture(scope="module")
def report() -> Document:
    return build_document(inspected(HAMPSHIRE))


@pytest.fixture(scope="module", params=["with ids", "without ids"])
def sent(request: pytest.FixtureRequest, report: Document) -> tuple[Document, bytes]:
    """A report, and the workbook that was made of it."""
    document = report if request.param == "with ids" else without_ids(report)
    return document, comment_sheet(About("h", "H", 1), passages_of(document), {})


def filled_in(workbook: bytes, chosen: random.Random) -> tuple[Remark, ...]:
    """Comment on findings of a report in its workbook, on some more than once, and read it back."""
    book = openpyxl.load_workbook(io.BytesIO(workbook))
    sheet, more = book[COMMENTS_SHEET], book[MORE_SHEET]
    at, says = COLUMNS.index(ADDRESS) + 1, COLUMNS.index(SAYS) + 1
    rows = [row for row in range(2, sheet.max_row + 1) if str(sheet.cell(row, at).value).startswith("finding-")]
    for number in range(COMMENTS):
        row = chosen.choice(rows)
        if sheet.cell(row, says).value is None:
            sheet.cell(row, says).value = f"comment {number}"
        else:
            more.cell(number + 2, 1).value = sheet.cell(row, 1).value
            more.cell(number + 2, 3).value = f"comment {number}"
    target = io.BytesIO()
    book.save(target)
    return read_returned(target.getvalue(), "back.xlsx").remarks


@cache
def words_of(text: str) -> Counter[str]:
    return Counter(text.lower().split())


def alike(one: str, other: str) -> float:
    """How alike two texts are, by their words and how often they have them."""
    first, second = words_of(one), words_of(other)
    return 2 * (first & second).total() / (first.total() + second.total())


@pytest.mark.parametrize("seed", range(2))
def test_a_round_trip_loses_and_misplaces_none(sent: tuple[Document, bytes], seed: int) -> None:
    chosen = random.Random(seed)
    before, workbook = sent
    remarks = filled_in(workbook, chosen)
    assert sorted(each.says for each in remarks) == sorted(f"comment {number}" for number in range(COMMENTS))
    expect_none_misplaced(remarks, before, chosen)


def commented_in_word(data: bytes, chosen: random.Random) -> tuple[Remark, ...]:
    """Comment on findings of a report in its Word file, on some more than once, change others, and read it back."""
    file = opened(data)
    style = file.styles["Finding"].style_id
    paragraphs = [each for each in file.element.body.iter(qn("w:p")) if each.style == style and each.findall(qn("w:r"))]
    changing = set(chosen.sample(range(len(paragraphs)), COMMENTS // 2))
    for number in changing:
        run = chosen.choice([run for run in paragraphs[number].findall(qn("w:r")) if run.text.strip()])
        changed(run, chosen.choice(run.text.split()), f"(change {number})")
    for number in range(COMMENTS // 2):
        run = chosen.choice([run for run in chosen.choice(paragraphs).findall(qn("w:r")) if run.text.strip()])
        commented(file, run, f"comment {number}")
    remarks = read_returned(saved(file), "back.docx").remarks
    assert sorted(each.says for each in remarks if each.proposed is None) == sorted(
        f"comment {number}" for number in range(COMMENTS // 2)
    )
    asked = [number for each in remarks for number in re.findall(r"\(change (\d+)\)", each.proposed or "")]
    assert sorted(map(int, asked)) == sorted(changing)
    return remarks


def test_a_round_trip_through_word_loses_and_misplaces_none(report: Document) -> None:
    chosen = random.Random(7)
    sent = replace(report, meta=replace(report.meta, draft="Draft 1", stage="draft"))
    remarks = commented_in_word(docx_of(sent), chosen)
    assert all(each.address.startswith("finding-") and each.words for each in remarks)
    expect_none_misplaced(remarks, report, chosen)


def expect_none_misplaced(remarks: tuple[Remark, ...], before: Document, chosen: random.Random) -> None:
    """Edit a report on which remarks were made, and expect each at the finding that is most like its own."""
    after, edits = edited(before, chosen, 0.3, (*EDITS, split))
    assert {each.how for each in edits} >= {"changed", "moved", "removed", "split"}
    places = places_of(after)
    findings = [each for each in places if each.address.startswith("finding-")]
    result = placed(remarks, places)
    assert [each.remark for each in result] == list(remarks)
    for each in dict.fromkeys(result):
        best = max(findings, key=lambda place: alike(each.remark.words, place.words))
        likeness = alike(each.remark.words, best.words)
        if each.place is None:
            assert likeness < 0.65, (each.remark.address, best.address)
        else:
            assert alike(each.remark.words, each.place.words) >= likeness - 1e-9, (each.remark, each.place, best)
