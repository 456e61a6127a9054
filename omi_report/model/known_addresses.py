"""Every address of a report that a link of a text may lead to."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.model.area import Area
from omi_report.model.criterion import criterion_number
from omi_report.model.facts import REPORT_SCOPE
from omi_report.model.outline import Outline, chart_id, criterion_id, section_id, table_id


def known_addresses(area: Area, outline: Outline) -> frozenset[str]:
    """Return the ids of the parts, criteria, findings, entries, boxes, tables and charts that a report prints."""
    return frozenset(_addresses(area, outline))


def _addresses(area: Area, outline: Outline) -> Iterator[str]:
    for placed in outline.parts:
        if not area.kinds[placed.part.kind].holds_criteria:
            yield placed.id
    if outline.has_criteria:
        yield from map(criterion_id, area.framework.criteria)
        yield from (section_id(section.number) for section in area.framework.sections)
        for findings in outline.placed.values():
            for finding in findings:
                yield from (finding.id, finding.place_id, *finding.address.also)
    for listed in (*outline.entries.values(), *outline.boxes.values()):
        for address in listed:
            yield from (address.id, *address.also)
    yield from map(table_id, outline.tables.values())
    yield from map(chart_id, outline.charts.values())
    for file, figures in area.ask(lambda kind: kind.figures):
        name = file.removesuffix(".yaml")
        if figures.scope not in (REPORT_SCOPE, name) and not criterion_number(file):
            yield f"{name}-{figures.scope}"
