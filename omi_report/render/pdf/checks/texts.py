"""Texts that are printed over each other, that reach out of their boxes, or whose words are broken inside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from omi_report.render.pdf.checks.fault import LayoutFault, quoted
from omi_report.render.pdf.checks.placed import PlacedPage, PlacedPicture, PlacedText, text_in

_SLACK = 2.0
"""Letters that reach out by no more than so many pixels are not seen to."""
_SHARED = 0.25
"""So much of the height of the lower of two texts may lie in the other: rounded letters reach no further."""
_MILLIMETRES = 25.4 / 96
_PARTS = re.compile(r"[-‐–—]$")
"""Behind these a word may be broken."""
_NAME = re.compile(r"[^a-z]*[A-Z0-9][^a-z]*")
"""An abbreviation or a number: it has capital letters or digits, and no small ones."""


def overprints(page: PlacedPage) -> Iterator[LayoutFault]:
    """Find texts that lie over each other or over a picture."""
    standing: list[PlacedText | PlacedPicture] = [*page.texts, *page.pictures]
    open_: list[PlacedText | PlacedPicture] = []
    for each in sorted(standing, key=lambda placed: placed.top):
        open_ = [other for other in open_ if other.bottom > each.top]
        for other in open_:
            if _share(each, other):
                yield LayoutFault(page.number, "overprint", _over_each_other(other, each))
        open_.append(each)


def _share(one: PlacedText | PlacedPicture, other: PlacedText | PlacedPicture) -> bool:
    if isinstance(one, PlacedPicture) and isinstance(other, PlacedPicture):
        return False
    if min(one.right, other.right) - max(one.left, other.left) <= _SLACK:
        return False
    height = min(one.bottom, other.bottom) - max(one.top, other.top)
    return height > _SHARED * min(one.bottom - one.top, other.bottom - other.top)


def _over_each_other(one: PlacedText | PlacedPicture, other: PlacedText | PlacedPicture) -> str:
    texts = [quoted(each.text) for each in (one, other) if isinstance(each, PlacedText)]
    if len(texts) == 1:
        return f"{texts[0]} and a picture are printed over each other"
    return f"{texts[0]} and {texts[1]} are printed over each other"


def outside(page: PlacedPage) -> Iterator[LayoutFault]:
    """Find texts that reach out of the block or the cell that they stand in, or out of the page."""
    for text in page.texts:
        beyond = max(text.right - text.frame.right, text.frame.left - text.left)
        if text.right > page.width or text.left < 0 or text.bottom > page.height or text.top < 0:
            yield LayoutFault(page.number, "outside", f"{quoted(text.text)} reaches out of the page")
        elif beyond > _SLACK:
            said = f"{beyond * _MILLIMETRES:.1f} mm"
            if text.frame.is_cell:
                message = f"a column of a table is {said} too narrow for {quoted(text.text)}"
                yield LayoutFault(page.number, "narrow-column", message)
            else:
                yield LayoutFault(page.number, "outside", f"{quoted(text.text)} reaches {said} out of its box")
        elif not text.in_margin and text.bottom > page.bottom + _SLACK:
            yield LayoutFault(page.number, "outside", f"{quoted(text.text)} reaches into the foot of the page")


def broken_words(page: PlacedPage) -> Iterator[LayoutFault]:
    """Find words that are broken inside without a hyphen, and abbreviations that are broken at all."""
    for lines in page.lines:
        words: frozenset[str] | None = None
        before = text_in(lines[0]).rstrip()
        for line in lines[1:]:
            after = text_in(line).strip()
            # Most lines end between words: what they would be together is then in no text
            if before and after:
                joined = before.split()[-1] + after.split()[0]
                words = _words(line) if words is None else words
                if joined in words and _is_whole(joined, before):
                    yield LayoutFault(page.number, "broken-word", f"«{joined}» is broken inside")
            before = after


def _is_whole(word: str, before: str) -> bool:
    """Whether a word may not be broken where a line ends."""
    if _NAME.fullmatch(word):
        return True
    address = "@" in word or "://" in word or "." in word.strip(".")
    return not address and not _PARTS.search(before) and not before.endswith("/")


def _words(line: Any) -> frozenset[str]:
    """The words of the element that a line stands in."""
    element: Element | None = line.element
    return frozenset() if element is None else frozenset(_text(element).split())


def _text(element: Element) -> str:
    parts = [element.text or ""]
    for child in element:
        parts += [" " if child.tag == "br" else _text(child), child.tail or ""]
    return "".join(parts)
