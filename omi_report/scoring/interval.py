"""How far a proportion of a sample may lie from that of all cases: the Wilson score interval, and the exact one.

Wilson, E. B. (1927), «Probable inference, the law of succession, and statistical inference»,
Journal of the American Statistical Association 22, 209-212. It keeps to 0 to 100 per cent and holds
for small bases, where the usual interval does not.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

Z_95 = 1.959963984540054
"""The normal deviate that leaves 2.5 per cent in each tail."""


class Interval(NamedTuple):
    """Both ends of an interval, in per cent."""

    low: float
    high: float


def wilson(count: float, base: float, z: float = Z_95) -> Interval:
    """Return the interval for ``count`` of ``base``, with 95 per cent confidence. The base is not 0.

    Neither need be whole: they may stand for a proportion and the number of independent answers that vary as it does.
    """
    proportion, spread = count / base, z * z / base
    centre = proportion + spread / 2
    half = z * math.sqrt(proportion * (1 - proportion) / base + spread / (4 * base))
    low, high = (centre - half) / (1 + spread), (centre + half) / (1 + spread)
    # Where no case, or every case, is above the line, an end is 0 or 1 exactly but for the last digits.
    return Interval(100 * max(0.0, low) if count else 0.0, 100 * min(1.0, high) if count < base else 100.0)


def clopper_pearson(least: int, most: int, base: int, error: float = 0.05) -> Interval:
    """Return the exact interval for a count of ``base`` that is at least ``least`` and at most ``most``.

    Where a count is known, both are the count. Clopper, C. J. and Pearson, E. S. (1934), «The use of confidence or
    fiducial limits illustrated in the case of the binomial», Biometrika 26, 404-413. In 95 of 100 samples and more it
    holds what is looked for, however small the base is. The base is not 0.
    """
    low = 0.0 if not least else _where(lambda p: _at_least(least, base, p), error / 2)
    high = 1.0 if most >= base else 1 - _where(lambda p: _at_least(base - most, base, p), error / 2)
    return Interval(100 * low, 100 * high)


def _where(rising: Callable[[float], float], wanted: float) -> float:
    """The place between 0 and 1 at which a rising function has a value."""
    low, high = 0.0, 1.0
    for _step in range(60):
        middle = (low + high) / 2
        low, high = (low, middle) if rising(middle) > wanted else (middle, high)
    return (low + high) / 2


def _at_least(count: int, base: int, proportion: float) -> float:
    """The probability of ``count`` or more of ``base``, of which each has the probability ``proportion``."""
    if proportion in (0.0, 1.0):
        return proportion
    yes, no = math.log(proportion), math.log1p(-proportion)
    ways = (
        math.lgamma(base + 1) - math.lgamma(each + 1) - math.lgamma(base - each + 1) + each * yes + (base - each) * no
        for each in range(count, base + 1)
    )
    return math.fsum(map(math.exp, ways))
