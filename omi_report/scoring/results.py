"""What comes of scoring: a score, or the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from omi_report.errors import UnknownNameError
from omi_report.language.message import Message
from omi_report.model.framework import Band, Grade
from omi_report.problems import meant_or_all
from omi_report.quantity import half_up


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


@dataclass(frozen=True, slots=True)
class SectionResult:
    """A section with its criteria; ``score`` and ``band`` are None where it is judged by grade."""

    number: str
    title: str
    criteria: tuple[CriterionResult, ...]
    score: Score | None = None
    band: Band | None = None


@dataclass(frozen=True, slots=True)
class ThreadResult:
    """The score of a thread, with its questions where the area has evidence."""

    id: str
    title: str
    score: Score
    questions: tuple[QuestionResult, ...] = ()
    published: int | None = None


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
        if name in results:
            return results[name]
        raise UnknownNameError(
            f"the framework has no criterion, section or thread «{name}»: {meant_or_all(name, results)}"
        )
