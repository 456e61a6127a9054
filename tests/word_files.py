"""Word files that tests make: ordinary ones, and such as nobody should open."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import docx


def word(*paragraphs: str) -> bytes:
    """Return a Word file of some paragraphs, each with a style before it if it has one: ``Heading 1|Summary``."""
    document = docx.Document()
    for each in paragraphs:
        style, found, text = each.rpartition("|")
        document.add_paragraph(text, style=style if found else None)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def with_parts(data: bytes, parts: Mapping[str, bytes], *, without: str = "") -> bytes:
    """Return a Word file with some parts put in or replaced, and without one."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts and name != without:
                new.writestr(name, old.read(name))
        for name, part in parts.items():
            new.writestr(name, part)
    return out.getvalue()


def part_of(data: bytes, name: str) -> bytes:
    """Return a part of a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)
