"""The numbers of pages, written into the places that units have for them (``units.number_places``)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from omi_report.errors import PdfError
from omi_report.render.pdf.joined.sources import UnitFile
from omi_report.render.pdf.outlines import short
from omi_report.render.pdf.units.number_places import BEGINS, DIGITS, ENDS
from omi_report.render.pdf.units.unit import Anchor, PageNumberPlace, UsedFont

_PLACE = re.compile(rb"%s (\d+)\n(.*?)%s\n?" % (BEGINS, ENDS), re.DOTALL)
_FONT = re.compile(rb"/(\S+) (\S+) Tf")
_LEFT = re.compile(rb"(\S+)(?= \S+ Tm)")
_SHOWN = re.compile(rb"\[(.*?)\] TJ", re.DOTALL)
_PIECE = re.compile(rb"<([0-9a-fA-F]*)>|([-+.\d]+)")


def write_numbers(sources: Sequence[UnitFile], named: Mapping[str, Anchor]) -> None:
    """Write the numbers of pages, from 1 on. Raises PdfError for the number of a place that is on no page."""
    counted = [number for source in sources for number in source.unit.page_numbers]

    def number_of(name: str) -> int:
        if name not in named:
            raise PdfError(f"the number of a page is to be printed, and «#{name}» is on no page")
        page = named[name].page
        return counted[page] if counted else page + 1

    for source in sources:
        fonts = {font.name.encode(): font for font in source.unit.fonts}
        for number, page in enumerate(source.pages, source.first + 1):
            content = page.obj.Contents.read_bytes()
            if BEGINS not in content:
                continue

            def written(match: re.Match[bytes], own: int = number, source: UnitFile = source) -> bytes:
                place = source.unit.numbers[int(match[1])]
                return _written(match[2], place, own if not place.name else number_of(place.name), fonts)  # noqa: B023

            page.obj.Contents.write(_PLACE.sub(written, content))


def _written(painted: bytes, place: PageNumberPlace, number: int, fonts: Mapping[bytes, UsedFont]) -> bytes:
    """What paints all digits in a place, with a number instead, at its side of the place."""
    named, shown = _FONT.search(painted), _SHOWN.search(painted)
    if named is None or shown is None:  # white on white, or of no size
        return painted
    font, size = fonts[named[1]], float(named[2])
    glyphs = list(_glyphs(shown[1]))
    between = Counter(less for _, less in glyphs[: len(DIGITS)]).most_common(1)[0][0]
    digits = [(glyphs[DIGITS.index(digit)][0], between) for digit in str(number)]
    behind = glyphs[len(DIGITS) :]
    width = sum(font.widths[glyph] - less for glyph, less in digits) * size / 1000
    further = place.share * (place.width - width)
    moved = _LEFT.sub(lambda left: short(float(left[1]) + further).encode(), painted, count=1)
    return _SHOWN.sub(lambda _: b"[%s] TJ" % b"".join(map(_code, digits + behind)), moved, count=1)


def _glyphs(shown: bytes) -> Iterator[tuple[int, float]]:
    """The glyphs of a text, each with how far back the next one is drawn, in thousandths of the size."""
    glyph: int | None = None
    less = 0.0
    for piece in _PIECE.finditer(shown):
        if piece[2]:
            less += float(piece[2])
            continue
        codes = iter(piece[1].decode())
        while code := "".join(islice(codes, 4)):
            if glyph is not None:
                yield glyph, less
            glyph, less = int(code, 16), 0.0
    if glyph is not None:
        yield glyph, less


def _code(glyph: tuple[int, float]) -> bytes:
    return b"<%04x>" % glyph[0] + (short(glyph[1]).encode() if glyph[1] else b"")
