"""How far a score that is made of several questions may lie from that of all cases.

The questions of a case hang together, so their proportions are no independent samples. What each case gives to the
score is added up (the linearised value of a ratio, as in surveys: Woodruff, R. S., 1971, «A simple method for
approximating the variance of a complicated estimate», Journal of the American Statistical Association 66, 411-414).
That gives the variance of the score, and with it the number of independent answers that would vary as much, of which
Wilson's interval is taken. Of a single question this is its Wilson interval.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from omi_report.evidence.counts import rows_where, rows_with
from omi_report.model.area import Area
from omi_report.model.evidence import Answers
from omi_report.scoring.breakdown import EVERYBODY, Where
from omi_report.scoring.interval import Interval, wilson
from omi_report.scoring.results import Result, Scored


@dataclass(frozen=True, slots=True)
class ScoreSpread:
    """What a score rests on: in how many ``cases`` any of its questions was relevant, and its interval in per cent."""

    cases: int
    interval: Interval


@dataclass(frozen=True, slots=True)
class _Part:
    """A question of a score: its weight for each answer, its proportion, and the rows above the line and relevant."""

    weight: Fraction
    proportion: Fraction
    above: int
    relevant: int


def score_spread(area: Area, result: Result, where: Where = EVERYBODY) -> ScoreSpread | None:
    """Return what the score of a result rests on, which is that of the cases that have the values of ``where``.

    None where there is none in per cent, or no evidence, or where it is no weighed sum of questions. Where the
    framework hides small counts, the interval is that of the printed score in so many cases: it tells no more than
    these.
    """
    score, cases = result.score, area.evidence.cases
    if not isinstance(score, Scored) or score.unit != "per-cent" or not score.parts or cases is None:
        return None
    if not area.evidence.sound:
        return None
    parts = _parts(area, cases, score, rows_where(cases, {name: (value,) for name, value in where}))
    together = 0
    for part in parts:
        together |= part.relevant
    size = together.bit_count()
    if area.framework.disclosure.hides:
        return ScoreSpread(size, wilson(float(score.printed) / 100 * size, size))
    return ScoreSpread(size, _interval(parts, size))


def _parts(area: Area, cases: Answers, score: Scored, rows: int) -> list[_Part]:
    questions, found = area.framework.questions, []
    for name, share in score.parts:
        scale = area.framework.answers_to(questions[name])
        above, below = (
            rows & rows_with(cases, name, [answer.id for answer in scale if answer.line == line])
            for line in ("above", "below")
        )
        relevant = above | below
        base = relevant.bit_count()
        found.append(_Part(share / (100 * base), Fraction(above.bit_count(), base), above, relevant))
    return found


def _interval(parts: list[_Part], size: int) -> Interval:
    share = sum((part.weight * part.above.bit_count() for part in parts), Fraction())
    variance = sum((one.weight * other.weight * _together(one, other) for one in parts for other in parts), Fraction())
    answers = sum(part.relevant.bit_count() for part in parts)
    independent = min(float(share * (1 - share) / variance), float(answers)) if variance else float(size)
    return wilson(float(share) * independent, independent)


def _together(one: _Part, other: _Part) -> Fraction:
    """The sum over all cases of how far both answers lie from their proportions, multiplied."""
    return (
        (one.above & other.above).bit_count()
        - other.proportion * (one.above & other.relevant).bit_count()
        - one.proportion * (one.relevant & other.above).bit_count()
        + one.proportion * other.proportion * (one.relevant & other.relevant).bit_count()
    )
