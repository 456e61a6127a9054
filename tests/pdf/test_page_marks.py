"""The marks of a draft: drawn on every page, and never read, searched or copied."""

from __future__ import annotations

import io
import itertools
import re
import subprocess
from pathlib import Path

import pikepdf
import pytest

from omi_report.errors import PdfError
from omi_report.render.pdf.finished import Pdf
from omi_report.render.pdf.layout import render_pdf
from omi_report.render.pdf.page_marks import PageMarks
from omi_report.resources import templates_folder
from tests.pdf.pages import page
from tests.pdf.structure import Marked, Structure, Tag

FOLDERS = (templates_folder(),)
BOTH = PageMarks("Draft 12", numbered=True)
COVER = "@page cover { margin: 0 } .cover { page: cover; break-after: page }"
BODY = "<h1>One</h1><p>Two<br>three</p><table><tr><th>Four<td>four too</table>"


def made(marks: PageMarks | None, body: str = BODY, style: str = "@page { size: A4; margin: 25mm }") -> Pdf:
    return render_pdf(page(body, style), FOLDERS, marks=marks)


def streams(pdf: Pdf) -> list[bytes]:
    """What each page paints."""
    with pikepdf.open(io.BytesIO(pdf.data)) as opened:
        found = []
        for each in opened.pages:
            each.contents_coalesce()
            found.append(each.obj.Contents.read_bytes())
        return found


def words(pdf: Pdf, tmp_path: Path) -> str:
    file = tmp_path / "draft.pdf"
    file.write_bytes(pdf.data)
    return subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, check=True, text=True).stdout


def read(tag: Tag) -> tuple[str, list[str]]:
    """What is read out of a tag itself."""
    return tag.kind, [kid.text for kid in tag.kids if isinstance(kid, Marked)]


def test_each_page_has_the_word_below_its_text_and_a_number_beside_each_line() -> None:
    (content,) = streams(made(BOTH))
    assert content.index(b"/Subtype /Watermark") < content.index(b"/MCID")
    numbers = content[content.index(b"/Artifact <</Type /Layout>>") :]
    assert re.findall(rb"/OmiDigit(\d)", numbers) == [b"1", b"2", b"3", b"4"]
    heights = [float(each) for each in re.findall(rb"([\d.]+) cm /OmiDigit", numbers)]
    assert heights == sorted(heights, reverse=True)
    assert all(25 * 72 / 25.4 < each < 842 - 25 * 72 / 25.4 for each in heights)


def test_the_axis_is_that_of_the_paper_again_before_numbers_are_drawn() -> None:
    (content,) = streams(made(BOTH))
    depth, lowest = 0, 1
    for operator in re.findall(rb"(?<![\w/.])([qQ])(?!\w)", content):
        depth += 1 if operator == b"q" else -1
        lowest = min(lowest, depth)
    assert (depth, lowest) == (0, 0)


def test_marks_are_not_text(tmp_path: Path) -> None:
    assert words(made(BOTH), tmp_path) == words(made(None), tmp_path)
    marked, plain = (Structure(made(marks).data).root.walk() for marks in (BOTH, None))
    assert [read(tag) for tag in marked] == [read(tag) for tag in plain]


def test_a_cover_has_none() -> None:
    cover, inside = streams(made(BOTH, f"<div class='cover'><p>Cover</p></div>{BODY}", COVER))
    assert b"/Omi" not in cover
    assert b"/OmiDraft" in inside


def test_each_alone() -> None:
    (word,) = streams(made(PageMarks("Draft")))
    assert b"/OmiDraft" in word
    assert b"/OmiDigit" not in word
    (numbered,) = streams(made(PageMarks(numbered=True)))
    assert b"/OmiDraft" not in numbered
    assert b"/OmiDigit1" in numbered


def test_numbers_are_as_large_as_the_letters_of_large_print() -> None:
    (content,) = streams(made(PageMarks(numbered=True, size=16)))
    assert set(re.findall(rb"q ([\d.]+) 0 0 ([\d.]+) [\d.]+ [\d.]+ cm /OmiDigit", content)) == {(b"16", b"16")}


def test_in_black_and_white_there_are_no_tints() -> None:
    (content,) = streams(made(PageMarks("Draft", numbered=True, black=True)))
    assert b"/OmiDraft" not in content
    assert re.search(rb"q 0 0 0 rg\s+q [^q]* /OmiDigit1", content)


def test_no_marks_no_change() -> None:
    assert made(None).data == made(PageMarks()).data


def test_the_same_bytes_each_time() -> None:
    assert made(BOTH).data == made(BOTH).data


def test_a_letter_that_the_font_lacks_is_named() -> None:
    with pytest.raises(PdfError, match="cannot be drawn: the font of the report has no «稿»"):
        made(PageMarks("稿"))


COLUMNS = """<div class='body'><div class='side'><p>a<br>b<br>c<br>d<p><span>e</span></div>
<div class='main'><p>One<br>two</p><p class='far'>three<br>four</div></div><p>five"""
SIDE = """@page { size: A4; margin: 25mm } .side { float: right; width: 40mm; font-size: 9pt; line-height: 11pt }
.main { margin-right: 45mm } .body::after { content: ''; display: block; clear: both }
p { margin: 0; line-height: 18pt }
.side p { line-height: 11pt } span { display: inline-block; width: 20mm } .far { margin-top: 20pt }"""


def numbers_of(pdf: Pdf) -> tuple[int, list[float]]:
    """How many numbers the first page has, none above 9, and how far each stands below the one above it, in points."""
    content = streams(pdf)[0]
    numbers = content[content.index(b"/Artifact <</Type /Layout>>") :]
    heights = [float(each) for each in re.findall(rb"([\d.]+) cm /OmiDigit", numbers)]
    return len(heights), [round(one - other) for one, other in itertools.pairwise(heights)]


def test_of_columns_side_by_side_the_widest_has_the_numbers() -> None:
    assert numbers_of(made(PageMarks(numbered=True), COLUMNS, SIDE)) == (5, [18, 38, 18, 18])


def test_a_row_of_a_table_is_numbered_by_its_longest_cell() -> None:
    table = "<table><tr><th>One<td class='s'>a<br>b<br>c<tr><th>Two<br>two<td class='s'>a</table>"
    style = "@page { size: A4; margin: 25mm } th { line-height: 22pt } .s { font-size: 9pt; line-height: 12pt }"
    count, apart = numbers_of(made(PageMarks(numbered=True), table, style))
    assert count == 5
    assert [apart[0], apart[1], apart[3]] == [12, 12, 22]


def test_lines_below_the_end_of_the_widest_column_are_numbered_too() -> None:
    body = COLUMNS.replace("<p><span>e</span>", "<p>e<br>f<br>g<br>h<br>i<br>j")
    count, apart = numbers_of(made(PageMarks(numbered=True), body, SIDE))
    assert count == 7
    assert apart[:3] == [18, 38, 18]


def test_numbers_do_not_crowd() -> None:
    style = "p { margin: 0; line-height: 8pt }"
    assert numbers_of(made(PageMarks(numbered=True), "<p>One<p>two<p>three", style)) == (2, [16])
