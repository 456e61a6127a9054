"""A framework → the sheets of evidence of a new area, with their headings and no rows."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from omi_report.evidence.cases import case_columns
from omi_report.evidence.read import CASES, SURVEYS
from omi_report.evidence.surveys import survey_columns
from omi_report.model.evidence import CASE_COLUMN, RESPONDENT_COLUMN
from omi_report.model.framework import Framework


def evidence_sheets(framework: Framework) -> dict[str, str]:
    """Return the text of each sheet by its path in the area: that of cases, if they have answers, and of surveys."""
    found = {}
    if framework.can_have_evidence:
        found[f"{CASES}.csv"] = _headings([CASE_COLUMN, *case_columns(framework)])
    for survey in framework.surveys:
        found[f"{SURVEYS}{survey.id}.csv"] = _headings([RESPONDENT_COLUMN, *survey_columns(survey)])
    return found


def _headings(columns: Iterable[str]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerow(columns)
    return text.getvalue()
