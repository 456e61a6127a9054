"""Published scores as sums: between what the score of each result must lie, as it is printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from omi_report.evidence.counts import Tally
from omi_report.inspection import Inspection
from omi_report.model.area import Area
from omi_report.scoring.results import RatedResult, Scored, Scores
from omi_report.scoring.score import score_tallies


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """What the published score of a result says: the questions' proportions, weighed, lie between two numbers.

    ``parts`` are the weights by question, ``shares`` the proportions in truth. The sum is ``low`` or more, and less
    than ``high``.
    """

    result: str
    parts: Mapping[str, Fraction]
    shares: Mapping[str, Fraction]
    low: Fraction
    high: Fraction


def score_lines(scores: Scores) -> tuple[ScoreLine, ...]:
    """Return what the scores of an area say of the answers to its questions."""
    asked = (each for result in scores.criteria.values() for each in result.questions)
    shares = {each.id: each.proportion or Fraction() for each in asked}
    return tuple(line for result in scores.results for line in _lines(result, shares))


def _lines(result: RatedResult, shares: Mapping[str, Fraction]) -> Iterator[ScoreLine]:
    score = result.score
    if not isinstance(score, Scored) or not score.parts:
        return
    low, high = _printed(result, score)
    parts = dict(score.parts)
    if _sum(parts, shares) == score.value:
        yield ScoreLine(result.number, parts, shares, low, high)
    if result.rule.take in ("lowest", "highest"):
        bounds = (low, Fraction(1000)) if result.rule.take == "lowest" else (Fraction(-1), high)
        for item in result.items:
            other = item.printed
            if other and other.parts and item.number not in result.deciding:
                yield ScoreLine(result.number, dict(other.parts), shares, *bounds)


def _sum(parts: Mapping[str, Fraction], shares: Mapping[str, Fraction]) -> Fraction:
    return sum((part * shares.get(name, Fraction()) for name, part in parts.items()), Fraction())


def _printed(result: RatedResult, score: Scored) -> tuple[Fraction, Fraction]:
    """Between what an exact score lies that is printed so, and that has the rating which is printed."""
    half = Fraction(1, 2 * 10**score.decimals)
    low, high = score.printed - half, score.printed + half
    if result.scale is None or result.rule.compare != "exact":
        return low, high
    limits = [Fraction(band.lowest) for band in result.scale.bands if band.lowest is not None]
    return (
        max([low, *(limit for limit in limits if limit <= score.value)]),
        min([high, *(limit for limit in limits if limit > score.value)]),
    )


def tallies_of(scores: Scores) -> dict[str, Tally]:
    """Return the count and the base of each question about cases."""
    results = (each for result in scores.criteria.values() for each in result.questions)
    return {each.id: Tally(each.count, each.base) for each in results}


def prints_the_same(inspection: Inspection, changed: Mapping[str, Tally]) -> bool:
    """Say whether all scores and ratings would be printed as they are if some questions had other counts."""
    scores = inspection.scores
    return _seen(_scored(inspection.area, scores, changed)) == _seen(scores)


def _scored(area: Area, scores: Scores, changed: Mapping[str, Tally]) -> Scores:
    return score_tallies(area, tallies_of(scores) | dict(changed))


def _seen(scores: Scores) -> list[object]:
    """What a reader sees of each result."""
    return [
        (
            each.key,
            (each.score.text, each.score.out_of) if isinstance(each.score, Scored) else each.score,
            each.band,
            each.conclusion,
            tuple(limit.place for limit in each.limits),
            each.lacking,
        )
        for each in scores.results
    ]
