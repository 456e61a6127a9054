"""Questions about cases, key questions that group them, and surveys.

Annotations are not put off (``from __future__``): a record reads them when its class is made.
"""

from typing import Annotated, Literal

from omi_report.model.attributes import Attributes
from omi_report.model.base import Key, Keys, OneOrMore, QuestionNumber, Words
from omi_report.model.constraints import Filled
from omi_report.model.rating_rules import RatingRule, Weight
from omi_report.model.record import Record, field


class Answer(Record):
    """An answer to a question, and whether it counts as above the line, below it or not at all."""

    id: Key
    name: Words
    line: Literal["above", "below", "not-relevant"]


YES_NO = (Answer(id="yes", name="Yes", line="above"), Answer(id="no", name="No", line="below"))


class Question(Record):
    """A question that inspectors answer about each case to which it applies."""

    id: QuestionNumber
    text: Words
    applies_to: dict[Words, OneOrMore] = field(default={}, about="only to cases with these attributes")
    threads: Keys = ()
    summary: bool = field(default=False, about="the summary question, which the rule can weigh apart")
    weight: Weight | None = field(default=None, about="per cent, where a weighted score takes questions")
    answers: tuple[Answer, ...] = field(default=(), about="its own answers, where the framework's will not do")


class KeyQuestion(Record):
    """A question of a criterion that is answered by its case questions together."""

    id: QuestionNumber
    text: Words
    questions: Annotated[tuple[Question, ...], Filled()]
    threads: Keys = ()
    weight: Weight | None = field(default=None, about="per cent, where a weighted score takes key questions")
    rating: RatingRule | None = field(default=None, about="its own rule, in place of that of all key questions")


class SurveyQuestion(Record):
    """A question put to service users, sentencers or staff."""

    id: Key
    text: Words
    answers: tuple[Answer, ...] = field(default=(), about="its own answers, where the survey's will not do")


class Survey(Record):
    """A survey: who was asked, and what. Above the line are the answers that count as positive."""

    id: Key
    title: Words
    answers: Annotated[tuple[Answer, ...], Filled()] = YES_NO
    questions: tuple[SurveyQuestion, ...] = ()
    attributes: Attributes = field(default={}, about="what is known of each who answered, with its values")

    def answers_to(self, question: SurveyQuestion) -> tuple[Answer, ...]:
        """Return the answers that a question of the survey can have."""
        return question.answers or self.answers
