"""What happens after publication; it stands beside the recommendations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from omi_report.document.kinds import recommendations
from omi_report.document.part_kind import PartKind
from omi_report.model.facts import Lack
from omi_report.model.kinds import Contents


def _lacking(area: Contents) -> Iterator[Lack]:
    found = area.content(recommendations.KIND)
    if found is not None and found.next_steps is None:
        yield Lack(recommendations.KIND.file, f"{recommendations.KIND.file} has no next_steps")


KIND: PartKind[Any] = PartKind(id="next-steps", lacking=_lacking)
