"""How far judges agree, against references that are worked out in another way."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from fractions import Fraction
from itertools import product
from types import SimpleNamespace
from typing import Any

import pytest
from scipy.stats import binomtest

from omi_report.judging.agreement import NO_CHANCE, agreement, direction, distances, is_ordered, rank
from omi_report.model.framework import Framework
from omi_report.model.questions import Answer
from omi_report.moderation.pairs import Pair
from omi_report.scoring.interval import clopper_pearson
from tests.samples import westmark_framework

FRAMEWORK = westmark_framework()


def scale(*lines: Any) -> tuple[Answer, ...]:
    return tuple(Answer(id=f"a{at}", name=f"A {at}", line=line) for at, line in enumerate(lines))


FOUR = scale("above", "above", "below", "below", "not-relevant")


def asked_by(answers: tuple[Answer, ...]) -> Framework:
    """Return a framework whose questions have these answers."""
    return FRAMEWORK.replaced(answers=answers)


def pairs_of(answers: Sequence[tuple[str, str]], question: str = "1.1.1") -> list[Pair]:
    return [Pair(f"C{at}", question, first, second, ("ann", "bo"), first) for at, (first, second) in enumerate(answers)]


def random_answers(chance: random.Random, answers: Sequence[Answer], size: int) -> list[tuple[str, str]]:
    alike = chance.random()
    found = []
    for _ in range(size):
        first = chance.choice(answers).id
        found.append((first, first if chance.random() < alike else chance.choice(answers).id))
    return found


def kappa_of_all_pairings(answers: Sequence[tuple[str, str]], apart: dict[tuple[str, str], float]) -> float | None:
    """Kappa by its meaning: each answer of the one is held against every answer of the other."""
    here = sum(apart[both] for both in answers) / len(answers)
    chance = [apart[one, other] for (one, _), (_, other) in product(answers, answers)]
    return None if not sum(chance) else 1 - here / (sum(chance) / len(chance))


@pytest.mark.parametrize(
    "lines",
    [
        ("above", "below"),
        ("above", "below", "not-relevant"),
        ("above", "above", "below", "below", "not-relevant"),
        ("below", "below", "above"),
        ("above", "below", "above"),
    ],
)
def test_the_coefficient_is_that_of_all_pairings(lines: tuple[str, ...]) -> None:
    chance, answers = random.Random(str(lines)), scale(*lines)
    counted = [each.id for each in answers if each.line != "not-relevant"]
    in_order = lines != ("above", "below", "above")
    apart = {
        (one.id, other.id): (
            0.0 if one == other
            else abs(counted.index(one.id) - counted.index(other.id)) / (len(counted) - 1)
            if in_order and {one.id, other.id} <= set(counted)
            else 1.0
        )
        for one, other in product(answers, answers)
    }  # fmt: skip
    told = 0
    for _ in range(60):
        several = random_answers(chance, answers, chance.randint(5, 20))
        found = agreement(pairs_of(several), asked_by(answers))
        expected = kappa_of_all_pairings(several, apart)
        assert found.alike == sum(one == other for one, other in several)
        if expected is None:
            assert found.coefficient.value is None
            assert found.coefficient.reason == NO_CHANCE
            continue
        told += 1
        assert found.coefficient.value is not None
        assert float(found.coefficient.value) == pytest.approx(expected, abs=1e-12)
        assert found.coefficient.low is not None
        assert found.coefficient.high is not None
        assert found.coefficient.low <= float(found.coefficient.value) + 1e-9 <= found.coefficient.high + 2e-9
    assert told > 40


def test_an_example_worked_out_by_hand() -> None:
    # 20 yes by both, 15 no by both, 5 and 10 otherwise: 70 % alike, 50 % by chance
    answers = scale("above", "below")
    several = [("a0", "a0")] * 20 + [("a0", "a1")] * 5 + [("a1", "a0")] * 10 + [("a1", "a1")] * 15
    found = agreement(pairs_of(several), asked_by(answers))
    assert found.per_cent == 70
    assert found.coefficient.value == Fraction(2, 5)


def test_answers_on_several_scales_are_taken_together() -> None:
    chance, scales = random.Random(8), {"1.1.1": FOUR, "1.1.2": scale("above", "below"), "1.1.3": FOUR}
    framework: Any = SimpleNamespace(questions={name: name for name in scales}, answers_to=scales.__getitem__)
    answers = {name: random_answers(chance, each, 12) for name, each in scales.items()}
    found = agreement([pair for name, several in answers.items() for pair in pairs_of(several, name)], framework)
    of_scale = {FOUR: answers["1.1.1"] + answers["1.1.3"], scales["1.1.2"]: answers["1.1.2"]}
    apart = by_chance = 0.0
    for each, several in of_scale.items():
        far = distances(each)
        apart += sum(float(far[both]) for both in several)
        by_chance += sum(float(far[a, b]) for (a, _), (_, b) in product(several, several)) / len(several)
    assert found.coefficient.value is not None
    assert float(found.coefficient.value) == pytest.approx(1 - apart / by_chance)
    assert (found.cases, found.answers) == (12, 36)


def test_what_is_not_relevant_lies_apart_from_everything() -> None:
    apart = distances(FOUR)
    assert apart["a0", "a1"] == Fraction(1, 3)
    assert apart["a0", "a3"] == apart["a4", "a0"] == apart["a2", "a4"] == 1
    assert apart["a4", "a4"] == 0
    assert is_ordered(FOUR)
    assert not is_ordered(scale("above", "below", "above"))
    assert [rank(FOUR, each.id) for each in FOUR] == [0, 1, 2, 3, None]
    assert [rank(scale("below", "above"), each) for each in ("a0", "a1")] == [1, 0]
    assert [rank(scale("above", "below", "above"), each) for each in ("a0", "a1", "a2")] == [0, 1, 0]


@pytest.mark.parametrize(
    ("several", "why"),
    [([("a0", "a0")] * 12, "alike"), ([("a4", "a4")] * 12, "alike"), ([("a0", "a1"), ("a1", "a1")], "fewer than 5")],
)
def test_a_coefficient_that_cannot_be_worked_out_is_refused(several: list[tuple[str, str]], why: str) -> None:
    coefficient = agreement(pairs_of(several), asked_by(FOUR)).coefficient
    assert (coefficient.value, coefficient.low, coefficient.high) == (None, None, None)
    assert why in coefficient.reason


def test_the_interval_of_a_count_is_the_exact_one() -> None:
    for base in (1, 2, 7, 12, 40, 300):
        for count in {0, 1, base // 3, base - 1, base}:
            low, high = binomtest(count, base).proportion_ci(0.95, "exact")
            found = clopper_pearson(count, count, base)
            assert found.low == pytest.approx(100 * low, abs=1e-8)
            assert found.high == pytest.approx(100 * high, abs=1e-8)
    assert clopper_pearson(3, 4, 10) == (clopper_pearson(3, 3, 10).low, clopper_pearson(4, 4, 10).high)


def test_the_interval_counts_each_case_once() -> None:
    several = [("a0", "a0")] * 8 + [("a0", "a1")] * 2
    one = agreement(pairs_of(several), asked_by(FOUR))
    ten_times = [pair for question in ("1.1.1", "1.1.2", "1.1.3", "1.2.1") for pair in pairs_of(several, question)]
    assert agreement(ten_times, asked_by(FOUR)).interval == one.interval == clopper_pearson(8, 8, 10)


@pytest.mark.parametrize("size", [8, 12, 30])
def test_intervals_hold_the_true_value_in_95_of_100_samples(size: int) -> None:
    chance = random.Random(size)
    framework, apart = asked_by(FOUR), distances(FOUR)
    held = drawn = 0
    for _ in range(5):
        weights = {(one.id, other.id): chance.random() ** 2 for one, other in product(FOUR, FOUR)}
        for each in FOUR:
            weights[each.id, each.id] *= chance.choice([2, 10, 40])
        true = true_kappa(weights, apart)
        for _ in range(40):
            several = chance.choices(list(weights), list(weights.values()), k=size)
            coefficient = agreement(pairs_of(several), framework).coefficient
            if coefficient.low is not None and coefficient.high is not None:
                drawn += 1
                held += coefficient.low <= true <= coefficient.high
    assert drawn > 150
    assert held / drawn >= 0.95


def true_kappa(weights: dict[tuple[str, str], float], apart: dict[tuple[str, str], Fraction]) -> float:
    whole = math.fsum(weights.values())
    first = {one: sum(w for (a, _), w in weights.items() if a == one) / whole for one, _ in weights}
    second = {other: sum(w for (_, b), w in weights.items() if b == other) / whole for _, other in weights}
    here = sum(float(apart[both]) * weight / whole for both, weight in weights.items())
    by_chance = sum(float(apart[a, b]) * p * q for a, p in first.items() for b, q in second.items())
    return 1 - here / by_chance


def test_which_way_assessors_differ() -> None:
    framework = asked_by(FOUR)
    several = [("a0", "a1"), ("a2", "a1"), ("a3", "a1"), ("a1", "a1"), ("a4", "a0"), ("a1", "a0")]
    found = direction([(pair, True) for pair in pairs_of(several)], framework)
    assert found is not None
    assert (found.kinder, found.stricter, found.same, found.answers) == (3, 1, 1, 5)
    assert (found.above, found.others_above, found.points) == (5, 3, Fraction(40))
    assert (found.kinder_cases, found.stricter_cases) == (3, 1)
    assert float(found.chance) == pytest.approx(binomtest(1, 4).pvalue)
    turned = direction([(pair, False) for pair in pairs_of([(b, a) for a, b in several])], framework)
    assert turned == found
    assert direction([(pair, True) for pair in pairs_of([("a4", "a0")])], framework) is None


def test_the_sign_test_is_exact() -> None:
    framework = asked_by(FOUR)
    for kinder, stricter in product(range(6), range(6)):
        if kinder + stricter:
            pairs = pairs_of([("a2", "a0")] * kinder + [("a0", "a2")] * stricter)
            found = direction([(pair, True) for pair in pairs], framework)
            assert found is not None
            assert float(found.chance) == pytest.approx(binomtest(kinder, kinder + stricter).pvalue)
