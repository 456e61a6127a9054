"""What a sheet of evidence holds under a framework: its columns in their order, and the answers of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from omi_report.evidence.cases import case_columns
from omi_report.evidence.grids import SheetGrid
from omi_report.evidence.read import CASES, SURVEYS
from omi_report.evidence.surveys import survey_columns
from omi_report.evidence.tabulate import Column
from omi_report.importing.sheets.spellings import value_form
from omi_report.model.evidence import CASE_COLUMN, CASES_SHEET, RESPONDENT_COLUMN
from omi_report.model.evidence_map import CASELOAD
from omi_report.model.framework import Framework
from omi_report.model.moderated import FIRST_COLUMN, JUDGE_COLUMN
from omi_report.moderation.second import second_columns
from omi_report.source.places import SECOND_FILE

SECOND_JUDGEMENTS: Final = "second judgements"
"""The name of the sheet of second judgements; no survey can have it as an id."""


class SheetPlaces(NamedTuple):
    """The index of the column of ids, and those of the columns that are known, by their names."""

    ids: int
    columns: Mapping[str, int]


@dataclass(frozen=True)
class SheetKind:
    """A sheet of evidence: its name, the heading of its ids, its columns, and their texts for readers, if any."""

    of: str
    ids: str
    columns: Mapping[str, Column]
    texts: Mapping[str, str]

    @property
    def is_cases(self) -> bool:
        """Whether its rows are cases, and not people who were asked."""
        return self.of in (CASES_SHEET, SECOND_JUDGEMENTS, CASELOAD)

    @property
    def stem(self) -> str:
        """The path of its file in an area, without the ending."""
        if self.of == SECOND_JUDGEMENTS:
            return SECOND_FILE.removesuffix(".csv")
        return CASES if self.is_cases else f"{SURVEYS}{self.of}"

    def places_in(self, sheet: SheetGrid) -> SheetPlaces | None:
        """Return where ids and known columns stand in a sheet of an area, in whose first row the headings are.

        None where it has no column of ids.
        """
        _line, head = sheet.rows[0] if sheet.rows else (0, [])
        headings = {heading.strip(): index for index, heading in reversed(list(enumerate(head)))}
        ids = headings.get(self.ids)
        if ids is None:
            return None
        columns = {heading.strip(): index for index, heading in enumerate(head) if heading.strip() in self.columns}
        return SheetPlaces(ids, columns)

    @cached_property
    def written(self) -> dict[str, dict[str, str]]:
        """The answers of each column by the forms in which their ids and names are written."""
        made: dict[Column, dict[str, str]] = {}
        for column in self.columns.values():
            if column not in made:
                made[column] = {
                    value_form(text): answer
                    for texts in (column.names, column.answers)
                    for text, answer in zip(texts, column.answers, strict=True)
                }
        return {name: made[column] for name, column in self.columns.items()}


def kinds_of_sheet(framework: Framework) -> dict[str, SheetKind]:
    """Return the sheets that an area of a framework can have, by their names: cases, then the surveys."""
    found: dict[str, SheetKind] = {}
    if framework.can_have_evidence:
        texts = {question.id: question.text for question in framework.questions.values()}
        texts |= {name: each.name for name, each in framework.attributes.items() if each.name}
        found[CASES_SHEET] = SheetKind(CASES_SHEET, CASE_COLUMN, case_columns(framework), texts)
    for survey in framework.surveys:
        texts = {question.id: question.text for question in survey.questions}
        texts |= {name: each.name for name, each in survey.attributes.items() if each.name}
        found[survey.id] = SheetKind(survey.id, RESPONDENT_COLUMN, survey_columns(survey), texts)
    return found


def kinds_of_import(framework: Framework) -> dict[str, SheetKind]:
    """Return the sheets that an import can write: those of `kinds_of_sheet`, and second judgements of cases.

    These come from workbooks of omi's own alone, which say who has judged.
    """
    found = kinds_of_sheet(framework)
    if CASES_SHEET in found:
        who = dict.fromkeys((FIRST_COLUMN, JUDGE_COLUMN), Column("attribute", ()))
        columns = {**who, **second_columns(framework)}
        found[SECOND_JUDGEMENTS] = SheetKind(SECOND_JUDGEMENTS, CASE_COLUMN, columns, found[CASES_SHEET].texts)
    return found
