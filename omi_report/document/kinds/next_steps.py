"""What happens after publication; it stands beside the recommendations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from omi_report.document.kinds import recommendations
from omi_report.document.later import tree
from omi_report.document.part_kind import PartKind
from omi_report.model.facts import Lack
from omi_report.model.kinds import Contents

if TYPE_CHECKING:
    from omi_report.document.context import BuildContext
    from omi_report.model.outline import PlacedPart


def _lacking(area: Contents) -> Iterator[Lack]:
    found = area.content(recommendations.KIND)
    if found is None or found.next_steps is None:
        yield Lack(recommendations.KIND.file, f"{recommendations.KIND.file} has no next_steps")


def _build(placed: PlacedPart, context: BuildContext) -> Iterator[tree.Part]:
    found = context.area.content(recommendations.KIND)
    yield context.part(placed, context.text(found.next_steps if found else None))


KIND: PartKind[Any] = PartKind(
    id="next-steps",
    order=90,
    lacking=_lacking,
    prints=((recommendations.KIND.file, "next_steps"),),
    build=_build,
)
