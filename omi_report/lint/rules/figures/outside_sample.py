"""OMI272: the sheet of cases has answers about a case that is not one of the sample."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.evidence.tabulate import form_of_id
from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.problems import Location, Problem, Rule, Severity, excerpt

RULE = Rule(
    "OMI272",
    "outside-sample",
    Severity.ERROR,
    "The sheet of cases has a case that the sample does not have, that stands in reserve, or that was withdrawn.",
    "Its answers count in every score, and the report says that the cases were drawn at random.",
    bad="evidence/sample.csv: WX-007,withdrawn\nevidence/cases.csv: WX-007",
    good="evidence/sample.csv: WX-007,sample\nevidence/cases.csv: WX-007",
)

_WHY = {
    "reserve": ("stands in reserve", "omi evidence replace takes it in for another one; else remove the row"),
    "withdrawn": ("was withdrawn from the sample", "remove the row"),
}


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Look for each case of the sheet among those that are inspected."""
    evidence = inspection.area.evidence
    if evidence.cases is None or evidence.sample is None:
        return
    places = {form_of_id(each.case): each.place for each in evidence.sample.cases}
    shown = inspection.snapshot.shown_path(evidence.cases.file)
    for case, line in evidence.cases.ids.items():
        place = places.get(form_of_id(case))
        if place != "sample":
            what, hint = _WHY.get(place or "", ("is not in the sample", "correct its id, or remove the row"))
            yield RULE.at(Location(shown, line, 1), f"the case «{excerpt(case)}» {what}", hint, length=len(case))
