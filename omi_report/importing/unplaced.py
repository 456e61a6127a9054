"""Headings that may be those of parts which were not found, for somebody to look at."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from omi_report.importing.joining import COLUMNS, mark_of
from omi_report.importing.pieces import Doubt, ReportPiece, bare
from omi_report.importing.structure import ReportPlace
from omi_report.importing.titles import Titles
from omi_report.model.framework import FrameworkPart
from omi_report.prose.slug import ENGLISH_STOP_WORDS

_MOST_WORDS = 8
_FEWEST_CAPITALS = 7
"""Fewer letters may be an abbreviation."""
_OF_ANY_WORDS = frozenset(("text", "mixed"))
"""Kinds of part whose names say nothing of what stands in them."""


def unplaced(places: list[ReportPlace], titles: Titles, kinds: Collection[str]) -> Iterator[Doubt]:
    """Yield each heading that has the telling words of a part of some kinds, if that part has no place."""
    placed = {place.name for place in places if place.what == "part"}
    parts = [part for part in titles.framework.parts if part.kind in kinds and part.name not in placed]
    wanted = [(part, words) for part in parts for words in _telling(part)]
    for place in places:
        for piece in place.pieces:
            if not _may_head(piece, titles):
                continue
            said = set(bare(piece.text).split())
            part = next((part for part, words in wanted if words <= said), None)
            if part is not None:
                yield Doubt(piece.line, f"is «{piece.text}» the heading of {part.heading}? It was not taken for one")


def strange_titles(places: list[ReportPlace], titles: Titles) -> Iterator[Doubt]:
    """Yield each heading that looks like a title and is none of the framework: what follows it belongs elsewhere.

    It looks like one where the file gives it the level of the title that it stands under, or where it stands in
    capitals and is longer than an abbreviation.
    """
    for place in places:
        if place.what != "part" or place.title is None:
            continue
        for at, piece in enumerate(place.pieces):
            is_as_high = 0 < piece.level <= place.title.level
            is_loud = piece.text.isupper() and sum(map(str.isalpha, piece.text)) >= _FEWEST_CAPITALS
            if (is_as_high or is_loud) and _may_head(piece, titles) and _is_content(place.pieces[at + 1 :]):
                said = piece.unmarked
                yield Doubt(
                    piece.line,
                    f"«{said}» looks like a title, and is none of the framework: what follows went into "
                    f'«{place.title.unmarked}»; --called "{said}=…" says what it is',
                )


def _is_content(pieces: list[ReportPiece]) -> bool:
    """Whether pieces are more than a few lines: below the name of who signs stand no more than an office and a date."""
    return any(
        each.rows
        or each.bullet
        or mark_of(each.text)
        or each.words > _MOST_WORDS
        or len(COLUMNS.split(each.text.strip())) > 1
        for each in pieces
    )


def _telling(part: FrameworkPart) -> Iterator[frozenset[str]]:
    """The words that each tell a part from others: those of its kind, and those of its heading."""
    if part.kind not in _OF_ANY_WORDS:
        yield frozenset(part.kind.split("-"))
    if telling := frozenset(bare(part.heading or "").split()) - ENGLISH_STOP_WORDS:
        yield telling


def _may_head(piece: ReportPiece, titles: Titles) -> bool:
    if piece.rows or piece.bullet or not 0 < piece.words <= _MOST_WORDS or mark_of(piece.text):
        return False
    if titles.is_listed(piece.text) or titles.of(piece.text, piece.level):
        return False
    return bool(piece.level) or (
        piece.text.lstrip("*_# ")[:1].isupper() and not piece.text.rstrip().endswith((".", "?"))
    )
