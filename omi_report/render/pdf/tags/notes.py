"""Notes: each is read behind the reference to it, as a Note with an id (ISO 14289-1, 7.9).

The layout puts a note at the foot of a page, and its tag behind all others of the page. In the text it leaves an
element without words where the note was written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from omi_report.render.pdf.tags.tree import Kid, TagNode

_CALL = "span::footnote-call"
_CLASS = "footnote"
_LABEL = "note-label"


def is_note(node: TagNode) -> bool:
    """Say whether a node is a note."""
    return node.tag == "span" and node.attribute("class") == _CLASS


def put_back(kids: tuple[Kid, ...]) -> tuple[Kid, ...]:
    """Put the notes of all pages where they are referred to. ``kids`` are the elements of the whole document."""
    notes: dict[Any, TagNode] = {kid.element: kid for kid in kids if isinstance(kid, TagNode) and is_note(kid)}
    if not notes:
        return kids
    return tuple(_with_notes((kid for kid in kids if not (isinstance(kid, TagNode) and is_note(kid))), notes))


def _with_notes(kids: Iterable[Kid], notes: dict[Any, TagNode]) -> Iterator[Kid]:
    for kid in kids:
        if not isinstance(kid, TagNode):
            yield kid
        elif kid.tag != _CALL:
            yield replace(kid, kids=tuple(_with_notes(kid.kids, notes)))
        elif note := notes.pop(kid.element, None):
            yield note


def note(node: TagNode, inside: Callable[[Iterable[Kid]], tuple[Kid, ...]]) -> TagNode:
    """Make a Note with its label; ``inside`` shapes what it holds."""
    kids: list[Kid] = []
    for kid in node.kids:
        if isinstance(kid, TagNode) and kid.attribute("class") == _LABEL:
            kids.append(TagNode(kind="Lbl", kids=inside((kid,))))
        else:
            kids += inside((kid,))
    return replace(node, kind="Note", kids=tuple(kids), identifier=node.attribute("id"))


def reference(node: TagNode, link: TagNode) -> TagNode:
    """Return a link, as a Reference where it leads to a note."""
    return TagNode(kind="Reference", kids=(link,)) if node.attribute("role") == "doc-noteref" else link
