"""The sheet of evidence that an area has → what of it stays beside what exports bring."""

from __future__ import annotations

from dataclasses import replace

from omi_report.evidence.grids import SheetGrid
from omi_report.evidence.tabulate import form_of_id
from omi_report.importing.sheets.merging import Joined, JoinedCase
from omi_report.importing.sheets.spellings import value_form


def with_rest(found: Joined, there: SheetGrid) -> Joined:
    """Return joined cases with what the area's own sheet has and the exports do not.

    A case of the exports has their answers, also where these are blank by now, and the area's in the columns that no
    export has. All other cases stay as they are. Rows without ids are nobody's, and none of them is kept.
    """
    places = found.kind.places_in(there)
    if places is None:
        return found
    columns = places.columns
    only_there = [name for name in columns if name not in found.columns]
    left = {form_of_id(case.id): case for case in found.cases}
    cases: list[JoinedCase] = []
    for line, cells in there.rows[1:]:
        id_ = there.at(line, places.ids).strip().removeprefix("'")
        if not any(cells) or not id_:
            continue
        case = left.pop(form_of_id(id_), None)
        names = list(columns) if case is None else only_there
        case = case or JoinedCase(id_)
        cases.append(case)
        for name in names:
            written = there.at(line, columns[name])
            answer = found.kind.written[name].get(value_form(written), written.strip())
            if answer:
                case.answers[name] = answer
    return replace(found, cases=(*cases, *left.values()), more=found.more | frozenset(columns))
