"""The places of a report that somebody can comment on: all that has an address, with the words that stand there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from omi_report.document.tree import Document
from omi_report.review.nodes import ReportNode
from omi_report.review.places import place_of

AT_ONCE: Final = 1_500
"""So many characters of a place are one piece. What is longer falls into its paragraphs, rows and headings: nobody
says of a whole chapter what is wrong in it, and no row of a sheet is as high."""
ALONE: Final = 120
"""A heading, a row or another piece of fewer characters is put to the one before it at the same place."""
TOGETHER: Final = 600
"""So many characters are put together at most."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that somebody reads at once, such as a finding: where they stand in words, and the address of the place.

    ``also`` are more addresses of the same place, and ``stays`` says whether the address stays with what it leads to
    from one draft to the next. No word of the report stands in two pieces.
    """

    address: str
    also: tuple[str, ...]
    stays: bool
    where: str
    words: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place of a report with an address: its pieces, without those of the places in it that have their own."""

    address: str
    also: tuple[str, ...]
    stays: bool
    where: str
    pieces: tuple[str, ...]

    @property
    def words(self) -> str:
        """All its words."""
        return "\n".join(self.pieces)

    @property
    def addresses(self) -> tuple[str, ...]:
        """Every address that leads to it."""
        return (self.address, *self.also)


def pieces_of(document: Document) -> tuple[Piece, ...]:
    """Return the pieces of a report in its order. Each place has a name in words that no other place has."""
    root = ReportNode(document)
    return tuple(_told_apart(_without_scraps(_pieces(root, root))))


def places_of(document: Document) -> tuple[Place, ...]:
    """Return the places of a report in the order of their first words."""
    by_address: dict[str, list[Piece]] = {}
    for piece in pieces_of(document):
        by_address.setdefault(piece.address, []).append(piece)
    return tuple(
        Place(address, pieces[0].also, pieces[0].stays, pieces[0].where, tuple(each.words for each in pieces))
        for address, pieces in by_address.items()
    )


def _pieces(node: ReportNode, home: ReportNode) -> Iterator[Piece]:
    """The pieces of a node and of all below it; ``home`` is the nearest node with an address that it stands in."""
    home = node if getattr(node.value, "id", "") else home
    below = [each for slot in node.slots for each in slot]
    if not below or (len(node.text) <= AT_ONCE and not _holds_addresses(below)):
        yield from _piece(node, node.text, home)
        return
    yield from _piece(node, "\n".join(each for each in node.own_text if each), home)
    for each in below:
        yield from _pieces(each, home)


def _holds_addresses(nodes: Iterable[ReportNode]) -> bool:
    return any(getattr(each.value, "id", "") for node in nodes for each in node.walk())


def _piece(node: ReportNode, words: str, home: ReportNode) -> Iterator[Piece]:
    address: str = getattr(home.value, "id", "")
    if address and words.strip():
        where = place_of(node, short=True).strip() or address
        yield Piece(address, getattr(home.value, "also", ()), home.key == address, where, words.strip())


def _without_scraps(pieces: Iterable[Piece]) -> Iterable[Piece]:
    """Put what is short to the piece before it at the same place."""
    found: list[Piece] = []
    last: dict[str, int] = {}
    for piece in pieces:
        at = last.get(piece.address)
        before = found[at].words if at is not None else ""
        if at is not None and min(len(before), len(piece.words)) < ALONE and len(before) + len(piece.words) < TOGETHER:
            found[at] = replace(found[at], words=f"{before}\n{piece.words}")
        else:
            last[piece.address] = len(found)
            found.append(piece)
    return found


def _told_apart(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Add the address to the name of a place that another place has as well."""
    taken: dict[str, str] = {}
    for _address, group in groupby(pieces, key=lambda each: each.address):
        for piece in group:
            if taken.setdefault(piece.where, piece.address) == piece.address:
                yield piece
            else:
                yield replace(piece, where=f"{piece.where} [{piece.address}]")
