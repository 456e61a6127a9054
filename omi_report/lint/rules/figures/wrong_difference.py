"""OMI229: a difference in a table is not that of its two values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.rules.figures.entries import place_at
from omi_report.model.facts import Measure
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI229",
    "wrong-difference",
    Severity.WARNING,
    "A column of a table is declared as the difference of two others, and in a row it is not.",
    "It is often the number on which a grade rests.",
    bad="- {name: Reduce re-offending, actual: 10.3%, predicted: 9.2%, difference: 1.3%}",
    good="- {name: Reduce re-offending, actual: 10.3%, predicted: 9.2%, difference: 1.1%}",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Subtract. The sign is left alone: it depends on which way is better."""
    for file, measure in inspection.area.ask(lambda kind: kind.measures):
        for keys in measure.differences:
            yield from _of_three(inspection, file, measure, keys)


def _of_three(inspection: Inspection, file: str, measure: Measure, keys: tuple[str, str, str]) -> Iterator[Problem]:
    given = measure.values
    stated, first, second = (_value(given.get(key)) for key in keys)
    if stated is None or first is None or second is None:
        return
    # what was rounded in three places may differ by one in the last
    computed, unit = first - second, Decimal(0) if measure.counted else Decimal(1).scaleb(_exponent(stated))
    if abs(abs(computed) - abs(stated)) > unit:
        place, length = place_at(inspection, file, (*measure.path, keys[0]))
        sign = "%" if "%" in given[keys[0]] else ""
        message = f"«{measure.name}»: {given[keys[1]]} less {given[keys[2]]} is {computed}{sign}, not {given[keys[0]]}"
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
