"""OMI229: a difference in the performance table is not that of its two values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.rules.figures.entries import place_at
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI229",
    "wrong-difference",
    Severity.WARNING,
    "The difference that performance.yaml gives for a measure is not that of its actual and predicted values.",
    "It is the number on which the measure's grade rests.",
    bad="- {name: Reduce re-offending, actual: 10.3%, predicted: 9.2%, difference: 1.3%, grade: poor}",
    good="- {name: Reduce re-offending, actual: 10.3%, predicted: 9.2%, difference: 1.1%, grade: poor}",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Subtract. The sign is left alone: it depends on which way is better."""
    for file, measure in inspection.area.ask(lambda kind: kind.measures):
        given = measure.values
        actual, predicted, stated = (_value(given.get(key)) for key in ("actual", "predicted", "difference"))
        if actual is None or predicted is None or stated is None:
            continue
        # what was rounded in three places may differ by one in the last
        computed, unit = actual - predicted, Decimal(1).scaleb(_exponent(stated))
        if abs(abs(computed) - abs(stated)) > unit:
            place, length = place_at(inspection, file, (*measure.path, "difference"))
            sign = "%" if "%" in given["difference"] else ""
            message = f"«{measure.name}»: {given['actual']} less {given['predicted']} is {computed}{sign}"
            message += f", not {given['difference']}"
            yield RULE.at(place, message, "correct the difference or one of the values", length=length)


def _value(text: str | None) -> Decimal | None:
    match = _written_value().fullmatch(text.strip()) if text else None
    if match is None:
        return None
    value = Decimal(match[2].replace(",", ""))
    return -value if match[1] in ("-", "−") else value


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


@cache
def _written_value() -> re.Pattern[str]:
    return re.compile(r"([-+−]?)\s*([0-9][0-9,]*(?:\.[0-9]+)?)\s*(%?)")
