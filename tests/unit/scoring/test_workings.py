"""With what --detail prints and a pocket calculator, a reader comes to the score."""

from __future__ import annotations

import math
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from omi_report.language.message import message
from omi_report.model.questions import Question
from omi_report.model.rating_rules import RatingRule
from omi_report.scoring.arithmetic import taken
from omi_report.scoring.interval import wilson
from omi_report.scoring.items import question_item
from omi_report.scoring.results import CriterionResult, Item, QuestionResult, Scored, SectionResult, Unscorable
from omi_report.scoring.workings import decimal, places_needed, workings_of

counts = st.integers(1, 120).flatmap(lambda base: st.tuples(st.integers(0, base), st.just(base)))


RULE = RatingRule(of="questions", take="mean", summary=20)


def scored(questions: list[QuestionResult]) -> CriterionResult:
    items = tuple(question_item(Question(id=each.id, text="?", summary=each.summary), each) for each in questions)
    score = taken(RULE, items, "T").score
    return CriterionResult(number="1.1", title="T", rule=RULE, score=score, items=items, questions=tuple(questions))


@given(st.lists(counts, min_size=1, max_size=25), counts)
def test_the_printed_proportions_give_the_score(individual: list[tuple[int, int]], summary: tuple[int, int]) -> None:
    questions = [QuestionResult(f"1.1.{n}", "?", *pair) for n, pair in enumerate(individual)]
    questions.append(QuestionResult("1.1.99", "?", *summary, summary=True))
    result = scored(questions)
    score, workings = result.score, workings_of(result)
    assert isinstance(score, Scored)
    printed = [Decimal(decimal(each.proportion or Fraction(), workings.places)) for each in questions]
    by_hand = 80 * (sum(printed[:-1], Decimal()) / len(individual)) + 20 * printed[-1]
    if score.value.denominator == 2:  # the exact score is a half, which rounded proportions need not show
        assert "exactly a half" in workings.steps[-1]
    else:
        assert int(by_hand.quantize(Decimal(1), ROUND_HALF_UP)) == score.rounded
    assert workings.steps[-1].endswith(f": {score.rounded}%")


def test_the_steps_of_a_criterion() -> None:
    questions = [
        QuestionResult("1.1.1", "?", 1, 3),
        QuestionResult("1.1.2", "?", 0, 0),
        QuestionResult("1.1.3", "?", 3, 4),
        QuestionResult("1.1.4", "?", 1, 2, summary=True),
    ]
    assert workings_of(scored(questions)).steps == (
        "sum of the proportions of 2 questions: 1.083333",
        "mean: 1.083333 ÷ 2 = 0.541667",
        "summary question 1.1.4: 0.500000",
        "score: 80% × 0.541667 + 20% × 0.500000",
        "  = 0.433333 + 0.100000 = 0.533333",
        "  = 53.3333%, rounded half up: 53%",
    )


def test_more_decimals_where_the_rounding_hangs_on_them() -> None:
    assert places_needed(Fraction(64), 10) == 6
    assert places_needed(Fraction(645, 10) - Fraction(1, 10**7), 10) > 9
    assert places_needed(Fraction(129, 2), 10) == 6


def test_a_section_adds_up_its_criteria() -> None:
    scores = (Fraction(72), Fraction(64), Fraction(75))
    items = tuple(Item("criterion", f"1.{n}", Scored(score, message("why"))) for n, score in enumerate(scores))
    rule = RatingRule(of="criteria", take="mean", scores="printed")
    section = SectionResult(number="1", title="T", rule=rule, items=items, score=taken(rule, items, "T").score)
    assert workings_of(section).steps == (
        "the scores of its criteria, as rounded: 72 + 64 + 75 = 211",
        "÷ 3 criteria = 70.3333%, rounded half up: 70%",
    )
    refused = SectionResult(number="1", title="T", rule=rule, items=items, score=Unscorable(message("why")))
    assert workings_of(refused).steps == ()


@pytest.mark.parametrize(
    ("count", "base", "low", "high"),
    [(0, 10, 0.0, 27.75), (5, 10, 23.66, 76.34), (10, 10, 72.25, 100.0), (81, 263, 25.53, 36.62)],
)
def test_wilson_agrees_with_published_values(count: int, base: int, low: float, high: float) -> None:
    """81 of 263 is the example of Newcombe (1998), Statistics in Medicine 17, 857-872: 0.2553 to 0.3662."""
    interval = wilson(count, base)
    assert math.isclose(interval.low, low, abs_tol=0.005)
    assert math.isclose(interval.high, high, abs_tol=0.005)


@given(counts)
def test_wilson_holds_the_proportion_and_stays_between_0_and_100(pair: tuple[int, int]) -> None:
    count, base = pair
    low, high = wilson(count, base)
    assert 0 <= low <= 100 * count / base + 1e-9
    assert 100 * count / base - 1e-9 <= high <= 100
