"""The scores: a chart of the criteria, a table of the grades, a table for each thread."""

from __future__ import annotations

from typing import Any

from omi_report.document.part_kind import PartKind
from omi_report.model.kinds import Contents


def _tables(area: Contents) -> list[str]:
    graded = any(section.judged_by == "grade" for section in area.framework.sections)
    return [*(["grades"] if graded else []), *(thread.id for thread in area.framework.threads)]


def _charts(area: Contents) -> list[str]:
    return ["scores"] if any(section.judged_by == "cases" for section in area.framework.sections) else []


KIND: PartKind[Any] = PartKind(id="scores", tables=_tables, charts=_charts)
