"""The distance to a band against every way of changing a small sample."""

from __future__ import annotations

import random
from itertools import combinations

import pytest

from omi_report.model.area import Area
from omi_report.scoring.results import CriterionResult, Scored
from omi_report.scoring.score import score_area
from omi_report.scoring.sensitivity import leverage, sensitivity
from tests.samples import Case, area_with, random_cases, westmark_framework

FRAMEWORK = westmark_framework()
CRITERION = "1.2"
QUESTIONS = ("1.2.1", "1.2.2", "1.2.3")


def result_of(cases: list[Case]) -> tuple[Area, CriterionResult]:
    area = area_with(FRAMEWORK, cases)
    return area, score_area(area).criteria[CRITERION]


def flipped(cases: list[Case], cells: set[tuple[int, str]], to: str) -> list[Case]:
    return [
        {name: to if (index, name) in cells else value for name, value in case.items()}
        for index, case in enumerate(cases)
    ]


def fewest(cases: list[Case], units: list[set[tuple[int, str]]], to: str, ranks: dict[str, int]) -> int | None:
    """The fewest of the units (answers, or whole cases) whose change carries the score into another band."""
    _area, start = result_of(cases)
    assert start.band is not None
    for size in range(1, len(units) + 1):
        for chosen in combinations(units, size):
            _area, result = result_of(flipped(cases, set().union(*chosen), to))
            assert result.band is not None
            change = ranks[result.band.id] - ranks[start.band.id]
            if change >= 1 if to == "yes" else change <= -1:
                return size
    return None


@pytest.mark.parametrize("seed", range(12))
def test_distances_are_the_fewest_answers_and_cases(seed: int) -> None:
    cases = random_cases(FRAMEWORK, 5, random.Random(seed))
    area, result = result_of(cases)
    found = sensitivity(area, result)
    if not isinstance(result.score, Scored) or found is None:
        return
    ranks = {band.id: rank for rank, band in enumerate(reversed(FRAMEWORK.scales_by_id["bands"].bands))}
    for distance, side, to in ((found.up, ("no", "partly"), "yes"), (found.down, ("yes",), "no")):
        cells = [{(n, name)} for n, case in enumerate(cases) for name in QUESTIONS if case[name] in side]
        whole = [{(n, name) for name in QUESTIONS if case[name] in side} for n, case in enumerate(cases)]
        if distance is not None:
            assert distance.answers == fewest(cases, cells, to, ranks)
            assert distance.cases == fewest(cases, whole, to, ranks)


def test_levers_add_up_to_the_whole_score() -> None:
    _area, result = result_of(random_cases(FRAMEWORK, 30, random.Random(1)))
    levers = leverage(result)
    assert isinstance(result.score, Scored)
    assert sum(lever.share for lever in levers) == 100
    assert sum(lever.to_lose for lever in levers) == result.score.value
    assert sum(lever.to_gain for lever in levers) == 100 - result.score.value
    assert list(levers) == sorted(levers, key=lambda lever: -lever.to_gain)


def test_a_published_score_has_no_levers() -> None:
    area, result = result_of(random_cases(FRAMEWORK, 3, random.Random(1)))
    published = CriterionResult(number=result.number, title=result.title, score=result.score)
    assert sensitivity(area, published) is None
