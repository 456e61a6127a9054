"""The lines of a text, less what belongs to the page: running heads and feet, page numbers, ends of pages.

«Page 7» alone is such a line anywhere. Others a text has only where it has ends of pages. A line is a running head if
it comes again at the head or foot of several pages, and seldom elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from omi_report.importing.pieces import Left, ReportPiece

_NEAR = 3
"""So many lines with words from the edge of a page, a line may be a running head or foot."""
_FEWEST = 3
"""A line that comes again less often is none."""
_LONGEST = 120
_NUMBER = re.compile(r"(?:page\s+)?(?:\d{1,4}|[ivxl]{1,6})(?:\s+of\s+\d{1,4})?", re.IGNORECASE)
_PAGE_NUMBER = re.compile(r"page\s+\d{1,4}(?:\s+of\s+\d{1,4})?", re.IGNORECASE)
_FIGURES = re.compile(r"\d+")
_PAGE_END = "\f"


WHY = "running head, foot or number of a page"


class PageLine(NamedTuple):
    """A line of a text with its number, from 1. ``page_before`` says that a page ended between it and the last."""

    text: str
    number: int
    page_before: bool = False


def without_furniture(lines: list[str]) -> tuple[list[PageLine], list[Left]]:
    """Return the lines of a text with their numbers, and those that belong to the page.

    A form feed is no line of the file, so it has no number.
    """
    pages = _pages(lines)
    if len(pages) < _FEWEST:
        every = [line for page in pages for line in page]
        numbers = [
            Left(ReportPiece(line.text.strip(), line.number), WHY) for line in every if is_page_number(line.text)
        ]
        return [line for line in every if not is_page_number(line.text)], numbers
    edges = [_edges(page) for page in pages]
    at_edges = Counter(key for edge in edges for key in {_key(line.text) for line in edge})
    anywhere = Counter(_key(line.text) for page in pages for line in page)
    often = {key for key, count in at_edges.items() if count >= _FEWEST and 2 * count > anywhere[key]}
    kept: list[PageLine] = []
    left: list[Left] = []
    for page, edge in zip(pages, edges, strict=True):
        drop = {line.number for line in edge if _is_furniture(line.text, often)}
        drop |= {line.number for line in page if is_page_number(line.text)}
        first = True
        for line in page:
            if line.number in drop:
                left.append(Left(ReportPiece(line.text.strip(), line.number), WHY))
            else:
                kept.append(line._replace(page_before=first and page is not pages[0]))
                first = False
    return kept, left


def is_page_number(text: str) -> bool:
    """Say whether a line is the number of a page, and says so."""
    return _PAGE_NUMBER.fullmatch(" ".join(text.split())) is not None


def _pages(lines: list[str]) -> list[list[PageLine]]:
    pages: list[list[PageLine]] = [[]]
    number = 1
    for at, line in enumerate(lines):
        if line == _PAGE_END:
            pages.append([])
            continue
        after_end = at > 0 and lines[at - 1] == _PAGE_END
        if after_end:
            number -= 1  # the form feed stood within a line
        pages[-1].append(PageLine(line, number))
        number += 1
    return pages


def _edges(page: list[PageLine]) -> list[PageLine]:
    full = [line for line in page if line.text.strip()]
    return list(dict.fromkeys([*full[:_NEAR], *full[-_NEAR:]]))


def _key(text: str) -> str:
    return _FIGURES.sub("0", " ".join(text.split())).casefold()


def _is_furniture(text: str, often: set[str]) -> bool:
    words = " ".join(text.split())
    if _NUMBER.fullmatch(words):
        return True
    return len(words) <= _LONGEST and _key(text) in often
