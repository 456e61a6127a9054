"""What stands in the sheets that are filled in: their columns and rows, as plain data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from omi_report.evidence.cases import case_columns
from omi_report.evidence.sheet_titles import survey_titles
from omi_report.evidence.surveys import survey_columns
from omi_report.evidence.tabulate import Column, form_of_id
from omi_report.evidence.unfinished import ExpectedCase, Unfinished
from omi_report.model.attributes import Attribute, name_of_attribute, names_of_values
from omi_report.model.evidence import CASE_COLUMN, CASES_SHEET
from omi_report.model.framework import Framework
from omi_report.model.questions import Survey
from omi_report.numbering import as_printed
from omi_report.visible import begins_formula

BLANK_RESPONDENTS: Final = 200
"""So many rows has the sheet of a survey."""


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column: the name that stands in its heading, what it asks, and the answers that are offered, by their ids.

    ``group`` is the criterion of a question, ``only`` the attributes without which a question is not asked, as
    headings with the values as they are offered, and ``only_words`` says the same to readers.
    """

    name: str
    text: str
    offered: Mapping[str, str]
    is_question: bool = True
    group: str = ""
    only: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    only_words: str = ""


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row: its id, what stands in it beforehand by column, as it is shown, and which of that is locked."""

    id: str
    values: Mapping[str, str] = field(default_factory=dict)
    locked: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class FormSheet:
    """A sheet to fill in. ``ids`` is the heading of its ids, empty where rows have none; ``blank`` rows follow."""

    title: str
    ids: str
    columns: tuple[FormColumn, ...]
    rows: tuple[FormRow, ...] = ()
    blank: int = 0

    @property
    def height(self) -> int:
        """How many rows can be filled in."""
        return len(self.rows) + self.blank


@dataclass(frozen=True, slots=True)
class FormBook:
    """A workbook: the area's folder and name, the id of the judge, if it is for one, its framework, and its sheets.

    ``draw`` is the mark of the draw that its cases come from, empty where they come from none.
    """

    slug: str
    area: str
    sheets: tuple[FormSheet, ...]
    judge: str = ""
    draw: str = ""
    framework: str = ""

    @property
    def title(self) -> str:
        """What it is called: ``Cases of Wessex, for ann``."""
        what = "Cases" if any(sheet.ids for sheet in self.sheets) else "Survey"
        return f"{what} of {self.area}{f', for {self.judge}' if self.judge else ''}"


def case_sheet(
    framework: Framework, cases: Sequence[ExpectedCase], so_far: Unfinished, *, title: str = CASES_SHEET
) -> FormSheet:
    """Return the sheet of some cases, with what is known of each: its attributes, and the answers that are there.

    What was known of a case before anybody judged it is locked.
    """
    columns = _case_columns(framework)
    by_name = {column.name: column for column in columns}
    there = {form_of_id(case): row for row, case in enumerate(so_far.ids)}
    rows = []
    for case in cases:
        row = there.get(form_of_id(case.case))
        values = {**(so_far.values(row, by_name) if row is not None else {}), **case.values}
        shown = {
            name: by_name[name].offered[value]
            for name, value in values.items()
            if name in by_name and value in by_name[name].offered
        }
        rows.append(FormRow(case.case, shown, frozenset(case.values)))
    return FormSheet(title, CASE_COLUMN, columns, tuple(rows))


def survey_sheet(survey: Survey, framework: Framework) -> FormSheet:
    """Return the blank sheet of a survey."""
    known = survey_columns(survey)
    columns = [
        *_attributes(survey.attributes, known),
        *(FormColumn(each.id, each.text, offered(known[each.id])) for each in survey.questions),
    ]
    return FormSheet(survey_titles(framework)[survey.id], "", tuple(columns), blank=BLANK_RESPONDENTS)


def offered(column: Column) -> dict[str, str]:
    """Return how each answer of a column is offered: by its name, or all by their ids where names are not read back.

    A name is read back where it means no other answer, and where no spreadsheet takes it for a formula.
    """
    codes = column.codes()
    names = column.names or column.answers
    safe = all(
        codes.get(name) == code and name == name.strip() and not begins_formula(name)
        for code, name in enumerate(names, start=1)
    )
    return dict(zip(column.answers, names if safe else column.answers, strict=True))


def _case_columns(framework: Framework) -> tuple[FormColumn, ...]:
    known = case_columns(framework)
    attributes = _attributes(framework.attributes, known)
    shown = {column.name: column.offered for column in attributes}
    groups = {question.id: each for each in framework.criteria.values() for question in each.asked}
    questions = []
    for question in framework.questions.values():
        group = groups[question.id]
        column = FormColumn(
            question.id, question.text, offered(known[question.id]), group=f"{as_printed(group.number)} {group.title}"
        )
        if question.applies_to:
            only = {
                name: tuple(shown[name][value] for value in values if value in shown[name])
                for name, values in question.applies_to.items()
            }
            column = replace(column, only=only, only_words=_only_words(question.applies_to, framework.attributes))
        questions.append(column)
    return (*attributes, *questions)


def _only_words(applies_to: Mapping[str, Iterable[str]], attributes: Mapping[str, Attribute]) -> str:
    said = (
        f"{name_of_attribute(name, attributes)} is {' or '.join(names_of_values(name, values, attributes))}"
        for name, values in applies_to.items()
    )
    return f"only where {' and '.join(said)}"


def _attributes(attributes: Mapping[str, Attribute], known: Mapping[str, Column]) -> list[FormColumn]:
    return [
        FormColumn(name, _sentence(name_of_attribute(name, attributes)), offered(known[name]), is_question=False)
        for name in attributes
    ]


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
