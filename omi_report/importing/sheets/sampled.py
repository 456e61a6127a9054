"""Cases of exports beside the list of cases that an area has: what it knows of them, and which are not in it."""

from __future__ import annotations

from dataclasses import replace

from omi_report.evidence.grids import SheetGrid
from omi_report.evidence.tabulate import form_of_id
from omi_report.importing.sheets.causes import Cause
from omi_report.importing.sheets.merging import Joined
from omi_report.importing.sheets.spellings import value_form


def with_sample(found: Joined, sample: SheetGrid) -> Joined:
    """Return joined cases with the attributes that no export has, as the list of cases has them.

    A note tells of cases that are not in the list.
    """
    if not sample.rows:
        return found
    _line, head = sample.rows[0]
    at = next((index for index, heading in enumerate(head) if heading.strip() == found.kind.ids), None)
    if at is None:
        return found
    missing = {
        name: index
        for index, heading in enumerate(head)
        if (name := heading.strip()) not in found.columns and name in found.kind.columns
    }
    listed = {form_of_id(sample.at(line, at)): line for line, _cells in sample.rows[1:]}
    for case in found.cases:
        line = listed.get(form_of_id(case.id))
        for name, index in missing.items() if line is not None else ():
            answer = found.kind.written[name].get(value_form(sample.at(line or 0, index)))
            if answer:
                case.answers.setdefault(name, answer)
    strangers = tuple(case.rows[0].place for case in found.cases if form_of_id(case.id) not in listed)
    message = f"{found.kind.ids}s are not in the area's sample"
    notes = [Cause("", message, "", strangers, len(strangers))] if strangers else []
    return replace(found, notes=(*found.notes, *notes), more=frozenset(missing))
