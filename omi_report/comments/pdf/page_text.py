"""The words of a page of a PDF with their places: what stands in a box, and which paragraph that belongs to."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from omi_report import limits
from omi_report.comments.pdf.annotations import Box

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

_LARGE: Final = 4
"""Letters so many times as high as most are no text of the report, such as the word across the pages of a draft."""
_LOOSE: Final = 1.3
"""Lines so many times as far apart as the nearest begin a new paragraph."""
_CLOSEST: Final = 0.8
_WIDEST: Final = 1.35
"""Lines of one paragraph are so many of their heights apart."""
_LINE: Final = 0.5
"""Words so much of their height below others are on another line."""
_RESIZED: Final = 0.1
_OUTDENT: Final = 5.0
"""So many points to the left begin a new paragraph: behind a list."""
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
    """The words of a page, in the order in which they are painted.

    What stands left of ``margin`` is no text, and what ``printed`` finds is left out where words are told.
    """

    def __init__(self, page: PdfTextPage, margin: float, printed: re.Pattern[str]) -> None:
        self.words = tuple(_words(page, margin))
        self._printed = printed

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

    def left(self, at: int) -> float:
        """Return the left edge of the paragraph of a word, without the mark of a list before it."""
        own = [each for each in self.words if each.paragraph == self.words[at].paragraph]
        if len(own) > 1 and _MARKS.match(f"{own[0].text} "):
            own = own[1:]
        return min(each.box[0] for each in own)

    def below(self, top: float) -> int | None:
        """Return the first word of the line at a height or next below it; a higher word may stand behind it."""
        under = [at for at, each in enumerate(self.words) if each.box[3] <= top]
        highest = max((self.words[at].box for at in under), key=lambda box: box[3], default=None)
        if highest is None:
            return None
        lowest = highest[3] - _LINE * _height(highest)
        line = (at for at in under if self.words[at].box[3] >= lowest)
        return min(line, key=lambda at: (self.words[at].box[0], at))

    def text(self, words: range) -> str:
        """Return the words of a stretch."""
        return self._told(each.text for each in self.words[words.start : words.stop])

    def around(self, words: range) -> str:
        """Return all words of the paragraphs of a stretch, without the marks of lists."""
        numbers = {self.words[at].paragraph for at in words}
        return _MARKS.sub("", self._told(each.text for each in self.words if each.paragraph in numbers))

    def _told(self, words: Iterable[str]) -> str:
        return self._printed.sub("", " ".join(words))


def _is_marked(word: WordOnPage, boxes: Iterable[Box]) -> bool:
    near = [box for box in boxes if _meet(box, word.box)]
    if not near:
        return False
    middles = [((left + right) / 2, (bottom + top) / 2) for left, bottom, right, top in word.letters]
    marked = sum(
        any(left <= x <= right and bottom <= y <= top for left, bottom, right, top in near) for x, y in middles
    )
    return marked * 2 >= len(middles)


def _meet(one: Box, other: Box) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def _words(page: Any, margin: float) -> Iterator[WordOnPage]:
    letters = [each for each in _letters(page) if each.sign.isspace() or each.box[2] >= margin]
    usual = median([_height(each.box) for each in letters if not each.sign.isspace()] or [1])
    words = list(_grouped(each for each in letters if _height(each.box) <= usual * _LARGE))
    for letters_of_word, paragraph in zip(words, _paragraphs(words), strict=True):
        boxes = tuple(each.box for each in letters_of_word)
        yield WordOnPage(_text(letters_of_word), _around(boxes), boxes, paragraph)


class _Letter(NamedTuple):
    """A sign, the box around what is painted of it, and the bottom and the height of its line in its font."""

    sign: str
    box: Box
    bottom: float
    height: float


def _letters(page: Any) -> Iterator[_Letter]:
    from pypdfium2.raw import FPDFText_GetUnicode

    count = page.count_chars()
    if count > limits.PDF_LETTERS:
        raise OverflowError(f"a page has more than {limits.PDF_LETTERS:,} letters")
    for at in range(count):
        code = FPDFText_GetUnicode(page, at)
        sign = chr(code) if 0 < code < sys.maxunicode and not 0xD800 <= code < 0xE000 else " "
        shown = _SIGNS.get(sign, sign)
        if shown:
            _left, bottom, _right, top = page.get_charbox(at, loose=True)
            yield _Letter(shown, page.get_charbox(at), bottom, max(top - bottom, 1.0))


def _grouped(letters: Iterable[_Letter]) -> Iterator[tuple[_Letter, ...]]:
    """Letters put together to words. A word that a line end breaks goes on where no space stands between."""
    word: list[_Letter] = []
    for letter in letters:
        if not letter.sign.isspace():
            word.append(letter)
        elif word:
            yield tuple(word)
            word = []
    if word:
        yield tuple(word)


def _text(word: tuple[_Letter, ...]) -> str:
    return "".join(each.sign for each in word)


def _paragraphs(words: Sequence[tuple[_Letter, ...]]) -> Iterator[int]:
    """The number of the paragraph of each word.

    A paragraph ends where lines are farther apart than those nearest to each other, where the letters get larger or
    smaller, where the text goes back to the left or up again, and before the mark of a list.
    """
    firsts = [each[0] for each in words]
    steps = [_step(before, here) for before, here in pairwise(firsts)]
    pitch = min([_WIDEST, *(step for step in steps if step > _CLOSEST)])
    number, left = 0, 0.0
    for at, first in enumerate(firsts):
        step = steps[at - 1] if at else 0.0
        if step > _LINE:
            is_other = abs(first.height - firsts[at - 1].height) > first.height * _RESIZED
            is_out = first.box[0] < left - _OUTDENT or _MARKS.match(f"{_text(words[at])} ") is not None
            number += step > pitch * _LOOSE or is_other or is_out
        number += step < -_LINE
        if (at and step > _LINE) or step < -_LINE:
            left = first.box[0]
        yield number


def _step(before: _Letter, here: _Letter) -> float:
    """How far a letter is below another one, in heights of their lines."""
    return (before.bottom - here.bottom) / before.height


def _height(box: Box) -> float:
    return box[3] - box[1]


def _around(letters: tuple[Box, ...]) -> Box:
    lefts, bottoms, rights, tops = zip(*letters, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)
