"""Makes the fonts of last resort (`templates/fonts/fallback/`) from DejaVu Sans 2.37 and Vazirmatn 33.003.

`python -m tests.fallback_fonts FOLDER` reads `DejaVuSans.ttf` and its bold and oblique files, `Vazirmatn-Regular.ttf`
and `Vazirmatn-Bold.ttf` from a folder, keeps the characters of ``SOURCES``, and writes the small files. The same
version of fontTools gives the same bytes.
"""

from __future__ import annotations

import argparse
import io
from pathlib import Path
from typing import Final, NamedTuple

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from omi_report.fonts.files import ARABIC_FILES, FALLBACK_FILES, HEBREW_FILES
from omi_report.resources import templates_folder

RANGES: Final = (
    (0x0020, 0x007E),
    (0x00A0, 0x017F),  # letters of Europe
    (0x018F, 0x018F),
    (0x0192, 0x0192),
    (0x01A0, 0x01A1),
    (0x01AF, 0x01B0),
    (0x01CD, 0x01DC),
    (0x01E6, 0x01EB),
    (0x01F4, 0x01F5),
    (0x01F8, 0x021B),
    (0x022A, 0x0233),
    (0x0237, 0x0237),
    (0x0259, 0x0259),
    (0x02B0, 0x02DD),
    (0x0300, 0x0333),  # accents that stand by themselves
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x045F),  # Cyrillic
    (0x0460, 0x0461),
    (0x0472, 0x0475),
    (0x048A, 0x04FF),
    (0x0531, 0x058A),  # Armenian
    (0x10D0, 0x10FF),  # Georgian
    (0x1E00, 0x1EFF),  # more Latin letters, with those of Vietnamese
    (0x2010, 0x2027),  # hyphens, dashes, bullets
    (0x2030, 0x205E),
    (0x2070, 0x209C),  # raised and lowered figures
    (0x20A0, 0x20BF),  # currencies
    (0x2100, 0x214F),
    (0x2150, 0x2184),  # fractions, Roman numbers
    (0x2190, 0x2199),  # arrows
    (0x21A6, 0x21A6),
    (0x21B5, 0x21B5),
    (0x21D0, 0x21D5),
    (0x2200, 0x22FF),  # signs of mathematics
    (0x2460, 0x2473),  # numbers in circles
    (0x25A0, 0x25FF),  # boxes, circles, bullets
    (0x2605, 0x2606),  # stars
    (0x2610, 0x2612),  # boxes for ticks
    (0x260E, 0x260E),
    (0x2713, 0x2718),  # ticks and crosses
    (0x2794, 0x2794),
    (0x27A1, 0x27A4),
)
"""The characters that are kept, where the font has them: first and last of each range."""

_FEATURES: Final = ("ccmp", "locl", "mark", "mkmk")
_JOINING: Final = (*_FEATURES, "init", "medi", "fina", "isol", "rlig", "liga", "calt")


class Source(NamedTuple):
    """What a file is made of: the whole font, and what is kept of it."""

    whole: str
    ranges: tuple[tuple[int, int], ...] = RANGES
    features: tuple[str, ...] = _FEATURES


_HEBREW: Final = ((0x0020, 0x0020), (0x0590, 0x05FF))
_ARABIC: Final = ((0x0020, 0x0020), (0x0600, 0x06FF), (0x0750, 0x077F), (0x200C, 0x200D))
"""With the letters of Persian, Kurdish, Pashto and Urdu."""

SOURCES: Final = {
    **{name: Source(Path(name).name) for name, _, _ in FALLBACK_FILES},
    **{name: Source(Path(name).name.replace("-Hebrew", ""), _HEBREW) for name, _, _ in HEBREW_FILES},
    **{name: Source(Path(name).name, _ARABIC, _JOINING) for name, _, _ in ARABIC_FILES},
}
"""Each file that is made."""


def small(font: bytes, source: Source) -> bytes:
    """Return a font with the characters alone that are kept, without hints for screens of old and without kerning."""
    opened = TTFont(io.BytesIO(font), recalcTimestamp=False)
    if "FFTM" in opened:
        del opened["FFTM"]  # the time at which a program saved it
    options = Options(
        hinting=False,
        layout_features=list(source.features),
        name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14],  # its names, whose it is, and its licence
        name_languages=[0x409],
        recalc_timestamp=False,
        notdef_outline=True,
    )
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in source.ranges for code in range(first, last + 1)])
    subsetter.subset(opened)
    written = io.BytesIO()
    opened.save(written)
    return written.getvalue()


def main() -> None:
    """Read the whole fonts of a folder and write the small ones."""
    parser = argparse.ArgumentParser(prog="python -m tests.fallback_fonts", description=__doc__)
    parser.add_argument("folder", type=Path, help="the folder of the whole fonts, such as ttf/ of the release")
    folder = parser.parse_args().folder
    for name, source in SOURCES.items():
        made = small((folder / source.whole).read_bytes(), source)
        (templates_folder() / "fonts" / name).write_bytes(made)
        print(f"wrote {name}, {len(made):,} bytes")


if __name__ == "__main__":
    main()
