"""Fields: what Word works out, with what it came to."""

from __future__ import annotations

from omi_report.render.docx.markup import tag, words


def field(instruction: str, result: str) -> str:
    """Return a field with its result, which is runs."""
    return begin(instruction) + result + end()


def begin(instruction: str) -> str:
    """Return the beginning of a field, up to its result."""
    said = tag("w:instrText", words(f" {instruction} "), given={"xml:space": "preserve"})
    return _mark("begin") + tag("w:r", said) + _mark("separate")


def end() -> str:
    """Return the end of a field."""
    return _mark("end")


def _mark(kind: str) -> str:
    return tag("w:r", tag("w:fldChar", fldCharType=kind))
