"""The boxes of a file as blocks of the report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from omi_report.document.later import tree
from omi_report.model.boxes import boxes_of
from omi_report.model.facts import REPORT_SCOPE

if TYPE_CHECKING:
    from omi_report.document.context import BuildContext
    from omi_report.model.record import Record


def box_blocks(
    content: Record, file: str, context: BuildContext, *, level: int, scope: str = REPORT_SCOPE
) -> Iterator[tree.BoxBlock]:
    """Yield the boxes that a file holds. ``level`` is that of their headings, ``scope`` that of their figures."""
    kinds = {kind.id: kind for kind in context.area.framework.boxes}
    for box, address in zip(boxes_of(content), context.outline.boxes.get(file, ()), strict=True):
        kind, text = kinds[box.kind], context.text(box.text, scope, level + 1)
        yield tree.BoxBlock(kind.id, kind.side, level, kind.name, text, box.title or "", address.id, address.also)
