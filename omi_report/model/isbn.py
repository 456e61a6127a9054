"""The figures of an ISBN (ISO 2108), and those of its bar code."""

from __future__ import annotations

import re
from typing import Final

LENGTHS: Final = (13, 10)
BOOKLAND: Final = ("978", "979")
"""What the bar code of a book begins with. One of ten figures stands for the same one behind 978."""


def unlabelled(isbn: str) -> str:
    """Return an ISBN as it is written, without the name of such numbers before it."""
    return re.sub(r"^ISBN(?:-1[03])?:?\s*", "", isbn.strip(), flags=re.IGNORECASE)


def figures_of(isbn: str) -> str:
    """Return the figures of an ISBN, without gaps, hyphens and the name of such numbers."""
    return re.sub(r"[\s–-]", "", unlabelled(isbn)).upper()


def fault_of(figures: str) -> str:
    """Say what is wrong with the figures of an ISBN, as the end of a sentence; nothing where all is well."""
    if not re.fullmatch(r"\d+X?", figures, re.ASCII):
        return "it holds something else than figures"
    if len(figures) not in LENGTHS:
        return f"it has {len(figures)} figures, and an ISBN has 13 or 10"
    if len(figures) == LENGTHS[0] and not figures.startswith(BOOKLAND):
        return "one of 13 figures begins with 978 or 979"
    right = check_digit(figures[:-1])
    return "" if figures[-1] == right else f"its check digit would be {right}"


def check_digit(figures: str) -> str:
    """Return the check digit after 12 figures (weights 1 and 3, modulus 10) or 9 (weights 10 to 2, modulus 11)."""
    digits = [int(figure) for figure in figures]
    if len(digits) == LENGTHS[0] - 1:
        return str(-sum(digit * (3 if place % 2 else 1) for place, digit in enumerate(digits)) % 10)
    rest = -sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=True)) % 11
    return "X" if rest == 10 else str(rest)


def bar_code_of(isbn: str) -> str:
    """Return the 13 figures of an ISBN's bar code (EAN-13); nothing where it is no ISBN."""
    figures = figures_of(isbn)
    if fault_of(figures):
        return ""
    if len(figures) == LENGTHS[0]:
        return figures
    longer = BOOKLAND[0] + figures[:-1]
    return longer + check_digit(longer)
