"""Where the parts of the print page begin and end, so that each can be laid out by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from markupsafe import Markup

from omi_report.render.html.assets import text_of
from omi_report.render.print_page import PrintedPart, PrintPage

_BEGINS: Final = Markup("\0part\0")
_ENDS: Final = Markup("\0end of part\0")
"""The marks around a part. No text of a report can have the sign in them."""

_JOINS = re.compile(
    r"counter|target-|string-set|break-(?:before|after)|page-break|(?<![\w-])page\s*:|@page\s*[\w-]*:"
    r"|:(?:left|right|first|last|nth|only|blank|has)\b|[+~]"
    r"|(?<![\w.#-])(?:html|body|main)\b[^{}]*\{[^}]*\b(?:margin|padding|border|column)"
)
"""What a style sheet may say that ties a part to the parts around it, to the sides of the sheet, or to what is around
all parts."""
_STYLED = re.compile(r"<style|<link|\sstyle\s*=", re.IGNORECASE)
"""What a template may hold that styles what is around it."""
_IS_PART = re.compile(r"\s*<\w+(?=[^<>]*\sclass=\"[^\"]*(?<![\w-])part(?![\w-]))")
"""How a part begins that the styles put on a new page."""


def marked_off(part: Markup) -> Markup:
    """Return a part with marks around it."""
    return _BEGINS + part + _ENDS


def without_marks(page: str) -> str:
    """Return a page without the marks around its parts."""
    return page.replace(_BEGINS, "").replace(_ENDS, "")


def in_parts(page: str, runs_on: Sequence[bool], *, apart: bool) -> PrintPage:
    """Return a page, in which the parts are marked off, without the marks.

    ``runs_on`` says of each part whether it goes on where the part before it ends. The page is in one piece where it is
    not to be taken ``apart``, or where a template of a user's own leaves parts out, puts them elsewhere or lets them be
    no parts for the styles.
    """
    before, *pieces = page.split(_BEGINS)
    parts = [piece.split(_ENDS) for piece in pieces]
    can_be_told = len(parts) == len(runs_on) > 0 and all(map(_is_apart, parts))
    if not apart or not can_be_told or any("<" in between for _, between in parts[:-1]):
        return PrintPage.in_one_piece(without_marks(page))
    printed = tuple(PrintedPart(part[0], short) for part, short in zip(parts, runs_on, strict=True))
    return PrintPage(before, printed, parts[-1][1])


def _is_apart(part: Sequence[str]) -> bool:
    return len(part) == 2 and _IS_PART.match(part[0]) is not None


def joins_parts(folder: Path) -> bool:
    """Return whether styles of a template folder tie the parts of a report to each other."""
    sheets, templates = _texts(folder / "css", "*.css"), _texts(folder / "html", "*.html")
    return any(map(_JOINS.search, sheets)) or any(map(_STYLED.search, templates))


def _texts(folder: Path, pattern: str) -> Iterator[str]:
    return map(text_of, sorted(folder.rglob(pattern)))
