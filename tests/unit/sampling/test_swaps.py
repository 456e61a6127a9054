"""The fewest swaps that meet what is asked, against all samples that there could be."""

from __future__ import annotations

import random
from itertools import combinations, product

import pytest

from omi_report import limits
from omi_report.sampling.swaps import Candidate, swaps

Found = tuple[frozenset[int], frozenset[int]]


def short(candidates: list[Candidate], needs: list[int], chosen: set[int]) -> int:
    return sum(max(0, asked - sum(at in candidates[each].answers for each in chosen)) for at, asked in enumerate(needs))


def after(candidates: list[Candidate], found: Found) -> set[int]:
    into, out = found
    return {at for at, each in enumerate(candidates) if at in into or (each.drawn and at not in out)}


def best_of_all(candidates: list[Candidate], needs: list[int]) -> tuple[int, int]:
    """The fewest shortages, and the fewest swaps with which they can be had."""
    strata = sorted({each.stratum for each in candidates})
    picks = []
    for stratum in strata:
        places = [at for at, each in enumerate(candidates) if each.stratum == stratum]
        picks.append(list(combinations(places, sum(candidates[at].drawn for at in places))))
    first = {at for at, each in enumerate(candidates) if each.drawn}
    samples = [{at for part in parts for at in part} for parts in product(*picks)]
    return min((short(candidates, needs, chosen), len(chosen - first)) for chosen in samples)


def random_case(chance: random.Random, most: int) -> tuple[list[Candidate], list[int]]:
    needs = [chance.randint(0, 4) for _ in range(chance.randint(1, 4))]
    made = [
        Candidate(
            chance.choice("ab"),
            chance.getrandbits(64),
            False,
            frozenset(at for at in range(len(needs)) if chance.random() < 0.35),
        )
        for _ in range(chance.randint(3, most))
    ]
    for stratum in "ab":
        places = sorted((at for at, each in enumerate(made) if each.stratum == stratum), key=lambda at: made[at].number)
        for at in places[: chance.randint(0, len(places))]:
            made[at] = made[at]._replace(drawn=True)
    return made, needs


def test_no_sample_misses_less_with_fewer_swaps() -> None:
    chance = random.Random(7)
    missed = swapped = 0
    for _ in range(150):
        candidates, needs = random_case(chance, 10)
        found = swaps(candidates, needs)
        shortages, fewest = best_of_all(candidates, needs)
        assert (short(candidates, needs, after(candidates, found)), len(found[0])) == (shortages, fewest)
        missed, swapped = missed + bool(shortages), swapped + bool(fewest)
    assert missed > 20
    assert swapped > 50


def test_strata_keep_their_sizes_and_the_lowest_numbers_count() -> None:
    chance = random.Random(8)
    for _ in range(60):
        candidates, needs = random_case(chance, 60)
        found = swaps(candidates, needs)
        chosen = after(candidates, found)
        for stratum in "ab":
            drawn = sum(each.drawn for each in candidates if each.stratum == stratum)
            assert sum(candidates[at].stratum == stratum for at in chosen) == drawn
        alike: dict[tuple[str, frozenset[int]], list[int]] = {}
        for at, each in enumerate(candidates):
            alike.setdefault((each.stratum, each.answers), []).append(at)
        for places in alike.values():
            inside = [candidates[at].number for at in places if at in chosen]
            outside = [candidates[at].number for at in places if at not in chosen]
            assert not inside or not outside or max(inside) < min(outside)


def test_one_swap_takes_the_lowest_in_and_the_highest_out() -> None:
    rows = [(1, True, False), (5, True, True), (3, True, False), (9, False, True), (7, False, True), (8, False, False)]
    candidates = [Candidate("a", number, drawn, frozenset([0] if yes else [])) for number, drawn, yes in rows]
    assert swaps(candidates, [2]) == (frozenset([4]), frozenset([2]))
    assert swaps(candidates, [1]) == (frozenset(), frozenset())


def test_a_search_without_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(9)
    monkeypatch.setattr(limits, "DRAW_NODES", 1)
    for _ in range(40):
        candidates, needs = random_case(chance, 10)
        found = swaps(candidates, needs)
        assert len(found[0]) == len(found[1])
