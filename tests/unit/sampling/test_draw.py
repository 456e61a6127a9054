"""Samples drawn from random caseloads."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from omi_report.model.sampling import Sampling
from omi_report.sampling.draw import CaseloadCase, apportioned, draw, number_of, quotas_at
from tests.sampled import random_caseload, sampling

ATTRIBUTES = ("high", "women", "young")


def ids(cases: tuple[CaseloadCase, ...]) -> set[str]:
    return {each.id for each in cases}


@pytest.mark.parametrize("seed", range(12))
def test_quotas_and_minimums_hold_where_the_caseload_has_enough(seed: int) -> None:
    chance = random.Random(seed)
    caseload = random_caseload(chance, 300, ATTRIBUTES, 3)
    asked = sampling({"a": 20, "b": 12, "c": 5}, {"high": 9, "young": 6}, ["women"], reserve=10)
    found = draw(caseload, asked, f"seed {seed}", 37)
    assert Counter(each.values["type"] for each in found.sample) == {"a": 20, "b": 12, "c": 5}
    assert all(each.is_met for each in (*found.quotas, *found.needs))
    women = [each for each in found.needs if each.name == "share of women"]
    assert women[0].asked * 300 >= 37 * women[0].there > (women[0].asked - 1) * 300
    assert len(found.reserve) == 10
    assert ids(found.sample).isdisjoint(ids(found.reserve))
    assert Counter(each.values["type"] for each in found.reserve) == {"a": 6, "b": 3, "c": 1}


@pytest.mark.parametrize("seed", range(6))
def test_the_order_of_the_list_does_not_matter(seed: int) -> None:
    chance = random.Random(seed)
    caseload = random_caseload(chance, 80, ATTRIBUTES, 2)
    asked = sampling({"a": 8, "b": 6}, {"high": 5}, ["women"], reserve=4)
    first = draw(caseload, asked, "x", 14)
    chance.shuffle(caseload)
    assert draw(caseload, asked, "x", 14) == first
    assert draw(caseload, asked, "y", 14).sample != first.sample


def test_a_case_more_changes_little() -> None:
    changes = []
    for seed in range(40):
        chance = random.Random(seed)
        caseload = random_caseload(chance, 120, ATTRIBUTES, 2)
        asked = sampling({"a": 12, "b": 8}, {"high": 6}, ["women"])
        one = ids(draw(caseload[:-1], asked, "x", 20).sample)
        changes.append(len(ids(draw(caseload, asked, "x", 20).sample) - one))
    assert max(changes) <= 3
    assert sum(changes) < 20


def test_the_draw_is_the_same_for_ever() -> None:
    """Seeds that are written down somewhere lead to the same cases in every edition of omi."""
    assert number_of("CRN00001", "a seed") == 12717381035012914837
    assert number_of(" crn 00001", "a seed") == number_of("CRN00001", "a seed")
    caseload = [CaseloadCase(f"id-{number}", {"type": "a"}) for number in range(30)]
    found = draw(caseload, sampling({"a": 3}, reserve=2), "a seed", 3)
    assert ([each.id for each in found.sample], [each.id for each in found.reserve]) == EXPECTED


EXPECTED = (["id-17", "id-9", "id-23"], ["id-2", "id-25"])


def chi_squared(counts: list[int], draws: int, drawn: int) -> float:
    """How far counts of cases are from equal chances, by a measure of which the squared mean is one for each."""
    share = drawn / len(counts)
    spread = draws * share * (1 - share)
    return sum((count - draws * share) ** 2 for count in counts) / spread * (len(counts) - 1) / len(counts)


def test_chances_are_equal_where_no_minimum_asks_for_a_case() -> None:
    caseload = [
        CaseloadCase(f"id-{number}", {"type": "ab"[number % 2], "high": "yes" if number < 6 else "no"})
        for number in range(24)
    ]
    draws = 1500
    plain: Counter[str] = Counter()
    helped: Counter[str] = Counter()
    for seed in range(draws):
        plain.update(ids(draw(caseload, sampling({"a": 4, "b": 3}), f"s{seed}", 7).sample))
        helped.update(ids(draw(caseload, sampling({"a": 4, "b": 3}, {"high": 4}), f"s{seed}", 7).sample))
    for stratum, size in (("a", 4), ("b", 3)):
        cases = [each for each in caseload if each.values["type"] == stratum]
        assert chi_squared([plain[each.id] for each in cases], draws, size) < 31.26  # 11 degrees of freedom, 0.001
        for high in ("yes", "no"):
            alike = [helped[each.id] for each in cases if each.values["high"] == high]
            mean = sum(alike) / len(alike)
            assert all(abs(count - mean) < 4 * mean**0.5 for count in alike)
    assert sum(helped[f"id-{number}"] for number in range(6)) >= 4 * draws


def test_what_cannot_be_met_is_told_with_what_there_is() -> None:
    caseload = [
        CaseloadCase(f"id-{n}", {"type": "a" if n < 5 else "b", "high": "yes" if n < 2 else "no"}) for n in range(9)
    ]
    found = draw(caseload, sampling({"a": 7, "b": 2}, {"high": 3}), "x", 9)
    assert [(each.name, each.asked, each.drawn, each.there) for each in (*found.quotas, *found.needs)] == [
        ("a", 7, 5, 5),
        ("b", 2, 2, 4),
        ("at least high", 3, 2, 2),
    ]
    elsewhere = draw([*caseload, CaseloadCase("z", {"type": "c", "high": "yes"})], sampling({"a": 1, "b": 1}), "x", 2)
    assert elsewhere.outside == 1


def test_without_quotas_all_cases_are_one_stratum() -> None:
    caseload = random_caseload(random.Random(1), 40, ATTRIBUTES, 3)
    found = draw(caseload, Sampling(size=(10,), reserve=3), "x", 10)
    assert (len(found.sample), len(found.reserve)) == (10, 3)


def test_a_larger_sample_is_divided_as_the_quotas_are() -> None:
    asked = Sampling(size=(110, 120), quotas={"type": {"a": 40, "b": 60, "c": 10}})
    assert quotas_at(asked, 110) == {"a": 40, "b": 60, "c": 10}
    assert quotas_at(asked, 120) == {"a": 44, "b": 65, "c": 11}
    assert sum(quotas_at(asked, 113).values()) == 113
    assert apportioned(0, {"a": 1}) == {"a": 0}


@pytest.mark.parametrize("seed", range(4))
def test_the_reserve_has_cases_of_the_kinds_with_minimums(seed: int) -> None:
    """The sample has those with low numbers: without a thought for it, the reserve would have hardly any."""
    caseload = [
        CaseloadCase(f"C{at}", {"type": "a", **dict.fromkeys(ATTRIBUTES, "yes" if at % 9 == 0 else "no")})
        for at in range(300)
    ]
    found = draw(caseload, sampling({"a": 40}, {"high": 20}, reserve=10), f"seed {seed}", 40)
    assert sum(each.values["high"] == "yes" for each in found.reserve) >= 5
    assert len(found.reserve) == 10
