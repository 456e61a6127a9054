"""OMI229: a difference in the performance table is not that of its two values."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from omi_report.lint.declaration import whole
from omi_report.lint.lazy import lazy_regex
from omi_report.lint.rules.figures.entries import place_at
from omi_report.lint.subject import Subject
from omi_report.problems import Problem, Rule, Severity
from omi_report.source.tree import Path

RULE = Rule(
    "OMI229",
    "wrong-difference",
    Severity.WARNING,
    "The difference that performance.yaml gives for a measure is not that of its actual and predicted values.",
    "It is the number on which the measure's grade rests.",
    bad="- {name: Reduce re-offending, actual: 10.3%, predicted: 9.2%, difference: 1.3%, grade: poor}",
    good="- {name: Reduce re-offending, actual: 10.3%, predicted: 9.2%, difference: 1.1%, grade: poor}",
)

_VALUE = lazy_regex(r"([-+−]?)\s*([0-9][0-9,]*(?:\.[0-9]+)?)\s*(%?)")
_FILE = "performance.yaml"


@whole
def check(subject: Subject) -> Iterator[Problem]:
    """Subtract. The sign is left alone: it depends on which way is better."""
    performance = subject.area.performance
    for index, domain in enumerate(performance.domains if performance else ()):
        for kind in ("metrics", "information"):
            for inner, metric in enumerate(getattr(domain, kind)):
                actual, predicted, stated = (
                    _value(text) for text in (metric.actual, metric.predicted, metric.difference)
                )
                if actual is None or predicted is None or stated is None:
                    continue
                # what was rounded in three places may differ by one in the last
                computed, unit = actual - predicted, Decimal(1).scaleb(_exponent(stated))
                if abs(abs(computed) - abs(stated)) > unit:
                    path: Path = ("domains", index, kind, inner, "difference")
                    place, length = place_at(subject, _FILE, path)
                    sign = "%" if "%" in (metric.difference or "") else ""
                    message = f"«{metric.name}»: {metric.actual} less {metric.predicted} is {computed}{sign}"
                    message += f", not {metric.difference}"
                    yield RULE.at(place, message, "correct the difference or one of the values", length=length)


def _value(text: str | None) -> Decimal | None:
    match = _VALUE.fullmatch(text.strip()) if text else None
    if match is None:
        return None
    value = Decimal(match[2].replace(",", ""))
    return -value if match[1] in ("-", "−") else value


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
