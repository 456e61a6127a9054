"""Which of the shares of a table is wrong, where all others are of one base."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from omi_report.lint.rules.figures.entries import decimal_places
from omi_report.model.facts import Breakdown, Portion


class Bases(NamedTuple):
    """The least and the most that a base can be; without ``high`` there is no most."""

    low: Fraction
    high: Fraction | None

    @property
    def is_empty(self) -> bool:
        """Whether there is no such base."""
        return self.high is not None and self.high < self.low

    def with_other(self, other: Bases) -> Bases:
        """Return what both can be."""
        highs = [high for high in (self.high, other.high) if high is not None]
        return Bases(max(self.low, other.low), min(highs) if highs else None)


ANY = Bases(Fraction(), None)


def bases_of(percent: Decimal, cases: int) -> Bases:
    """Return between what a base lies of which the cases are the share, rounded half up."""
    half = Fraction(1, 2 * 10 ** decimal_places(percent))
    low, high = Fraction(percent) - half, Fraction(percent) + half
    return Bases(100 * cases / high, 100 * cases / low if low > 0 else None)


def common(portions: Iterable[Portion]) -> Bases:
    """Return the bases that the shares of some rows can all be of."""
    found = ANY
    for portion in portions:
        if portion.cases is not None:
            found = found.with_other(bases_of(portion.percent, portion.cases))
    return found


def odd_portion(breakdown: Breakdown) -> Portion | None:
    """Return the row whose share is of another base than those of all others; None where it cannot be told.

    Of two rows that contradict each other the total tells which is right.
    """
    counted = [each for each in breakdown.portions if each.cases is not None]
    if len(counted) < 2 or not common(counted).is_empty:
        return None
    total = breakdown.whole
    given = ANY if total is None else Bases(Fraction(total), Fraction(total))
    odd = [
        each
        for each in counted
        if not common(other for other in counted if other is not each).with_other(given).is_empty
    ]
    return odd[0] if len(odd) == 1 else None
