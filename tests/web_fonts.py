"""Makes the fonts that an HTML page holds: those of `templates/fonts/` as WOFF2, which are less than half as large.

Of the fonts that every report is set in there are two more, with the characters of most reports
(`omi_report.fonts.files.CORE`) and of the plainest ones (`PLAIN`). `python -m tests.web_fonts` writes all of them
beside the others. The versions that are pinned always give the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

from omi_report.fonts.files import CORE, FONT_FILES, PLAIN, SCREEN_WEIGHTS
from omi_report.resources import templates_folder

FEATURES = ["kern", "tnum"]
"""What the style sheets ask the fonts of a page for."""

NAMES = [0, 13, 14]
"""Copyright and licence, which stay with every copy."""


def web_fonts() -> Iterator[tuple[Path, bytes]]:
    """Make each file anew, and yield where it belongs."""
    folder = templates_folder() / "fonts"
    for file in sorted(folder.rglob("*.ttf")):
        with TTFont(file, recalcBBoxes=False, recalcTimestamp=False) as font:
            yield file.with_suffix(".woff2"), _woff2(font)
    for name, weight, style in FONT_FILES:
        if weight not in SCREEN_WEIGHTS:
            continue
        for ending, characters in ((".core.woff2", CORE), (".plain.woff2", sorted(PLAIN))):
            with TTFont(folder / name, recalcTimestamp=False) as font:
                # a few slanted words do without pairs of letters and figures of one width, a fourth of the plain font
                _reduce(font, characters, [] if style == "italic" and ending == ".plain.woff2" else FEATURES)
                yield (folder / name).with_suffix(ending), _woff2(font)


def _reduce(font: TTFont, characters: Sequence[int], features: list[str]) -> None:
    """Take from a font all but some characters. Screens need no hints: the fonts have next to none."""
    options = subset.Options(layout_features=features, hinting=False, glyph_names=False, notdef_outline=True)
    options.name_IDs = NAMES
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)


def _woff2(font: TTFont) -> bytes:
    font.flavor = "woff2"
    made = io.BytesIO()
    font.save(made, reorderTables=None)
    return made.getvalue()


if __name__ == "__main__":
    for file, data in web_fonts():
        file.write_bytes(data)
