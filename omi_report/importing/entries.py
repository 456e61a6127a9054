"""The entries of a list: letters, numbers or bullets before them, and the paragraphs that belong to each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

from omi_report.importing.joining import mark_of
from omi_report.importing.pieces import Doubt, ReportPiece
from omi_report.model.findings import letter

Marks: TypeAlias = Literal["letters", "numbers", "bullets", "none"]

_BULLET = re.compile(r"^[-–—•●▪◦*·‣○]\s*")
_LETTERED = re.compile(r"^(?:\((?P<a>[a-z]{1,2})\)|(?P<b>[a-z]{1,2})[.)])(?:\s+|$)")
_NUMBERED = re.compile(r"^(?:[A-Z][A-Za-z]{0,8}\s?)?\(?(?P<number>\d{1,3})[.):]?(?:\s+|$)")
_FARTHEST = 3
"""A letter or number may be so many places on from where it is expected: one between was not recognised."""


@dataclass
class ListEntry:
    """An entry of a list: its pieces, and what is uncertain about it."""

    pieces: list[ReportPiece] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


class _Marked(NamedTuple):
    """The place in its list that a piece says it has, from 0, and its words without the mark."""

    place: int
    text: str


class _Style(NamedTuple):
    """How the entries of a list are marked, and the place that the first one says it has."""

    marks: Marks
    first: int = 0
    outer: ReportPiece | None = None
    """The first piece that has a bullet; those that stand deeper, or that the file counts less, belong to an entry."""


def heads_entries(pieces: Sequence[ReportPiece], at: int, most: int, ends: str = "") -> bool:
    """Say whether a piece is a heading, or a line like one, and entries of a list follow it.

    A line like one has at most so many words and ends no sentence; if ``ends`` is given it ends so.
    """
    piece, following = pieces[at], pieces[at + 1] if at + 1 < len(pieces) else None
    if following is None or following.rows or not (following.bullet or mark_of(following.text)):
        return False
    if piece.rows or piece.bullet or mark_of(piece.text):
        return False
    return bool(piece.level) or (is_line_alone(piece, most, ends) and piece.text.lstrip("*_# ")[:1].isupper())


def is_line_alone(piece: ReportPiece, most: int, ends: str = "") -> bool:
    """Say whether a piece is a line like «Conclusion» or «Regards, Anne»: at most so many words, and no sentence."""
    text = piece.text.rstrip("*_ ")
    ends_well = text.endswith(ends) if ends else not text.endswith((".", "!", "?", ";", ":"))
    return not piece.rows and not piece.bullet and piece.words <= most and ends_well


def entries_of(pieces: list[ReportPiece], unmarked_are_entries: bool, before: int = 0) -> list[ListEntry]:
    """Return the entries of a list.

    Which marks its entries have is seen from those that it begins with. Where it has none, each paragraph is an entry;
    unless ``unmarked_are_entries`` says that this is as it should be, each is doubtful then. ``before`` is how many
    entries other lists before it have: its numbers may go on from there.
    """
    style = _style_of(pieces, before)
    if style.marks == "none":
        doubt = "it has no letter or number: is it an entry of its own?"
        return [
            ListEntry([piece], [] if unmarked_are_entries else [Doubt(piece.line, doubt)])
            for piece in pieces
            if piece.text
        ]
    return list(_marked_entries(pieces, style))


def _style_of(pieces: list[ReportPiece], before: int) -> _Style:
    if any(_lettered(piece, 0) for piece in pieces):
        return _Style("letters")
    for first in dict.fromkeys((0, before)):
        if any(_numbered(piece, first) for piece in pieces):
            return _Style("numbers", first)
    outer = next((piece for piece in pieces if piece.bullet or _BULLET.match(piece.text)), None)
    return _Style("bullets", outer=outer) if outer else _Style("none")


def _marked_entries(pieces: list[ReportPiece], style: _Style) -> Iterator[ListEntry]:
    current: ListEntry | None = None
    expected, marks = style.first, style.marks
    for piece in pieces:
        marked = _marked(piece, style, expected)
        if marked is not None:
            if current:
                yield current
            current = ListEntry([piece.entry_of(marked.text)] if marked.text else [])
            if marked.place != expected:
                current.doubts.append(Doubt(piece.line, f"{_missing(marks, expected)} was not found before it"))
            expected = marked.place + 1
        elif current is not None:
            if piece.text.strip() and piece.text.strip() not in "-–—•●▪◦*·‣○":
                current.pieces.append(piece)
        else:
            yield ListEntry([piece], [Doubt(piece.line, "it stands before the first entry: is it one?")])
    if current:
        yield current


def _marked(piece: ReportPiece, style: _Style, expected: int) -> _Marked | None:
    if piece.rows:
        return None
    match style.marks:
        case "letters":
            return _lettered(piece, expected)
        case "numbers":
            return _numbered(piece, expected)
        case _:
            found = _BULLET.match(piece.text)
            if (not piece.bullet and not found) or (style.outer and _stands_in(piece, style.outer)):
                return None
            return _Marked(expected, piece.text[found.end() :] if found else piece.text)


def _stands_in(piece: ReportPiece, outer: ReportPiece) -> bool:
    """Whether a piece of a list stands in an entry of the outer one: deeper, or with a bullet where that counts."""
    return piece.bullet and (piece.depth > outer.depth or (outer.counted and not piece.counted))


def _lettered(piece: ReportPiece, expected: int) -> _Marked | None:
    text = _BULLET.sub("", piece.text)
    found = _LETTERED.match(text)
    if not found:
        return None
    said = found["a"] or found["b"]
    place = next((at for at in range(expected, expected + _FARTHEST) if letter(at) == said), None)
    return None if place is None else _Marked(place, text[found.end() :])


def _numbered(piece: ReportPiece, expected: int) -> _Marked | None:
    text = _BULLET.sub("", piece.text)
    found = _NUMBERED.match(text)
    if not found or not (mark_of(text) or text[0].isalpha() or found.end() == len(text)):
        return None
    place = int(found["number"]) - 1
    return _Marked(place, text[found.end() :]) if expected <= place < expected + _FARTHEST else None


def _missing(marks: Marks, place: int) -> str:
    return f"({letter(place)})" if marks == "letters" else str(place + 1)
