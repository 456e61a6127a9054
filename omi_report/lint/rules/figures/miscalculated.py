"""OMI207: an entry's percentage is not that of its own count and base."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.rules.figures.entries import decimal_places, place_of, smallest_base
from omi_report.model.area import Named
from omi_report.problems import Problem, Rule, Severity
from omi_report.quantity import percent_text

RULE = Rule(
    "OMI207",
    "miscalculated-percentage",
    Severity.ERROR,
    "An entry states a percentage with a count and its base, and they do not give it (rounded half up); or a "
    "percentage with a count of which no base could give it.",
    "The report would print both, one sentence apart, and a reader with a pencil would find that one is wrong.",
    bad="home-visit-prompt: {percent: 45, count: 6, base: 13}",
    good="home-visit-prompt: {percent: 46, count: 6, base: 13}",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Compute the percentage of every entry that states all of it; OMI209 tells of a count above its base."""
    for named in inspection.percentages.values():
        percentage = named.percentage
        if percentage.percent is None or percentage.count is None:
            continue
        found = _fault(named, percentage.count, Fraction(percentage.percent), decimal_places(percentage.percent))
        if found:
            place, length = place_of(inspection, named, "percent")
            yield RULE.at(place, *found, length=length)


def _fault(named: Named, count: int, percent: Fraction, places: int) -> tuple[str, str] | None:
    base, stated = named.percentage.base, percent_text(percent, places)
    if base is not None and count > base:
        return None
    if base is None:
        if smallest_base(count, percent, places) is not None:
            return None
        return f"«{named.name}»: {count:,} is not {stated}% of any number", "correct the percentage or the count"
    computed = percent_text(Fraction(100 * count, base), places)
    if computed == stated:
        return None
    message = f"«{named.name}»: {count:,} of {base:,} is {computed}%, not {stated}%"
    return message, f"write percent: {computed}, or correct the count or its base"
