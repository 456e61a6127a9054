"""The items that a rule of rating takes: questions, key questions, criteria, sections, threads, in one shape."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from omi_report.language.message import message
from omi_report.model.framework import Framework
from omi_report.model.questions import Question
from omi_report.scoring.results import Item, QuestionResult, RatedResult, Score, Scored, Unscorable


def question_item(question: Question, result: QuestionResult | None) -> Item:
    """Return a question as an item: its score is the proportion above the line, in per cent.

    Without a result, since there is no evidence, it has none.
    """
    share = result.proportion if result else None
    score: Score
    if result is None:
        score = Unscorable(message("there is no evidence"))
    elif share is None:
        score = Unscorable(message("no %(term_case)s in which it is relevant"))
    else:
        basis = message("%(count)s of %(base)s", count=result.count, base=result.base)
        score = Scored(100 * share, basis, parts=((question.id, Fraction(100)),))
    weight = None if question.weight is None else Fraction(question.weight)
    return Item(
        "question",
        question.id,
        score,
        weight=weight,
        summary=question.summary,
        threads=question.threads,
        base=result.base if result else 0,
    )


def result_item(result: RatedResult, framework: Framework) -> Item:
    """Return a result as an item, with the weight and the threads that the framework gives it.

    Where its rule gives a score, and the area publishes the rating alone, there is a score that nobody knows.
    """
    weight, threads = _declared(result, framework)
    score = result.score
    if score is None and result.rule.gives_score:
        score = Unscorable(message("no %(term_score)s is published"))
    return Item(
        result.level,
        result.number,
        score,
        result.rating,
        result.scale,
        None if weight is None else Fraction(weight),
        threads=threads,
    )


def _declared(result: RatedResult, framework: Framework) -> tuple[Decimal | None, tuple[str, ...]]:
    match result.level:
        case "key-question":
            key_question = framework.key_questions[result.number]
            return key_question.weight, key_question.threads
        case "criterion":
            criterion = framework.criteria[result.number]
            return criterion.weight, criterion.threads
        case "section":
            return next(each.weight for each in framework.sections if each.number == result.number), ()
        case "thread":
            return next(each.weight for each in framework.threads if each.id == result.number), ()
        case _:
            return None, ()
