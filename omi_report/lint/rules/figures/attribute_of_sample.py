"""OMI274: an attribute of a case is another one in the sheet than it was when the sample was drawn."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.evidence.tabulate import form_of_id
from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.model.attributes import name_of_attribute
from omi_report.model.evidence import BLANK, Answers
from omi_report.model.sample import SampleCase
from omi_report.problems import Location, Problem, Rule, Severity, excerpt

RULE = Rule(
    "OMI274",
    "attribute-of-sample",
    Severity.WARNING,
    "An attribute of a case is another one in the sheet of cases than in the sample.",
    "The sample was drawn by the one, and questions are asked by the other. Quotas and minimums that were met may "
    "not be met any more.",
    bad="evidence/sample.csv: WX-007,roh: high\nevidence/cases.csv: WX-007,roh: low",
    good="evidence/sample.csv: WX-007,roh: high\nevidence/cases.csv: WX-007,roh: high",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Hold the attributes of each case against those that it was drawn by, and tell of each attribute once."""
    evidence = inspection.area.evidence
    cases, sample = evidence.cases, evidence.sample
    if cases is None or sample is None:
        return
    sampled = {form_of_id(each.case): each for each in sample.inspected}
    shown = inspection.snapshot.shown_path(cases.file)
    for attribute in sample.drawn.caseload.counts:
        name = name_of_attribute(attribute, inspection.framework.attributes)
        different = [*_different(attribute, cases, sampled)]
        if different:
            case, line, here, there = different[0]
            more = len(different) - 1
            others = f", and of {more} more {'case' if more == 1 else 'cases'} another" if more else ""
            message = f"the {name} of «{excerpt(case)}» is «{here}» here, and «{there}» in the sample{others}"
            hint = "correct the one that is wrong: here, or in evidence/sample.csv"
            yield RULE.at(Location(shown, line, 1), message, hint, length=len(case))


def _different(attribute: str, cases: Answers, sampled: dict[str, SampleCase]) -> Iterator[tuple[str, int, str, str]]:
    """The cases with another value than in the sample, each with its line and both values."""
    cells = cases.columns.get(attribute)
    if cells is None:
        return
    for row, (case, line) in enumerate(cases.ids.items()):
        drawn = sampled.get(form_of_id(case))
        there = drawn.values.get(attribute, "") if drawn else ""
        if there and cells[row] != BLANK and (here := cases.values[attribute][cells[row] - 1]) != there:
            yield case, line, here, there
