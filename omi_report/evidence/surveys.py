"""The answers to a survey: one row a respondent, who may have left questions out."""

from __future__ import annotations

from omi_report.evidence.sheet import Sheet, SheetProblems
from omi_report.evidence.tabulate import Column, attribute_columns, tabulate
from omi_report.model.evidence import RESPONDENT_COLUMN, Answers
from omi_report.model.questions import Survey


def read_survey(sheet: Sheet, survey: Survey, found: SheetProblems) -> Answers:
    """Read a survey; the column of ids may be left out, since many surveys are anonymous."""
    return tabulate(sheet, survey_columns(survey), RESPONDENT_COLUMN, found, ids_needed=False).answers


def survey_columns(survey: Survey) -> dict[str, Column]:
    """Return the columns of a survey: its attributes, then its questions."""
    columns = attribute_columns(survey.attributes)
    for question in survey.questions:
        answers = survey.answers_to(question)
        columns[question.id] = Column(
            "question", tuple(each.id for each in answers), tuple(each.name for each in answers)
        )
    return columns
