"""PDFs as they come back: with annotations as ordinary viewers write them, made without omi."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Name, String

Box = tuple[float, float, float, float]
MOMENT = "D:20240702101500+01'00'"


@dataclass(frozen=True, slots=True)
class Found:
    """Words of a PDF: the index of their page, and a box for each line of them."""

    page: int
    boxes: tuple[Box, ...]

    @property
    def around(self) -> Box:
        lefts, bottoms, rights, tops = zip(*self.boxes, strict=True)
        return min(lefts), min(bottoms), max(rights), max(tops)


def found(data: bytes, words: str, time: int = 1) -> Found:
    """Where some words stand for the so manieth time."""
    pdf = pypdfium2.PdfDocument(data)
    for number in range(len(pdf)):
        text = pdf[number].get_textpage()
        search = text.search(words, match_case=True)
        while at := search.get_next():
            time -= 1
            if not time:
                count = text.count_rects(*at)
                return Found(number, tuple(text.get_rect(index) for index in range(count)))
    raise AssertionError(f"«{words}» does not stand in the PDF")


def mark(kind: str, where: Found, says: str = "", by: str = "Ann Alder", **more: Any) -> Dictionary:
    """An annotation on words, or at them."""
    note = Dictionary(
        Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=Array(where.around), T=String(by), M=String(MOMENT), F=4
    )
    if says:
        note.Contents = String(says)
    if kind in ("Highlight", "Underline", "Squiggly", "StrikeOut"):
        corners = ((left, top, right, top, left, bottom, right, bottom) for left, bottom, right, top in where.boxes)
        note.QuadPoints = Array([number for each in corners for number in each])
    for key, value in more.items():
        note[f"/{key}"] = value
    return note


def annotated(data: bytes, *notes: tuple[int, Dictionary]) -> bytes:
    """A PDF with annotations on its pages. One that answers another, or belongs to it, holds its index for ``IRT``."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        made: list[Any] = []
        for page, note in notes:
            if "/IRT" in note:
                note.IRT = made[int(note.IRT)]
            made.append(pdf.make_indirect(note))
            held = pdf.pages[page].obj
            held.Annots = Array([*(held.Annots if "/Annots" in held else ()), made[-1]])
        out = io.BytesIO()
        pdf.save(out)
        return out.getvalue()
