"""Makes the fonts of last resort (`templates/fonts/fallback/`) from those of DejaVu 2.37.

`python -m tests.fallback_fonts FOLDER` reads `DejaVuSans.ttf` and its bold and oblique files from a folder, keeps the
characters of ``RANGES``, and writes the small files. The same version of fontTools gives the same bytes.
"""

from __future__ import annotations

import argparse
import io
from pathlib import Path
from typing import Final

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from omi_report.fonts.files import FALLBACK_FILES
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
"""The characters that are kept, where the font has them: first and last of each range. No script whose letters join, or
that is written from right to left, is among them: the layout of a report knows neither."""


def small(font: bytes) -> bytes:
    """Return a font with the kept characters alone, without hints for screens of old and without kerning."""
    opened = TTFont(io.BytesIO(font), recalcTimestamp=False)
    if "FFTM" in opened:
        del opened["FFTM"]  # the time at which a program saved it
    options = Options(
        hinting=False,
        layout_features=["ccmp", "locl", "mark", "mkmk"],
        name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14],  # its names, whose it is, and its licence
        name_languages=[0x409],
        recalc_timestamp=False,
        notdef_outline=True,
    )
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in RANGES for code in range(first, last + 1)])
    subsetter.subset(opened)
    written = io.BytesIO()
    opened.save(written)
    return written.getvalue()


def main() -> None:
    """Read the whole fonts of a folder and write the small ones."""
    parser = argparse.ArgumentParser(prog="python -m tests.fallback_fonts", description=__doc__)
    parser.add_argument("folder", type=Path, help="the folder of the whole fonts, such as ttf/ of the release")
    folder = parser.parse_args().folder
    for name, _, _ in FALLBACK_FILES:
        made = small((folder / Path(name).name).read_bytes())
        (templates_folder() / "fonts" / name).write_bytes(made)
        print(f"wrote {name}, {len(made):,} bytes")


if __name__ == "__main__":
    main()
