"""Criteria, questions and titles of a framework with their places in its file."""

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


def titles_in(framework: Framework) -> Iterator[Path]:
    """Yield the places of the lines of plain text that readers of a report see: titles, headings, questions."""
    for at, section in enumerate(framework.sections):
        yield ("sections", at, "title")
        yield from (("sections", at, "criteria", inner, "title") for inner in range(len(section.criteria)))
    for path, _each in (*questions_in(framework), *key_questions_in(framework)):
        yield (*path, "text")
    yield from (("threads", at, "title") for at in range(len(framework.threads)))
    for at, survey in enumerate(framework.surveys):
        yield ("surveys", at, "title")
        yield from (("surveys", at, "questions", inner, "text") for inner in range(len(survey.questions)))
    for at, scale in enumerate(framework.scales):
        for inner in range(len(scale.bands)):
            yield from (("scales", at, "bands", inner, key) for key in ("name", "conclusion"))
    for at in range(len(framework.findings)):
        yield from (("findings", at, key) for key in ("singular", "plural"))
    yield from (("boxes", at, "name") for at in range(len(framework.boxes)))
    made = range(len(framework.recommendations.addressees))
    yield from (("recommendations", "addressees", at, "heading") for at in made)
    for at, part in enumerate(framework.parts):
        yield ("parts", at, "heading")
        yield from (("parts", at, "blocks", inner, "heading") for inner in range(len(part.blocks)))
