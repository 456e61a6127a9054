"""Contact sheets: the pages of a PDF in rows, as pictures."""

from __future__ import annotations

import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

COLUMNS, ROWS = 8, 4
RESOLUTION = 40
_GAP = 6


def contact_sheets(pdf: bytes, name: Path) -> list[Path]:
    """Write the pages of a PDF as sheets of 32: ``NAME-1.png``, ``NAME-2.png`` …; return what was written."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "it.pdf"
        file.write_bytes(pdf)
        subprocess.run(["pdftoppm", "-r", str(RESOLUTION), file, Path(folder) / "page"], check=True)
        pages = [Image.open(each).copy() for each in sorted(Path(folder).glob("page-*.ppm"))]
    written = []
    for number, begin in enumerate(range(0, len(pages), COLUMNS * ROWS), start=1):
        sheet = Path(f"{name}-{number}.png")
        _sheet(pages[begin : begin + COLUMNS * ROWS]).save(sheet)
        written.append(sheet)
    return written


def _sheet(pages: list[Image.Image]) -> Image.Image:
    width = max(page.width for page in pages) + _GAP
    height = max(page.height for page in pages) + _GAP
    rows = -(-len(pages) // COLUMNS)
    sheet = Image.new("RGB", (width * COLUMNS, height * rows), "#888888")
    for number, page in enumerate(pages):
        sheet.paste(page, (width * (number % COLUMNS), height * (number // COLUMNS)))
    return sheet
