"""Scores as plain data, for JSON and CSV: what `omi score` and `omi export` give to other programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from omi_report.language.known import ENGLISH
from omi_report.language.language import Language
from omi_report.quantity import exact as as_fraction, percent_text
from omi_report.scoring.results import (
    CriterionResult,
    QuestionResult,
    Score,
    Scored,
    Scores,
    SectionResult,
    ThreadResult,
)

SCORE_COLUMNS = (
    "kind",
    "number",
    "title",
    "score",
    "unrounded",
    "fraction",
    "published",
    "band",
    "conclusion",
    "grade",
    "note",
)
QUESTION_COLUMNS = ("criterion", "question", "text", "summary", "count", "base", "percent")

Record = dict[str, Any]


def score_records(scores: Scores, *, language: Language = ENGLISH, exact: bool = True) -> Iterator[Record]:
    """Yield a record for each section, criterion and thread, in the order of the report; notes are in ``language``."""
    for section in scores.sections:
        yield section_record(section, language=language, exact=exact)
        for criterion in section.criteria:
            yield criterion_record(criterion, language=language, exact=exact)
    for thread in scores.threads:
        yield thread_record(thread, language=language, exact=exact)


def section_record(section: SectionResult, *, language: Language = ENGLISH, exact: bool = True) -> Record:
    """Return a section as a record; one judged by grade has no score of its own."""
    band = {"band": section.band.name if section.band else None}
    score = _score(section.score, language, exact)
    return {"kind": "section", "number": section.number, "title": section.title} | score | band


def criterion_record(criterion: CriterionResult, *, language: Language = ENGLISH, exact: bool = True) -> Record:
    """Return a criterion as a record, with its score and band or its grade."""
    return {
        "kind": "criterion",
        "number": criterion.number,
        "title": criterion.title,
        **_score(criterion.score, language, exact),
        "published": criterion.published,
        "band": criterion.band.name if criterion.band else None,
        "conclusion": criterion.conclusion.name if criterion.conclusion else None,
        "grade": criterion.grade.name if criterion.grade else None,
    }


def thread_record(thread: ThreadResult, *, language: Language = ENGLISH, exact: bool = True) -> Record:
    """Return a thread as a record."""
    published = {"published": thread.published}
    score = _score(thread.score, language, exact)
    return {"kind": "thread", "number": thread.id, "title": thread.title} | score | published


def question_records(criterion: str, questions: Iterable[QuestionResult]) -> Iterator[Record]:
    """Yield a record for each question: its count, its base and its percentage."""
    for question in questions:
        share = question.proportion
        yield {
            "criterion": criterion,
            "question": question.id,
            "text": question.text,
            "summary": question.summary,
            "count": question.count,
            "base": question.base,
            "percent": None if share is None else float(percent_text(100 * share, 2)),
        }


def _score(score: Score | None, language: Language, exact: bool) -> Record:
    """The score in per cent as published, before rounding, and as the fraction that it is."""
    if isinstance(score, Scored):
        value = score.value
        more = {"unrounded": float(percent_text(value, 6)), "fraction": as_fraction(value)}
        return {"score": score.rounded, **(more if exact else {}), "note": language.say(score.basis)}
    more = {"unrounded": None, "fraction": None}
    return {"score": None, **(more if exact else {}), "note": language.say(score.reason) if score else ""}
