"""A published score as a sum: between what it must lie as it is printed, and whether other counts print the same."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from omi_report.disclosure.bounds import Sum
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

    @property
    def known(self) -> Fraction:
        """What the sum comes to in truth."""
        return sum((part * self.shares.get(name, Fraction()) for name, part in self.parts.items()), Fraction())

    @property
    def holds(self) -> bool:
        """Whether the sum lies there in truth."""
        return self.low <= self.known < self.high


def count_sums(lines: Sequence[ScoreLine], bases: Mapping[str, int]) -> tuple[Sum, ...]:
    """Return what scores say of the counts of some questions, as sums.

    ``bases`` has the questions in the order of their places, each with its base. The counts of all others are as they
    are in truth.
    """
    places = {name: place for place, name in enumerate(bases)}
    found = []
    for line in lines:
        inside = {name: part / bases[name] for name, part in line.parts.items() if bases.get(name)}
        if not inside:
            continue
        known = sum((part * line.shares[name] for name, part in line.parts.items() if name not in inside), Fraction())
        low, high = line.low - known, line.high - known
        scale = math.lcm(low.denominator, high.denominator, *(weight.denominator for weight in inside.values()))
        terms = tuple((places[name], int(weight * scale)) for name, weight in inside.items())
        found.append(Sum(terms, int(low * scale), int(high * scale) - 1))
    return tuple(found)


def printed_ends(result: RatedResult, score: Scored) -> tuple[Fraction, Fraction]:
    """Between what an exact score lies that is printed so, and that has the rating which is printed."""
    half = Fraction(1, 2 * 10**score.decimals)
    low, high = score.printed - half, score.printed + half
    if result.scale is None or result.rule.compare != "exact" or result.rule.scores == "printed":
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
