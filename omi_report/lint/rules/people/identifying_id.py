"""OMI624: the sheet of cases calls a case by what identifies the person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.rules.people.identifiers import Kind, shape_of
from omi_report.problems import Location, Problem, Rule, Severity

RULE = Rule(
    "OMI624",
    "identifying-id",
    Severity.ERROR,
    "The sheet of cases has a prison number, a PNC id, a CRO number, a case reference number, a National Insurance "
    "number or a name as the id of a case.",
    "Sheets are kept, sent and shared. An id that was made up for the sample tells nobody who it is.",
    bad="case,case_type\nX123456,community",
    good="case,case_type\nWX-014,community",
)

_KINDS: dict[Kind, str] = {
    "prison": "a prison number",
    "pnc": "a PNC id",
    "cro": "a CRO number",
    "crn": "a case reference number (CRN)",
    "insurance": "a National Insurance number",
}


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Look at the shape of each id of the sheet of cases."""
    cases = inspection.area.evidence.cases
    if cases is None:
        return
    file = inspection.snapshot.shown_path(cases.file)
    for case, line in cases.ids.items():
        what = _name_of(case)
        if what:
            message = f"the case «{case}» is called by {what}, which identifies the person"
            hint = "call each case by an id that was made up for the sample"
            yield RULE.at(Location(file, line, 1), message, hint, length=len(case))


def _name_of(case: str) -> str:
    if _name().fullmatch(case):
        return "a name"
    return next((what for kind, what in _KINDS.items() if (shape := shape_of(kind)) and shape.fullmatch(case)), "")


@cache
def _name() -> re.Pattern[str]:
    """Two or three names, or initials and a family name on either side of them."""
    family = r"(?:[A-Z]['’]|Mc|Mac)?[A-Z][a-zà-ÿ'’-]{2,}"
    return re.compile(
        rf"[A-Z][a-z]+(?:[\s,]+{family}){{1,2}}|(?:[A-Z]\.?\s?){{1,2}}(?<![A-Z])\s?{family}|{family},?\s(?:[A-Z]\.?\s?){{1,2}}"
    )
