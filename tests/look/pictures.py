"""Pictures of telling pages, and what differs between two of them.

The pictures are small and grey. Letters that are drawn a little otherwise, or stand half a millimetre apart, make no
difference; a heading that has moved and a bar that is lost do.
"""

from __future__ import annotations

import io
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PIL import Image, ImageChops, ImageDraw, ImageFilter
from pypdf import PdfReader

RESOLUTION = 40
"""Dots an inch."""
_BLUR = 4
"""So many dots on each side are looked at together."""
_SLACK = 20
"""By so much of 255 may these be darker or lighter."""
_MILLIMETRES = 25.4 / RESOLUTION


def picture(pdf: bytes, page: int) -> Image.Image:
    """Return a page of a PDF, the first of which is 1, as a grey picture."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "it.pdf"
        file.write_bytes(pdf)
        only = ("-f", str(page), "-l", str(page), "-singlefile")
        subprocess.run(["pdftoppm", "-r", str(RESOLUTION), "-gray", *only, file, Path(folder) / "it"], check=True)
        return Image.open(Path(folder) / "it.pgm").copy()


def page_of(pdf: bytes, bookmark: str) -> int:
    """Return the number of the page that a bookmark of a PDF leads to: of one that begins with some words."""
    reader = PdfReader(io.BytesIO(pdf))
    flat: list[Any] = list(reader.outline)
    while flat:
        entry = flat.pop(0)
        if isinstance(entry, list):
            flat[:0] = entry
        elif str(entry.title).replace("\u00a0", " ").startswith(bookmark):
            return int(reader.get_destination_page_number(entry) or 0) + 1
    raise AssertionError(f"the report has no bookmark that begins with «{bookmark}»")


def differences(expected: Image.Image, found: Image.Image) -> tuple[int, int, int, int] | None:
    """Return the box around all that differs between two pictures, in dots from the left and the top; None if nothing.

    Each place may be as dark as any of those beside it in the expected picture.
    """
    if expected.size != found.size:
        return (0, 0, *found.size)
    blurred = expected.filter(ImageFilter.BoxBlur(_BLUR))
    actual = found.filter(ImageFilter.BoxBlur(_BLUR))
    lightest, darkest = blurred.filter(ImageFilter.MaxFilter(3)), blurred.filter(ImageFilter.MinFilter(3))
    lighter, darker = ImageChops.subtract(actual, lightest), ImageChops.subtract(darkest, actual)
    return ImageChops.lighter(lighter, darker).point(lambda by: 255 if by > _SLACK else 0).getbbox()


def in_millimetres(box: tuple[int, int, int, int]) -> str:
    """Say where a box stands on the page."""
    left, top, right, bottom = (round(each * _MILLIMETRES) for each in box)
    return f"{top} to {bottom} mm from the top, {left} to {right} mm from the left"


def side_by_side(expected: Image.Image, found: Image.Image, box: tuple[int, int, int, int]) -> Image.Image:
    """Return the picture that was expected and the one that was found, with a frame around what differs."""
    height = max(expected.height, found.height)
    both = Image.new("RGB", (expected.width + found.width + 10, height), "#888888")
    both.paste(expected.convert("RGB"), (0, 0))
    both.paste(found.convert("RGB"), (expected.width + 10, 0))
    draw = ImageDraw.Draw(both)
    for left in (0, expected.width + 10):
        draw.rectangle((box[0] + left, box[1], box[2] + left, box[3]), outline="#c00000", width=2)
    return both
