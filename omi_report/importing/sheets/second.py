"""Second judgements among exports: who gave them, and who had judged the cases first."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath

from omi_report.evidence.grids import SheetGrid
from omi_report.evidence.tabulate import form_of_id
from omi_report.importing.sheets.causes import Cause
from omi_report.importing.sheets.merging import Joined
from omi_report.importing.sheets.taken import TakenSheet
from omi_report.model.moderated import FIRST_COLUMN, JUDGE_COLUMN


def given_by(sheet: TakenSheet, judge: str) -> TakenSheet:
    """Return a sheet whose rows say who gave the judgements."""
    rows = tuple(replace(row, answers={**row.answers, JUDGE_COLUMN: judge}) for row in sheet.rows)
    return replace(sheet, rows=rows)


def with_first(found: Joined, sample: SheetGrid | None) -> Joined:
    """Return joined second judgements with those who judge the cases first, as the area's sample has them by now.

    The sample may give the cases to others later. Two who have both judged a case as the second stop the import.
    """
    first: dict[str, str] = {}
    if sample is not None and (places := found.kind.places_in(sample)) and JUDGE_COLUMN in places.columns:
        at = places.columns[JUDGE_COLUMN]
        first = {form_of_id(sample.at(line, places.ids)): sample.at(line, at).strip() for line, _cells in sample.rows}
    several: list[tuple[str, list[str]]] = []
    for case in found.cases:
        judge = first.get(form_of_id(case.id))
        if judge:
            case.answers[FIRST_COLUMN] = judge
        who = list(dict.fromkeys(row.answers[JUDGE_COLUMN] for row in case.rows))
        if len(who) > 1:
            several.append((case.id, who))
    causes = list(found.causes)
    if several:
        case_, who = several[0]
        files = {PurePath(row.place.sheet).name for case in found.cases if case.id == case_ for row in case.rows}
        message = (
            f"one {found.kind.ids} has second judgements of several people: {case_} of {' and '.join(who)} "
            f"({', '.join(sorted(files))})"
        )
        causes = [Cause("", message, "leave out all but one of them", count=len(several))]
    more = found.more | {FIRST_COLUMN, JUDGE_COLUMN}
    return replace(found, causes=tuple(causes), more=more)
