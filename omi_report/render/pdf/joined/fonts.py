"""The fonts of a report: each is in its file once, with the glyphs that its units use."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import pikepdf
import pydyf
from pikepdf import Name
from weasyprint.pdf.fonts import Font, build_fonts_dictionary
from weasyprint.text import ffi as libraries

from omi_report.errors import PdfError
from omi_report.render.pdf.joined.sources import UnitFile
from omi_report.render.pdf.libraries import declared
from omi_report.render.pdf.units.unit import UsedFont

_FUNCTIONS: Final = (
    "void *hb_blob_create(const char *data, unsigned int length, int mode, void *user_data, void *destroy);"
    "void *hb_face_create(void *blob, unsigned int index); void hb_blob_destroy(void *blob);"
)
"""What WeasyPrint does not ask of HarfBuzz."""
_NAMES: Final = ("libharfbuzz-0.dll", "harfbuzz", "libharfbuzz.so.0", "libharfbuzz.0.dylib")
_READ_ONLY: Final = 1
_WRITING: Final = {"hinting": False, "pdf_version": "1.7"}


@dataclass(slots=True)
class _Merged:
    """A font with the glyphs of several units."""

    key: str
    font: UsedFont
    widths: dict[int, int] = field(default_factory=dict)
    said: dict[int, str] = field(default_factory=dict)

    def takes(self, font: UsedFont) -> bool:
        """Whether a unit's use of a font agrees with what is merged: sizes are rounded, so that widths may differ."""
        agrees = all(self.widths.get(glyph, width) == width for glyph, width in font.widths.items())
        return agrees and (self.font.name, self.font.file) == (font.name, font.file)

    def add(self, font: UsedFont) -> None:
        self.widths |= font.widths
        self.said = {**font.said, **self.said}


def join_fonts(sources: Sequence[UnitFile]) -> None:
    """Write each font once, and let all pages use it."""
    merged: list[_Merged] = []
    used: list[dict[str, str]] = []
    for source in sources:
        used.append({font.name: _merge(merged, font) for font in source.unit.fonts})
    files = {digest: file for source in sources for digest, file in source.unit.font_files.items()}
    report = sources[0].report
    with pikepdf.open(io.BytesIO(_file_of(merged, files))) as fonts:
        written = {name: report.copy_foreign(font) for name, font in fonts.Root.OmiFonts.items()}
    for source, names in zip(sources, used, strict=True):
        of_unit = source.handed_on().Fonts
        for name in sorted(names):
            of_unit[Name(f"/{name}")] = written[f"/{names[name]}"]


def _merge(merged: list[_Merged], font: UsedFont) -> str:
    """Merge a unit's use of a font with what is there; return the key of what it is part of then."""
    found = next((each for each in merged if each.takes(font)), None)
    if found is None:
        alike = sum(each.font.name == font.name for each in merged)
        found = _Merged(f"{font.name}{alike or ''}", font)
        merged.append(found)
    found.add(font)
    return found.key


def _file_of(merged: Iterable[_Merged], files: Mapping[str, bytes]) -> bytes:
    """A PDF that has nothing but fonts, under ``OmiFonts``, as WeasyPrint writes them."""
    pdf = pydyf.PDF()
    fonts = {each.key: _as_weasyprint_has_it(each, files[each.font.file]) for each in merged}
    written = build_fonts_dictionary(pdf, fonts, False, True, _WRITING)  # not compressed, and only the glyphs used
    pdf.add_object(written)
    pdf.catalog["OmiFonts"] = written.reference
    out = io.BytesIO()
    pdf.write(out, version=b"1.7", identifier=False)
    return out.getvalue()


def _as_weasyprint_has_it(merged: _Merged, file: bytes) -> Any:
    font = object.__new__(Font)
    vars(font).update(merged.font.traits)
    font.hash, font.file_content, font.hb_face = merged.key, file, _face(file, font.index)
    font.widths, font.to_unicode = dict(sorted(merged.widths.items())), dict(sorted(merged.said.items()))
    return font


def _face(file: bytes, index: int) -> Any:
    foreign, library = declared(_FUNCTIONS, *_NAMES)
    held = foreign.from_buffer(file)
    blob = library.hb_blob_create(held, len(file), _READ_ONLY, foreign.NULL, foreign.NULL)
    made = library.hb_face_create(blob, index)
    library.hb_blob_destroy(blob)
    face = libraries.ffi.cast("hb_face_t *", int(foreign.cast("uintptr_t", made)))
    if face == libraries.ffi.NULL:
        raise PdfError("HarfBuzz reads no font: is there enough memory?")

    def let_go(face: Any, _held: Any = held) -> None:
        libraries.harfbuzz.hb_face_destroy(face)

    return libraries.ffi.gc(face, let_go)
