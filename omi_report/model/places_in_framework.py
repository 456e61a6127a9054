"""The criteria, key questions and questions of a framework with their places in its file."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.model.framework import CriterionDefinition, Framework
from omi_report.model.questions import KeyQuestion, Question
from omi_report.source.tree import Path


def criteria_in(framework: Framework) -> Iterator[tuple[Path, CriterionDefinition]]:
    """Yield each criterion with its path, in the order of the file."""
    for at, section in enumerate(framework.sections):
        for inner, criterion in enumerate(section.criteria):
            yield ("sections", at, "criteria", inner), criterion


def key_questions_in(framework: Framework) -> Iterator[tuple[Path, KeyQuestion]]:
    """Yield each key question with its path, in the order of the file."""
    for path, criterion in criteria_in(framework):
        for at, key_question in enumerate(criterion.key_questions):
            yield (*path, "key_questions", at), key_question


def questions_in(framework: Framework) -> Iterator[tuple[Path, Question]]:
    """Yield each question about cases with its path, those of key questions too."""
    for path, criterion in criteria_in(framework):
        for at, question in enumerate(criterion.questions):
            yield (*path, "questions", at), question
        for at, key_question in enumerate(criterion.key_questions):
            for inner, question in enumerate(key_question.questions):
                yield (*path, "key_questions", at, "questions", inner), question
