"""What a picture says of whoever took it is taken out, and no dot of it is changed."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from typing import Any

import pytest
from PIL import Image, PngImagePlugin

from omi_report.source.picture_metadata import PictureError, size_of, without_metadata

SECRET = b"Jane Doe"
PROFILE = bytes(range(256)) * 300
"""Longer than a segment may be."""


def drawn() -> Image.Image:
    return Image.effect_noise((61, 40), 60).convert("RGB")


def exif(orientation: int = 1) -> Image.Exif:
    found = Image.Exif()
    found[0x0112] = orientation
    found[0x010F] = SECRET.decode()
    found[0x8825] = {1: "N", 2: (51.0, 3.0, 0.0)}
    return found


def jpeg(orientation: int = 1, **options: Any) -> bytes:
    file = io.BytesIO()
    drawn().save(
        file,
        "JPEG",
        exif=exif(orientation),
        comment=SECRET,
        icc_profile=PROFILE,
        xmp=b"<x:xmpmeta>" + SECRET + b"</x:xmpmeta>",
        **options,
    )
    return file.getvalue() + b"an earlier preview of " + SECRET


def png() -> bytes:
    said = PngImagePlugin.PngInfo()
    said.add_text("Author", SECRET.decode())
    said.add_itxt("XML:com.adobe.xmp", SECRET.decode())
    file = io.BytesIO()
    drawn().convert("P").save(file, "PNG", pnginfo=said, exif=exif(), dpi=(72, 72), transparency=3)
    return file.getvalue() + SECRET


@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"quality": 95, "subsampling": 0, "optimize": True}])
def test_a_photograph_loses_its_place_its_author_and_what_follows_it(options: dict[str, Any]) -> None:
    before = jpeg(**options)
    after = without_metadata(before, "image/jpeg")
    assert SECRET in before
    assert SECRET not in after
    shown, kept = Image.open(io.BytesIO(before)), Image.open(io.BytesIO(after))
    assert kept.tobytes() == shown.tobytes()
    assert kept.info["icc_profile"] == PROFILE
    assert dict(kept.getexif()) == {}
    assert without_metadata(after, "image/jpeg") == after


@pytest.mark.parametrize("orientation", range(2, 9))
def test_a_photograph_that_stands_on_its_side_keeps_saying_so(orientation: int) -> None:
    after = without_metadata(jpeg(orientation), "image/jpeg")
    assert dict(Image.open(io.BytesIO(after)).getexif()) == {0x0112: orientation}


def test_a_drawing_of_dots_loses_its_author_and_keeps_what_it_looks_like() -> None:
    before = png()
    after = without_metadata(before, "image/png")
    assert SECRET not in after
    shown, kept = Image.open(io.BytesIO(before)), Image.open(io.BytesIO(after))
    assert kept.tobytes() == shown.tobytes()
    assert kept.info["transparency"] == 3
    assert round(kept.info["dpi"][0]) == 72
    assert set(kept.info) == {"transparency", "dpi"}
    assert without_metadata(after, "image/png") == after


@pytest.mark.parametrize(("make", "media_type"), [(jpeg, "image/jpeg"), (png, "image/png")])
def test_the_size_is_that_of_the_dots(make: Callable[[], bytes], media_type: str) -> None:
    assert size_of(make(), media_type) == (61, 40)


def test_what_is_drawn_in_lines_stays_as_it_is() -> None:
    assert without_metadata(b"<svg/>", "image/svg+xml") == b"<svg/>"
    assert size_of(b"<svg/>", "image/svg+xml") == (0, 0)


@pytest.mark.parametrize(("make", "media_type"), [(jpeg, "image/jpeg"), (png, "image/png")])
def test_a_damaged_picture_is_refused_or_read_and_nothing_else(make: Callable[[], bytes], media_type: str) -> None:
    chance, sound, refused = random.Random(7), make()[: -len(SECRET)], 0
    for _ in range(400):
        data = bytearray(sound)
        for _ in range(chance.randint(1, 5)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        cut = bytes(data[: chance.randrange(2, len(data))])
        for work in (without_metadata, size_of):
            try:
                work(cut, media_type)
            except PictureError:
                refused += 1
    assert refused > 100
