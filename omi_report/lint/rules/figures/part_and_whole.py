"""OMI213: figures about parts of the cases do not fit the figure about all of them."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TypeAlias

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.rules.figures.entries import by_question, cases_of, place_of
from omi_report.lint.rules.figures.statements import percent_of
from omi_report.model.area import Named
from omi_report.problems import Problem, Rule, Severity
from omi_report.quantity import Quantity

RULE = Rule(
    "OMI213",
    "part-and-whole",
    Severity.WARNING,
    "A question's figures about parts of the cases, such as licences and community orders, do not fit its figure "
    "about all of them: the parts count more cases, or all of them lie above it or below it.",
    "A whole lies between its parts, so one of the figures, or the kind of case that it is said to be about, is wrong.",
    bad="""\
plan-format: {percent: 95, question: 1.2.10}
community-plan-format: {percent: 76, question: 1.2.10, where: {case_type: community}}
licence-plan-format: {percent: 89, question: 1.2.10, where: {case_type: licence}}
""",
    good="""\
plan-format: {percent: 82, question: 1.2.10}
community-plan-format: {percent: 76, question: 1.2.10, where: {case_type: community}}
licence-plan-format: {percent: 89, question: 1.2.10, where: {case_type: licence}}
""",
)


Parts: TypeAlias = list[tuple[Named, set[str]]]
"""Figures about parts of the cases, each with the values of the attribute by which its cases differ."""


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Compare each figure with the figures of the same question that are about parts of its cases."""
    for (survey, _question), group in by_question(inspection).items():
        if len(group) < 2:
            continue
        attributes = inspection.framework.attributes_of(survey or None)
        cases = [(named, dict(cases_of(inspection, named))) for named in group]
        for total, total_cases in cases:
            for attribute, known in attributes.items():
                every = set(total_cases.get(attribute, known.ids))
                parts = [
                    (named, set(narrowed[attribute]))
                    for named, narrowed in cases
                    if attribute in narrowed and _is_part(total_cases, narrowed, attribute, every)
                ]
                yield from _compare(inspection, total, parts, every, complete=not survey)


def _is_part(
    whole: dict[str, tuple[str, ...]], part: dict[str, tuple[str, ...]], attribute: str, every: set[str]
) -> bool:
    """Say whether cases differ from those of the whole by fewer values of one attribute."""
    others = {key: values for key, values in part.items() if key != attribute}
    return others == {key: values for key, values in whole.items() if key != attribute} and set(part[attribute]) < every


def _compare(
    inspection: Inspection, whole: Named, parts: Parts, every: set[str], *, complete: bool
) -> Iterator[Problem]:
    """Hold a figure against its parts. Where these are not ``complete``, the whole may hold others beside them."""
    covered = [value for _named, values in parts for value in values]
    if not parts or len(covered) > len(set(covered)):
        return  # parts that overlap say nothing about the whole together
    known = [quantity for named, _values in parts if (quantity := _quantity(inspection, named))]
    total = _quantity(inspection, whole)
    if total is None or len(known) < len(parts):
        return
    for key, what, of_parts in (("count", "counts", "count"), ("base", "is of", "are of")):
        number, together = getattr(total, key), sum(getattr(each, key) or 0 for each in known)
        if number is not None and together > number:
            yield _problem(inspection, whole, key, f"{what} {number:,}, and its parts {of_parts} {together:,}", parts)
            return
    if complete and set(covered) == every and len(parts) > 1 and not _lies_between(total, known):
        ends = sorted(known, key=lambda each: each.percent or 0)
        between = f"{percent_of(ends[0])} and {percent_of(ends[-1])}"
        yield _problem(inspection, whole, "percent", f"is {percent_of(total)}, and its parts between {between}", parts)


def _quantity(inspection: Inspection, named: Named) -> Quantity | None:
    quantity = inspection.figures[named.full_name]
    return quantity if isinstance(quantity, Quantity) else None


def _lies_between(total: Quantity, parts: list[Quantity]) -> bool:
    percents = [each.percent for each in parts if each.percent is not None]
    if total.percent is None or len(percents) < len(parts):
        return True
    rounding = Fraction(1, 10 ** min(each.places for each in (total, *parts)))
    return min(percents) - rounding <= total.percent <= max(percents) + rounding


def _problem(inspection: Inspection, whole: Named, key: str, fault: str, parts: Parts) -> Problem:
    place, length = place_of(inspection, whole, key)
    names = ", ".join(f"«{named.name}»" for named, _values in parts)
    return RULE.at(place, f"«{whole.name}» {fault}", f"compare it with {names}", length=length)
