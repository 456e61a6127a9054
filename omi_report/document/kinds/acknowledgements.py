"""Thanks, and the inspection team; both stand in area.yaml."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from omi_report.document.part_kind import PartKind
from omi_report.model.facts import Lack
from omi_report.model.kinds import Contents
from omi_report.source.places import IDENTITY_FILE


def _lacking(area: Contents) -> Iterator[Lack]:
    if area.identity.acknowledgements is None:
        yield Lack(IDENTITY_FILE, f"{IDENTITY_FILE} has no acknowledgements")


KIND: PartKind[Any] = PartKind(id="acknowledgements", lacking=_lacking)
