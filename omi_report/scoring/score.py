"""An area → its scores, by Appendix 4 of the published report.

Where the area has evidence, its criteria and threads are scored from the answers; elsewhere the
scores are those that it publishes. Sections are always computed. Every score is exact and rounded
once, half up, when it is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from omi_report.errors import NoEvidenceError
from omi_report.evidence.counts import question_tally, rows_where
from omi_report.language.message import message
from omi_report.model.area import Area
from omi_report.model.criterion import Criterion
from omi_report.model.evidence import Answers
from omi_report.model.framework import Band, CriterionDefinition, Framework, Grade, Question, Section, Thread
from omi_report.scoring.arithmetic import criterion_score, section_score, thread_score
from omi_report.scoring.results import (
    CriterionResult,
    QuestionResult,
    Score,
    Scored,
    Scores,
    SectionResult,
    ThreadResult,
    Unscorable,
)


def score_area(area: Area, where: Mapping[str, Iterable[str]] | None = None) -> Scores:
    """Score every section, criterion and thread of an area; ``where`` narrows the cases.

    Narrowed cases are scored from the evidence alone, since what the area publishes is about the
    whole sample.
    """
    sample = _sample(area, where)
    sections = tuple(_section(section, area, sample) for section in area.framework.sections)
    threads = tuple(_thread(thread, area, sample) for thread in area.framework.threads)
    return Scores(sections, threads, sample.size if sample.cases else None)


def expect_cases(area: Area) -> None:
    """Raise NoEvidenceError where an area has no cases to work anything out from."""
    if area.evidence.cases is None:
        message = "its scores are as published, and there is nothing to break down"
        raise NoEvidenceError(f"{area.shown} has no evidence/cases.csv: {message}")


@dataclass(frozen=True, slots=True)
class _Sample:
    """The cases to score: ``rows`` is None for all of them, ``part`` says that it is not."""

    cases: Answers | None
    rows: int | None = None
    part: bool = False

    @property
    def size(self) -> int:
        if self.cases is None:
            return 0
        return self.cases.size if self.rows is None else self.rows.bit_count()

    def results(self, framework: Framework, questions: Iterable[Question]) -> tuple[QuestionResult, ...]:
        """Count every question; none where there is no evidence."""
        if self.cases is None:
            return ()
        tallies = ((question, question_tally(framework, self.cases, question, self.rows)) for question in questions)
        return tuple(
            QuestionResult(question.id, question.text, tally.count, tally.base, question.summary)
            for question, tally in tallies
        )


def _sample(area: Area, where: Mapping[str, Iterable[str]] | None) -> _Sample:
    cases = area.evidence.cases if area.evidence.sound else None
    if where is None:
        return _Sample(cases)
    return _Sample(cases, rows_where(cases, where) if cases else None, part=True)


def _section(section: Section, area: Area, sample: _Sample) -> SectionResult:
    criteria = tuple(_criterion(definition, section, area, sample) for definition in section.criteria)
    if section.judged_by == "grade":
        return SectionResult(section.number, section.title, criteria)
    scores = [result.score for result in criteria if result.score is not None]
    score = section_score(section.title, scores, area.framework.section_scores)
    return SectionResult(section.number, section.title, criteria, score, _band(score, area.framework))


def _criterion(definition: CriterionDefinition, section: Section, area: Area, sample: _Sample) -> CriterionResult:
    number, title, framework = definition.number, definition.title, area.framework
    criterion = area.criteria.get(number)
    questions = sample.results(framework, definition.questions)
    if section.judged_by == "grade":
        return CriterionResult(number, title, grade=_grade(criterion, framework), questions=questions)
    published = criterion.score if criterion else None
    if questions:
        score = _nothing_in(sample) or criterion_score(questions, framework.weights)
    elif criterion is None:
        score = Unscorable(message("the criterion's file is missing or cannot be read"))
    else:
        score = _published(published, area, sample)
    band = _band(score, framework)
    stated = criterion.conclusion if criterion and not sample.part else None
    conclusion = next((each for each in framework.bands if each.id == stated), band)
    return CriterionResult(number, title, score, band, conclusion, questions=questions, published=published)


def _thread(thread: Thread, area: Area, sample: _Sample) -> ThreadResult:
    """Score a thread: the questions that carry it, in its sections."""
    asked = [
        question
        for section in area.framework.sections
        if section.number in thread.sections
        for criterion in section.criteria
        for question in criterion.questions
        if thread.id in question.threads
    ]
    questions = sample.results(area.framework, asked)
    published = area.thread_score(thread.id)
    computed = (_nothing_in(sample) or thread_score(questions)) if questions else None
    score = computed or _published(published, area, sample)
    return ThreadResult(thread.id, thread.title, score, questions, published)


def _nothing_in(sample: _Sample) -> Score | None:
    if sample.size:
        return None
    if sample.part:
        return Unscorable(message("no case of the sample is of this kind"))
    return Unscorable(message("the sample has no cases"))


def _published(score: int | None, area: Area, sample: _Sample) -> Score:
    if sample.part:
        return Unscorable(message("there is no evidence to score a part of the sample from"))
    if score is not None:
        return Scored(Fraction(score), message("as published"))
    if area.evidence.sound:
        return Unscorable(message("no score is published"))
    return Unscorable(message("its evidence has errors"))


def _grade(criterion: Criterion | None, framework: Framework) -> Grade | None:
    stated = criterion.grade if criterion else None
    return next((grade for grade in framework.grades if grade.id == stated), None)


def _band(score: Score, framework: Framework) -> Band | None:
    return framework.band_of(score.rounded) if isinstance(score, Scored) else None
