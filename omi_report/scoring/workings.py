"""The arithmetic of a score, written out so that it can be checked with a pocket calculator."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from omi_report.model.framework import Framework
from omi_report.quantity import percent_text
from omi_report.scoring.arithmetic import mean, proportions
from omi_report.scoring.results import CriterionResult, Scored, SectionResult, ThreadResult

FEWEST_PLACES = 6


@dataclass(frozen=True, slots=True)
class Workings:
    """Steps to a score, one a line; ``places`` is how many decimals its proportions need."""

    steps: tuple[str, ...]
    places: int = FEWEST_PLACES


def decimal(value: Fraction, places: int) -> str:
    """Write a value with a number of decimals, the last one rounded half up."""
    return percent_text(value, places)


def places_needed(value: Fraction, terms: int) -> int:
    """Return how many decimals the proportions need, so that whoever adds them up gets the same rounded score.

    ``value`` is the score in per cent, ``terms`` the number of proportions that go into it: each of
    them, rounded, is off by half a unit of its last decimal, and the score is 100 times their mean.
    """
    from_half = abs(value - math.floor(value) - Fraction(1, 2))
    if not from_half:
        return FEWEST_PLACES  # the exact score is a half, and the workings say so
    enough = math.ceil(math.log10(100 * (terms + 2) / from_half))
    return max(FEWEST_PLACES, enough)


def criterion_workings(result: CriterionResult, framework: Framework) -> Workings:
    """Write out how a criterion's score is worked out from its questions; empty where it is not."""
    if not isinstance(result.score, Scored) or not result.questions:
        return Workings(())
    individual = proportions(question for question in result.questions if not question.summary)
    summary = next((each for each in result.questions if each.summary and each.base), None)
    places = places_needed(result.score.value, len(individual))
    steps = list(_mean_of(individual, places, "question"))
    if summary is not None and summary.proportion is not None:
        weights, average, own = framework.weights, mean(individual), summary.proportion
        first, second = Fraction(weights.questions, 100) * average, Fraction(weights.summary, 100) * own
        steps += [
            f"summary question {summary.id}: {decimal(own, places)}",
            f"score: {weights.questions}% × {decimal(average, places)} + {weights.summary}% × {decimal(own, places)}",
            f"  = {decimal(first, places)} + {decimal(second, places)} = {decimal(first + second, places)}",
        ]
    steps.append(_rounded(result.score, places))
    return Workings(tuple(steps), places)


def thread_workings(result: ThreadResult) -> Workings:
    """Write out how a thread's score is worked out from its questions; empty where it is not."""
    values = proportions(result.questions)
    if not isinstance(result.score, Scored) or not values:
        return Workings(())
    places = places_needed(result.score.value, len(values))
    return Workings((*_mean_of(values, places, "question"), _rounded(result.score, places)), places)


def section_workings(result: SectionResult, framework: Framework) -> Workings:
    """Write out how a section's score is worked out from its criteria; empty where it is not."""
    scores = [criterion.score for criterion in result.criteria if isinstance(criterion.score, Scored)]
    if not isinstance(result.score, Scored):
        return Workings(())
    if framework.section_scores == "published":
        total = sum(score.rounded for score in scores)
        terms = " + ".join(str(score.rounded) for score in scores)
        places = 4
        steps = [f"the scores of its criteria, as rounded: {terms} = {total}"]
    else:
        places = places_needed(result.score.value / 100, len(scores))
        exact = sum((score.value for score in scores), Fraction())
        terms = " + ".join(decimal(score.value, places) for score in scores)
        steps = [f"the exact scores of its criteria: {terms} = {decimal(exact, places)}"]
    steps.append(
        f"÷ {len(scores)} criteria = {decimal(result.score.value, places)}%, rounded half up: {result.score.rounded}%"
    )
    return Workings(tuple(steps), places)


def _mean_of(values: Sequence[Fraction], places: int, what: str) -> Iterable[str]:
    total, count = sum(values, Fraction()), len(values)
    many = f"{count} {what}s" if count != 1 else f"one {what}"
    yield f"sum of the proportions of {many}: {decimal(total, places)}"
    yield f"mean: {decimal(total, places)} ÷ {count} = {decimal(mean(values), places)}"


def _rounded(score: Scored, places: int) -> str:
    exact = decimal(score.value, max(places - 2, 4))
    note = ", exactly a half, rounded up" if score.value.denominator == 2 else ", rounded half up"
    return f"  = {exact}%{note}: {score.rounded}%"
