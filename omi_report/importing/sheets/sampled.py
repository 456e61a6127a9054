"""Cases of exports beside the list of cases that an area has: what it knows of them, and which are not in it."""

from __future__ import annotations

from dataclasses import replace

from omi_report.evidence.grids import SheetGrid
from omi_report.evidence.tabulate import form_of_id
from omi_report.importing.sheets.causes import Cause, CellPlace
from omi_report.importing.sheets.merging import Joined
from omi_report.importing.sheets.spellings import value_form


def with_sample(found: Joined, sample: SheetGrid) -> Joined:
    """Return joined cases with the attributes that no export has, as the list of cases has them.

    Notes tell of cases that are not in the list, and of attributes that are others in it.
    """
    if not sample.rows:
        return found
    _line, head = sample.rows[0]
    at = next((index for index, heading in enumerate(head) if heading.strip() == found.kind.ids), None)
    if at is None:
        return found
    columns = {name: index for index, heading in enumerate(head) if (name := heading.strip()) in found.kind.columns}
    missing = [name for name in columns if name not in found.columns]
    listed = {form_of_id(sample.at(line, at)): line for line, _cells in sample.rows[1:]}
    other: list[CellPlace] = []
    for case in found.cases:
        line = listed.get(form_of_id(case.id))
        for name, index in columns.items() if line is not None else ():
            answer = found.kind.written[name].get(value_form(sample.at(line or 0, index)))
            if answer and name in missing:
                case.answers[name] = answer
            elif answer and case.answers.get(name, answer) != answer:
                row = case.from_row[name]
                other.append(row.place._replace(column=row.columns[name]))
    strangers = [case.rows[0].place for case in found.cases if form_of_id(case.id) not in listed]
    notes = [
        Cause("", message, "", tuple(places), len(places))
        for message, places in (
            (f"{found.kind.ids}s are not in the area's sample", strangers),
            ("attributes are others than in the area's sample", other),
        )
        if places
    ]
    return replace(found, notes=(*found.notes, *notes), more=frozenset(missing))
