"""OMI230: the figures of a row, as somebody else printed them, are not all percentages, or all numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.rules.figures.entries import place_at
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI230",
    "mixed-units",
    Severity.WARNING,
    "Some figures of a row that a table gives as they were printed have a per cent sign, and one has none; or the "
    "other way round.",
    "A sign that was forgotten turns 96% into a number that nobody can compare.",
    bad="- {name: Victim contact, actual: 82, target: 85%, national: 93%, grade: poor}",
    good="- {name: Victim contact, actual: 82%, target: 85%, national: 93%, grade: poor}",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Find the one value of a measure that is not written as its others are."""
    for file, measure in inspection.area.ask(lambda kind: kind.measures):
        key = _odd_one(measure.values)
        if key:
            place, length = place_at(inspection, file, (*measure.path, key))
            value = measure.values[key]
            has, others = ("a", "none") if "%" in value else ("no", "one")
            message = f"«{measure.name}»: {value} has {has} per cent sign, and its other values have {others}"
            hint = f"write {value.rstrip(' %')}" if "%" in value else f"write {value}%"
            yield RULE.at(place, message, hint, length=length)


def _odd_one(values: Mapping[str, str]) -> str:
    """The key of the only value with, or without, a sign; empty where there is no such value."""
    numbers = {key: value for key, value in values.items() if value.rstrip(" %")[-1:].isdigit()}
    signed = [key for key, value in numbers.items() if "%" in value]
    bare = [key for key in numbers if key not in signed]
    few, many = sorted((signed, bare), key=len)
    return few[0] if len(few) == 1 and len(many) > 1 else ""
