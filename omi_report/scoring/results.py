"""The results of scoring: scores, or the reasons why there are none."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any, ClassVar, TypeAlias

from omi_report.errors import UnknownNameError
from omi_report.language.known import ENGLISH
from omi_report.language.language import Language
from omi_report.language.message import Message
from omi_report.model.facts import Statement
from omi_report.model.rating_rules import NO_RATING, Level, Limit, RatingRule
from omi_report.model.scales import Band, Scale, Unit
from omi_report.numbering import name_of
from omi_report.problems import meant_or_all
from omi_report.quantity import exact as as_fraction, half_up, percent_text

Row: TypeAlias = dict[str, Any]
"""A result as plain data for a table: texts, numbers, yes or no, and None for what there is not."""

ROW_COLUMNS = (
    *("kind", "number", "title", "score", "out_of", "unrounded", "fraction"),
    *("published", "band", "conclusion", "grade", "rating", "note"),
)
"""What a row of a result may have, in order."""

QUESTION_COLUMNS = ("criterion", "question", "text", "summary", "count", "base", "percent")
"""What the row of a question has, in order."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A score, exact; ``basis`` says in a few words where it comes from.

    ``value`` is in per cent, or in points where ``unit`` says so; ``out_of`` are then the most points that were
    possible. ``places`` are the decimal places that such scores are printed with, and ``more`` those that are printed
    beyond them, where the score would else seem to lie in another band than it does. ``parts`` say how much each
    question gives, by its id: the score is the sum of each question's proportion times its part. They are empty where
    questions do not settle the score alone. ``slack`` is how far the exact score can lie below ``value`` and above it,
    where only rounded ones are published.
    """

    value: Fraction
    basis: Message
    unit: Unit = "per-cent"
    out_of: Fraction | None = None
    places: int = 0
    parts: tuple[tuple[str, Fraction], ...] = ()
    slack: tuple[Fraction, Fraction] = (Fraction(), Fraction())
    more: int = 0

    @property
    def decimals(self) -> int:
        """How many decimal places are printed."""
        return self.places + self.more

    @property
    def printed(self) -> Fraction:
        """The score as published, rounded half up to the decimal places that are printed."""
        return _to_places(self.value, self.decimals)

    @property
    def as_usual(self) -> Fraction:
        """The score as it would be published if its band did not count: rounded half up to the usual places."""
        return _to_places(self.value, self.places)

    def agrees_with(self, stated: Fraction) -> bool:
        """Say whether a score that somebody states is this one, as it is published or as usually rounded."""
        return stated in (self.printed, self.as_usual)

    @property
    def rounded(self) -> int:
        """The score as a whole number, rounded half up."""
        return half_up(self.value)

    @property
    def text(self) -> str:
        """The score as published, in digits: 64, 2.4."""
        return percent_text(self.value, self.decimals)


@dataclass(frozen=True, slots=True)
class Unscorable:
    """No score can be given, and why."""

    reason: Message


Score: TypeAlias = Scored | Unscorable


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """A question's count of cases above the line, and the base: all cases in which it was relevant."""

    id: str
    text: str
    count: int
    base: int
    summary: bool = False

    @property
    def proportion(self) -> Fraction | None:
        """The part above the line, from 0 to 1; None where the question is relevant in no case."""
        return Fraction(self.count, self.base) if self.base else None

    def to_row(self, criterion: str = "") -> Row:
        """Return the question as a row, with its count, base and percentage; ``criterion`` is that it belongs to."""
        share = self.proportion
        return {
            "criterion": criterion,
            "question": self.id,
            "text": self.text,
            "summary": self.summary,
            "count": self.count,
            "base": self.base,
            "percent": None if share is None else float(percent_text(100 * share, 2)),
        }


@dataclass(frozen=True, slots=True)
class Item:
    """Something that a rule takes: its score, its rating as the report concludes, and its weight in per cent.

    ``summary`` is for the summary question. ``threads`` are those that it carries, and
    ``base`` the relevant answers to a question.
    """

    level: Level
    number: str
    score: Score | None
    band: Band | None = None
    scale: Scale | None = None
    weight: Fraction | None = None
    summary: bool = False
    threads: tuple[str, ...] = ()
    base: int = 0

    @property
    def printed(self) -> Scored | None:
        """The score, if there is one."""
        return self.score if isinstance(self.score, Scored) else None


@dataclass(frozen=True, slots=True)
class AppliedLimit:
    """A limit whose condition holds: its place in the rule, what it allows at most, and the items that make it hold."""

    place: int
    limit: Limit
    at_most: Band
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RatedResult:
    """What a criterion, a section, a thread, a key question or the whole comes to.

    ``score`` is None where nothing is worked out, or where ratings are taken and no scores. ``band`` is the rating that
    the rule gives, or that inspectors judge, after the limits that hold; ``unlimited`` is the one
    before them. ``conclusion`` is the rating that the report concludes with, which differs where inspectors depart
    from the rule with a reason on record. ``lacking`` says why a rule gives no result. ``items`` are what the rule
    takes, and ``deciding`` those of them that settle a lowest or a highest score. ``said`` is what the area's file
    states of it. ``questions`` is empty where the area has no evidence.
    ``inside`` are the results that stand in this one, of the criteria of a section and the key questions of a
    criterion, and ``owner`` is the number of that in which it stands.
    """

    level: ClassVar[Level]

    number: str
    title: str
    rule: RatingRule = NO_RATING
    scale: Scale | None = None
    score: Score | None = None
    band: Band | None = None
    unlimited: Band | None = None
    limits: tuple[AppliedLimit, ...] = ()
    items: tuple[Item, ...] = ()
    deciding: tuple[str, ...] = ()
    lacking: Message | None = None
    conclusion: Band | None = None
    said: Statement | None = None
    questions: tuple[QuestionResult, ...] = ()
    inside: tuple[RatedResult, ...] = ()
    owner: str = ""

    @property
    def key(self) -> tuple[Level, str]:
        """Its level and its number."""
        return self.level, self.number

    @property
    def published(self) -> Fraction | None:
        """The score that the area's file states."""
        return Fraction(self.said.rating.score) if self.said and self.said.rating.score is not None else None

    @property
    def stated(self) -> Band | None:
        """The rating that the area's file states, if it is one of its scale."""
        return self.scale.named(self.said.rating.rating) if self.scale and self.said else None

    @property
    def grade(self) -> Band | None:
        """The rating that inspectors judge."""
        return self.stated if self.is_judged else None

    @property
    def rating(self) -> Band | None:
        """The rating that the report prints; None where there is none."""
        return self.conclusion

    @property
    def departs(self) -> bool:
        """Whether the report concludes otherwise than the rule."""
        return self.band != self.conclusion

    @property
    def is_judged(self) -> bool:
        """Whether inspectors judge, and nothing is worked out."""
        return self.rule.judgement is not None

    def to_row(self, *, language: Language = ENGLISH, exact: bool = True) -> Row:
        """Return the result as a row, with its score and its ratings."""
        return {
            "kind": self.level,
            "number": self.number,
            "title": self.title,
            **_score_row(self, language, exact=exact),
            "published": None if self.published is None else _plain(self.published),
            "band": self.band.name if self.band and not self.is_judged else None,
            "conclusion": self.conclusion.name if self.conclusion and not self.is_judged else None,
            "grade": self.grade.name if self.grade else None,
            "rating": self.rating.name if self.rating else None,
        }

    def question_rows(self) -> list[Row]:
        """Return the questions as rows; none where the area has no evidence."""
        return [question.to_row() for question in self.questions]


# The classes of the levels add no fields: to make each of them a dataclass of its own would take as long as checking
# a small area.


class KeyQuestionRating(RatedResult):
    """What a key question of a criterion comes to; ``number`` is its id and ``title`` the question."""

    __slots__ = ()
    level: ClassVar[Level] = "key-question"

    @property
    def criterion(self) -> str:
        """The number of its criterion."""
        return self.owner


class CriterionResult(RatedResult):
    """What a criterion comes to."""

    __slots__ = ()
    level: ClassVar[Level] = "criterion"

    @property
    def key_questions(self) -> tuple[KeyQuestionRating, ...]:
        """The results of its key questions."""
        return tuple(each for each in self.inside if isinstance(each, KeyQuestionRating))

    def question_rows(self) -> list[Row]:
        """Return the criterion's questions as rows; none where the area has no evidence."""
        return [question.to_row(self.number) for question in self.questions]


class SectionResult(RatedResult):
    """What a section comes to."""

    __slots__ = ()
    level: ClassVar[Level] = "section"

    @property
    def criteria(self) -> tuple[CriterionResult, ...]:
        """The results of its criteria."""
        return tuple(each for each in self.inside if isinstance(each, CriterionResult))


class ThreadResult(RatedResult):
    """What a thread comes to; ``number`` is its id."""

    __slots__ = ()
    level: ClassVar[Level] = "thread"

    @property
    def id(self) -> str:
        """The thread's id."""
        return self.number


class OverallResult(RatedResult):
    """What the whole inspection comes to; its number is ``overall``."""

    __slots__ = ()
    level: ClassVar[Level] = "overall"


Result: TypeAlias = SectionResult | CriterionResult | KeyQuestionRating | ThreadResult | OverallResult


@dataclass(frozen=True, slots=True)
class Scores:
    """All results of an area, in the order of the framework.

    ``cases`` is the size of the sample that they are computed from, None where they are taken from
    what the area publishes.
    """

    sections: tuple[SectionResult, ...]
    threads: tuple[ThreadResult, ...]
    cases: int | None = None
    overall: OverallResult | None = None

    @property
    def criteria(self) -> dict[str, CriterionResult]:
        """Every criterion's result by its number."""
        return {result.number: result for section in self.sections for result in section.criteria}

    @property
    def key_questions(self) -> dict[str, KeyQuestionRating]:
        """Every key question's result by its id."""
        return {each.number: each for result in self.criteria.values() for each in result.key_questions}

    @property
    def by_name(self) -> dict[str, Result]:
        """Every result by its number or its id; that of the whole by ``overall``."""
        return {result.number: result for result in reversed(self.results)}

    def named(self, name: str) -> Result:
        """Return the result of a number or an id. Raises UnknownNameError where there is none."""
        results = self.by_name
        if name_of(name) in results:
            return results[name_of(name)]
        raise UnknownNameError(
            f"nothing in the framework is numbered or called «{name}»: {meant_or_all(name, list(results)[::-1])}"
        )

    @property
    def results(self) -> tuple[Result, ...]:
        """Every section with its criteria and their key questions after it, then every thread, then the whole."""
        results: list[Result] = []
        for section in self.sections:
            results.append(section)
            for criterion in section.criteria:
                results += (criterion, *criterion.key_questions)
        return (*results, *self.threads, *([self.overall] if self.overall else ()))

    def to_rows(self, *, language: Language = ENGLISH) -> list[Row]:
        """Return a row for each result, in the order of the report, all with the same columns.

        Scores are in per cent, or in points where ``out_of`` says of how many: ``score`` as published, ``unrounded``
        with six places and ``fraction`` as the fraction that it is. ``note`` says in ``language`` where a score comes
        from, or why there is none.
        """
        empty = dict.fromkeys(ROW_COLUMNS)
        return [empty | result.to_row(language=language) for result in self.results]

    def question_rows(self) -> list[Row]:
        """Return a row for each question of each criterion; none where the area has no evidence."""
        return [row for result in self.criteria.values() for row in result.question_rows()]


def _to_places(value: Fraction, places: int) -> Fraction:
    scale = 10**places
    return Fraction(half_up(value * scale), scale)


def score_text(score: Scored) -> str:
    """Write a score as the program shows it: 64%, 9 out of 21, 2.4 out of 4."""
    if score.unit == "per-cent":
        return f"{score.text}%"
    return score.text if score.out_of is None else f"{score.text} out of {_plain(score.out_of)}"


def _score_row(result: RatedResult, language: Language, *, exact: bool) -> Row:
    """The score as published, before rounding, and as the fraction that it is."""
    score = result.score
    if isinstance(score, Scored):
        value = score.value
        more: Row = {"unrounded": float(percent_text(value, 6)), "fraction": as_fraction(value)}
        row = {"score": _plain(score.printed), "out_of": None if score.out_of is None else _plain(score.out_of)}
        return {**row, **(more if exact else {}), "note": language.say(score.basis)}
    more = {"unrounded": None, "fraction": None}
    note = language.say(result.lacking) if result.lacking else ""
    return {"score": None, "out_of": None, **(more if exact else {}), "note": note}


def _plain(value: Fraction) -> int | float:
    """A value as data: a whole number where it is one."""
    return value.numerator if value.denominator == 1 else float(value)
