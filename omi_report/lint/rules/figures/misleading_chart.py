"""OMI266: a chart shows what may mislead its readers."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.model.shape import find_value
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI266",
    "misleading-chart",
    Severity.WARNING,
    "The bars of a stacked chart are made of the figures of several years.",
    "A bar of the pupils of 2021 and of 2025 is twice as long as the school is large: most of them are in both.",
    bad="form: stacked\ndata: {table: rolls, columns: [in-2025, in-2021]}",
    good="form: dots\ndata: {table: rolls, columns: [in-2025, in-2021]}",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Look at what the kinds of part doubt of their files."""
    area = inspection.area
    for file, kind, content in area.contents():
        for doubt in kind.doubts(content, area):
            source = area.files[file]
            value = find_value(source, doubt.path) or ""
            yield RULE.at(source.at(doubt.path), doubt.message, doubt.hint, length=len(value) or 1)
