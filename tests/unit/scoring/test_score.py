from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from omi_report.document.kinds import PART_KINDS
from omi_report.errors import TooManyPartsError, UnknownNameError
from omi_report.language.known import ENGLISH
from omi_report.language.message import message
from omi_report.model.load import load_area
from omi_report.model.questions import Question
from omi_report.model.rating_rules import RatingRule
from omi_report.scoring.arithmetic import taken
from omi_report.scoring.breakdown import by_attributes
from omi_report.scoring.items import question_item
from omi_report.scoring.results import Item, QuestionResult, Result, Row, Score, Scored, Unscorable
from omi_report.scoring.score import score_area
from omi_report.source.snapshot import Snapshot
from tests.samples import area_with, random_cases, westmark_framework

FRAMEWORK = westmark_framework()
HAMPSHIRE = Path(__file__).parents[3] / "areas" / "hampshire"

samples = st.builds(
    lambda size, seed: random_cases(FRAMEWORK, size, random.Random(seed)),
    st.integers(0, 30),
    st.integers(0, 2**32),
)


CRITERION = RatingRule(of="questions", take="mean", summary=20)
SECTION = RatingRule(of="criteria", take="mean", scores="printed")
THREAD = RatingRule(of="questions", take="mean")


def question(count: int, base: int, *, summary: bool = False) -> Item:
    name = "9.9.9" if summary else "9.9.1"
    return question_item(Question(id=name, text="?", summary=summary), QuestionResult(name, "?", count, base, summary))


def criterion_score(questions: list[Item], rule: RatingRule = CRITERION) -> Score:
    return taken(rule, questions, "Plans").score


def row_of(result: Result) -> Row | None:
    """A result as data; nothing of what inspectors judge, which is about the whole alone."""
    return None if result.is_judged else result.to_row()


def section_score(scores: Sequence[Score], rule: RatingRule = SECTION) -> Score:
    items = [Item("criterion", f"1.{at}", score) for at, score in enumerate(scores, start=1)]
    return taken(rule, items, "Learning").score


def test_hampshire_has_the_published_section_and_thread_scores() -> None:
    area = load_area(Snapshot.of(HAMPSHIRE), PART_KINDS).area
    assert area is not None
    scores = score_area(area)
    sections = [section.score.rounded for section in scores.sections if isinstance(section.score, Scored)]
    assert sections == [68, 68, 60]
    assert scores.threads[0].score == Scored(
        Fraction(69), message("as published"), slack=(Fraction(1, 2), Fraction(1, 2))
    )
    assert scores.cases is None


@given(samples, st.randoms(use_true_random=False))
def test_order_of_cases_and_columns_changes_nothing(cases: list[dict[str, str]], random_: random.Random) -> None:
    columns = ["case", *FRAMEWORK.attributes, *FRAMEWORK.questions]
    shuffled, mixed = cases.copy(), columns.copy()
    random_.shuffle(shuffled)
    random_.shuffle(mixed)
    assert score_area(area_with(FRAMEWORK, shuffled, mixed)) == score_area(area_with(FRAMEWORK, cases))


@given(samples)
def test_a_case_of_which_nothing_is_relevant_changes_no_score(cases: list[dict[str, str]]) -> None:
    irrelevant = {"case": "X", "case_type": "workshop", "year": "1"} | dict.fromkeys(
        FRAMEWORK.questions, "not-relevant"
    )
    before, after = score_area(area_with(FRAMEWORK, cases)), score_area(area_with(FRAMEWORK, [*cases, irrelevant]))
    if cases:
        assert replace(after, cases=before.cases) == before
    else:
        assert all(not isinstance(result.score, Scored) for result in after.criteria.values())


def test_80_and_20() -> None:
    score = criterion_score([question(1, 2), question(1, 1), question(1, 4, summary=True)])
    assert isinstance(score, Scored)
    assert score.value == 80 * Fraction(3, 4) + 20 * Fraction(1, 4)


def test_a_half_is_rounded_up() -> None:
    score = criterion_score(
        [question(1, 2), question(1, 1), question(1, 1, summary=True)], CRITERION.replaced(summary=50)
    )
    assert isinstance(score, Scored)
    assert (score.value, score.rounded) == (Fraction(175, 2), 88)


def test_a_question_without_a_relevant_case_is_left_out() -> None:
    with_it = criterion_score([question(0, 0), question(3, 4), question(1, 2, summary=True)])
    without = criterion_score([question(3, 4), question(1, 2, summary=True)])
    assert with_it == without


@pytest.mark.parametrize(
    ("questions", "reason"),
    [
        ([question(1, 2)], "it has no summary question"),
        ([question(1, 2), question(0, 0, summary=True)], "its summary question 9.9.9 is relevant in no case"),
        ([question(0, 0), question(1, 2, summary=True)], "none of its questions is relevant in any case"),
        ([], "it has no questions"),
    ],
)
def test_what_cannot_be_scored_says_why(questions: list[Item], reason: str) -> None:
    score = criterion_score(questions)
    assert isinstance(score, Unscorable)
    assert ENGLISH.say(score.reason) == reason


def test_the_framework_may_score_without_a_summary_question() -> None:
    score = criterion_score([question(1, 2), question(1, 1)], CRITERION.replaced(without_summary="questions-alone"))
    assert isinstance(score, Scored)
    assert score.value == 75


@pytest.mark.parametrize(
    ("questions", "without_summary", "basis"),
    [
        ([question(1, 2), question(1, 1), question(1, 4, summary=True)], False, "80/20 of 2 questions and the summary"),
        ([question(1, 2), question(1, 4, summary=True)], False, "80/20 of 1 question and the summary"),
        ([question(1, 2), question(1, 1)], True, "mean of 2 questions, without a summary"),
        ([question(1, 2)], True, "mean of 1 question, without a summary"),
    ],
)
def test_a_score_says_what_it_comes_from(questions: list[Item], without_summary: bool, basis: str) -> None:
    rule = CRITERION.replaced(without_summary="questions-alone" if without_summary else "unscorable")
    score = criterion_score(questions, rule)
    assert isinstance(score, Scored)
    assert ENGLISH.say(score.basis) == f"{basis} question"


@pytest.mark.parametrize(("criteria", "basis"), [(1, "mean of 1 criterion"), (3, "mean of 3 criteria")])
def test_the_score_of_a_section_says_what_it_comes_from(criteria: int, basis: str) -> None:
    score = section_score([Scored(Fraction(64), message("as published"))] * criteria)
    assert isinstance(score, Scored)
    assert ENGLISH.say(score.basis) == basis


@pytest.mark.parametrize(
    ("criteria", "reason"),
    [
        (0, "«Learning» has no criteria"),
        (1, "the one criterion of «Learning» cannot be scored"),
        (3, "3 of the 3 criteria of «Learning» cannot be scored"),
    ],
)
def test_a_section_without_a_score_says_why(criteria: int, reason: str) -> None:
    score = section_score([Unscorable(message("no score is published"))] * criteria)
    assert isinstance(score, Unscorable)
    assert ENGLISH.say(score.reason) == reason


def test_an_empty_sample_has_no_score_and_says_so() -> None:
    scores = score_area(area_with(FRAMEWORK, []))
    assert scores.criteria["1.1"].score == Unscorable(message("the sample has no %(terms_case)s"))
    assert scores.threads[0].score == Unscorable(message("the sample has no %(terms_case)s"))
    section = scores.sections[0].score
    assert isinstance(section, Unscorable)
    assert ENGLISH.say(section.reason) == "2 of the 2 criteria of «Learning» cannot be scored"


def test_a_thread_without_a_relevant_case_has_no_score() -> None:
    assert isinstance(taken(THREAD, [question(0, 0)], "Safety").score, Unscorable)


def test_sections_are_means_of_rounded_or_of_exact_scores_as_the_framework_says() -> None:
    scores = [Scored(Fraction(645, 10), message("as published")), Scored(Fraction(662, 10), message("as published"))]
    published, exact = section_score(scores), section_score(scores, SECTION.replaced(scores="exact"))
    assert isinstance(published, Scored)
    assert isinstance(exact, Scored)
    assert (published.value, exact.value) == (Fraction(131, 2), Fraction(6535, 100))


@pytest.mark.parametrize("attributes", [("case_type",), ("year", "case_type")])
def test_parts_of_the_sample_are_scored_alone(attributes: tuple[str, ...]) -> None:
    cases = random_cases(FRAMEWORK, 60, random.Random(7))
    groups = by_attributes(area_with(FRAMEWORK, cases), attributes)
    values = [(*FRAMEWORK.attributes[name].ids, None) for name in attributes]
    wheres = [tuple(pair for pair in zip(attributes, each, strict=True) if pair[1]) for each in product(*values)]
    assert [group.where for group in groups] == wheres
    whole = {question for question in FRAMEWORK.questions if relevant(cases, question)}
    for group in groups:
        own = [case for case in cases if all(case[name] == value for name, value in group.where)]
        assert group.cases == len(own)
        alone = score_area(area_with(FRAMEWORK, own)).results
        worked_out = zip(group.scores.results, alone, strict=True)
        assert all(row_of(mine) == row_of(theirs) for mine, theirs in worked_out if not mine.is_judged)
        assert group.dropped == {question for question in whole if own and not relevant(own, question)}


def relevant(cases: list[dict[str, str]], question: str) -> int:
    return sum(case[question] not in ("", "not-relevant") for case in cases)


def test_parts_that_cannot_be_scored_say_why() -> None:
    area = area_with(FRAMEWORK, random_cases(FRAMEWORK, 5, random.Random(7)))
    with pytest.raises(UnknownNameError, match="case_type is named twice"):
        by_attributes(area, ("case_type", "case_type"))
    with pytest.raises(UnknownNameError, match="did you mean case_type"):
        by_attributes(area, ("case_typ",))
    many = FRAMEWORK.replaced(
        attributes=dict.fromkeys(("a", "b", "c", "d", "e", "f"), FRAMEWORK.attributes["case_type"])
    )
    with pytest.raises(TooManyPartsError, match="729 parts of the sample, and 400 are the most"):
        by_attributes(replace(area, framework=many), tuple(many.attributes))
