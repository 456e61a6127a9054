"""A part of the framework's standard wording: headed passages, the same in every report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from omi_report.document.later import tree
from omi_report.document.part_kind import PartKind
from omi_report.model.facts import PartFault
from omi_report.model.kinds import PART_KEYS

if TYPE_CHECKING:
    from omi_report.document.context import BuildContext
    from omi_report.model.framework import Framework, FrameworkPart
    from omi_report.model.outline import PlacedPart


def _build(placed: PlacedPart, context: BuildContext) -> Iterator[tree.Part]:
    passages = (
        (tree.HeadingBlock(3, (block.heading,)), *context.text(block.text, level=4)) for block in placed.part.blocks
    )
    yield context.part(placed, *passages)


def _faults(part: FrameworkPart, _framework: Framework) -> Iterator[PartFault]:
    if not part.text and not part.blocks:
        yield PartFault(("kind",), f"the part «{part.name}» would be empty", "give it a «text» or «blocks»")


KIND: PartKind[Any] = PartKind(
    id="standard-text", order=150, repeats=True, part_keys=PART_KEYS | {"blocks"}, part_faults=_faults, build=_build
)
