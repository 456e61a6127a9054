"""OMI230: the values of a measure of performance are not all percentages, or all numbers."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.lint.declaration import whole
from omi_report.lint.rules.figures.entries import place_at
from omi_report.lint.subject import Subject
from omi_report.model.files import Metric
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI230",
    "mixed-units",
    Severity.WARNING,
    "Some values of a measure in performance.yaml have a per cent sign, and one has none; or the other way round.",
    "A sign that was forgotten turns 96% into a number that nobody can compare.",
    bad="- {name: Victim contact, actual: 82, target: 85%, national: 93%, grade: poor}",
    good="- {name: Victim contact, actual: 82%, target: 85%, national: 93%, grade: poor}",
)

_FILE = "performance.yaml"
_VALUES = ("actual", "target", "national", "previous", "predicted", "difference")


@whole
def check(subject: Subject) -> Iterator[Problem]:
    """Find the one value of a measure that is not written as its others are."""
    performance = subject.area.performance
    for index, domain in enumerate(performance.domains if performance else ()):
        for kind in ("metrics", "information"):
            for inner, metric in enumerate(getattr(domain, kind)):
                key = _odd_one(metric)
                if key:
                    place, length = place_at(subject, _FILE, ("domains", index, kind, inner, key))
                    value = getattr(metric, key)
                    has, others = ("a", "none") if "%" in value else ("no", "one")
                    message = f"«{metric.name}»: {value} has {has} per cent sign, and its other values have {others}"
                    hint = f"write {value.rstrip(' %')}" if "%" in value else f"write {value}%"
                    yield RULE.at(place, message, hint, length=length)


def _odd_one(metric: Metric) -> str:
    """The key of the only value with, or without, a sign; empty where there is no such value."""
    values = {key: getattr(metric, key) or "" for key in _VALUES}
    numbers = {key: value for key, value in values.items() if value.rstrip(" %")[-1:].isdigit()}
    signed = [key for key, value in numbers.items() if "%" in value]
    bare = [key for key in numbers if key not in signed]
    few, many = sorted((signed, bare), key=len)
    return few[0] if len(few) == 1 and len(many) > 1 else ""
