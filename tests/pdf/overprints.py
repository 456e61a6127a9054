"""Finds words of a PDF that are printed over each other, as `pdftotext` places them."""

from __future__ import annotations

import re
import subprocess
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

_PAGE = re.compile(r"<page [^>]*>(.*?)</page>", re.DOTALL)
_WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')
_LEAST = 0.2
"""Boxes of words hold the room above and below their letters: so much of the smaller one may be shared."""


class PlacedWord(NamedTuple):
    """A word and its box, in points from the page's top left."""

    left: float
    top: float
    right: float
    bottom: float
    text: str

    def shares(self, other: PlacedWord) -> float:
        """How much of the smaller of two boxes lies in the other, from 0 to 1."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        smaller = min(self.area, other.area)
        return width * height / smaller if width > 0 and height > 0 and smaller else 0.0

    @property
    def area(self) -> float:
        """The size of the box."""
        return (self.right - self.left) * (self.bottom - self.top)


def words_of(file: Path) -> list[list[PlacedWord]]:
    """The words of each page."""
    done = subprocess.run(["pdftotext", "-bbox", file, "-"], capture_output=True, check=True, text=True)
    return [
        [
            PlacedWord(float(match[1]), float(match[2]), float(match[3]), float(match[4]), match[5])
            for match in _WORD.finditer(page)
        ]
        for page in _PAGE.findall(done.stdout)
    ]


def overprinted(file: Path) -> list[str]:
    """The words that lie over each other, with their pages."""
    return [
        f"page {number}: «{one.text}» and «{other.text}»"
        for number, words in enumerate(words_of(file), start=1)
        for one, other in combinations(words, 2)
        if one.shares(other) > _LEAST
    ]
