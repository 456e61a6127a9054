"""How often chance draws a sample as unlike its caseload: against other ways to work it out."""

from __future__ import annotations

import random
from fractions import Fraction
from itertools import combinations
from math import comb

import pytest
from scipy.stats import fisher_exact

from omi_report.sampling import likeness
from omi_report.sampling.likeness import as_unlike


def by_hand(sample: list[int], caseload: list[int]) -> Fraction:
    """Draw every sample there is, case by case."""
    cases = [value for value, count in enumerate(caseload) for _ in range(count)]
    found: dict[tuple[int, ...], int] = {}
    for drawn in combinations(cases, sum(sample)):
        counts = tuple(drawn.count(value) for value in range(len(caseload)))
        found[counts] = found.get(counts, 0) + 1
    own = found[tuple(sample)]
    return Fraction(sum(ways for ways in found.values() if ways <= own), comb(len(cases), sum(sample)))


def test_it_is_what_all_samples_say() -> None:
    chance = random.Random(1)
    for _ in range(40):
        caseload = [chance.randint(0, 4) for _ in range(chance.randint(1, 4))]
        if not sum(caseload):
            continue
        cases = [value for value, count in enumerate(caseload) for _ in range(count)]
        drawn = chance.sample(cases, chance.randint(0, len(cases)))
        sample = [drawn.count(value) for value in range(len(caseload))]
        assert as_unlike(sample, caseload) == by_hand(sample, caseload)


@pytest.mark.parametrize(("women", "men"), [(15, 95), (30, 80), (5, 105)])
def test_of_two_values_it_is_fishers_test(women: int, men: int) -> None:
    table = [[women, men], [117 - women, 783 - men]]
    assert float(as_unlike([women, men], [117, 783])) == pytest.approx(fisher_exact(table)[1], rel=1e-6)


def test_drawing_comes_close_to_going_through_all(monkeypatch: pytest.MonkeyPatch) -> None:
    exact = float(as_unlike([10, 95, 5], [76, 794, 30]))
    monkeypatch.setattr(likeness, "MOST_EXACT", 0)
    drawn = as_unlike([10, 95, 5], [76, 794, 30])
    assert drawn == as_unlike([10, 95, 5], [76, 794, 30])
    assert abs(float(drawn) - exact) < 0.03


def test_what_cannot_be_drawn_is_never_drawn() -> None:
    assert as_unlike([5, 1], [4, 9]) == 0
    assert as_unlike([4, 9], [4, 9]) == 1
