"""An area → its scores, by Appendix 4 of the published report.

A criterion's score is the one that the area publishes. A section's is the mean of its criteria's
published scores, computed exactly and rounded once, half up.
"""

from __future__ import annotations

from fractions import Fraction

from omi_report.model.area import Area
from omi_report.model.criterion import Criterion
from omi_report.model.framework import Band, CriterionDefinition, Framework, Grade, Section
from omi_report.scoring.results import (
    CriterionResult,
    Score,
    Scored,
    Scores,
    SectionResult,
    ThreadResult,
    Unscorable,
)


def score_area(area: Area) -> Scores:
    """Score every section, criterion and thread of an area."""
    sections = tuple(_section(section, area) for section in area.framework.sections)
    threads = tuple(
        ThreadResult(thread.id, thread.title, _thread_score(area, thread.id)) for thread in area.framework.threads
    )
    return Scores(sections, threads)


def section_score(title: str, scores: list[Score]) -> Score:
    """Return the mean of the scores of a section's criteria (Appendix 4: sections 1 to 3)."""
    values = [score.value for score in scores if isinstance(score, Scored)]
    if len(values) < len(scores):
        lacking = len(scores) - len(values)
        return Unscorable(f"{lacking} of the {len(scores)} criteria of «{title}» cannot be scored")
    if not values:
        return Unscorable(f"«{title}» has no criteria")
    return Scored(sum(values, Fraction()) / len(values), f"mean of {len(values)} criteria")


def _section(section: Section, area: Area) -> SectionResult:
    criteria = tuple(
        _criterion(definition, area.criteria.get(definition.number), section, area.framework)
        for definition in section.criteria
    )
    if section.judged_by == "grade":
        return SectionResult(section.number, section.title, criteria)
    score = section_score(section.title, [result.score for result in criteria if result.score is not None])
    return SectionResult(section.number, section.title, criteria, score, _band(score, area.framework))


def _criterion(
    definition: CriterionDefinition, criterion: Criterion | None, section: Section, framework: Framework
) -> CriterionResult:
    number, title = definition.number, definition.title
    if section.judged_by == "grade":
        return CriterionResult(number, title, grade=_grade(criterion, framework))
    score = _published(criterion)
    band = _band(score, framework)
    stated = criterion.conclusion if criterion else None
    conclusion = next((each for each in framework.bands if each.id == stated), band)
    return CriterionResult(number, title, score, band, conclusion)


def _published(criterion: Criterion | None) -> Score:
    if criterion is None:
        return Unscorable("the criterion's file is missing or cannot be read")
    if criterion.score is None:
        return Unscorable("no score is published")
    return Scored(Fraction(criterion.score), "as published")


def _grade(criterion: Criterion | None, framework: Framework) -> Grade | None:
    stated = criterion.grade if criterion else None
    return next((grade for grade in framework.grades if grade.id == stated), None)


def _band(score: Score, framework: Framework) -> Band | None:
    return framework.band_of(score.rounded) if isinstance(score, Scored) else None


def _thread_score(area: Area, thread_id: str) -> Score:
    summary = area.summary.threads.get(thread_id) if area.summary else None
    if summary is None or summary.score is None:
        return Unscorable("no score is published")
    return Scored(Fraction(summary.score), "as published")
