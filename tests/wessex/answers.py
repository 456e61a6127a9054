"""The answers to a case: each by its chance, and all of them better or worse together."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from omi_report.model.framework import Framework, Question
from tests.wessex.chance import leaned
from tests.wessex.rates import BARS, RATES, Rate
from tests.wessex.sample import Case

ABOVE = ("excellent", "sufficient")
BELOW = ("insufficient", "poor")
NOT_RELEVANT = "not-relevant"

# How far the cases differ in how well they are managed, and how far an overall judgement from the sum of the answers.
_SPREAD = 0.9
_LATITUDE = 0.14


class Luck(NamedTuple):
    """What chance has for a question in a case, each from 0 to 1."""

    relevance: float
    result: float
    degree: float


def answer(case: Case, framework: Framework, random: Random) -> None:
    """Answer every question that applies to a case; the others are left empty.

    One question is settled by the case itself: 1.1.1 asks whether a report was prepared.
    """
    quality = (random.random() + random.random() + random.random() - 1.5) * 2 * _SPREAD
    # As much is drawn for every question, whatever its rate, so that a change to one leaves the others as they are.
    luck = {name: Luck(random.random(), random.random(), random.random()) for name in framework.questions}
    for question in sorted(framework.questions.values(), key=_comes_later):
        case[question.id] = _answer(question, case, quality, framework, luck[question.id])


def _comes_later(question: Question) -> int:
    """Questions that hang on others are answered after them, and a summary question last of all."""
    if question.summary:
        return 2
    rate = RATES.get(question.id)
    return 1 if rate and rate.hangs_on_others else 0


def _answer(question: Question, case: Case, quality: float, framework: Framework, luck: Luck) -> str:
    if not _applies(question, case):
        return ""
    if question.id == "1.1.1":
        return _graded(case["psr"] == "yes", luck.degree, quality)
    if question.summary:
        mean = _mean(question, case, framework)
        if mean is None:
            return NOT_RELEVANT
        return _graded(mean + (luck.result - 0.5) * 2 * _LATITUDE >= BARS[question.id], luck.degree, quality)
    rate = RATES[question.id]
    if luck.relevance >= rate.share or not _is_relevant(rate, case):
        return NOT_RELEVANT
    return _graded(_is_above(rate, case, luck.result, quality), luck.degree, quality)


def _is_above(rate: Rate, case: Case, result: float, quality: float) -> bool:
    if any(case[other] in ABOVE for other in rate.implied_by):
        return True
    if rate.excluded_by and case[rate.excluded_by] in ABOVE:
        return False
    lean = quality + sum(by for value, by in rate.lean.items() if _has(case, value))
    return result < leaned(rate.above, lean)


def _applies(question: Question, case: Case) -> bool:
    return all(case[attribute] in values for attribute, values in question.applies_to.items())


def _is_relevant(rate: Rate, case: Case) -> bool:
    if any(case[attribute] not in values for attribute, values in rate.where.items()):
        return False
    if rate.after and case[rate.after] not in ABOVE:
        return False
    if rate.failing and case[rate.failing] not in BELOW:
        return False
    return not rate.along or case[rate.along] in (*ABOVE, *BELOW)


def _has(case: Case, value: str) -> bool:
    attribute, wanted = value.split(":")
    return case[attribute] == wanted


def _mean(summary: Question, case: Case, framework: Framework) -> float | None:
    """The part above the line of a case's answers to a summary question's criterion; None if none is relevant."""
    criterion = summary.id.rpartition(".")[0]
    answers = [
        case[each.id]
        for each in framework.questions.values()
        if each.id.rpartition(".")[0] == criterion and not each.summary
    ]
    relevant = [each for each in answers if each not in ("", NOT_RELEVANT)]
    return sum(each in ABOVE for each in relevant) / len(relevant) if relevant else None


def _graded(above: bool, degree: float, quality: float) -> str:
    """Above the line the best work is excellent, below it the worst is poor."""
    if above:
        return "excellent" if degree < leaned(0.18, quality) else "sufficient"
    return "poor" if degree < leaned(0.22, -quality) else "insufficient"
