"""The words of a page of a PDF with their places: what stands in a box, and which paragraph that belongs to."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Any, Final

from omi_report import limits
from omi_report.comments.pdf.annotations import Box

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

_LARGE: Final = 4
"""Letters so many times as high as most are no text of the report, such as the word across the pages of a draft."""
_LOOSE: Final = 1.3
"""Lines so many times as far apart as most begin a new paragraph."""
_LINE: Final = 0.6
"""Words so much of their height below others are on another line."""
_MARKS = re.compile(r"^(?:\([a-z]{1,2}\)|[a-z]\)|\d{1,2}\.|[•–▪◦])\s+")
"""What stands before an entry of a list, and is none of its words."""
_SIGNS: Final = {"\u0002": "", "\ufffe": "", "\u00ad": "", "\u00a0": " "}


@dataclass(frozen=True, slots=True)
class WordOnPage:
    """A word, the box around it, and the boxes of its letters; ``paragraph`` is the number of its paragraph."""

    text: str
    box: Box
    letters: tuple[Box, ...]
    paragraph: int


class PageText:
    """The words of a page, in the order in which they are painted. What stands left of ``margin`` is no text."""

    def __init__(self, page: PdfTextPage, margin: float = 0) -> None:
        self.words = tuple(_words(page, margin))

    def under(self, boxes: Iterable[Box]) -> range:
        """Return which words boxes mark, from the first to the last: each of which half of the letters are in a box."""
        wanted = tuple(boxes)
        found = [at for at, word in enumerate(self.words) if _is_marked(word, wanted)]
        return range(found[0], found[-1] + 1) if found else range(0)

    def nearest(self, box: Box) -> int | None:
        """Return the word on the line of a box that it stands behind; the first of the line, if it stands before it."""
        across, height = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        if not self.words:
            return None

        def distance(at: int) -> tuple[float, float]:
            _left, bottom, right, top = self.words[at].box
            aside = max(bottom - height, height - top, 0)
            return round(aside / max(top - bottom, 1)), abs(right - across)

        return min(range(len(self.words)), key=distance)

    def text(self, words: range) -> str:
        """Return the words of a stretch."""
        return " ".join(each.text for each in self.words[words.start : words.stop])

    def around(self, words: range) -> str:
        """Return all words of the paragraphs of a stretch, without the marks of lists."""
        numbers = {self.words[at].paragraph for at in words}
        return _MARKS.sub("", " ".join(each.text for each in self.words if each.paragraph in numbers))


def _is_marked(word: WordOnPage, boxes: Iterable[Box]) -> bool:
    middles = [((left + right) / 2, (bottom + top) / 2) for left, bottom, right, top in word.letters]
    marked = sum(
        any(left <= x <= right and bottom <= y <= top for left, bottom, right, top in boxes) for x, y in middles
    )
    return marked * 2 >= len(middles)


def _words(page: Any, margin: float) -> Iterator[WordOnPage]:
    letters = [(sign, box) for sign, box in _letters(page) if not sign.strip() or box[2] >= margin]
    usual = median([box[3] - box[1] for sign, box in letters if sign.strip()] or [1])
    letters = [each for each in letters if each[1][3] - each[1][1] <= usual * _LARGE]
    found = list(_grouped(letters))
    yield from _in_paragraphs(found)


def _letters(page: Any) -> Iterator[tuple[str, Box]]:
    from pypdfium2.raw import FPDFText_GetUnicode

    count = page.count_chars()
    if count > limits.PDF_LETTERS:
        raise OverflowError(f"a page has more than {limits.PDF_LETTERS:,} letters")
    for at in range(count):
        code = FPDFText_GetUnicode(page, at)
        sign = chr(code) if 0 < code < sys.maxunicode and not 0xD800 <= code < 0xE000 else " "
        left, bottom, right, top = page.get_charbox(at)
        yield _SIGNS.get(sign, sign), (left, bottom, right, top)


def _grouped(letters: list[tuple[str, Box]]) -> Iterator[tuple[str, tuple[Box, ...]]]:
    """Letters put together to words. A word that a line end breaks goes on where no space stands between."""
    text, boxes = "", list[Box]()
    for sign, box in letters:
        if sign and not sign.isspace():
            text += sign
            boxes.append(box)
        elif sign and boxes:
            yield text, tuple(boxes)
            text, boxes = "", []
    if boxes:
        yield text, tuple(boxes)


def _in_paragraphs(words: list[tuple[str, tuple[Box, ...]]]) -> Iterator[WordOnPage]:
    """Words with the numbers of their paragraphs: one ends where lines are farther apart than most, or go up again."""
    boxes = [_around(letters) for _text, letters in words]
    steps = [(before[1] - here[1]) / max(before[3] - before[1], 1) for before, here in pairwise(boxes)]
    lines = sorted(step for step in steps if step > _LINE)
    usual = lines[len(lines) // 4] if lines else 1.0
    number = 0
    for at, (text, letters) in enumerate(words):
        step = steps[at - 1] if at else 0.0
        starts_entry = step > _LINE and _MARKS.match(f"{text} ") is not None
        number += step > usual * _LOOSE or step < -_LINE or starts_entry
        yield WordOnPage(text, boxes[at], letters, number)


def _around(letters: tuple[Box, ...]) -> Box:
    lefts, bottoms, rights, tops = zip(*letters, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)
