"""Finding things in a report."""

from __future__ import annotations

from typing import TypeVar

from omi_report.document.tree import Block, Blocks, DivisionBlock, Document, Part

B = TypeVar("B", bound=Block)


def part_of(document: Document, kind: str) -> Part:
    """Return the first part of a kind."""
    return next(part for part in document.parts if part.kind == kind)


def of_type(blocks: Blocks, kind: type[B]) -> list[B]:
    """Return the blocks of a type."""
    return [block for block in blocks if isinstance(block, kind)]


def criterion_of(document: Document, number: str) -> DivisionBlock:
    """Return a criterion by its number."""
    divisions = (block for part in document.parts for block in of_type(part.blocks, DivisionBlock))
    return next(division for division in divisions if division.label == number)
