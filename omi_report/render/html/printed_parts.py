"""Where the parts of the print page begin and end, so that each can be laid out by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from markupsafe import Markup

from omi_report.render.print_page import PrintedPart, PrintPage

_BEGINS: Final = Markup("\0part\0")
_ENDS: Final = Markup("\0end of part\0")
"""The marks around a part. No text of a report can have the sign in them."""

_JOINS = re.compile(
    r"counter|target-|string-set|break-(?:before|after)|page-break|(?<![\w-])page\s*:|@page\s*[\w-]*:"
    r"|:(?:left|right|first|last|nth|only|blank|has)\b|[+~]"
)
"""What a style sheet may say that ties a part to the parts around it, or to the sides of the sheet."""


def marked_off(part: Markup) -> Markup:
    """Return a part with marks around it."""
    return _BEGINS + part + _ENDS


def in_parts(page: str, runs_on: Sequence[bool], *, apart: bool) -> PrintPage:
    """Return a page, in which the parts are marked off, without the marks.

    ``runs_on`` says of each part whether it goes on where the part before it ends. The page is in one piece where it is
    not to be taken ``apart``, or where a template of a user's own leaves parts out or puts them elsewhere.
    """
    before, *pieces = page.split(_BEGINS)
    parts = [piece.split(_ENDS) for piece in pieces]
    if not apart or len(parts) != len(runs_on) or any(len(part) != 2 or "<" in part[1] for part in parts[:-1]):
        return PrintPage.in_one_piece(page.replace(_BEGINS, "").replace(_ENDS, ""))
    printed = tuple(PrintedPart(part[0], short) for part, short in zip(parts, runs_on, strict=True))
    return PrintPage(before, printed, parts[-1][1] if parts else "")


def joins_parts(folder: Path) -> bool:
    """Return whether a style sheet of a template folder ties the parts of a report to each other."""
    sheets = (folder / "css").rglob("*.css")
    return any(_JOINS.search(sheet.read_text(encoding="utf-8", errors="replace")) for sheet in sorted(sheets))
