"""OMI702: an ISBN is not one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.problems import Problem, Rule, Severity
from omi_report.source.places import IDENTITY_FILE

RULE = Rule(
    "OMI702",
    "isbn",
    Severity.ERROR,
    "The ISBN does not have 13 figures (or 10, before 2007), does not begin with 978 or 979, or has a wrong check "
    "digit. Or there is one, and the framework says that its reports have none.",
    "Libraries and booksellers cannot find the report under it, or find another book.",
    bad="isbn: 978 1 84099 112 5",
    good="isbn: 978 1 84099 121 5",
)

_HINT = "compare it with the number that was given for this report: a figure is wrong, or two have changed places"


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Work out the check digit of the area's ISBN."""
    isbn = inspection.area.identity.isbn
    if not isbn:
        return
    place = inspection.area.at(IDENTITY_FILE, ("isbn",))
    if inspection.framework.isbn == "none":
        message = f"«{isbn}» is given, and the framework says that its reports have no ISBN"
        hint = "remove it here, or «isbn: none» from the framework"
        yield RULE.at(place, message, hint, length=len(isbn))
        return
    figures = _label_or_gap().sub("", isbn.strip()).upper()
    if wrong := _complaint(figures):
        yield RULE.at(place, f"«{isbn}» is not an ISBN: {wrong}", _HINT, length=len(isbn))


def _complaint(figures: str) -> str:
    """Say what is wrong with the figures of an ISBN, written without gaps; nothing where all is well."""
    if not _figures().fullmatch(figures):
        return "it holds something else than figures"
    if len(figures) not in (10, 13):
        return f"it has {len(figures)} figures, and an ISBN has 13 or 10"
    if len(figures) == 13 and not figures.startswith(("978", "979")):
        return "one of 13 figures begins with 978 or 979"
    right = _check_digit(figures[:-1])
    return "" if figures[-1] == right else f"its check digit would be {right}"


def _check_digit(figures: str) -> str:
    """The check digit after 12 figures (weights 1 and 3, modulus 10) or 9 (weights 10 to 2, modulus 11)."""
    digits = [int(figure) for figure in figures]
    if len(digits) == 12:
        return str(-sum(digit * (3 if place % 2 else 1) for place, digit in enumerate(digits)) % 10)
    rest = -sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=True)) % 11
    return "X" if rest == 10 else str(rest)


@cache
def _label_or_gap() -> re.Pattern[str]:
    return re.compile(r"^ISBN(?:-1[03])?:?|[\s–-]", re.IGNORECASE)


@cache
def _figures() -> re.Pattern[str]:
    return re.compile(r"\d+X?", re.ASCII)
