"""What stands before the first part, and what the whole report says of itself → area.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from omi_report.importing.content import Context, PlaceContent, doubtful
from omi_report.importing.pieces import Doubt, ReportPiece, bare
from omi_report.language.language import Language

_ISBN = re.compile(r"\bISBN(?:-1[03])?:?\s*((?:97[89][\s-]?)?(?:\d[\s-]?){9}[\dX])\b")
_AREA_PLACE = re.compile(r"\{\{\s*area\s*\}\}")
FACTS = "facts of area.yaml"
_MOST_WORDS_OF_AREA = 6
_NEAR = 40
_OF_INSPECTIONS = ("inspect", "fieldwork", "field work")
"""What stands beside the month of an inspection."""


def identity_content(
    front: list[ReportPiece], pieces: list[ReportPiece], context: Context, called: str
) -> PlaceContent:
    """Return area.yaml. ``front`` stands before the first part, ``pieces`` are all; ``called`` is the framework's name.

    The inspection's month is needed. Where the report does not say it, the month of publication stands there, or that
    of the beginning of time, and a comment says so.
    """
    content = PlaceContent()
    months = _months(pieces, context.language)
    named = _area(front, context)
    published = _published(_months(front, context.language), months)
    content.data = {
        "area": named or doubtful("TODO", Doubt(1, "what is the name of the area?")),
        "framework": called,
        "stage": "draft",
        "inspected": _inspected(months, published),
        "published": published.date if published else None,
        "isbn": _isbn(pieces),
    }
    content.leave(front, "before the first part")
    content.found[FACTS] = sum(value is not None for value in content.data.values()) - 2
    return content


def _area(front: list[ReportPiece], context: Context) -> str:
    """The name of the area, from the title of the report as the framework has it."""
    before, _place, behind = _AREA_PLACE.sub("\0", str(context.framework.report_title)).partition("\0")
    start = bare(before)
    for at, piece in enumerate(front):
        said = bare(piece.text)
        if start and start in said:
            rest = _behind(piece.text, len(start.split()))
            if rest and len(rest.split()) <= _MOST_WORDS_OF_AREA:
                return rest.removesuffix(behind.strip()).strip()
            if not rest and at + 1 < len(front) and front[at + 1].words <= _MOST_WORDS_OF_AREA:
                return front[at + 1].text.strip().strip("*_")
    return ""


def _behind(text: str, words: int) -> str:
    """What stands behind the first so many words that count in a title."""
    rest = text.split()
    while rest and words:
        words -= bool(bare(rest.pop(0)))
    return " ".join(rest).strip("*_ ")


class _Month(NamedTuple):
    """A month that is named with a year, as a date, its line, and what the words around say of it."""

    date: str
    line: int
    about: str


def _months(pieces: Iterable[ReportPiece], language: Language) -> list[_Month]:
    names = "|".join(map(re.escape, language.months))
    pattern = re.compile(rf"\b(?:(\d{{1,2}})\s)?({names})\s(\d{{4}})\b")
    found = []
    for piece in pieces:
        for match in pattern.finditer(piece.text):
            month = language.months.index(match[2]) + 1
            around = piece.text[max(0, match.start() - _NEAR) : match.end()].casefold()
            inspected = any(each in around for each in _OF_INSPECTIONS)
            about = "inspected" if inspected else "published" if "publi" in around else ""
            found.append(_Month(f"{match[3]}-{month:02}", piece.line, about))
    return found


def _published(front: list[_Month], months: list[_Month]) -> _Month | None:
    """The month of publication: the one that is said to be, or else the last on the cover, if it is later."""
    said = next((month for month in front if month.about == "published"), None)
    last = max(front, default=None)
    inspected = next((month for month in months if month.about == "inspected"), None)
    later = last and last.about != "inspected" and (inspected is None or last.date > inspected.date)
    return said or (last if later else None)


def _inspected(months: list[_Month], published: _Month | None) -> Any:
    said = next((month for month in months if month.about == "inspected"), None)
    if said:
        return doubtful(said.date, Doubt(said.line, "taken for the month of the inspection"))
    if published:
        return doubtful(published.date, Doubt(published.line, "this is the month of publication"))
    return doubtful("2000-01", Doubt(1, "the report does not say when the inspection was: write the month"))


def _isbn(pieces: list[ReportPiece]) -> str | None:
    found = next((match for piece in pieces if (match := _ISBN.search(piece.text))), None)
    return " ".join(found[1].split()) if found else None
