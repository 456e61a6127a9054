"""Counts → scores, by Appendix 4 of the published report, in exact fractions.

- A question's result is the proportion of relevant cases above the line; a question that is
  relevant in no case is left out.
- A criterion's score is an average of these proportions: 80 parts in 100 from the individual
  questions, 20 from the summary question (the weights are the framework's).
- A section's score is the average of its criteria's scores, a thread's that of its questions'.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Literal

from omi_report.language.message import Message, counted, message
from omi_report.model.framework import Weights
from omi_report.scoring.results import QuestionResult, Score, Scored, Unscorable

_NONE_RELEVANT: Message = message("none of its questions is relevant in any case")


def mean(values: Sequence[Fraction]) -> Fraction:
    """Return the mean of one or more values."""
    return sum(values, Fraction()) / len(values)


def proportions(questions: Iterable[QuestionResult]) -> list[Fraction]:
    """Return the proportions of the questions that are relevant in any case, from 0 to 1."""
    return [question.proportion for question in questions if question.proportion is not None]


def criterion_score(questions: Sequence[QuestionResult], weights: Weights) -> Score:
    """Return the score of a criterion from its questions, in per cent."""
    individual = proportions(question for question in questions if not question.summary)
    summary = proportions(question for question in questions if question.summary)
    if not individual:
        return Unscorable(_NONE_RELEVANT)
    average = mean(individual)
    if summary:
        value = weights.questions * average + weights.summary * summary[0]
        basis = counted(
            "%(questions)s/%(summary)s of %(number)s question and the summary question",
            "%(questions)s/%(summary)s of %(number)s questions and the summary question",
            len(individual),
            questions=weights.questions,
            summary=weights.summary,
        )
        return Scored(value, basis)
    if weights.without_summary == "questions-alone":
        basis = counted(
            "mean of %(number)s question, without a summary question",
            "mean of %(number)s questions, without a summary question",
            len(individual),
        )
        return Scored(100 * average, basis)
    asked = next((question.id for question in questions if question.summary), None)
    if asked is None:
        return Unscorable(message("it has no summary question"))
    return Unscorable(message("its summary question %(question)s is relevant in no case", question=asked))


def thread_score(questions: Sequence[QuestionResult]) -> Score:
    """Return the score of a thread from all its questions, in per cent."""
    values = proportions(questions)
    if not values:
        return Unscorable(_NONE_RELEVANT)
    return Scored(
        100 * mean(values), counted("mean of %(number)s question", "mean of %(number)s questions", len(values))
    )


def section_score(title: str, scores: Sequence[Score], of: Literal["published", "exact"] = "published") -> Score:
    """Return the mean of the scores of a section's criteria, as they are published or exact."""
    values = [
        Fraction(score.rounded) if of == "published" else score.value for score in scores if isinstance(score, Scored)
    ]
    if len(values) < len(scores):
        return Unscorable(
            counted(
                "the one criterion of «%(section)s» cannot be scored",
                "%(lacking)s of the %(number)s criteria of «%(section)s» cannot be scored",
                len(scores),
                lacking=len(scores) - len(values),
                section=title,
            )
        )
    if not values:
        return Unscorable(message("«%(section)s» has no criteria", section=title))
    return Scored(mean(values), counted("mean of %(number)s criterion", "mean of %(number)s criteria", len(values)))
