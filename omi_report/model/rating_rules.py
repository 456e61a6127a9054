"""Rules of rating: how a score and a rating are made of what lies below them.

Annotations are not put off (``from __future__``): a record reads them when its class is made.
"""

from decimal import Decimal
from typing import Annotated, Any, ClassVar, Literal, TypeAlias

from omi_report.model.base import Key, Percent, QuestionNumber
from omi_report.model.constraints import Range
from omi_report.model.record import Record, field

Level: TypeAlias = Literal["question", "key-question", "criterion", "section", "thread", "overall"]
"""What can have a score or a rating, in the order in which they are worked out."""

Of: TypeAlias = Literal["questions", "key-questions", "criteria", "sections", "threads"]
"""What a rule is made of."""

OVERALL = "overall"
"""The number of the whole, which has no other: by it the result is asked for."""

LEVELS: tuple[Level, ...] = ("question", "key-question", "criterion", "section", "thread", "overall")
LEVEL_OF: dict[str, Level] = {
    "questions": "question",
    "key-questions": "key-question",
    "criteria": "criterion",
    "sections": "section",
    "threads": "thread",
}
"""The level of each word for several."""

CAN_BE_OF: dict[Level, tuple[Of, ...]] = {
    "key-question": ("questions",),
    "criterion": ("questions", "key-questions"),
    "section": ("questions", "key-questions", "criteria"),
    "thread": ("questions", "key-questions", "criteria", "sections"),
    "overall": ("questions", "key-questions", "criteria", "sections", "threads"),
}
"""What a rule of each level can be made of."""


class When(Record):
    """A condition of a limit: so many items with a rating (or a score), or one that is named."""

    at_least: Annotated[int, Range(1)] | None = field(default=None, about="how many items there must be at least")
    of: Of | None = field(default=None, about="of what: questions, key-questions, criteria, sections, threads")
    number: QuestionNumber | None = field(default=None, about="one of them instead: 2.1, roh")
    rated: Key | None = field(default=None, about="the rating that they have")
    or_worse: bool = field(default=False, about="whether a worse rating counts as well")
    below: Percent | None = field(default=None, about="a score that theirs lies below, in place of a rating")

    def complaint(self) -> str:
        """Say which keys contradict each other."""
        if (self.number is None) == (self.at_least is None):
            return "a condition names one item (number: 2.1), or says how many (at_least: 2, of: sections)"
        if (self.of is None) != (self.at_least is None):
            return "«at_least» and «of» go together: at_least: 2, of: sections"
        if (self.rated is None) == (self.below is None):
            return "a condition has a rating (rated: poor) or a score (below: 50), and not both"
        return "«or_worse» goes with «rated»" if self.or_worse and self.rated is None else ""


class Limit(Record):
    """A rating that the result cannot be better than, under a condition."""

    when: When
    at_most: Key = field(about="the best rating that is then possible")


class RatingRule(Record):
    """How a score and a rating are made, or that inspectors judge; ``none`` where there is neither."""

    judgement: Key | None = field(default=None, about="inspectors judge by this scale; nothing is worked out")
    reason: Literal["needed", "optional"] = field(default="optional", about="whether a judgement needs its reason")
    of: Of | None = field(default=None, about="what it is made of: questions, key-questions, criteria, …")
    take: Literal["mean", "weighted", "lowest", "highest", "sum", "share"] | None = field(
        default=None,
        about="what is taken of them; «share»: the points reached out of the most possible, or answers above the line",
    )
    by: Literal["score", "points", "rating"] | None = field(
        default=None, about="what counts of each: its score, the points of its rating, or the rating itself"
    )
    scores: Literal["exact", "printed"] = field(default="exact", about="whether scores count exactly or as printed")
    summary: Annotated[int, Range(0, 100)] | None = field(
        default=None, about="per cent of the score that the summary question gives; the others give the rest"
    )
    without_summary: Literal["unscorable", "questions-alone"] = field(
        default="unscorable", about="what becomes of the score where the summary question has no result"
    )
    scale: Key | None = field(default=None, about="the scale on which the score is placed")
    compare: Literal["printed", "exact"] = field(
        default="printed", about="whether the printed score is placed on the scale (49.6 as 50) or the exact one"
    )
    missing: Literal["refuse", "leave-out"] | None = field(
        default=None, about="what becomes of an item without a result: no rating, or left out"
    )
    limits: tuple[Limit, ...] = field(default=(), about="what the rating cannot be better than, and when")

    short_schema: ClassVar[dict[str, Any] | None] = {"const": "none"}

    @classmethod
    def from_text(cls, text: str) -> dict[str, Any]:
        """Read «none». Raises ValueError for any other text."""
        if text != "none":
            raise ValueError("a rating is «none», or a mapping: {of: questions, take: mean}, {judgement: grades}")
        return {}

    def complaint(self) -> str:
        """Say which keys contradict each other, within the rule itself."""
        if self.judgement is not None:
            return self._no_rule()
        if self.of is None and self.take is None:
            others = [name for name, value in self.items() if value != self.defaults[name]]
            return f"«{others[0]}» needs a rule: {{of: questions, take: mean, …}}" if others else ""
        if self.of is None or self.take is None:
            return "a rule says of what, and what is taken: {of: questions, take: mean}"
        return self._contradiction()

    def _no_rule(self) -> str:
        allowed = ("judgement", "reason", "limits")
        others = [name for name, value in self.items() if name not in allowed and value != self.defaults[name]]
        return f"a judgement is not worked out, so that «{others[0]}» has no place in it" if others else ""

    def _contradiction(self) -> str:
        if self.reason == "needed":
            return "«reason» belongs to a judgement; a departure from a rule needs its reason in any case"
        if self.summary is not None and (self.of != "questions" or self.take not in ("mean", "weighted")):
            return "«summary» goes with {of: questions} and with the mean or weighted questions"
        if self.summary is None and self.without_summary != "unscorable":
            return "«without_summary» goes with «summary»"
        if self.counts == "rating" and self.take not in ("lowest", "highest"):
            return "of ratings only the lowest or the highest can be taken; by: points takes what they are worth"
        if self.counts == "rating" and (self.scores == "printed" or self.compare == "exact"):
            return "by: rating compares no scores: leave «scores» and «compare» out"
        if self.is_pooled and self.scores == "printed":
            return "a share of questions counts answers, and no scores: leave «scores» out"
        if self.counts == "points" and self.of == "questions":
            return "questions have no rating, and so no points: take key-questions, or by: score"
        if self.counts == "rating" and self.of == "questions":
            return "questions have no rating: take key-questions, or by: score"
        if self.limits and self.scale is None:
            return "limits need a scale: they say how good a rating can be"
        return ""

    @property
    def exists(self) -> bool:
        """Whether there is a rule or a judgement at all."""
        return self.judgement is not None or self.of is not None

    @property
    def is_pooled(self) -> bool:
        """Whether all answers to its questions count together, those above the line out of all relevant ones."""
        return self.take == "share" and self.of == "questions"

    @property
    def counts(self) -> Literal["score", "points", "rating"]:
        """What counts of each item."""
        return self.by or ("points" if self.take == "sum" or (self.take == "share" and not self.is_pooled) else "score")

    @property
    def gives_score(self) -> bool:
        """Whether it gives a score at all: no judgement does, nor the rating of another item."""
        return self.of is not None and self.counts != "rating"

    @property
    def leaves_out(self) -> bool:
        """Whether an item without a result is left out, rather than making the rating impossible."""
        return self.missing == "leave-out" or (self.missing is None and self.of == "questions")

    @property
    def scale_id(self) -> str | None:
        """The scale of its ratings."""
        return self.judgement or self.scale


NO_RATING = RatingRule()
"""Nothing is worked out, and nothing judged."""


class LevelRules(Record):
    """The rule of each level, where an entry has none of its own. A level that is left out has no ratings."""

    key_question: RatingRule = NO_RATING
    criterion: RatingRule = NO_RATING
    section: RatingRule = NO_RATING
    thread: RatingRule = NO_RATING
    overall: RatingRule = NO_RATING


Weight: TypeAlias = Annotated[Decimal, Range(0, 100)]
"""How much an item counts in a weighted score, in per cent."""
