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

from omi_report.model.framework import Weights
from omi_report.scoring.results import QuestionResult, Score, Scored, Unscorable


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
        return Unscorable("none of its questions is relevant in any case")
    average = mean(individual)
    if summary:
        value = weights.questions * average + weights.summary * summary[0]
        return Scored(
            value, f"{weights.questions}/{weights.summary} of {_questions(individual)} and the summary question"
        )
    if weights.without_summary == "questions-alone":
        return Scored(100 * average, f"mean of {_questions(individual)}, without a summary question")
    asked = next((question.id for question in questions if question.summary), None)
    if asked is None:
        return Unscorable("it has no summary question")
    return Unscorable(f"its summary question {asked} is relevant in no case")


def thread_score(questions: Sequence[QuestionResult]) -> Score:
    """Return the score of a thread from all its questions, in per cent."""
    values = proportions(questions)
    if not values:
        return Unscorable("none of its questions is relevant in any case")
    return Scored(100 * mean(values), f"mean of {_questions(values)}")


def section_score(title: str, scores: Sequence[Score], of: Literal["published", "exact"] = "published") -> Score:
    """Return the mean of the scores of a section's criteria, as they are published or exact."""
    values = [
        Fraction(score.rounded) if of == "published" else score.value for score in scores if isinstance(score, Scored)
    ]
    if len(values) < len(scores):
        lacking = len(scores) - len(values)
        return Unscorable(f"{lacking} of the {len(scores)} criteria of «{title}» cannot be scored")
    if not values:
        return Unscorable(f"«{title}» has no criteria")
    return Scored(mean(values), f"mean of {len(values)} criteria")


def _questions(values: Sequence[Fraction]) -> str:
    return f"{len(values)} question{'s' * (len(values) != 1)}"
