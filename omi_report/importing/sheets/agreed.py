"""Answers that were agreed on, and exports that still have those from before: an import undoes no agreement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from omi_report.evidence.tabulate import form_of_id
from omi_report.importing.sheets.causes import Cause, CellPlace
from omi_report.importing.sheets.merging import Joined, JoinedCase
from omi_report.model.moderated import AgreedAnswer
from omi_report.moderation.trail import by_cell


def as_agreed(found: Joined, trail: Iterable[AgreedAnswer]) -> Joined:
    """Return joined cases with the answers that were agreed on, where the exports have those from before.

    An export that has another answer than was agreed on, and than stood there before, stops the import: somebody has
    corrected it, or it is about another case.
    """
    cases = {form_of_id(case.id): case for case in found.cases}
    kept: list[CellPlace] = []
    other: list[tuple[CellPlace, str, str]] = []
    for (case_id, question), several in by_cell(trail).items():
        case = cases.get(case_id)
        if case is None or question not in found.columns:
            continue
        given, agreed = case.answers.get(question, ""), several[-1].agreed
        if given == agreed:
            continue
        before = {each.first for each in several} | {each.agreed for each in several}
        if given in before:
            case.answers[question] = agreed
            kept.append(_place(case, question))
        else:
            other.append((_place(case, question), given, agreed))
    return _told(found, kept, other)


def _told(found: Joined, kept: list[CellPlace], other: list[tuple[CellPlace, str, str]]) -> Joined:
    causes, notes = list(found.causes), list(found.notes)
    if kept:
        message = "answers stay as they were agreed on, and the exports have those from before"
        notes.append(Cause("", message, "", tuple(kept), len(kept)))
    if other:
        _where, given, agreed = other[0]
        message = (
            "the exports have neither the answer that was agreed on nor the one from before: "
            f"{given or 'none'} in the place of {agreed}"
        )
        hint = "agree on it anew (omi evidence agree), or put back what the export had"
        causes.append(Cause("", message, hint, tuple(place for place, *_both in other), len(other)))
    return replace(found, causes=tuple(causes), notes=tuple(notes))


def _place(case: JoinedCase, question: str) -> CellPlace:
    row = case.from_row.get(question) or (case.rows[0] if case.rows else None)
    if row is None:  # it comes from the area's own sheet
        return CellPlace("", 0, None, case.id)
    return row.place._replace(column=row.columns.get(question), case=case.id)
