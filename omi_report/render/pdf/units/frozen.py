"""From a piece of the print page to a unit: laid out, written, its tags fixed, all else taken down as data."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import pikepdf
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary

from omi_report.render.pdf.archival import identifier_of, rights_of
from omi_report.render.pdf.checks.layout_faults import layout_faults
from omi_report.render.pdf.figures_beside import figures_beside
from omi_report.render.pdf.page_marks import text_lines
from omi_report.render.pdf.run_on import ends_short
from omi_report.render.pdf.tags import repair
from omi_report.render.pdf.tags.boxes import POINTS
from omi_report.render.pdf.units.shared_styles import SharedStyles
from omi_report.render.pdf.units.unit import Anchor, Bookmark, PrintedUnit, UsedFont
from omi_report.render.pdf.units.weasyprint_page import as_file, laid_out, prepared

_MEASURES = ("hb_font", "hb_face", "file_content", "widths", "to_unicode")
"""What WeasyPrint knows of a font that is not among the traits: objects of its libraries, and what is kept apart."""
_SPACE = 0x20


@dataclass(frozen=True, slots=True)
class PagePiece:
    """A piece of the print page that is to become a unit.

    ``prefix`` is what the ids of header cells begin with; ``is_whole`` says that nothing stands before or behind it.
    ``run`` is the same for pieces with the same files and styles, which are then read once, and ``line_step`` is the
    least distance of two numbered lines, in points; None where the pages get no marks.
    """

    html: str
    folders: tuple[Path, ...]
    prefix: str
    is_whole: bool
    run: int
    line_step: float | None


def frozen(piece: PagePiece) -> PrintedUnit:
    """Lay out and write a piece of the print page.

    Raises PdfError for anything that WeasyPrint warns of, and TagsError for what its tags cannot say.
    """
    with prepared():
        document, page_numbers = laid_out(piece.html, piece.folders, _shared(piece.run), counted=piece.is_whole)
        data, numbers = as_file(document)
    boxes = [page._page_box for page in document.pages]
    used = list(document.fonts.values())
    with pikepdf.open(io.BytesIO(data)) as pdf:
        fixed = repair(pdf, boxes, dict(_spaces(used)), piece.prefix)
        pdf.Root.OmiUnit = pdf.make_indirect(_handed_on(pdf, fixed.headings))
        out = io.BytesIO()
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, compress_streams=True, static_id=True)
    faults, facts = layout_faults(boxes)
    fonts = tuple(map(_used, used))
    return PrintedUnit(
        file=out.getvalue(),
        pages=facts,
        anchors=tuple(_anchors(document)),
        bookmarks=tuple(_bookmarks(document)),
        numbers=numbers,
        titles=fixed.titles,
        fonts=fonts,
        lines=() if piece.line_step is None else tuple(text_lines(box, piece.line_step) for box in boxes),
        figures=tuple(figures_beside(box) for box in boxes),
        faults=faults,
        rights=rights_of(document.metadata.custom),
        identifier=identifier_of(document.metadata.custom),
        is_short=ends_short(boxes[-1]),
        page_numbers=tuple(page_numbers),
        font_files=dict(zip((font.file for font in fonts), (font.file_content for font in used), strict=True)),
    )


@lru_cache(maxsize=1)
def _shared(run: int) -> SharedStyles:  # noqa: ARG001 - the same for a run
    return SharedStyles()


def _handed_on(pdf: pikepdf.Pdf, headings: Sequence[pikepdf.Object]) -> Dictionary:
    """The objects of a file that change when it is joined: headings, in reading order, and the fonts of all pages."""
    return Dictionary(Headings=Array(headings), Fonts=pdf.pages[0].obj.Resources.Font)


def _anchors(document: Any) -> Iterator[Anchor]:
    known: set[str] = set()
    for number, page in enumerate(document.pages):
        for name, (x, y, *_) in page.anchors.items():
            if name not in known:
                known.add(name)
                yield Anchor(name, number, *_point(page, x, y))


def _bookmarks(document: Any) -> Iterator[Bookmark]:
    for number, page in enumerate(document.pages):
        for level, label, (x, y), state in page.bookmarks:
            yield Bookmark(level, label, Anchor("", number, *_point(page, x, y)), state == "closed")


def _point(page: Any, x: float, y: float) -> tuple[float, float]:
    """A point of a page in points from its lower left corner, of one in CSS pixels from its top left corner."""
    return float(x) * POINTS, (float(page.height) - float(y)) * POINTS


def _used(font: Any) -> UsedFont:
    traits = {name: value for name, value in vars(font).items() if name not in _MEASURES}
    return UsedFont(font.hash, _digest(font.file_content), traits, dict(font.widths), dict(font.to_unicode))


def _spaces(fonts: list[Any]) -> Iterator[tuple[str, int]]:
    """The glyph of the space of each font, by its name. Where no text of the unit has a space, the font is asked."""
    for font in fonts:
        glyph = next((glyph for glyph, said in font.to_unicode.items() if said == " "), None)
        if glyph is None and not font.bitmap:
            glyph, width = _space_of(font.file_content, font.index)
            if glyph is not None:
                font.to_unicode[glyph] = " "
                font.widths.setdefault(glyph, width)
        if glyph is not None:
            yield font.hash, glyph


@lru_cache(maxsize=16)
def _space_of(file: bytes, index: int) -> tuple[int | None, int]:
    """The glyph of the space in the file of a font, and its width in thousandths of the size."""
    with TTFont(io.BytesIO(file), fontNumber=index, lazy=True) as face:
        name = (face.getBestCmap() or {}).get(_SPACE)
        if name is None:
            return None, 0
        return face.getGlyphID(name), round(face["hmtx"][name][0] * 1000 / face["head"].unitsPerEm)


def _digest(file: bytes) -> str:
    return hashlib.blake2b(file, digest_size=16).hexdigest()
