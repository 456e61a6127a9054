"""Whether a file is a picture of the kind that its name says, by its first bytes.

A damaged picture would be published as a hole in the page, and stop the PDF without a reason.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

_BEGINNINGS: Final = {
    "image/gif": re.compile(rb"GIF8[79]a"),
    "image/jpeg": re.compile(rb"\xff\xd8\xff"),
    "image/png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    "image/webp": re.compile(rb"RIFF.{4}WEBP", re.DOTALL),
}

_SVG = re.compile(
    r"(?:\s|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>)*+<(?:[\w.-]+:)?svg[\s/>]", re.DOTALL | re.IGNORECASE
)
"""A drawing up to its root: before it may stand declarations and comments."""

_FIRST_BYTES: Final = 65_536


def is_picture(file: Path, media_type: str) -> bool:
    """Say whether a file begins as a picture of a media type (``image/png``) does."""
    with file.open("rb") as opened:
        data = opened.read(_FIRST_BYTES)
    if media_type != "image/svg+xml":
        return _BEGINNINGS[media_type].match(data) is not None
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    text = data.decode("utf-16" if wide else "utf-8-sig", errors="replace")
    return _SVG.match(text) is not None
