"""The bytes of a text → its lines, whatever they are encoded in."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from omi_report.errors import OmiError
from omi_report.importing.pieces import SPACES

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
"""What no text has: all control signs but the tabulator and those that end lines and pages."""
_OTHER_FORMS = {b"{\\rtf": "in RTF", b"<!doctype html": "a web page", b"<html": "a web page"}
"""Texts that people do not read as they are, by their beginnings."""
_START = 20
_LINE_ENDS = re.compile(r"\r\n|[\n\r\x0b\x85\u2028\u2029]")


class UnreadableReportError(OmiError):
    """A file is no report that can be imported; the message says why, and what to do."""


class ReadText(NamedTuple):
    """A text, and what is to be said of how it was read; nothing for UTF-8."""

    text: str
    note: str = ""


def read_text(data: bytes, shown: str) -> ReadText:
    """Return a text. Raises UnreadableReportError for what is none.

    UTF-8 and UTF-16 are known by their look. Anything else that has no control signs is read as Windows wrote texts in
    Western Europe and America, which the note says: every byte is a letter there, so the wrong ones can be seen.
    """
    if data.startswith(b"%PDF"):
        raise UnreadableReportError(
            f"{shown} is a PDF, which has no paragraphs: export it from Word as .docx, or as text with "
            f"`pdftotext -layout {shown}`, and import that"
        )
    start = data.removeprefix(codecs.BOM_UTF8).lstrip()[:_START].lower()
    for beginning, kind in _OTHER_FORMS.items():
        if start.startswith(beginning):
            raise UnreadableReportError(f"{shown} is {kind}: save it as .docx or as plain text, and import that")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return ReadText(_decoded(data, encoding, shown))
    try:
        return ReadText(_checked(data.decode("utf-8"), shown))
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
    text = _checked(data.decode("cp1252", errors="replace"), shown)
    return ReadText(text, f"{shown}:{line}: this is no UTF-8, and was read as Windows-1252: look at its accents")


def lines_of(text: str) -> list[str]:
    """Return the lines of a text. The end of a page is a line of its own: a form feed."""
    return _LINE_ENDS.sub("\n", text.translate(SPACES).replace("\f", "\n\f\n")).split("\n") if text else []


def _decoded(data: bytes, encoding: str, shown: str) -> str:
    try:
        return _checked(data.decode(encoding), shown)
    except UnicodeDecodeError as error:
        raise UnreadableReportError(f"{shown} is damaged: save it anew as UTF-8") from error


def _checked(text: str, shown: str) -> str:
    if _CONTROL.search(text):
        raise UnreadableReportError(f"{shown} is no text and no Word file: save the report as .docx or as plain text")
    if not text.strip():
        raise UnreadableReportError(f"{shown} is empty")
    return text
