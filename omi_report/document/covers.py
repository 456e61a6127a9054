"""The head of a document that is no report: what it is called, in the look that the cover of a report has."""

from __future__ import annotations

from omi_report.document.kinds import PART_KINDS
from omi_report.document.tree import Blocks, HeadingBlock, ParagraphBlock, Part


def cover(title: str, programme: str, blocks: Blocks) -> Part:
    """Return the first part of a document, with its title, the programme over it and blocks under it."""
    kind = next(kind for kind in PART_KINDS.values() if kind.comes_first and kind.names_itself)
    head = (ParagraphBlock((programme,), role="programme"), HeadingBlock(1, (title,)))
    return Part(kind.id, kind.id, title, (*head, *blocks))
