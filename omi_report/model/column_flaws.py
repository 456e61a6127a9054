"""Whether the column of each question can be told from that of the ids, and whether small counts are what is small."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.model.evidence import CASE_COLUMN, RESPONDENT_COLUMN
from omi_report.model.flaws import Flaw
from omi_report.model.framework import Framework
from omi_report.model.places_in_framework import questions_in
from omi_report.source.tree import Path


def column_flaws(framework: Framework) -> Iterator[Flaw]:
    """Yield the questions whose column would be that of the ids of cases or people."""
    asked: list[tuple[Path, str, str]] = [
        ((*path, "id"), question.id, CASE_COLUMN) for path, question in questions_in(framework)
    ]
    for at, survey in enumerate(framework.surveys):
        path: Path = ("surveys", at, "questions")
        asked += [((*path, inner, "id"), each.id, RESPONDENT_COLUMN) for inner, each in enumerate(survey.questions)]
    for place, name, column in asked:
        if name == column:
            message = f"«{name}» is the column of ids, and cannot be a %(term_question)s"
            yield Flaw(place, message, "give it another id")


def minimum_flaws(framework: Framework) -> Iterator[Flaw]:
    """Yield the flaw of percentages of so few cases that each count of them would be too small to show."""
    base, smallest = framework.minimum_base, framework.disclosure.smallest
    if base >= smallest:
        return
    key: Path = ("disclosure", "minimum") if base == Framework.defaults["minimum_base"] else ("minimum_base",)
    message = f"percentages of {base} cases would be printed, and counts under {smallest} are too small to show"
    yield Flaw(key, message, "let minimum_base be as large as the minimum of «disclosure», or larger")
