"""The intervals of scores, against a plain reckoning case by case."""

from __future__ import annotations

import math
import random

import pytest

from omi_report.scoring.breakdown import by_attributes
from omi_report.scoring.interval import Z_95, wilson
from omi_report.scoring.results import Scored
from omi_report.scoring.score import score_area
from omi_report.scoring.score_interval import score_spread
from tests.samples import Case, area_with, inspection_of, random_cases, westmark_framework, with_minimum

FRAMEWORK = westmark_framework()
SIZE = 60


def plainly(cases: list[Case], score: Scored) -> tuple[float, float]:
    """The interval in floating point, from what each case gives."""
    given = dict.fromkeys(range(len(cases)), 0.0)
    share, answers = 0.0, 0
    for name, part in score.parts:
        own = {at: case[name] == "yes" for at, case in enumerate(cases) if case[name] not in ("", "not-relevant")}
        proportion = sum(own.values()) / len(own)
        share += float(part) / 100 * proportion
        answers += len(own)
        for at, is_above in own.items():
            given[at] += float(part) / 100 * (is_above - proportion) / len(own)
    independent = min(share * (1 - share) / sum(each * each for each in given.values()), answers)
    spread = Z_95 * Z_95 / independent
    centre, half = share + spread / 2, Z_95 * math.sqrt(share * (1 - share) / independent + spread / 4 / independent)
    return 100 * (centre - half) / (1 + spread), 100 * (centre + half) / (1 + spread)


@pytest.mark.parametrize("seed", range(5))
def test_an_interval_is_that_of_a_plain_reckoning(seed: int) -> None:
    cases = random_cases(FRAMEWORK, SIZE, random.Random(f"interval {seed}"))
    area = area_with(FRAMEWORK, cases)
    found = 0
    for result in score_area(area).results:
        spread = score_spread(area, result)
        if spread is None:
            continue
        assert isinstance(result.score, Scored)
        asked = [name for name, _part in result.score.parts]
        assert spread.cases == sum(any(case[name] not in ("", "not-relevant") for name in asked) for case in cases)
        assert spread.interval == pytest.approx(plainly(cases, result.score))
        assert spread.interval.low < result.score.value < spread.interval.high
        found += 1
    assert found > 2


def test_that_of_a_part_is_that_of_its_cases_alone() -> None:
    cases = random_cases(FRAMEWORK, SIZE, random.Random(9))
    area = area_with(FRAMEWORK, cases)
    for group in by_attributes(area, ("case_type",)):
        own = [case for case in cases if all(case[name] == value for name, value in group.where)]
        alone = area_with(FRAMEWORK, own)
        for mine, theirs in zip(group.scores.results, score_area(alone).results, strict=True):
            assert score_spread(area, mine, group.where) == score_spread(alone, theirs)


def test_that_of_one_question_is_its_wilson_interval() -> None:
    cases = random_cases(FRAMEWORK, SIZE, random.Random(3))
    for case in cases:
        case |= {name: "not-relevant" for name in FRAMEWORK.questions if name != "1.2.2"}
    area = area_with(FRAMEWORK, cases)
    (result,) = score_area(area).threads
    spread = score_spread(area, result)
    assert spread is not None
    (question,) = (each for each in result.questions if each.base)
    assert spread.interval == pytest.approx(wilson(question.count, question.base))


def test_where_small_counts_are_hidden_it_follows_from_the_printed_score() -> None:
    area = with_minimum(inspection_of(area_with(FRAMEWORK, random_cases(FRAMEWORK, SIZE, random.Random(4))))).area
    result = score_area(area).criteria["1.1"]
    spread = score_spread(area, result)
    assert spread is not None
    assert isinstance(result.score, Scored)
    assert spread.interval == pytest.approx(wilson(result.score.rounded / 100 * spread.cases, spread.cases))


def test_it_holds_the_score_of_all_cases_about_as_often_as_it_says() -> None:
    everybody = random_cases(FRAMEWORK, 1500, random.Random(11))
    truth = score_area(area_with(FRAMEWORK, everybody)).criteria["1.1"].score
    assert isinstance(truth, Scored)
    chance, held = random.Random(12), 0
    for _ in range(60):
        area = area_with(FRAMEWORK, chance.sample(everybody, 50))
        spread = score_spread(area, score_area(area).criteria["1.1"])
        assert spread is not None
        held += spread.interval.low <= truth.value <= spread.interval.high
    assert held >= 52


def test_published_scores_have_none() -> None:
    area = area_with(FRAMEWORK, [])
    assert score_spread(area, score_area(area).criteria["1.1"]) is None
