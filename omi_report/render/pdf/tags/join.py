"""Joining what was broken over lines, columns and pages.

WeasyPrint writes a tag for every piece of an element that the layout made. Two pieces are joined
only where they come from the very same element of the page, so two paragraphs never become one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from omi_report.render.pdf.tags.tree import Kid, TagNode, faded


def joined(kids: Iterable[Kid]) -> tuple[Kid, ...]:
    """Join the pieces of each element among ``kids``, and what they hold likewise.

    The first piece says where the element stands. A table's head is repeated on each page; only its
    first appearance is read, the others are artifacts (ISO 14289-1, 7.1: what is repeated to
    paginate is no content). Of a foot, the last appearance is read.
    """
    pieces: dict[object, list[Kid]] = {}
    for kid in kids:
        key = (kid.element, kid.tag) if isinstance(kid, TagNode) else object()
        pieces.setdefault(key, []).append(kid)
    return tuple(_one(each) for each in pieces.values())


def _one(kids: list[Kid]) -> Kid:
    """The pieces of one element as one; text and annotations come singly and stay as they are."""
    pieces = [kid for kid in kids if isinstance(kid, TagNode)]
    if not pieces:
        return kids[0]
    if pieces[0].tag == "thead":
        pieces = [pieces[0], *(_repeated(piece) for piece in pieces[1:])]
    elif pieces[0].tag == "tfoot":
        pieces = [*(_repeated(piece) for piece in pieces[:-1]), pieces[-1]]
    return replace(pieces[0], kids=joined(kid for piece in pieces for kid in piece.kids))


def _repeated(piece: TagNode) -> TagNode:
    return replace(piece, kids=tuple(faded(kid) for kid in piece.kids))
