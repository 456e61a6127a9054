"""OMI240: a percentage looks like the share that a spreadsheet holds."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.rules.figures.entries import decimal_places, place_of
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI240",
    "decimal-for-per-cent",
    Severity.WARNING,
    "An entry of percentages that answers a question is under 1 and has two decimal places.",
    "A spreadsheet shows 46% and holds 0.46; copied as a plain number, the report would print less than one per cent.",
    bad="plan-on-time: {percent: 0.46, question: 1.5.10}",
    good="plan-on-time: {percent: 46, question: 1.5.10}",
)


_PLACES = 2


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Find the percentages between nothing and one."""
    for named in inspection.percentages.values():
        percent = named.percentage.percent
        if percent is None or not 0 < percent < 1 or decimal_places(percent) < _PLACES:
            continue
        times = f"{(percent * 100).normalize():f}"
        place, length = place_of(inspection, named, "percent")
        message = f"«{named.name}»: {percent} per cent is less than one in a hundred"
        yield RULE.at(place, message, f"if it is a share from a spreadsheet, write {times}", length=length)
