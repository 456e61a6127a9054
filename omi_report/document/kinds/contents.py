"""The list of parts, sections and criteria."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from omi_report.document.later import inlines, tree
from omi_report.document.part_kind import PartKind

if TYPE_CHECKING:
    from omi_report.document.context import BuildContext
    from omi_report.model.outline import PlacedPart


_SHORT = 5
"""Numbers of more characters (QI 1.1) need a wider column."""


def _build(placed: PlacedPart, context: BuildContext) -> Iterator[tree.Part]:
    entries = tuple(_entry(part) for part in context.parts)
    longest = max((len(inner.label) for entry in entries for inner in entry.entries), default=0)
    yield context.part(placed, (tree.ContentsBlock(entries, "long-numbers" if longest > _SHORT else ""),))


def _entry(part: tree.Part) -> tree.ContentsEntry:
    below = (block for block in part.blocks if isinstance(block, tree.DivisionBlock) and block.label)
    return tree.ContentsEntry(
        id=part.id,
        heading=part.heading,
        label=part.label,
        number=part.number,
        appendix=part.appendix,
        entries=tuple(_inner(block) for block in below),
        rating=_rating(part.blocks),
    )


def _inner(block: tree.DivisionBlock) -> tree.ContentsEntry:
    return tree.ContentsEntry(block.id, block.heading, block.label, block.label, rating=_rating(block.lead))


def _rating(blocks: tree.Blocks) -> inlines.RatingInline | None:
    """What a judgement among some blocks comes to."""
    judged = (block for block in blocks if isinstance(block, tree.JudgementBlock))
    found = (inline for block in judged for inline in (*block.rating, *block.value))
    return next((inline for inline in found if isinstance(inline, inlines.RatingInline)), None)


KIND: PartKind[Any] = PartKind(
    id="contents", order=40, in_contents=False, lists_parts=True, part_keys=frozenset({"heading"}), build=_build
)
