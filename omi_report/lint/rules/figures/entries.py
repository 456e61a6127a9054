"""Entries of ``percentages``: which cases they are about, how many of these there are, and where the entry stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from omi_report.inspection import Inspection, remembered
from omi_report.model.area import Named
from omi_report.problems import Location
from omi_report.source.tree import Path, Scalar, find

Cases: TypeAlias = tuple[tuple[str, tuple[str, ...]], ...]
"""Which cases a figure is about: the values of each attribute that narrows them, in order."""


def place_of(inspection: Inspection, named: Named, key: str) -> tuple[Location, int]:
    """Return where a value of an entry stands, and its length; the short form is one value."""
    path: Path = (*named.path, key)
    return place_at(inspection, named.file, path)


def place_at(inspection: Inspection, file: str, path: Path) -> tuple[Location, int]:
    """Return where the value at a path stands, and its length."""
    source = inspection.area.files.get(file)
    node = find(source.root, path) if source and source.root is not None else None
    length = len(node) + 2 * (node.style in ("'", '"')) if isinstance(node, Scalar) else 1
    return inspection.area.at(file, path), length


def is_of_cases(inspection: Inspection, named: Named) -> bool:
    """Say whether a figure answers a question about cases (and not one of a survey)."""
    percentage = named.percentage
    return percentage.survey is None and percentage.question in inspection.framework.questions


def cases_of(inspection: Inspection, named: Named) -> Cases:
    """Return which cases a figure is about: those of its question, narrowed by its own ``where``."""
    framework, percentage = inspection.area.framework, named.percentage
    question = framework.questions.get(percentage.question or "") if percentage.survey is None else None
    attributes = framework.attributes_of(percentage.survey)
    narrowed = dict(question.applies_to) if question else {}
    for attribute, values in percentage.where.items():
        before = narrowed.get(attribute, values)
        narrowed[attribute] = tuple(value for value in values if value in before) or values
    return tuple(
        (attribute, tuple(sorted(values)))
        for attribute, values in sorted(narrowed.items())
        if attribute not in attributes or set(values) != set(attributes[attribute].ids)
    )


def sample_of(inspection: Inspection, named: Named) -> tuple[int, str] | None:
    """Return how many cases of a figure's kind are in the sample, and what they are called.

    None where the figure is not about cases, or where the sample does not say.
    """
    sample = inspection.area.identity.sample
    if not sample or not is_of_cases(inspection, named):
        return None
    kinds = dict(cases_of(inspection, named)).get(inspection.framework.sample_by)
    if kinds is None:
        return inspection.area.identity.cases, "%(terms_case)s"
    if any(kind not in sample for kind in kinds):
        return None
    return sum(sample[kind] for kind in kinds), f"{' and '.join(kinds)} %(terms_case)s"


@remembered
def by_question(inspection: Inspection) -> dict[tuple[str, str], list[Named]]:
    """Return the figures that state something, by their survey (or "") and their question."""
    groups: dict[tuple[str, str], list[Named]] = defaultdict(list)
    for named in inspection.percentages.values():
        if named.percentage.question is not None and named.percentage.is_stated:
            groups[named.percentage.survey or "", named.percentage.question].append(named)
    return groups


def smallest_base(count: int, percent: Fraction, places: int) -> int | None:
    """Return the smallest base of which a count is a percentage, rounded half up; None where there is none."""
    half = Fraction(1, 2 * 10**places)
    low, high = percent - half, percent + half
    if count == 0:
        return 1 if low <= 0 else None
    # low <= 100 * count / base < high; the share falls as the base grows, so the first base decides
    base = max(count, 100 * count * high.denominator // high.numerator + 1)
    return base if Fraction(100 * count, base) >= low else None


def is_over_the_whole(shares: Iterable[tuple[Fraction, int]]) -> bool:
    """Say whether rounded shares come to more than 100 per cent, by more than their rounding explains.

    Each share comes with the number of its decimal places.
    """
    total, slack = Fraction(), Fraction()
    for percent, places in shares:
        total += percent
        slack += Fraction(1, 2 * 10**places)
    return total - 100 >= slack


def decimal_places(percent: Decimal) -> int:
    """Return the number of decimal places that a percentage is given with."""
    exponent = percent.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
