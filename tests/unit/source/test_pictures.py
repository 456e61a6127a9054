"""Pictures are known by their first bytes, and those of an area are looked at more closely."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from omi_report.source.pictures import is_picture, media_type_of, what_is_wrong_with

PICTURES = [
    ("image/png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
    ("image/jpeg", b"\xff\xd8\xff\xe0\0\x10JFIF"),
    ("image/gif", b"GIF87a"),
    ("image/gif", b"GIF89a\1"),
    ("image/webp", b"RIFF\x0a\0\0\0WEBPVP8 "),
    ("image/svg+xml", b"<svg/>"),
    ("image/svg+xml", b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- <p> -->\n<!DOCTYPE svg [<!ENTITY a 'b'>]>\n<svg >"),
    ("image/svg+xml", b"<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'x.dtd'><svg:svg xmlns:svg='x'>"),
    ("image/svg+xml", "<svg/>".encode("utf-16")),
]


@pytest.mark.parametrize(("media_type", "data"), PICTURES)
def test_a_picture_is_one_of_its_own_kind_alone(media_type: str, data: bytes) -> None:
    kinds = {kind for kind, _data in PICTURES}
    assert {kind for kind in kinds if is_picture(data, kind)} == {media_type}


@pytest.mark.parametrize("data", [b"", b"hello", b"<html><svg/></html>", b"<svgx/>", b"<!-- <svg/> -->", b"\xff\xfe<"])
def test_anything_else_is_none(data: bytes) -> None:
    assert not [kind for kind, _data in PICTURES if is_picture(data, kind)]


def test_the_name_says_which_picture_it_is() -> None:
    assert media_type_of("images/Map of the area.JPG") == "image/jpeg"


def drawn(kind: str, colours: str = "RGB") -> bytes:
    file = io.BytesIO()
    Image.new(colours, (2, 2)).save(file, kind)
    return file.getvalue()


SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.png", drawn("PNG")),
        ("a.jpeg", drawn("JPEG")),
        ("a.jpeg", drawn("JPEG", "L")),
        ("a.svg", SVG.format('<rect id="r" fill="url(#p)"/><use xlink:href="#r"/>').encode()),
        ("a.svg", SVG.format('<image href="data:image/png;base64,AA=="/>').encode()),
    ],
)
def test_a_sound_picture_has_nothing_wrong(name: str, data: bytes) -> None:
    assert what_is_wrong_with(data, name) == ""


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.png", PICTURES[1][1], "this is no PNG picture"),
        ("a.png", drawn("PNG")[:-20], "the picture is damaged: its end is missing"),
        ("a.jpg", drawn("JPEG")[:-20], "the picture is damaged: its end is missing"),
        ("a.jpg", drawn("JPEG")[:20] + b"hello", "the picture is damaged: its parts do not fit together"),
        ("a.jpg", drawn("JPEG", "CMYK"), "the picture is in the four inks of a printer (CMYK)"),
        ("a.svg", SVG.format("<script>alert(1)</script>").encode(), "the drawing holds «<script»"),
        ("a.svg", SVG.format('<g onload="x()"/>').encode(), "the drawing holds «onload=»"),
        ("a.svg", SVG.format('<image href="https://example.org/a.png"/>').encode(), 'the drawing holds «href="»'),
        ("a.svg", SVG.format('<rect style="fill:url(http://a)"/>').encode(), "the drawing holds «url(»"),
        ("a.svg", b"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>", "the drawing holds «<!DOCTYPE»"),
        ("a.svg", b"<svg><g></svg>", "the drawing is damaged: mismatched tag"),
    ],
)
def test_a_picture_that_cannot_be_shown_is_refused(name: str, data: bytes, said: str) -> None:
    assert what_is_wrong_with(data, name).startswith(said)
