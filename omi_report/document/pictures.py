"""A picture of the area's folder → its block of the report, without what it says of whoever took it."""

from __future__ import annotations

import re
from base64 import b64encode

from omi_report.document.inlines import Inlines, MarkedInline
from omi_report.document.tree import ImageBlock
from omi_report.source.picture_metadata import without_metadata
from omi_report.source.pictures import media_type_of


def picture_block(data: bytes, file: str, alt: str, caption: Inlines) -> ImageBlock:
    """Return the block of a picture that has been checked: its bytes, and its file, which says what it is."""
    media_type = media_type_of(file)
    shown = b64encode(without_metadata(data, media_type)).decode()
    return ImageBlock(media_type, shown, alt, caption, _id_of(file))


def _id_of(file: str) -> str:
    """The id of a picture: ``picture--group-work`` of ``images/Group work.jpg``.

    No id that a file of an area gives has two hyphens side by side, so that it is the address of nothing else.
    """
    name = file.removeprefix("images/").rpartition(".")[0].lower()
    return f"picture--{re.sub('[^a-z0-9]+', '-', name).strip('-')}"


def caption_of(caption: str, credit: Inlines) -> Inlines:
    """Return the words below a picture in a text: its caption, if it has one, and where it comes from."""
    source = MarkedInline("credit", credit)
    return (f"{caption} ", source) if caption else (source,)
