"""Figures that state one fact together: a count with its percentage in brackets, «six of 13 cases (46%)»."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from omi_report.lint.lazy import lazy_regex
from omi_report.lint.rules.figures.entries import smallest_base
from omi_report.lint.rules.figures.statements import FIGURE, Passage, Stated, shown
from omi_report.quantity import percent_text

_BESIDE = lazy_regex(
    rf"(?P<first>{FIGURE})(?:\s+[\w'’-]+){{0,6}}\s*"
    rf"(?:\(\s*(?:(?:or|that\s+is),?\s+)?|,\s+(?:or|that\s+is,?|i\.e\.,?|which\s+(?:is|was)|namely)\s+)"
    rf"(?P<second>{FIGURE})(?=\s*(?:[),;:.]|$))"
)


@lru_cache(maxsize=1024)
def neighbours(passage: Passage) -> tuple[tuple[Stated, Stated], ...]:
    """Return each percentage of a passage with the count or ratio that it stands beside, in that order."""
    return tuple(_neighbours(passage)) if len(passage.stated) > 1 else ()


def _neighbours(passage: Passage) -> Iterator[tuple[Stated, Stated]]:
    at = {stated.start: stated for stated in passage.stated}
    for match in _BESIDE.finditer(passage.text):
        pair = at[match.start("first")], at[match.start("second")]
        percents = [stated for stated in pair if stated.form == "percent"]
        counts = [stated for stated in pair if stated.form in ("ratio", "number")]
        if percents and counts:
            yield percents[0], counts[0]


def disagree(percent: Stated, count: Stated) -> bool:
    """Say whether a count is another percentage of its base than the one that stands beside it."""
    if percent.name and percent.same_source == count.same_source:
        return False  # what an entry says of itself is the business of OMI207
    quantity, stated = count.quantity, percent.quantity
    if quantity.count is None or stated.percent is None:
        return False
    if not quantity.base:
        return 0 < stated.percent <= 100 and smallest_base(quantity.count, shown(stated), stated.places) is None
    computed = Fraction(100 * quantity.count, quantity.base)
    return percent_text(computed, stated.places) != percent_text(stated.percent, stated.places)
