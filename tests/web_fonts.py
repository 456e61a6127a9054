"""Makes the fonts that an HTML page holds: those of `templates/fonts/` as WOFF2, which are less than half as large.

Of the fonts that every report is set in there is a second one that has only the characters of most reports
(`omi_report.fonts.files.CORE`). `python -m tests.web_fonts` writes both beside the others. The versions that are pinned
always give the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

from omi_report.fonts.files import CORE, FONT_FILES, SCREEN_WEIGHTS
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
    for name, weight, _ in FONT_FILES:
        if weight not in SCREEN_WEIGHTS:
            continue
        with TTFont(folder / name, recalcTimestamp=False) as font:
            _reduce(font)
            yield (folder / name).with_suffix(".core.woff2"), _woff2(font)


def _reduce(font: TTFont) -> None:
    """Take from a font all but the core characters. Screens need no hints: the fonts have next to none."""
    options = subset.Options(layout_features=FEATURES, hinting=False, glyph_names=False, notdef_outline=True)
    options.name_IDs = NAMES
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=CORE)
    subsetter.subset(font)


def _woff2(font: TTFont) -> bytes:
    font.flavor = "woff2"
    made = io.BytesIO()
    font.save(made, reorderTables=None)
    return made.getvalue()


if __name__ == "__main__":
    for file, data in web_fonts():
        file.write_bytes(data)
