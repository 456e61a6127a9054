"""Pictures, each with what it shows to those who cannot see it, and the bar code."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Iterator
from typing import Final

from omi_report.document.tree import BarCodeBlock, ImageBlock
from omi_report.render.charts.bar_codes import HEIGHT, MODULE_MILLIMETRES, WIDTH, bar_code
from omi_report.render.docx.nodes import Node
from omi_report.render.docx.writer import WordPicture, WordPlace, Writer

_MILLIMETRE: Final = 72 / 25.4
_DOTS: Final = 150
"""So many dots of a picture are an inch, where there is room."""
_HIGHEST: Final = 560
"""No picture is higher than this, in points: it and its caption have to be on one page."""


def write_image(block: ImageBlock, writer: Writer, place: WordPlace) -> Iterator[Node]:
    """Write a picture, as wide as its dots or as the text, with its caption below it."""
    yield from writer.within((block.id,), _picture(block, writer, place))


def _picture(block: ImageBlock, writer: Writer, place: WordPlace) -> Iterator[Node]:
    data = b64decode(block.data)
    relation = writer.picture(WordPicture(data, block.media_type.rpartition("/")[2]))
    yield writer.paragraph(
        "Picture", inside=writer.drawings.picture(relation, _size(data, place.width / 20), block.alt)
    )
    if block.caption:
        yield writer.paragraph("caption", block.caption)


def write_bar_code(block: BarCodeBlock, writer: Writer, _place: WordPlace) -> Iterator[Node]:
    """Write a bar code. Its number is written beside it; to those who cannot see it, it says what it is."""
    width, height = (modules * MODULE_MILLIMETRES * _MILLIMETRE for modules in (WIDTH, HEIGHT))
    yield writer.paragraph("Picture", inside=writer.drawings.run(bar_code(block.figures), width, height, alt=block.alt))


def _size(data: bytes, widest: float) -> tuple[float, float]:
    """How wide and high a picture is in the file, in points."""
    from docx.image.image import Image

    across, down = Image.from_blob(data).px_width, Image.from_blob(data).px_height
    scale = min(72 / _DOTS, widest / across, _HIGHEST / down)
    return across * scale, down * scale
