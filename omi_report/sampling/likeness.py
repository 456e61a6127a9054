"""How like its caseload a sample is: how often chance alone would draw one that is as unlike it, or more.

The cases of a sample by the values of an attribute are counted as the sample drew them. Of all samples of its size that
could be drawn from the caseload, each as likely as any other, those count that are no likelier than this one (an exact
test by the multivariate hypergeometric distribution). Where there are too many to go through, so many are drawn by
numbers that are always the same.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import comb
from typing import Final

MOST_EXACT: Final = 60_000
"""So many different counts of a sample are gone through: three values of an attribute in a sample of 340 cases."""

DRAWS: Final = 4_000
"""How many samples are drawn where there are more."""


def as_unlike(sample: Sequence[int], caseload: Sequence[int]) -> Fraction:
    """Return the share of all samples that are no likelier than this one, from 0 to 1.

    ``sample`` and ``caseload`` are the numbers of cases with each value. A sample that has more cases of a value than
    its caseload cannot be drawn: its share is 0.
    """
    size = sum(sample)
    if size > sum(caseload) or any(drawn > there for drawn, there in zip(sample, caseload, strict=True)):
        return Fraction(0)
    own = _ways(sample, caseload)
    if comb(size + len(sample) - 1, len(sample) - 1) <= MOST_EXACT:
        unlike = sum(ways for counts in _all(size, caseload) if (ways := _ways(counts, caseload)) <= own)
        return Fraction(unlike, comb(sum(caseload), size))
    chance = random.Random(f"{tuple(sample)} of {tuple(caseload)}")  # noqa: S311 - not for secrets
    unlike = sum(_ways(_drawn(size, caseload, chance), caseload) <= own for _ in range(DRAWS))
    return Fraction(unlike + 1, DRAWS + 1)


def _ways(sample: Sequence[int], caseload: Sequence[int]) -> int:
    """In how many ways cases can be drawn so."""
    ways = 1
    for drawn, there in zip(sample, caseload, strict=True):
        ways *= comb(there, drawn)
    return ways


def _all(size: int, caseload: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """All counts that a sample can have."""
    first, rest = caseload[0], caseload[1:]
    if not rest:
        if size <= first:
            yield (size,)
        return
    for drawn in range(max(0, size - sum(rest)), min(size, first) + 1):
        for others in _all(size - drawn, rest):
            yield (drawn, *others)


def _drawn(size: int, caseload: Sequence[int], chance: random.Random) -> list[int]:
    """Draw a sample, case by case."""
    left, total = list(caseload), sum(caseload)
    found = [0] * len(left)
    for _ in range(size):
        at, point = 0, int(chance.random() * total)
        while point >= left[at]:
            point -= left[at]
            at += 1
        left[at] -= 1
        found[at] += 1
        total -= 1
    return found
