"""Cases of exports beside the list of cases that an area has: what it knows of them, and which are not in it."""

from __future__ import annotations

from dataclasses import replace

from omi_report.evidence.grids import SheetGrid
from omi_report.evidence.tabulate import form_of_id
from omi_report.importing.sheets.causes import Cause, CellPlace
from omi_report.importing.sheets.merging import Joined
from omi_report.importing.sheets.spellings import value_form


def with_sample(found: Joined, sample: SheetGrid) -> Joined:
    """Return joined cases with the attributes that no export has and the ids as they are spelt, as the list has them.

    A case that is not in the list stops the import: its id may be that of somebody's file. A note tells of attributes
    that are others in the list.
    """
    places = found.kind.places_in(sample)
    if places is None:
        return found
    at, columns = places
    missing = [name for name in columns if name not in found.columns]
    listed = {form_of_id(sample.at(line, at)): line for line, _cells in sample.rows[1:]}
    other: list[CellPlace] = []
    for case in found.cases:
        line = listed.get(form_of_id(case.id))
        if line is not None:
            case.id = sample.at(line, at).strip()
        for name, index in columns.items() if line is not None else ():
            answer = found.kind.written[name].get(value_form(sample.at(line or 0, index)))
            if answer and name in missing:
                case.answers[name] = answer
            elif answer and case.answers.get(name, answer) != answer:
                row = case.from_row[name]
                other.append(row.place._replace(column=row.columns[name]))
    strangers = [case.rows[0].place._replace(case="") for case in found.cases if form_of_id(case.id) not in listed]
    causes = list(found.causes)
    if strangers:
        hint = (
            f"take the column with the ids that the inspection has for its {found.kind.ids}s; where the export has "
            "those of the caseload, --key with the key that omi sample wrote puts these in their place"
        )
        several = tuple(strangers)
        causes.append(Cause("", f"{found.kind.ids}s are not in the area's sample", hint, several, len(several)))
    notes = list(found.notes)
    _line, head = sample.rows[0]
    place = next((index for index, heading in enumerate(head) if heading.strip() == "place"), None)
    if place is not None:
        stands = {case: sample.at(line, place).strip() for case, line in listed.items()}
        beside = [case for case in found.cases if stands.get(form_of_id(case.id)) in ("reserve", "withdrawn")]
        if beside:
            several = tuple(case.rows[0].place for case in beside)
            notes.append(Cause("", "cases stand in reserve or were withdrawn (OMI272)", "", several, len(several)))
    if other:
        notes.append(Cause("", "attributes are others than in the area's sample", "", tuple(other), len(other)))
    return replace(found, causes=tuple(causes), notes=tuple(notes), more=found.more | frozenset(missing))
