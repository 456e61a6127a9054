"""The lists of tables, charts and pictures, behind the contents."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from omi_report.document.later import listed, tree
from omi_report.document.part_kind import PartKind

if TYPE_CHECKING:
    from omi_report.document.context import BuildContext
    from omi_report.model.outline import PlacedPart

_LEVEL = 3


def _build(placed: PlacedPart, context: BuildContext) -> Iterator[tree.Part]:
    found = listed.listed(context.parts)
    lists = (
        (context.label("Tables"), found.tables),
        (context.label("Charts"), found.charts),
        (context.label("Pictures"), found.pictures),
    )
    blocks: list[tree.Block] = []
    for heading, entries in lists:
        if entries:
            blocks += (tree.HeadingBlock(_LEVEL, (heading,)), tree.ContentsBlock(entries, "displays"))
    yield context.part(placed, tuple(blocks))


KIND: PartKind[Any] = PartKind(id="tables-and-charts", order=41, lists_parts=True, build=_build)
