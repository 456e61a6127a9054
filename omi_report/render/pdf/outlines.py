"""Words as outlines: what is drawn with them is seen, and neither copied, searched nor read aloud."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import pikepdf
from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name

from omi_report.errors import PdfError


@dataclass(frozen=True, slots=True)
class Drawn:
    """Letters as a form that can be painted, one unit high; ``width`` and ``height`` in the same unit."""

    form: pikepdf.Object
    width: float
    height: float


class PaintedAs(NamedTuple):
    """The name under which a page paints a letter, and the letter's width."""

    name: str
    width: float


class Letters:
    """The outlines of a font."""

    def __init__(self, face: TTFont) -> None:
        self._characters = face.getBestCmap()
        self._glyphs = face.getGlyphSet()
        self._unit = 1 / face["head"].unitsPerEm
        self.height: float = getattr(face["OS/2"], "sCapHeight", 700) * self._unit

    def has(self, word: str) -> bool:
        """Say whether the font has every letter of a word."""
        return all(ord(letter) in self._characters for letter in word)

    def outline(self, word: str) -> tuple[bytes, float]:
        """Return the operators that paint a word, and its width. Raises PdfError for a letter that the font lacks."""
        at, operators = 0.0, []
        for letter in word:
            name = self._characters.get(ord(letter))
            if name is None:
                raise PdfError(f"«{word}» cannot be drawn: the font of the report has no «{letter}»")
            pen = _PdfPen(self._glyphs, at, self._unit)
            self._glyphs[name].draw(pen)
            operators += pen.operators
            at += self._glyphs[name].width * self._unit
        return " ".join([*operators, "f"]).encode(), at


class _PdfPen(BasePen):  # type: ignore[misc]
    """Writes outlines as the operators of a PDF."""

    def __init__(self, glyphs: Any, left: float, unit: float) -> None:
        super().__init__(glyphs)
        self.operators: list[str] = []
        self._left, self._unit = left, unit

    def _moveTo(self, pt: tuple[float, float]) -> None:  # noqa: N802 - fontTools asks for these names
        self._add("m", pt)

    def _lineTo(self, pt: tuple[float, float]) -> None:  # noqa: N802
        self._add("l", pt)

    def _curveToOne(self, pt1: tuple[float, float], pt2: tuple[float, float], pt3: tuple[float, float]) -> None:  # noqa: N802
        self._add("c", pt1, pt2, pt3)

    def _closePath(self) -> None:  # noqa: N802
        self.operators.append("h")

    def _add(self, operator: str, *points: tuple[float, float]) -> None:
        placed = (f"{short(self._left + x * self._unit)} {short(y * self._unit)}" for x, y in points)
        self.operators.append(" ".join((*placed, operator)))


def form(pdf: pikepdf.Pdf, letters: Letters, word: str) -> Drawn:
    """Return a word as a form of a file. Raises PdfError where the font lacks a letter of it."""
    data, width = letters.outline(word)
    form = pdf.make_stream(
        data,
        Dictionary(
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=Array([-0.5, -0.5, round(width + 0.5, 4), 1.5]),
            Resources=Dictionary(),
        ),
    )
    return Drawn(form, width, letters.height)


def in_a_row(word: str, letters: Mapping[str, PaintedAs], size: float, left: float, bottom: float) -> Iterator[str]:
    """Yield the operators that paint a word letter by letter from a point on, in points of the page."""
    for letter in word:
        name, width = letters[letter]
        yield f"q {short(size)} 0 0 {short(size)} {short(left)} {short(bottom)} cm {name} Do Q"
        left += size * width


def short(number: float) -> str:
    """Write a number as a PDF has it, with four decimal places at most."""
    return f"{number:.4f}".rstrip("0").rstrip(".") or "0"
