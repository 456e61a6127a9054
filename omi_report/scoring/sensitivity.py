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
from omi_report.model.scales import Band
from omi_report.scoring.results import QuestionResult, RatedResult, Scored, Scores
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

    A case counts as one with all its answers to the questions; ``cases`` is None where several scores would have to
    move, each by cases of its own. ``points`` is the distance in percentage points, exact; where several scores have to
    move, that of the one furthest away.
    """

    band: Band
    points: Fraction
    answers: int
    cases: int | None


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """The levers of a score, longest first, and its distances to the bands above and below, if any."""

    result: RatedResult
    levers: tuple[Leverage, ...]
    up: Distance | None
    down: Distance | None


def sensitivity(area: Area, result: RatedResult) -> Sensitivity | None:
    """Work out what moves a score; None where it is not scored from evidence, or not placed on a scale."""
    levers = leverage(result)
    score, scale = result.score, result.scale
    if not levers or not isinstance(score, Scored) or result.unlimited is None or scale is None:
        return None
    rank = scale.rank(result.unlimited)
    above = scale.bands[rank - 1] if rank else None
    below = scale.bands[rank + 1] if rank + 1 < len(scale.bands) else None
    # Half up: a printed score is in a band from half of its last place below the lowest.
    slack = Fraction(1, 2 * 10**score.places) if result.rule.compare == "printed" else Fraction()
    mover = _Mover(area, _parts(result), slack, result.rule.take == "lowest", result.rule.take == "highest")
    limited = result.band != result.unlimited  # answers alone then move the score, and not the rating
    up = mover.up(above) if above and not limited else None
    down = mover.down(below, result.unlimited) if below and not limited else None
    return Sensitivity(result, levers, up, down)


def sensitivities(area: Area, scores: Scores) -> tuple[Sensitivity, ...]:
    """Work out what moves the score of each criterion that has one. Raises NoEvidenceError where there are no cases."""
    expect_cases(area)
    found = (sensitivity(area, result) for result in scores.criteria.values())
    return tuple(each for each in found if each is not None)


def leverage(result: RatedResult) -> tuple[Leverage, ...]:
    """Return the levers of the questions that the score is made of, by what there is to gain."""
    score = result.score
    if not isinstance(score, Scored):
        return ()
    return _levers(score, result)


def _levers(score: Scored, result: RatedResult) -> tuple[Leverage, ...]:
    asked = {question.id: question for question in result.questions}
    levers = []
    for name, share in score.parts:
        question = asked.get(name)
        if question is None or not question.base:
            continue
        one = share / question.base
        left = question.base - question.count
        levers.append(Leverage(question, share, one, one * left, one * question.count))
    return tuple(sorted(levers, key=lambda lever: (-lever.to_gain, -lever.one_answer)))


@dataclass(frozen=True, slots=True)
class _Part:
    """A score that moves by itself: its value in per cent, and the levers of its questions."""

    value: Fraction
    levers: tuple[Leverage, ...]


def _parts(result: RatedResult) -> tuple[_Part, ...]:
    """The scores that move by themselves: those of the items where the lowest or the highest is taken, else the one."""
    if result.rule.take in ("lowest", "highest"):
        scores = [item.printed for item in result.items if item.printed]
    else:
        scores = [result.score] if isinstance(result.score, Scored) else []
    return tuple(_Part(score.value, _levers(score, result)) for score in scores)


@dataclass(frozen=True, slots=True)
class _Mover:
    """Works out what carries scores over a line. ``lowest`` and ``highest`` say which of several counts."""

    area: Area
    parts: tuple[_Part, ...]
    slack: Fraction
    lowest: bool
    highest: bool

    def up(self, band: Band) -> Distance | None:
        """The distance to a better band: of a lowest score all that lie under its line must rise."""
        line = Fraction(band.lowest or 0) - self.slack
        moving = [part for part in self.parts if part.value < line]
        found = [self._distance(band, part, line - part.value, "below") for part in moving]
        return self._joined(found, band) if self.lowest else self._nearest(found)

    def down(self, band: Band, now: Band) -> Distance | None:
        """The distance to the band below: of a highest score all that reach the line of the present band must fall."""
        line = Fraction(now.lowest or 0) - self.slack
        moving = [part for part in self.parts if part.value >= line]
        found = [self._distance(band, part, part.value - line, "above") for part in moving]
        return self._joined(found, band) if self.highest else self._nearest(found)

    def _nearest(self, found: Sequence[Distance | None]) -> Distance | None:
        possible = [each for each in found if each is not None]
        return min(possible, key=lambda each: each.answers) if possible else None

    def _joined(self, found: Sequence[Distance | None], band: Band) -> Distance | None:
        possible = [each for each in found if each is not None]
        if not possible or len(possible) < len(found):
            return None
        cases = possible[0].cases if len(possible) == 1 else None
        return Distance(band, max(each.points for each in possible), sum(each.answers for each in possible), cases)

    def _distance(self, band: Band, part: _Part, points: Fraction, side: str) -> Distance | None:
        """The distance of one score; ``side`` is that of the answers that would have to change.

        Upwards a score must reach the line, downwards it must fall below it.
        """
        strictly = side == "above"
        steps = [
            (lever.one_answer, lever.question.count if strictly else lever.question.base - lever.question.count)
            for lever in part.levers
        ]
        answers = _fewest(steps, points, strictly=strictly)
        cases = _fewest([(gain, 1) for gain in _gains_by_case(self.area, part.levers, side)], points, strictly=strictly)
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
    common = math.lcm(*(lever.one_answer.denominator for lever in levers))
    gains = [0] * cases.size
    for lever in levers:
        step = int(lever.one_answer * common)
        question = area.framework.questions[lever.question.id]
        values = [answer.id for answer in area.framework.answers_to(question) if answer.line == side]
        for row in row_numbers(rows_with(cases, lever.question.id, values), cases.size):
            gains[row] += step
    return [Fraction(gain, common) for gain in gains]
