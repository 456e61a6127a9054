"""Makes the fonts that an HTML page holds: those of `templates/fonts/` as WOFF2, which are less than half as large.

`python -m tests.web_fonts` writes them beside the others. The versions that are pinned always give the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from fontTools.ttLib import TTFont

from omi_report.resources import templates_folder


def web_fonts() -> Iterator[tuple[Path, bytes]]:
    """Make each file anew, and yield where it belongs."""
    for file in sorted((templates_folder() / "fonts").rglob("*.ttf")):
        with TTFont(file, recalcBBoxes=False, recalcTimestamp=False) as font:
            font.flavor = "woff2"
            made = io.BytesIO()
            font.save(made, reorderTables=None)
        yield file.with_suffix(".woff2"), made.getvalue()


if __name__ == "__main__":
    for file, data in web_fonts():
        file.write_bytes(data)
