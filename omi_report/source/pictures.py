"""Which files are pictures: told by their names, and by what they hold.

A damaged picture would be published as a hole in the page, and stop the PDF without a reason.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from omi_report.limits import PICTURE_DOTS
from omi_report.problems import excerpt
from omi_report.source.picture_metadata import PictureError, is_in_inks, size_of, without_metadata

MEDIA_TYPES: Final = {
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
}
"""The pictures that a page can show, by the end of a file's name."""

NAMES: Final = {
    "image/gif": "GIF",
    "image/jpeg": "JPEG",
    "image/png": "PNG",
    "image/svg+xml": "SVG",
    "image/webp": "WebP",
}

OF_AREAS: Final = (".jpeg", ".jpg", ".png", ".svg")
"""The pictures that an area may bring."""

FIRST_BYTES: Final = 65_536
"""So many bytes of a file tell what it is."""

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

_OF_DOTS: Final = frozenset(("image/jpeg", "image/png"))
"""The pictures that are made of dots, and of parts with an end."""

_UNSAFE_SVG = re.compile(
    r"<!DOCTYPE|<!ENTITY|<\s*(?:[\w.-]+:)?(?:script|foreignObject|iframe)\b|\bon[a-z]+\s*="
    r"|(?:href|src)\s*=\s*[\"']\s*(?!#|data:image/(?:png|jpeg);)|url\(\s*[\"']?\s*(?!#)|@import|<\?xml-stylesheet",
    re.IGNORECASE,
)
"""What a drawing of an untrusted area may not hold: anything that acts, or that lies elsewhere."""


def media_type_of(name: str) -> str:
    """Return the media type of a picture by the end of its name. Raises KeyError for another file."""
    return MEDIA_TYPES[f".{name.rpartition('.')[2].lower()}"]


def is_picture(data: bytes, media_type: str) -> bool:
    """Say whether a file, of which these are the first bytes, begins as a picture of a media type does."""
    if media_type != "image/svg+xml":
        return _BEGINNINGS[media_type].match(data) is not None
    return _SVG.match(_text(data)) is not None


class PictureFault(NamedTuple):
    """Why a picture that is named cannot be shown, and what to do."""

    is_missing: bool
    message: str
    hint: str


def fault_of(pictures: Mapping[str, bytes], name: str) -> PictureFault | None:
    """Return what is wrong with a picture of an area, of which all are given; None where it can be shown."""
    data = pictures.get(name)
    if data is None:
        hint = "check the name, and that the picture is in the area's folder"
        return PictureFault(True, f"there is no picture «{excerpt(name)}»", hint)
    wrong = what_is_wrong_with(data, name)
    return PictureFault(False, f"{name}: {wrong}", "save it anew, or name another") if wrong else None


def what_is_wrong_with(data: bytes, name: str) -> str:
    """Say what is wrong with a picture that an area brings; nothing where it can be shown."""
    media_type = media_type_of(name)
    if not is_picture(data[:FIRST_BYTES], media_type):
        return f"this is no {NAMES[media_type]} picture"
    if media_type in _OF_DOTS:
        return _wrong_with_dots(data, media_type)
    if media_type == "image/svg+xml":
        return _wrong_with_drawing(_text(data))
    return ""


def _wrong_with_dots(data: bytes, media_type: str) -> str:
    try:
        without_metadata(data, media_type)
        width, height = size_of(data, media_type)
        in_inks = is_in_inks(data, media_type)
    except PictureError as error:
        return f"the picture is damaged: {error}"
    if width * height > PICTURE_DOTS:
        return f"the picture has {width} × {height} dots, and at most {PICTURE_DOTS:,} are shown"
    if in_inks:
        # A PDF for the archive (PDF/A-3) has the colours of one device, and those of a report are a screen's.
        return "the picture is in the four inks of a printer (CMYK): a report needs red, green and blue (RGB)"
    return "" if width * height else "the picture is damaged: it has no dots"


def _wrong_with_drawing(text: str) -> str:
    found = _UNSAFE_SVG.search(text)
    if found:
        return f"the drawing holds «{excerpt(found[0].strip())}»: only what is drawn in the file itself is shown"
    from xml.etree import ElementTree  # few areas have drawings

    try:
        ElementTree.fromstring(text.lstrip())  # noqa: S314 - without a DOCTYPE there are no entities
    except (ElementTree.ParseError, ValueError) as error:
        return f"the drawing is damaged: {error}"
    return ""


def _text(data: bytes) -> str:
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    return data.decode("utf-16" if wide else "utf-8-sig", errors="replace")
