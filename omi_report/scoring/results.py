"""The results of scoring: scores, or the reasons why there are none."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any, TypeAlias

from omi_report.errors import UnknownNameError
from omi_report.language.known import ENGLISH
from omi_report.language.language import Language
from omi_report.language.message import Message
from omi_report.model.framework import Band, Grade
from omi_report.numbering import name_of
from omi_report.problems import meant_or_all
from omi_report.quantity import exact as as_fraction, half_up, percent_text

Row: TypeAlias = dict[str, Any]
"""A result as plain data for a table: texts, numbers, yes or no, and None for what there is not."""

ROW_COLUMNS = (
    *("kind", "number", "title", "score", "unrounded", "fraction"),
    *("published", "band", "conclusion", "grade", "note"),
)
"""What a row of a section, a criterion or a thread may have, in order."""

QUESTION_COLUMNS = ("criterion", "question", "text", "summary", "count", "base", "percent")
"""What the row of a question has, in order."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A score in per cent, exact; ``basis`` says in a few words where it comes from."""

    value: Fraction
    basis: Message

    @property
    def rounded(self) -> int:
        """The score as published: a whole number of per cent, rounded half up."""
        return half_up(self.value)


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
class CriterionResult:
    """A criterion's score and band, or its grade.

    ``band`` is the score's own; ``conclusion`` is the band that the report concludes with, which
    differs where inspectors depart from it with a reason on record. ``questions`` is empty where
    the area has no evidence; ``published`` is the score that the area's file states.
    """

    number: str
    title: str
    score: Score | None = None
    band: Band | None = None
    conclusion: Band | None = None
    grade: Grade | None = None
    questions: tuple[QuestionResult, ...] = ()
    published: int | None = None

    @property
    def departs(self) -> bool:
        """Whether the conclusion is not the band of the score."""
        return self.band != self.conclusion

    def to_row(self, *, language: Language = ENGLISH, exact: bool = True) -> Row:
        """Return the criterion as a row, with its score and band or its grade."""
        return {
            "kind": "criterion",
            "number": self.number,
            "title": self.title,
            **_score_row(self.score, language, exact=exact),
            "published": self.published,
            "band": self.band.name if self.band else None,
            "conclusion": self.conclusion.name if self.conclusion else None,
            "grade": self.grade.name if self.grade else None,
        }

    def question_rows(self) -> list[Row]:
        """Return the criterion's questions as rows; none where the area has no evidence."""
        return [question.to_row(self.number) for question in self.questions]


@dataclass(frozen=True, slots=True)
class SectionResult:
    """A section with its criteria; ``score`` and ``band`` are None where it is judged by grade."""

    number: str
    title: str
    criteria: tuple[CriterionResult, ...]
    score: Score | None = None
    band: Band | None = None

    def to_row(self, *, language: Language = ENGLISH, exact: bool = True) -> Row:
        """Return the section as a row; one judged by grade has no score of its own."""
        score = _score_row(self.score, language, exact=exact)
        band = {"band": self.band.name if self.band else None}
        return {"kind": "section", "number": self.number, "title": self.title} | score | band


@dataclass(frozen=True, slots=True)
class ThreadResult:
    """The score of a thread, with its questions where the area has evidence."""

    id: str
    title: str
    score: Score
    questions: tuple[QuestionResult, ...] = ()
    published: int | None = None

    def to_row(self, *, language: Language = ENGLISH, exact: bool = True) -> Row:
        """Return the thread as a row."""
        score = _score_row(self.score, language, exact=exact)
        return {"kind": "thread", "number": self.id, "title": self.title} | score | {"published": self.published}

    def question_rows(self) -> list[Row]:
        """Return the thread's questions as rows; none where the area has no evidence."""
        return [question.to_row() for question in self.questions]


Result: TypeAlias = SectionResult | CriterionResult | ThreadResult


@dataclass(frozen=True, slots=True)
class Scores:
    """All results of an area, in the order of the framework.

    ``cases`` is the size of the sample that they are computed from, None where they are taken from
    what the area publishes.
    """

    sections: tuple[SectionResult, ...]
    threads: tuple[ThreadResult, ...]
    cases: int | None = None

    @property
    def criteria(self) -> dict[str, CriterionResult]:
        """Every criterion's result by its number."""
        return {result.number: result for section in self.sections for result in section.criteria}

    @property
    def by_name(self) -> dict[str, Result]:
        """Every result by the number of its section or criterion, or the id of its thread."""
        sections = {section.number: section for section in self.sections}
        return {**sections, **self.criteria, **{thread.id: thread for thread in self.threads}}

    def named(self, name: str) -> Result:
        """Return the result of a section, a criterion or a thread. Raises UnknownNameError where there is none."""
        results = self.by_name
        if name_of(name) in results:
            return results[name_of(name)]
        raise UnknownNameError(
            f"the framework has no criterion, section or thread «{name}»: {meant_or_all(name, results)}"
        )

    @property
    def results(self) -> tuple[Result, ...]:
        """Every section with its criteria after it, then every thread, in the order of the report."""
        results: list[Result] = []
        for section in self.sections:
            results += (section, *section.criteria)
        return (*results, *self.threads)

    def to_rows(self, *, language: Language = ENGLISH) -> list[Row]:
        """Return a row for each section, criterion and thread, in the order of the report, all with the same columns.

        Scores are in per cent: ``score`` as published, ``unrounded`` with six places and ``fraction`` as the
        fraction that it is. ``note`` says in ``language`` where a score comes from, or why there is none.
        """
        empty = dict.fromkeys(ROW_COLUMNS)
        return [empty | result.to_row(language=language) for result in self.results]

    def question_rows(self) -> list[Row]:
        """Return a row for each question of each criterion; none where the area has no evidence."""
        return [row for result in self.criteria.values() for row in result.question_rows()]


def _score_row(score: Score | None, language: Language, *, exact: bool) -> Row:
    """The score in per cent as published, before rounding, and as the fraction that it is."""
    if isinstance(score, Scored):
        value = score.value
        more: Row = {"unrounded": float(percent_text(value, 6)), "fraction": as_fraction(value)}
        return {"score": score.rounded, **(more if exact else {}), "note": language.say(score.basis)}
    more = {"unrounded": None, "fraction": None}
    return {"score": None, **(more if exact else {}), "note": language.say(score.reason) if score else ""}
