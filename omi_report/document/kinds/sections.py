"""The sections: each criterion, and what was found against it."""

from __future__ import annotations

from typing import Any

from omi_report.document.kinds import performance
from omi_report.document.part_kind import PartKind
from omi_report.model.kinds import Contents


def _tables(area: Contents) -> list[str]:
    shown = any(definition.shows_performance for definition in area.framework.criteria.values())
    return ["performance-summary"] if shown and area.content(performance.KIND) else []


KIND: PartKind[Any] = PartKind(id="sections", holds_criteria=True, tables=_tables)
