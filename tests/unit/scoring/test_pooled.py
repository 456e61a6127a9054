"""A share of questions: all their answers together, so that a question counts by how many cases it was relevant in."""

from __future__ import annotations

from fractions import Fraction

from omi_report.language.known import ENGLISH
from omi_report.model.questions import Question
from omi_report.model.rating_rules import RatingRule
from omi_report.scoring.arithmetic import taken
from omi_report.scoring.items import question_item
from omi_report.scoring.results import Item, QuestionResult, RatedResult, Scored
from omi_report.scoring.sensitivity import leverage
from omi_report.scoring.workings import workings_of

RULE = RatingRule(of="questions", take="share")
RESULTS = (QuestionResult("a", "?", 30, 40), QuestionResult("b", "?", 3, 5), QuestionResult("c", "?", 0, 0))


def item(result: QuestionResult) -> Item:
    return question_item(Question(id=result.id, text="?"), result)


def test_answers_count_and_not_questions() -> None:
    """33 of 45 answers are above the line: 73.3%; the mean of 75% and 60% would be 67.5%."""
    score = taken(RULE, [item(each) for each in RESULTS], "T").score
    assert isinstance(score, Scored)
    assert (score.value, score.text) == (Fraction(100 * 33, 45), "73")
    assert ENGLISH.say(score.basis) == "33 of 45 answers"


def test_the_steps_can_be_followed_by_hand() -> None:
    items = tuple(item(each) for each in RESULTS)
    result = RatedResult(
        number="t", title="T", rule=RULE, score=taken(RULE, items, "T").score, items=items, questions=RESULTS
    )
    assert workings_of(result).steps == (
        "answers above the line: 30 + 3 = 33",
        "relevant answers: 40 + 5 = 45",
        "100 × 33 ÷ 45 = 73.3333%, rounded half up: 73%",
    )
    assert {lever.one_answer for lever in leverage(result)} == {Fraction(100, 45)}


def test_it_takes_no_printed_scores_and_no_points() -> None:
    assert "counts answers" in RULE.replaced(scores="printed").complaint()
    assert "questions have no" in RULE.replaced(by="points").complaint()
