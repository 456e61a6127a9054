"""Which parts are so short that they share a page with the part before them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from omi_report.document.inlines import BreakInline, Inlines
from omi_report.document.printed import line, printed
from omi_report.document.tree import Block, FactsBlock, Part, TableBlock, TableRow
from omi_report.render.look import Edition

_LINE: Final[dict[Edition, int]] = {"standard": 84, "large-print": 54}
"""The characters of a line."""
_MOST: Final[dict[Edition, int]] = {"standard": 20, "large-print": 15}
"""The lines of about half a page."""
_BETWEEN = 0.5
"""The room between two paragraphs or rows, in lines."""
_HEADING = 4
"""The lines that the heading of a part takes."""


def is_short(part: Part, edition: Edition) -> bool:
    """Return whether a part takes less than about half a printed page.

    This is an estimate from its words; whether such a part fits on the page that it runs on to is found in the layout.
    """
    lines: float = _HEADING
    for each in _lines((*part.introduction, *part.blocks), _LINE[edition]):
        lines += each + _BETWEEN
        if lines > _MOST[edition]:
            return False
    return True


def _lines(blocks: tuple[Block, ...], width: int) -> Iterator[int]:
    """The lines of each paragraph, heading and row, if so many characters fit into one."""
    for block in blocks:
        if isinstance(block, TableBlock):
            yield 1 + bool(block.caption)
            yield from (_of_row(row, width // len(block.columns)) for group in block.groups for row in group.rows)
            yield from _lines(block.notes, width)
        elif isinstance(block, FactsBlock):  # a term stands beside what is said of it
            yield from (max(1, sum(_of_value(value, width) for value in fact.values)) for fact in block.facts)
        else:
            yield from (-(-len(text) // width) for text in printed((block,)) if text.strip())


def _of_row(row: TableRow, width: int) -> int:
    return max(-(-len(line(cell)) // width) for cell in (row.header, *(cell.children for cell in row.cells)))


def _of_value(value: Inlines, width: int) -> int:
    return sum(isinstance(each, BreakInline) for each in value) + -(-len(line(value)) // width)
