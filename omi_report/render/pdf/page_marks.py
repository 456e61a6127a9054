"""What a draft shows on its printed pages: a word across them, and numbers beside their lines.

Both are drawn as outlines and marked as artifacts. A reader of tags does not read them, and neither comes into text
that is copied or searched.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
from fontTools.ttLib import TTFont
from pikepdf import Name

from omi_report.render.pdf.outlines import Drawn, Letters, PaintedAs, form, in_a_row, short
from omi_report.render.pdf.tags.boxes import POINTS, is_box, placed

_WORD_COLOUR = "0.93 0.95 0.95"
"""So light that the quietest text on it still has more than 5 : 1."""
_NUMBER_COLOUR = {False: "0.3 0.38 0.4", True: "0 0 0"}
"""By whether the report is in black and white."""
_NUMBER_GAP = 12.0
"""From the numbers to the text, in points."""
_ROOM = 1.2
"""From one number to the next at least, as a share of their size."""
_NEAR = 1.0
"""Edges of columns that are no further apart than this, in points, are the same."""
_WORD_SHARE = 0.62
"""How much of the diagonal of a page the word takes."""


@dataclass(frozen=True, slots=True)
class PageMarks:
    """The word across the pages of a draft, if any, and whether its lines are numbered.

    ``size`` is that of the numbers, in points. In black and white there is no tint for the word.
    """

    word: str = ""
    numbered: bool = False
    size: float = 7.0
    black: bool = False


@dataclass(frozen=True, slots=True)
class TextLines:
    """The lines of text of a page: the left edge of its text and the baselines, in points from the page's top left."""

    left: float
    baselines: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of text: its baseline, and from where to where the column goes that it stands in. All in points."""

    baseline: float
    left: float
    right: float

    @property
    def width(self) -> float:
        """How wide its column is."""
        return self.right - self.left

    def is_beside(self, other: _Line) -> bool:
        """Whether the two stand in columns that have no room in common."""
        return self.right <= other.left + _NEAR or other.right <= self.left + _NEAR


def text_lines(page: Any, step: float) -> TextLines:
    """Return the lines of a page that are numbered, without those in its margins. WeasyPrint laid out the page.

    Of columns side by side the lines of the widest are numbered, and of the cells of a row those of the one that has
    the most. Lines that stand closer than the numbers, of ``step`` points, have room for are one.
    """
    bodies = [box for box in page.children if not is_box(box, "MarginBox")]
    found = [line for box in bodies for line in _lines(box, 0.0, 0.0)]
    apart: list[float] = []
    for baseline in sorted(line.baseline for line in found if not _is_aside(line, found, step)):
        if not apart or baseline - apart[-1] >= step * _ROOM:
            apart.append(baseline)
    return TextLines(page.margin_left * POINTS, tuple(apart))


def _is_aside(line: _Line, found: Sequence[_Line], step: float) -> bool:
    """Whether a line stands beside a wider column, or one of the same width further left, which goes on past it."""
    wider = [each for each in found if each.is_beside(line) and _counts_before(each, line)]
    if any(abs(each.baseline - line.baseline) < step for each in wider):
        return True
    above = max((each for each in wider if each.baseline < line.baseline), key=_baseline, default=None)
    below = min((each for each in wider if each.baseline > line.baseline), key=_baseline, default=None)
    if above is None or below is None:
        return False
    between = [each for each in found if above.baseline < each.baseline < below.baseline]
    return not any(not each.is_beside(line) and not each.is_beside(above) for each in between)


def _baseline(line: _Line) -> float:
    return line.baseline


def _counts_before(one: _Line, other: _Line) -> bool:
    if abs(one.width - other.width) <= _NEAR:
        return one.left < other.left
    return one.width > other.width


def draw(pdf: pikepdf.Pdf, pages: Sequence[TextLines], marks: PageMarks, font: Path) -> None:
    """Draw the marks on every page that has margins; a cover has none.

    ``pages`` are the lines of each page and ``font`` is the file of the font whose letters are drawn. Raises PdfError
    where it lacks a letter of the word.
    """
    with TTFont(font) as face:
        letters = Letters(face)
        word = form(pdf, letters, marks.word) if marks.word and not marks.black else None
        digits = {digit: form(pdf, letters, digit) for digit in "0123456789"} if marks.numbered else {}
    for page, lines in zip(pdf.pages, pages, strict=True):
        if not lines.left:
            continue
        below, above = b"", b""
        if word is not None:
            name = page.add_resource(word.form, Name.XObject, Name.OmiDraft)
            below = _word_across(page, word, str(name))
        if digits:
            letters_of_page = {
                digit: PaintedAs(
                    str(page.add_resource(drawn.form, Name.XObject, Name(f"/OmiDigit{digit}"))), drawn.width
                )
                for digit, drawn in digits.items()
            }
            above = _numbers(page, lines, marks, letters_of_page)
        # What the page itself paints turns the axis round, so it is put between q and Q.
        page.contents_add(below + b" q", prepend=True)
        page.contents_add(b"Q " + above)


def _word_across(page: pikepdf.Page, word: Drawn, name: str) -> bytes:
    """The word along the rising diagonal of a page, in its middle, below all else."""
    width, height = float(page.mediabox[2]), float(page.mediabox[3])
    angle, size = math.atan2(height, width), _WORD_SHARE * math.hypot(width, height) / word.width
    cosine, sine = size * math.cos(angle), size * math.sin(angle)
    left = width / 2 - cosine * word.width / 2 + sine * word.height / 2
    bottom = height / 2 - sine * word.width / 2 - cosine * word.height / 2
    matrix = " ".join(map(short, (cosine, sine, -sine, cosine, left, bottom)))
    kind = "/Artifact <</Type /Pagination /Subtype /Watermark>> BDC"
    return f"{kind} q {_WORD_COLOUR} rg {matrix} cm {name} Do Q EMC".encode()


def _numbers(page: pikepdf.Page, lines: TextLines, marks: PageMarks, digits: Mapping[str, PaintedAs]) -> bytes:
    """The numbers of a page's lines, in its left margin and flush with each other on the right."""
    height, size = float(page.mediabox[3]), marks.size
    drawn: list[str] = []
    for number, baseline in enumerate(lines.baselines, start=1):
        written = str(number)
        left = lines.left - _NUMBER_GAP - size * sum(digits[each].width for each in written)
        drawn += in_a_row(written, digits, size, left, height - baseline)
    colour = _NUMBER_COLOUR[marks.black]
    return "\n".join(["/Artifact <</Type /Layout>> BDC", f"q {colour} rg", *drawn, "Q EMC"]).encode()


def _lines(box: Any, left: float, right: float) -> Iterator[_Line]:
    """The lines of text of a box that stands in a column."""
    if is_box(box, "LineBox"):
        if any(_has_text(child) for child in box.children):
            yield _Line((box.position_y + box.baseline) * POINTS, left, right)
    elif is_box(box, "TableRowBox"):
        yield from _of_row(box)
        return
    elif is_box(box, "BlockContainerBox"):
        left, right = box.content_box_x() * POINTS, (box.content_box_x() + box.width) * POINTS
    for child in getattr(box, "children", ()):
        yield from _lines(placed(child), left, right)


def _of_row(row: Any) -> Iterator[_Line]:
    """The lines of that cell of a row that has the most of them; the row is one column, which goes right across."""
    left, right = row.position_x * POINTS, (row.position_x + row.width) * POINTS
    cells = [[line.baseline for line in _lines(placed(cell), left, right)] for cell in row.children]
    for baseline in max(cells, key=len, default=[]):
        yield _Line(baseline, left, right)


def _has_text(box: Any) -> bool:
    return bool(getattr(box, "text", "").strip()) or any(_has_text(child) for child in getattr(box, "children", ()))
