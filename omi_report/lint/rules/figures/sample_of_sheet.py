"""OMI231: the sample that is stated is not the one in the evidence."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.evidence.counts import distribution
from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.model.attributes import name_of_attribute
from omi_report.problems import Problem, Rule, Severity
from omi_report.source.places import IDENTITY_FILE

RULE = Rule(
    "OMI231",
    "sample-of-sheet",
    Severity.ERROR,
    "The sample in area.yaml has another number of cases of a kind than the sheet of cases, or leaves out a kind that "
    "is in the sheet.",
    "Scores rest on the cases of the sheet, and the report would print another sample beside them.",
    bad="area.yaml: sample: {licence: 40, community: 60}\nevidence/cases.csv: 40 licence, 65 community",
    good="area.yaml: sample: {licence: 40, community: 65}\nevidence/cases.csv: 40 licence, 65 community",
    since="draft",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Count the cases of each kind in the sheet, where both it and the sample are there."""
    area, framework = inspection.area, inspection.framework
    stated, cases, divided = area.identity.sample, area.evidence.cases, framework.sample_by
    if not stated or cases is None or not area.evidence.sound or divided not in cases.columns:
        return
    counted = distribution(cases, divided)
    total = sum(stated.values())
    if total and not any(counted.values()):
        place = area.at(IDENTITY_FILE, ("sample",), key=True)
        message = f"the sample has {total:,} %(terms_case)s, and {cases.file} has none below its headings"
        yield RULE.at(place, message, "fill in the sheet, or remove it until there are any", length=len("sample"))
        return
    attribute = name_of_attribute(divided, framework.attributes)
    for value, number in stated.items():
        if value in counted and number != counted[value]:
            place = area.at(IDENTITY_FILE, ("sample", value))
            message = f"the sample has {number:,} %(terms_case)s of «{value}», and {cases.file} has {counted[value]:,}"
            rows = "are rows missing?" if number > counted[value] else "are there rows too many?"
            hint = f"{rows} Else write {counted[value]}, or correct the {attribute} of the %(terms_case)s in the sheet"
            yield RULE.at(place, message, hint, length=len(str(number)))
    for value, number in counted.items():
        if number and value not in stated:
            place = area.at(IDENTITY_FILE, ("sample",), key=True)
            message = f"the sample leaves out «{value}», of which {cases.file} has {number:,}"
            hint = f"add {value}: {number}, or correct the {attribute} of the %(terms_case)s in the sheet"
            yield RULE.at(place, message, hint, length=len("sample"))
