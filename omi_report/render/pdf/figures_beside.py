"""The figures that stand large beside findings.

Each says again what the text of its finding states, so it is drawn as outlines and marked as an artifact: nobody hears
or copies it twice. Styles make an empty box for it, of a size and a colour; it stands on the bottom of that box.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
from fontTools.ttLib import TTFont
from pikepdf import Name

from omi_report.render.pdf.outlines import Drawn, Letters, PaintedAs, form, in_a_row, short
from omi_report.render.pdf.tags.boxes import POINTS, placed

_ATTRIBUTE = "data-figure"
_BOX = "::before"


@dataclass(frozen=True, slots=True)
class FigureBeside:
    """A figure, the point where it begins on its line in points from the page's top left, its size, and its colour."""

    text: str
    left: float
    baseline: float
    size: float
    colour: tuple[float, float, float]


def figures_beside(page: Any) -> tuple[FigureBeside, ...]:
    """Return the figures for which a page that WeasyPrint laid out has boxes."""
    return tuple(_found(page))


def _found(box: Any) -> Iterator[FigureBeside]:
    if (box.element_tag or "").endswith(_BOX) and box.element is not None and box.element.get(_ATTRIBUTE):
        red, green, blue = box.style["color"].to("srgb").coordinates
        yield FigureBeside(
            box.element.get(_ATTRIBUTE),
            box.content_box_x() * POINTS,
            (box.content_box_y() + box.height) * POINTS,
            box.style["font_size"] * POINTS,
            (float(red), float(green), float(blue)),
        )
    for child in getattr(box, "children", ()):
        yield from _found(placed(child))


def draw_beside(pdf: pikepdf.Pdf, pages: Sequence[tuple[FigureBeside, ...]], font: Path) -> None:
    """Draw the figures of each page; ``font`` is the file of the font whose letters are drawn.

    A figure of which the font lacks a sign is left out: the text states it.
    """
    if not any(pages):
        return
    with TTFont(font) as face:
        letters = Letters(face)
        shown = [tuple(each for each in figures if letters.has(each.text)) for figures in pages]
        signs = sorted({sign for figures in shown for each in figures for sign in each.text})
        drawn = {sign: form(pdf, letters, sign) for sign in signs}
    for page, figures in zip(pdf.pages, shown, strict=True):
        if figures:
            page.contents_add(b" q", prepend=True)
            page.contents_add(b"Q " + _painted(page, figures, drawn))


def _painted(page: pikepdf.Page, figures: tuple[FigureBeside, ...], drawn: dict[str, Drawn]) -> bytes:
    height = float(page.mediabox[3])
    used = {sign for each in figures for sign in each.text}
    letters = {
        sign: PaintedAs(
            str(page.add_resource(drawn[sign].form, Name.XObject, Name(f"/OmiFigure{ord(sign)}"))), drawn[sign].width
        )
        for sign in sorted(used)
    }
    painted = ["/Artifact <</Type /Layout>> BDC q"]
    for each in figures:
        painted.append(f"{' '.join(map(short, each.colour))} rg")
        painted += in_a_row(each.text, letters, each.size, each.left, height - each.baseline)
    return "\n".join([*painted, "Q EMC"]).encode()
