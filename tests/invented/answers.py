"""The answers to a case: each by its chance, and all of them better or worse together."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random
from typing import NamedTuple

from omi_report.model.questions import Question
from tests.invented.chance import leaned
from tests.invented.rates import Case, Plan, Rate

# How far the cases differ in how well they are managed, and how far an overall judgement from the sum of the answers.
_SPREAD = 0.9
_LATITUDE = 0.14


class Luck(NamedTuple):
    """What chance has for a question in a case, each from 0 to 1."""

    relevance: float
    result: float
    degree: float


def answer(case: Case, questions: Iterable[Question], plan: Plan, random: Random) -> None:
    """Answer every question that applies to a case; the others are left empty."""
    quality = (random.random() + random.random() + random.random() - 1.5) * 2 * _SPREAD
    # As much is drawn for every question, whatever its rate, so that a change to one leaves the others as they are.
    drawn = [(each, Luck(random.random(), random.random(), random.random())) for each in questions]
    for question, luck in sorted(drawn, key=lambda each: _comes_later(each[0], plan)):
        case[question.id] = _answer(question, case, quality, plan, luck)


def _comes_later(question: Question, plan: Plan) -> int:
    """Questions that hang on others are answered after them, and a summary question last of all."""
    if question.summary:
        return 2
    rate = plan.rates.get(question.id)
    return 1 if rate and rate.hangs_on_others else 0


def _answer(question: Question, case: Case, quality: float, plan: Plan, luck: Luck) -> str:
    if not _applies(question, case):
        return ""
    if question.id in plan.settled:
        return _graded(plan.settled[question.id](case), luck.degree, quality, plan)
    if question.summary:
        mean = _mean(question, case, plan)
        if mean is None:
            return plan.answers.not_relevant
        above = mean + (luck.result - 0.5) * 2 * _LATITUDE >= plan.bars[question.id]
        return _graded(above, luck.degree, quality, plan)
    rate = plan.rates[question.id]
    if luck.relevance >= rate.share or not _is_relevant(rate, case, plan):
        return plan.answers.not_relevant
    return _graded(_is_above(rate, case, luck.result, quality, plan), luck.degree, quality, plan)


def _is_above(rate: Rate, case: Case, result: float, quality: float, plan: Plan) -> bool:
    if any(case[other] in plan.answers.above for other in rate.implied_by):
        return True
    if rate.excluded_by and case[rate.excluded_by] in plan.answers.above:
        return False
    lean = quality + sum(by for value, by in rate.lean.items() if _has(case, value))
    return result < leaned(rate.above, lean)


def _applies(question: Question, case: Case) -> bool:
    return all(case[attribute] in values for attribute, values in question.applies_to.items())


def _is_relevant(rate: Rate, case: Case, plan: Plan) -> bool:
    above, below, _ = plan.answers
    if any(case[attribute] not in values for attribute, values in rate.where.items()):
        return False
    if rate.after and case[rate.after] not in above:
        return False
    if rate.failing and case[rate.failing] not in below:
        return False
    return not rate.along or case[rate.along] in (*above, *below)


def _has(case: Case, value: str) -> bool:
    attribute, wanted = value.split(":")
    return case[attribute] == wanted


def _mean(summary: Question, case: Case, plan: Plan) -> float | None:
    """The part above the line of the answers that a summary question sums up; None if none is relevant."""
    answers = [case[each] for each in plan.summed_up(summary.id)]
    relevant = [each for each in answers if each not in ("", plan.answers.not_relevant)]
    return sum(each in plan.answers.above for each in relevant) / len(relevant) if relevant else None


def _graded(above: bool, degree: float, quality: float, plan: Plan) -> str:
    """Above the line the best work has the best answer, below it the worst has the worst."""
    if above:
        return plan.answers.above[0 if degree < leaned(0.18, quality) else -1]
    return plan.answers.below[-1 if degree < leaned(0.22, -quality) else 0]
