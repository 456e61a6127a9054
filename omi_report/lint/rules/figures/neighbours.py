"""Figures that state one fact together: a count with its percentage in brackets, «six of 13 cases (46%)»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from omi_report.lint.checked_text import CheckedText
from omi_report.lint.rules.figures.entries import smallest_base
from omi_report.lint.rules.figures.statements import FIGURE, Passage, Stated, passage_of, shown
from omi_report.quantity import percent_text


def neighbours(passage: Passage) -> tuple[tuple[Stated, Stated], ...]:
    """Return each percentage of a passage with the count or ratio that it stands beside, in that order."""
    return passage.text.remembered(_of_text) if len(passage.stated) > 1 else ()


def _of_text(text: CheckedText) -> tuple[tuple[Stated, Stated], ...]:
    passage = text.remembered(passage_of)
    return tuple(_neighbours(passage)) if passage else ()


def _neighbours(passage: Passage) -> Iterator[tuple[Stated, Stated]]:
    at = {stated.start: stated for stated in passage.stated}
    for match in _beside().finditer(passage.words):
        pair = at[match.start("first")], at[match.start("second")]
        percents = [stated for stated in pair if stated.form == "percent"]
        counts = [stated for stated in pair if stated.form in ("ratio", "number")]
        if percents and counts:
            yield percents[0], counts[0]


def disagree(percent: Stated, count: Stated) -> bool:
    """Say whether a count and its base give another percentage than the one that stands beside them."""
    if percent.name and percent.same_source == count.same_source:
        return False  # what an entry says of itself is the business of OMI207
    quantity, stated = count.quantity, percent.quantity
    if quantity.count is None or stated.percent is None:
        return False
    if not quantity.base:
        return 0 < stated.percent <= 100 and smallest_base(quantity.count, shown(stated), stated.places) is None
    computed = Fraction(100 * quantity.count, quantity.base)
    return percent_text(computed, stated.places) != percent_text(stated.percent, stated.places)


@cache
def _beside() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<first>{FIGURE})(?:\s+[\w'’-]+){{0,6}}\s*"
        rf"(?:\(\s*(?:(?:or|that\s+is),?\s+)?|,\s+(?:or|that\s+is,?|i\.e\.,?|which\s+(?:is|was)|namely)\s+)"
        rf"(?P<second>{FIGURE})(?=\s*(?:[),;:.]|$))"
    )
