"""How far a proportion of a sample may lie from that of all cases: the Wilson score interval.

Wilson, E. B. (1927), «Probable inference, the law of succession, and statistical inference»,
Journal of the American Statistical Association 22, 209-212. It keeps to 0 to 100 per cent and holds
for small bases, where the usual interval does not.
"""

from __future__ import annotations

import math
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
