"""What moves a criterion's score, and how far it is from the next band.

If an answer below the line moves above it, the score rises by the question's share of the score,
divided by the question's base. That does not depend on the other answers. So the fewest answers, or cases,
that carry a score into another band are those with the largest gains.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from omi_report.evidence.counts import row_numbers, rows_with
from omi_report.model.area import Area
from omi_report.model.framework import Band, Framework
from omi_report.scoring.results import CriterionResult, QuestionResult, Scored, Scores
from omi_report.scoring.score import expect_cases


@dataclass(frozen=True, slots=True)
class Leverage:
    """How far a question can move its criterion's score, in percentage points, exact.

    ``share`` is its part of the score in per cent, ``one_answer`` what one answer across the line
    moves, ``to_gain`` what is left if every relevant case were above it, ``to_lose`` if none were.
    """

    question: QuestionResult
    share: Fraction
    one_answer: Fraction
    to_gain: Fraction
    to_lose: Fraction


@dataclass(frozen=True, slots=True)
class Distance:
    """The fewest answers, and the fewest cases, that would carry a score into another band.

    A case counts as one with all its answers to the criterion's questions. ``points`` is the
    distance in percentage points, exact.
    """

    band: Band
    points: Fraction
    answers: int
    cases: int


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """A criterion's levers, longest first, and its distances to the bands above and below, if any."""

    result: CriterionResult
    levers: tuple[Leverage, ...]
    up: Distance | None
    down: Distance | None


def sensitivity(area: Area, result: CriterionResult) -> Sensitivity | None:
    """Work out what moves a criterion's score; None where it is not scored from evidence."""
    levers = leverage(result, area.framework)
    if not levers or not isinstance(result.score, Scored) or result.band is None:
        return None
    above, below = _neighbours(result.band, area.framework)
    score = result.score.value
    # Half up: a score is in a band from half a point below its lowest.
    up = _distance(area, levers, above, above.lowest - Fraction(1, 2) - score, "below") if above else None
    down = _distance(area, levers, below, score - result.band.lowest + Fraction(1, 2), "above") if below else None
    return Sensitivity(result, levers, up, down)


def sensitivities(area: Area, scores: Scores) -> tuple[Sensitivity, ...]:
    """Work out what moves the score of each criterion that has one. Raises NoEvidenceError where there are no cases."""
    expect_cases(area)
    found = (sensitivity(area, result) for result in scores.criteria.values())
    return tuple(each for each in found if each is not None)


def leverage(result: CriterionResult, framework: Framework) -> tuple[Leverage, ...]:
    """Return the levers of the questions that the score is made of, by what there is to gain."""
    if not isinstance(result.score, Scored):
        return ()
    counted = [question for question in result.questions if question.base]
    individual = sum(1 for question in counted if not question.summary)
    has_summary = individual < len(counted)
    weights = framework.weights
    levers = []
    for question in counted:
        if question.summary:
            share = Fraction(weights.summary)
        else:
            share = Fraction(weights.questions if has_summary else 100, individual)
        one = share / question.base
        left = question.base - question.count
        levers.append(Leverage(question, share, one, one * left, one * question.count))
    return tuple(sorted(levers, key=lambda lever: (-lever.to_gain, -lever.one_answer)))


def _neighbours(band: Band, framework: Framework) -> tuple[Band | None, Band | None]:
    rising = sorted(framework.bands, key=lambda each: each.lowest)
    at = rising.index(band)
    return (rising[at + 1] if at + 1 < len(rising) else None), (rising[at - 1] if at else None)


def _distance(area: Area, levers: Sequence[Leverage], band: Band, points: Fraction, side: str) -> Distance | None:
    """The distance to a band; ``side`` is that of the answers that would have to change.

    Upwards a score must reach the line, downwards it must fall below it.
    """
    strictly = side == "above"
    steps = [
        (lever.one_answer, lever.question.count if strictly else lever.question.base - lever.question.count)
        for lever in levers
    ]
    answers = _fewest(steps, points, strictly=strictly)
    cases = _fewest([(gain, 1) for gain in _gains_by_case(area, levers, side)], points, strictly=strictly)
    if answers is None or cases is None:
        return None
    return Distance(band, points, answers, cases)


def _fewest(steps: Sequence[tuple[Fraction, int]], points: Fraction, *, strictly: bool) -> int | None:
    """The fewest steps that add up to so many points, or ``strictly`` to more; None where all do not.

    ``steps`` are pairs: the size of a step, and how many of that size there are.
    """
    taken = 0
    for size, available in sorted(steps, reverse=True):
        if not size:
            break
        needed = math.floor(points / size) + 1 if strictly else math.ceil(points / size)
        if needed <= available:
            return taken + max(needed, 0)
        taken += available
        points -= size * available
    return None


def _gains_by_case(area: Area, levers: Sequence[Leverage], side: str) -> list[Fraction]:
    """How far each case would move the score if its answers on one side of the line were on the other."""
    cases = area.evidence.cases
    if cases is None:
        return []
    values = [answer.id for answer in area.framework.scale if answer.line == side]
    common = math.lcm(*(lever.one_answer.denominator for lever in levers))
    gains = [0] * cases.size
    for lever in levers:
        step = int(lever.one_answer * common)
        for row in row_numbers(rows_with(cases, lever.question.id, values), cases.size):
            gains[row] += step
    return [Fraction(gain, common) for gain in gains]
