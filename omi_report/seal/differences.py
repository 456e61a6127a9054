"""Where two files of a report differ, in words that lead a reader there."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Mapping

import pikepdf

from omi_report.document.json_form import document_of
from omi_report.errors import DocumentError

_PLACE = re.compile(rb'<(?:section|header|article)\b[^>]*?\bid="([^"]+)"|<(head|body|footer)\b')
_NAMES = {"head": "the head of the page", "body": "the top of the page", "footer": "the data at the end of the page"}

MOST = 8
"""How many places are named; further ones are only counted."""


def places_in(name: str, one: bytes, other: bytes) -> list[str]:
    """Return the places in which two files of the same name differ; none where these cannot be told."""
    if name.endswith(".pdf"):
        return places_that_differ(one, other)
    if name.endswith(".json"):
        return data_that_differ(one, other)
    return parts_that_differ(one, other)


def data_that_differ(one: bytes, other: bytes) -> list[str]:
    """Return the ids of the parts in which two reports differ as data, in their order."""
    try:
        first, second = (document_of(data.decode(errors="replace")) for data in (one, other))
    except DocumentError:
        return []
    about = ["what it says of itself"] if first.meta != second.meta else []
    return _shortened([*about, *_unequal(*({part.id: part for part in each.parts} for each in (first, second)))])


def parts_that_differ(one: bytes, other: bytes) -> list[str]:
    """Return the ids of the parts in which two pages differ, in their order: ``criterion-1.2``."""
    return _shortened(_unequal(_parts(one), _parts(other)))


def places_that_differ(one: bytes, other: bytes) -> list[str]:
    """Return the pages of two PDF files that differ, or what else does: attachments, document information."""
    try:
        with pikepdf.open(io.BytesIO(one)) as first, pikepdf.open(io.BytesIO(other)) as second:
            return _shortened(_unequal(_places(first), _places(second)))
    except pikepdf.PdfError:
        return []


def _parts(page: bytes) -> dict[str, bytes]:
    """A page cut at the beginning of each part, by the part's id."""
    found: dict[str, bytes] = {}
    name, begun = "its first lines", 0
    for match in _PLACE.finditer(page):
        found[name] = found.get(name, b"") + page[begun : match.start()]
        begun = match.start()
        name = match[1].decode(errors="replace") if match[1] else _NAMES[match[2].decode()]
    found[name] = found.get(name, b"") + page[begun:]
    return found


def _places(pdf: pikepdf.Pdf) -> dict[str, bytes]:
    found = {f"page {number}": _content(page) for number, page in enumerate(pdf.pages, start=1)}
    found |= {f"the attachment {name}": file.get_file().read_bytes() for name, file in pdf.attachments.items()}
    return found | {"the document information": repr(sorted(map(str, pdf.docinfo.items()))).encode()}


def _content(page: pikepdf.Page) -> bytes:
    contents = page.obj.get("/Contents")
    streams = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
    joined = b"\n".join(stream.read_bytes() for stream in streams if isinstance(stream, pikepdf.Stream))
    return hashlib.sha256(joined).digest()


def _unequal(one: Mapping[str, object], other: Mapping[str, object]) -> list[str]:
    return [name for name in dict.fromkeys([*one, *other]) if one.get(name) != other.get(name)]


def _shortened(names: list[str]) -> list[str]:
    return names if len(names) <= MOST else [*names[:MOST], f"and {len(names) - MOST} more places"]
