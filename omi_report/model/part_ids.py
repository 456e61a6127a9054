"""Finding parts whose id is already the address of something else in the report."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.model import shape_rules as rules
from omi_report.model.area import Area
from omi_report.model.outline import Outline, chart_id, outline_of, section_id, table_id
from omi_report.problems import Problem

PAGE_IDS = frozenset({"main", "report-figures"})
"""The ids of a page that are there whatever the report holds."""


def clashing_parts(area: Area) -> Iterator[Problem]:
    """Find the parts of a framework that have the address of something else."""
    outline = outline_of(area)
    taken = _taken(area, outline)
    for placed in outline.parts:
        at = area.framework.parts.index(placed.part)
        if not placed.appendix and placed.id in taken:
            place = area.in_framework(("parts", at, "id"))
            message = f"the part «{placed.id}» has the address of something else in the report"
            yield rules.INCONSISTENT_FRAMEWORK.at(place, message, "give it another id", length=len(placed.id))
        if area.framework_file and area.kind_of(placed.part).file == area.framework_file:
            place = area.at(area.framework_file, ("parts", at, "id"))
            message = f"the file {area.framework_file} would be this part's, and it is that of the framework"
            yield rules.INCONSISTENT_FRAMEWORK.at(place, message, "give it another id", length=len(placed.part.name))


def _taken(area: Area, outline: Outline) -> frozenset[str]:
    shown = [table_id(number) for number in outline.tables.values()]
    shown += [chart_id(number) for number in outline.charts.values()]
    listings = [*outline.entries.values(), *outline.boxes.values()]
    entries = [address for listed in listings for address in listed]
    return PAGE_IDS.union(
        (section_id(section.number) for section in area.framework.sections),
        shown,
        (f"{each}-caption" for each in shown),
        (name for address in entries for name in (address.id, *address.also)),
        (placed.id for placed in outline.parts if placed.appendix),
    )
