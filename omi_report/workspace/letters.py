"""The letter that answers the comments on the drafts of an area, made of the files in its folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from omi_report.build import lint
from omi_report.comments.commented import commented
from omi_report.document.build import build_document
from omi_report.document.tree import Document
from omi_report.inspection import inspect
from omi_report.model.base import ReportDate
from omi_report.problems import Problem, has_errors
from omi_report.remarks.answers import answers_of, how_many_open, not_there
from omi_report.remarks.letter import letter_document
from omi_report.remarks.places import places_of
from omi_report.workspace.area import open_area


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter, and how many comments in it are not decided; or the problems, with their texts, why there is none.

    ``left_out`` are the ids of comments that name no draft, where the letter answers those on one draft, and
    ``not_there`` those of comments whose new words do not stand in the report. ``drafts`` are
    those that its comments name, None where one names none.
    """

    document: Document | None
    waiting: int = 0
    left_out: tuple[str, ...] = ()
    not_there: tuple[str, ...] = ()
    drafts: tuple[int | None, ...] = ()
    problems: tuple[Problem, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)


def letter_of(area: Path, draft: int | None = None, dated: ReportDate | None = None) -> Letter | None:
    """Make the letter that answers the comments on a draft, or on all drafts; None for an area without comments.

    ``dated`` is the day of the letter.

    Raises NotAnAreaError and SettingsError.
    """
    validated = lint(inspect(*open_area(area)))
    inspection = validated.sound
    if inspection is None:
        return Letter(None, problems=tuple(validated.of_report), texts=validated.texts)
    found = commented(inspection)
    if found is None:
        return None
    if found.held is None or has_errors(found.problems):
        return Letter(None, problems=found.problems, texts=found.texts)
    answers = answers_of(found, places_of(build_document(inspection)), draft)
    left_out = () if draft is None else tuple(each.id for each in found.comments if each.draft is None)
    document = letter_document(inspection, answers, draft, dated)
    drafts = tuple(each.draft for each in found.comments)
    return Letter(document, how_many_open(answers), left_out, not_there(answers), drafts)
