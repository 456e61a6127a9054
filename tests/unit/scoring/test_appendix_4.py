"""Scores against a second implementation, written from the words of the published report alone.

Appendix 4: «The score is based on an average, across each of the questions in the Offender
Management Tool for that criterion, of the proportion of relevant cases in the sample where the work
assessed by that question was judged sufficient ('above the line'). (In the calculation, the results
for the individual questions and for the summary question are weighted 80/20.)» «The score for each
of sections 1 to 3 is then calculated as the average of the scores for the component general
criteria.» «The score for the RoH Thread is calculated as an average, over all the questions … in
sections 1 and 2 relating to RoH, of the proportion of relevant cases where work was judged 'above
the line'.»
"""

from __future__ import annotations

import random
from fractions import Fraction

import pytest

from omi_report.document.kinds import PART_KINDS
from omi_report.model.framework import CriterionDefinition, Framework
from omi_report.model.questions import Question
from omi_report.model.shipped import load_framework
from omi_report.scoring.results import Score, Scored
from omi_report.scoring.score import score_area
from tests.samples import Case, area_with, random_cases, westmark_framework

ABOVE = {"excellent", "sufficient", "yes"}
BELOW = {"insufficient", "poor", "partly", "no"}


def share(question: Question, cases: list[Case]) -> Fraction | None:
    answers = [case[question.id] for case in cases if case[question.id] in ABOVE | BELOW]
    return Fraction(sum(answer in ABOVE for answer in answers), len(answers)) if answers else None


def average(values: list[Fraction]) -> Fraction:
    total = Fraction(0)
    for value in values:
        total = total + value
    return total * Fraction(1, len(values))


def shares(questions: list[Question], cases: list[Case]) -> list[Fraction]:
    return [value for value in (share(question, cases) for question in questions) if value is not None]


def criterion(definition: CriterionDefinition, cases: list[Case], weights: tuple[int, int]) -> Fraction | None:
    individual = shares([question for question in definition.questions if not question.summary], cases)
    summary = shares([question for question in definition.questions if question.summary], cases)
    if not individual or not summary:
        return None
    return weights[0] * average(individual) + weights[1] * summary[0]


def section(values: list[Fraction | None]) -> Fraction | None:
    if not values or None in values:
        return None
    return average([Fraction(rounded(value)) for value in values if value is not None])


def rounded(value: Fraction) -> int:
    below = int(value)  # towards zero, and no score is less
    return below + 1 if value - below >= Fraction(1, 2) else below


def value_of(score: Score | None) -> Fraction | None:
    return score.value if isinstance(score, Scored) else None


def check_agreement(framework: Framework, cases: list[Case], weights: tuple[int, int], thread: str) -> None:
    scores = score_area(area_with(framework, cases))
    for defined, result in zip(framework.sections, scores.sections, strict=True):
        if framework.rule_of("criterion", defined.criteria[0].number).judgement:
            continue
        expected = [criterion(each, cases, weights) for each in defined.criteria]
        assert [value_of(each.score) for each in result.criteria] == expected
        assert value_of(result.score) == section(expected)
        for each, value in zip(result.criteria, expected, strict=True):
            assert not isinstance(each.score, Scored) or value is None or each.score.rounded == rounded(value)
    sections = next(each for each in framework.threads if each.id == thread).sections
    asked = [
        question
        for each in framework.sections
        if each.number in sections
        for definition in each.criteria
        for question in definition.questions
        if thread in question.threads
    ]
    of_thread = shares(asked, cases)
    expected_thread = 100 * average(of_thread) if of_thread else None
    assert value_of(scores.threads[0].score) == expected_thread


@pytest.mark.parametrize("seed", range(10))
def test_agrees_on_a_thousand_small_samples(seed: int) -> None:
    framework, random_ = westmark_framework(), random.Random(seed)
    for _ in range(100):
        cases = random_cases(framework, random_.randrange(0, 25), random_)
        check_agreement(framework, cases, (70, 30), "safety")


@pytest.mark.parametrize("size", [0, 1, 2, 5, 30, 110])
def test_agrees_under_the_framework_of_2006(size: int) -> None:
    framework = load_framework("omi-2006", PART_KINDS)
    check_agreement(framework, random_cases(framework, size, random.Random(size)), (80, 20), "roh")
