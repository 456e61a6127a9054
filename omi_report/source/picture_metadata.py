"""Taking out of a picture what it says of whoever took it: the place, the time, the camera, an earlier preview.

Photographs of telephones hold all of these, and a report would publish them. Only what a picture cannot be shown
without is kept; no dot of it is changed.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final, NamedTuple

PNG_BEGINS: Final = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT: Final = frozenset((b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"pHYs", b"bKGD"))
"""Chunks beside those without which there is no picture: transparency, colours, the size of a dot."""

_START, _END, _SCAN, _COMMENT = 0xD8, 0xD9, 0xDA, 0xFE
_STANDALONE: Final = frozenset((0x01, *range(0xD0, 0xD8)))
_FRAMES: Final = frozenset((*range(0xC0, 0xD0),)) - {0xC4, 0xC8, 0xCC}
_APPLICATION: Final = range(0xE0, 0xF0)
_KEPT: Final = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
"""Segments of programs that settle how a photograph is shown, by what they begin with."""

_INKS = 4

_EXIF = b"Exif\0\0"
_ORIENTATION = 0x0112


class PictureError(ValueError):
    """A picture whose parts do not fit together."""


class Segment(NamedTuple):
    """A part of a photograph: its mark, all of its bytes, and those behind its length."""

    mark: int
    whole: bytes
    payload: bytes


def without_metadata(data: bytes, media_type: str) -> bytes:
    """Return a picture without what it says of itself. Raises PictureError where its parts do not fit together.

    A photograph that stands on its side keeps saying so. What is neither JPEG nor PNG is returned as it is.
    """
    if media_type == "image/png":
        kept = (whole for kind, whole in _chunks(data) if kind[:1].isupper() or kind in _PNG_KEPT)
        return PNG_BEGINS + b"".join(kept)
    if media_type == "image/jpeg":
        return b"\xff\xd8" + b"".join(_kept_segments(data))
    return data


def size_of(data: bytes, media_type: str) -> tuple[int, int]:
    """Return the width and height of a JPEG or PNG in dots; of anything else, nothing. Raises PictureError likewise."""
    if media_type == "image/png":
        kind, header = next(_chunks(data), (b"", b""))
        if kind != b"IHDR" or len(header) < 16:
            raise PictureError("it does not begin with its size")
        return struct.unpack(">II", header[8:16])
    if media_type == "image/jpeg":
        height, width = struct.unpack(">HH", _frame(data)[1:5])
        return width, height
    return 0, 0


def is_in_inks(data: bytes, media_type: str) -> bool:
    """Say whether a picture is in the four inks of a printer (CMYK) and not in the colours of a screen.

    Raises PictureError as `without_metadata`.
    """
    return media_type == "image/jpeg" and _frame(data)[5:6] == bytes((_INKS,))


def _frame(data: bytes) -> bytes:
    """What a JPEG says of its dots (ITU T.81, B.2.2): their depth, height and width, and how many colours."""
    frame = next((each for each in _segments(data) if each.mark in _FRAMES and len(each.payload) >= 6), None)
    if frame is None:
        raise PictureError("it does not say its size")
    return frame.payload


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The chunks of a PNG up to its end, each with its name: length, name, content, check sum."""
    at = len(PNG_BEGINS)
    while True:
        if at + 12 > len(data):
            raise PictureError("its end is missing")
        (length,) = struct.unpack_from(">I", data, at)
        kind, end = data[at + 4 : at + 8], at + 12 + length
        if not kind.isalpha():
            raise PictureError("its parts do not fit together")
        if end > len(data):
            raise PictureError("its end is missing")
        yield kind, data[at:end]
        if kind == b"IEND":
            return
        at = end


def _segments(data: bytes) -> Iterator[Segment]:
    """The segments of a JPEG up to its end. That of a scan holds what is drawn too, up to the next mark."""
    at = 2
    while True:
        if at + 2 > len(data):
            raise PictureError("its end is missing")
        if data[at] != 0xFF:
            raise PictureError("its parts do not fit together")
        mark = data[at + 1]
        if mark == 0xFF:  # bytes that fill up
            at += 1
            continue
        end = at + 2
        if mark != _END and mark not in _STANDALONE:
            if end + 2 > len(data):
                raise PictureError("its end is missing")
            end += struct.unpack_from(">H", data, end)[0]
        if end > len(data):
            raise PictureError("its end is missing")
        payload = data[at + 4 : end]
        if mark == _SCAN:
            end = _end_of_scan(data, end)
        yield Segment(mark, data[at:end], payload)
        if mark == _END:
            return
        at = end


def _end_of_scan(data: bytes, at: int) -> int:
    """Where what is drawn ends: at the first mark that is none of those inside of it."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            raise PictureError("its end is missing")
        if data[at + 1] == 0 or data[at + 1] in _STANDALONE:
            at += 2
        elif data[at + 1] == 0xFF:
            at += 1
        else:
            return at


def _kept_segments(data: bytes) -> Iterator[bytes]:
    for segment in _segments(data):
        if segment.payload.startswith(_EXIF) and segment.mark == 0xE1:
            yield _exif_of(_orientation(segment.payload[len(_EXIF) :]))
        elif segment.mark == _COMMENT:
            continue
        elif segment.mark not in _APPLICATION or (
            segment.mark in _KEPT and segment.payload.startswith(_KEPT[segment.mark])
        ):
            yield segment.whole


def _orientation(exif: bytes) -> int:
    """How a photograph stands (TIFF 6.0, tag 274): 1 is upright, and so is one that does not say it rightly."""
    order = {b"II": "<", b"MM": ">"}.get(exif[:2])
    try:
        if order is None:
            return 1
        (first,) = struct.unpack_from(f"{order}I", exif, 4)
        (count,) = struct.unpack_from(f"{order}H", exif, first)
        for number in range(min(count, 200)):
            tag, kind, _length, value = struct.unpack_from(f"{order}HHIH", exif, first + 2 + 12 * number)
            if tag == _ORIENTATION and kind == 3 and 1 <= value <= 8:
                return int(value)
    except struct.error:
        return 1
    return 1


def _exif_of(orientation: int) -> bytes:
    """A segment that says how a photograph stands and nothing else; none where it stands upright."""
    if orientation == 1:
        return b""
    entry = struct.pack(">HHIHH", _ORIENTATION, 3, 1, orientation, 0)
    payload = _EXIF + b"MM\0\x2a" + struct.pack(">IH", 8, 1) + entry + struct.pack(">I", 0)
    return b"\xff\xe1" + struct.pack(">H", len(payload) + 2) + payload
