"""Pictures are known by their first bytes."""

from __future__ import annotations

from pathlib import Path

import pytest

from omi_report.render.html.signatures import is_picture

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
def test_a_picture_is_one_of_its_own_kind_alone(tmp_path: Path, media_type: str, data: bytes) -> None:
    (tmp_path / "file").write_bytes(data)
    kinds = {kind for kind, _data in PICTURES}
    assert {kind for kind in kinds if is_picture(tmp_path / "file", kind)} == {media_type}


@pytest.mark.parametrize("data", [b"", b"hello", b"<html><svg/></html>", b"<svgx/>", b"<!-- <svg/> -->", b"\xff\xfe<"])
def test_anything_else_is_none(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "file").write_bytes(data)
    assert not [kind for kind, _data in PICTURES if is_picture(tmp_path / "file", kind)]
