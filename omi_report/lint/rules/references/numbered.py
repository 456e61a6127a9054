"""What a number in a text can stand for: the criterion, section, appendix, table or chart of that number."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from omi_report.inspection import Inspection


class Target(NamedTuple):
    """Something with a number: the role and the name that refer to it, and its title where it has one."""

    role: str
    name: str
    title: str = ""

    @property
    def written(self) -> str:
        """The reference without the title, as a text has it."""
        return f"{{{self.role}}}`{self.name}`" if self.role in ("table", "chart") else f"{{{self.role}}}`~{self.name}`"


@lru_cache(maxsize=1)
def targets_by_number(inspection: Inspection) -> dict[tuple[str, str], Target]:
    """Return everything in the report that has a number, by its role and number."""
    framework, outline = inspection.framework, inspection.outline
    found: list[tuple[str, Target]] = []
    if outline.has_criteria:
        found += [(number, Target("criterion", number, each.title)) for number, each in framework.criteria.items()]
        found += [(each.number, Target("section", each.number, each.title)) for each in framework.sections]
    found += [
        (str(placed.appendix), Target("appendix", placed.part.name, placed.part.heading or ""))
        for placed in outline.parts
        if placed.appendix
    ]
    found += [(str(number), Target("table", name)) for name, number in outline.tables.items()]
    found += [(str(number), Target("chart", name)) for name, number in outline.charts.items()]
    return {(target.role, number): target for number, target in found}
